#!/usr/bin/env bash
# Opens the gnome-keyring of a with-keyring.sh session; starts one where there is none.
# usage: KR_HOME=... keyring-open.sh      (KR_CLOSED=1: start it but leave it locked)
set -euo pipefail
. "${KR_HOME:?}/env"
export DBUS_SESSION_BUS_ADDRESS HOME XDG_DATA_HOME XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_CACHE_HOME
owned() { dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q true; }
if owned; then
  # `gnome-keyring-daemon --unlock` does not reach a running daemon; its control socket (what PAM speaks) does.
  exec python3 - "$XDG_RUNTIME_DIR/keyring/control" <<'P'
import socket, struct, sys
password = b'\n'
with socket.socket(socket.AF_UNIX) as s:
    s.connect(sys.argv[1])
    s.sendall(b'\0' + struct.pack('>III', 12 + len(password), 1, len(password)) + password)
    answer = s.recv(8)
sys.exit(0 if len(answer) == 8 and struct.unpack('>II', answer)[1] == 0 else 1)
P
fi
# The password is one line end: with no bytes at all no collection is made and every write fails.
start() {
  if [ -n "${KR_CLOSED:-}" ]; then
    gnome-keyring-daemon --start --foreground --components=secrets < /dev/null > /dev/null 2>> "$KR_HOME/daemon.log" &
  else
    gnome-keyring-daemon --unlock --foreground --components=secrets < <(printf '\n') > /dev/null 2>> "$KR_HOME/daemon.log" &
  fi
  echo $! > "$KR_HOME/daemon.pid"
}
# The collection is made a moment after the name is taken.
ready() { owned && { [ -n "${KR_CLOSED:-}" ] || [ -s "$XDG_DATA_HOME/keyrings/login.keyring" ]; }; }
# A busy machine has been seen to lose a daemon on its way up: another is started, and a keychain that never comes
# is an error here, not a riddle in the test that needed it.
for _ in 1 2 3 4; do
  start
  for _ in $(seq 200); do
    ready && exit 0
    kill -0 "$(cat "$KR_HOME/daemon.pid")" 2>/dev/null || break
    sleep 0.05
  done
  echo "keyring-open.sh: the daemon did not come, once more" >> "$KR_HOME/daemon.log"
  kill -KILL "$(cat "$KR_HOME/daemon.pid")" 2>/dev/null || true
done
cat "$KR_HOME/daemon.log" >&2
echo "keyring-open.sh: no keychain came up" >&2
exit 75
