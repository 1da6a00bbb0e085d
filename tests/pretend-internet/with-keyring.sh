#!/usr/bin/env bash
# Runs CMD on a D-Bus session of its own with gnome-keyring in one of three states. Works headless and as root.
# usage: with-keyring.sh unlocked|locked|none CMD [ARG...]
#   unlocked  the login collection is open
#   locked    it exists and is closed, and nobody is there to ask for its password
#   none      a session bus without a Secret Service
# keyring-open.sh, called from anywhere with the same KR_HOME, opens a locked one, or brings one where there is none.
# HOME and the XDG folders point into $KR_HOME (default: a new folder under $PI_RUN or /tmp).
set -euo pipefail
mode=${1:?unlocked, locked or none}; shift
export KR_HOME=${KR_HOME:-$(mktemp -d "${PI_RUN:-/tmp}/keyring.XXXXXX")}
export HOME=$KR_HOME XDG_DATA_HOME=$KR_HOME/.local/share XDG_RUNTIME_DIR=$KR_HOME/run XDG_CONFIG_HOME=$KR_HOME/.config XDG_CACHE_HOME=$KR_HOME/.cache
mkdir -p "$XDG_DATA_HOME/keyrings" "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"; chmod 700 "$XDG_RUNTIME_DIR"
open=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/keyring-open.sh

cat > "$KR_HOME/bus.conf" <<X
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
X
# The bus starts nothing by itself: what is there is what this script put there.
exec dbus-run-session --config-file="$KR_HOME/bus.conf" -- bash -c '
  mode=$1 open=$2; shift 2
  declare -p DBUS_SESSION_BUS_ADDRESS HOME KR_HOME XDG_DATA_HOME XDG_RUNTIME_DIR XDG_CONFIG_HOME XDG_CACHE_HOME > "$KR_HOME/env"
  case $mode in
    unlocked) "$open" || exit;;
    locked)
      "$open" || exit                          # makes the collection and its password
      kill "$(cat "$KR_HOME/daemon.pid")"; while kill -0 "$(cat "$KR_HOME/daemon.pid")" 2>/dev/null; do sleep 0.02; done
      KR_CLOSED=1 "$open" || exit;;
    none) ;;
    *) echo "with-keyring.sh: unlocked, locked or none" >&2; exit 64;;
  esac
  "$@"; code=$?
  [ ! -s "$KR_HOME/daemon.pid" ] || kill "$(cat "$KR_HOME/daemon.pid")" 2>/dev/null
  exit $code' bash "$mode" "$open" "$@"
