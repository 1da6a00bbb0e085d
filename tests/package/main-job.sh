#!/bin/bash
# The main job with the program of an installed package, by a person who is not root: the window plays of the pretend
# internet, whose window, driver, bus and keychain live in the clean Debian. Called within run.sh, whose namespaces end
# all of this.
#
#   tests/pretend-internet/run.sh tests/package/main-job.sh ROOT PLAYS WHO PLAY...    PROGRAM=PATH where it is not installed
set -euo pipefail
root=$(realpath "$1") plays=$2 who=$3
shift 3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# The clean Debian sees this network alone, its names and its authority, and the folders of the plays.
mount -t proc proc "$root/proc"
mountpoint -q "$root/dev/pts" || mount --rbind /dev "$root/dev"
mount --bind /tmp "$root/tmp"
mkdir -p "$root$PI_HOME"
mount --bind "$PI_HOME" "$root$PI_HOME"
mkdir -p "$root/etc/ssl/certs"
touch "$root/etc/hosts"
for file in /etc/resolv.conf /etc/hosts /etc/nsswitch.conf /etc/ssl/certs; do mount --bind "$file" "$root$file"; done

# Its browser is the person of the pretend internet, who lives outside: the address is called out to him.
cat >"$root/usr/local/bin/xdg-open" <<'OPEN'
#!/bin/bash
exec 3<>/dev/tcp/127.0.0.1/9902
printf '%s\n' "$1" >&3
OPEN
chmod 755 "$root/usr/local/bin/xdg-open"
python3 - <<'CALLED' &
import socketserver, subprocess
class Called(socketserver.StreamRequestHandler):
    def handle(self):
        subprocess.run(['xdg-open', self.rfile.readline().decode().strip()], check=False)
socketserver.TCPServer.allow_reuse_address = True
socketserver.TCPServer(('127.0.0.1', 9902), Called).serve_forever()
CALLED

export TODOITA_APP=${PROGRAM:-/usr/bin/todoita-app} TODOITA_REQUIRE_PI=1
# An AppImage whose own process is killed with everything else leaves an empty folder: not in this computer's /tmp.
[ -z "${PROGRAM:-}" ] || export TODOITA_TEMPORARY="/people/$who"
export TODOITA_WITHIN="$here/within.sh" TODOITA_ROOT=$root TODOITA_WHO=$who
exec "$plays" --test-threads 1 "$@"
