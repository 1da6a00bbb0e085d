#!/usr/bin/env bash
# Runs CMD inside the pretend internet. Root is needed; nothing outside the namespaces changes.
# usage: run.sh [--delay HOST=MS]... CMD [ARG...]
#   --delay smtp.gmail.com=100   every round trip to that host takes 100 ms longer
# state: $PI_RUN (default: a new folder under /tmp), kept after the end.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
PI_DELAY=${PI_DELAY:-}
while [ "${1:-}" = --delay ]; do PI_DELAY="$PI_DELAY ${2:?--delay needs HOST=MS}"; shift 2; done
[ $# -gt 0 ] || { sed -n '2,5s/^# //p' "${BASH_SOURCE[0]}" >&2; exit 64; }
[ "$(id -u)" = 0 ] || { echo "run.sh: root is needed for the network, mount and process namespaces" >&2; exit 77; }

PI_RUN=${PI_RUN:-$(mktemp -d /tmp/pretend-internet.XXXXXX)}
mkdir -p "$PI_RUN"; chmod 755 "$PI_RUN"; PI_RUN=$(cd "$PI_RUN" && pwd)
export PI_RUN PI_DELAY PI_HOME=$here PI_STATE=/run/pretend-internet PI_BORN=$(date +%s%N)
mkdir -p "$PI_STATE"
(cd "$PI_RUN" && rm -rf browser mail browser-plan.json world.json ca.pem {dns,smtp,web,faces,oauth,knot,dovecot,postfix}.{log,out})
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 12) ? 0 : 1)' ||
  { echo "run.sh: Node 20.12 or newer is needed" >&2; exit 69; }

(
  flock 9
  cd "$here"
  [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error >&2
  touch node_modules/.package-lock.json
) 9> "$PI_STATE/.install"

# The namespace dies with this script, whatever kills it: setpriv covers SIGKILL, the trap the rest.
setpriv --pdeathsig KILL unshare --net --mount --pid --fork --kill-child --mount-proc bash "$here/inside.sh" "$@" <&0 &
child=$!
trap 'kill -KILL "$child" 2>/dev/null; exit 143' TERM INT HUP
wait "$child"
