#!/bin/bash
# A package for Debian, tried as a stranger would: in a clean Debian of its own, installed with what it says it needs and
# nothing else, started by a person who is not root, removed again. Needs root, debootstrap and Debian's packages.
#
#   try-deb.sh PACKAGE FOLDER [OLDER]    the clean Debian is kept in FOLDER/clean.tar and used again;
#                                        OLDER is an earlier package, made of the same programs when none is given
#   PLAYS=FILE   the window plays: with them the installed program does the main job on the pretend internet
set -euo pipefail
package=$(realpath "$1")
folder=$2
mkdir -p "$folder"
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
. "$here/holds.sh"
. "$here/clean-debian.sh"
within() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as() { local who=$1; shift; within runuser -u "$who" -- env HOME="/people/$who" XDG_RUNTIME_DIR="/tmp/run-$who" "$@"; }
trap leave_debian EXIT
clean_debian "$folder"
join_debian

within apt-get update -qq
# An earlier package is there first, and somebody uses it.
older=${3:-}
if [ -z "$older" ]; then
    older=$folder/older.deb
    rm -rf "$folder/older"
    dpkg-deb --raw-extract "$package" "$folder/older"
    sed -i 's/^Version: .*/Version: 0.0.1/' "$folder/older/DEBIAN/control"
    dpkg-deb --root-owner-group -Zgzip -z1 --build "$folder/older" "$older" >/dev/null
fi
cp "$package" "$root/tmp/todoita.deb"
cp "$older" "$root/tmp/older.deb"
install_() { within apt-get install -y -qq --no-install-recommends "$@" >>"$folder/install.log" 2>&1 || { tail -20 "$folder/install.log"; exit 1; }; }
version() { within dpkg-query -W -f '${Version}' todoita; }
libraries() { within ldd /usr/bin/todoita-app /usr/bin/todoita; }
: >"$folder/install.log"
before=$(within dpkg-query -W -f '${Package}\n' | sort)
install_ /tmp/older.deb
earlier=$(version)
holds "installed with its dependencies, from main alone" test -n "$earlier"
holds "the authorities that it believes came with it" within dpkg-query -s ca-certificates
holds "no library is missing" bash -c "! grep 'not found' <<<'$(libraries)'"
said=$(within todoita --version)
holds "the command line says its version: $said" grep -q '^todoita [0-9]' <<<"$said"

# What only this test needs: a display, a session bus, two people. It comes after the package, which must not lean on it.
mkdir -p "$root/people"
install_ xvfb xauth dbus dbus-x11 x11-utils x11-apps procps
for who in momo tencho; do
    within useradd --create-home --home-dir "/people/$who" "$who"
    within chmod 700 "/people/$who"
    within install -d -o "$who" -m 700 "/tmp/run-$who"
done
cat >"$root/tmp/start.sh" <<'START'
#!/bin/sh
# Starts the program on a display and waits until its window is there and drawn.
/usr/bin/todoita-app 2>"$HOME/said" &
program=$!
drawn=0
for _ in $(seq 150); do
    sleep 0.2
    kill -0 "$program" 2>/dev/null || break
    xwininfo -root -tree 2>/dev/null | grep -E 'todoita-app' | grep -Eq ' [0-9]{3,}x[0-9]{3,}\+' || continue
    # An empty window is a few hundred bytes when it is packed.
    drawn=$(xwd -root -silent | gzip -9 | wc -c)
    if [ "$drawn" -gt 12000 ]; then
        echo "drawn: $drawn bytes; core files: $(awk '/^Max core file size/ { print $5, $6 }' "/proc/$program/limits")"
        kill "$program"
        wait "$program"
        exit 0
    fi
done
echo "no drawn window: $drawn bytes"
xwininfo -root -tree
cat "$HOME/said"
kill "$program" 2>/dev/null
exit 1
START
chmod 755 "$root/tmp/start.sh"
open() { as "$1" xvfb-run -a -s "-screen 0 1280x900x24" dbus-run-session -- /tmp/start.sh; }
accounts() { as "$1" todoita accounts --json; }
data() { echo "$root/people/$1/.local/share/todoita"; }

holds "the window of $earlier opens for momo, who is not root" open momo
as momo mkdir -p /people/momo/.local/share/todoita
cat >"$(data momo)/accounts.json" <<'ACCOUNTS'
{"version":1,"accounts":[{"id":"momo@shop.example","address":"momo@shop.example","kind":"unknown",
"name":{"en":"Hosting","ja":"ホスティング"},"route":"smtp","login":"password",
"server":{"host":"sv1.hosting.example","port":465,"security":"tls"},"user_name":"momo@shop.example",
"mailbox_user_name":"momo@shop.example","retrieval":[],"session_only":false,"last":null}]}
ACCOUNTS
within chown momo: /people/momo/.local/share/todoita/accounts.json
within chmod 600 /people/momo/.local/share/todoita/accounts.json
holds "momo's account is listed" grep -q momo@shop.example <<<"$(accounts momo)"

install_ /tmp/todoita.deb
holds "upgraded from $earlier to $(version)" test "$(version)" != "$earlier"
holds "the upgrade keeps momo's account" grep -q momo@shop.example <<<"$(accounts momo)"
opened=$(open momo) || { echo "$opened"; opened=; }
holds "its window opens after the upgrade: $opened" test -n "$opened"
holds "no core file can be left, which would hold secrets" grep -q 'core files: 0 0' <<<"$opened"
holds "momo's files are hers alone" test -z "$(find "$(data momo)" -type f -perm /077)"
if [ -n "${PLAYS:-}" ]; then
    install_ webkit2gtk-driver gnome-keyring libsecret-1-0 util-linux
    # No play needs more than these: a consent in the browser, an app password, the usual password.
    job() { "$here/../pretend-internet/run.sh" "$here/main-job.sh" "$root" "$PLAYS" momo p1_ p5_ p6_; }
    holds "momo does the main job with it: three roads to a message in the mailbox" job
fi
holds "its window opens for tencho too" open tencho
holds "tencho is shown no account of momo's" bash -c "! grep -q momo <<<'$(accounts tencho)'"
holds "tencho cannot read momo's file" bash -c "! chroot '$root' runuser -u tencho -- cat /people/momo/.local/share/todoita/accounts.json 2>/dev/null"
holds "nothing of it runs on" bash -c "! chroot '$root' pgrep -f '^/usr/bin/todoita'"

within apt-get remove -y -qq todoita >>"$folder/install.log" 2>&1
leftovers() { find "$root/usr" "$root/etc" "$root/var" "$root/opt" -iname '*todoita*'; }
holds "removal leaves nothing" test -z "$(leftovers | grep -v '^'"$root"'/var/cache/apt' || true)"
within apt-get purge -y -qq todoita >>"$folder/install.log" 2>&1 || true
holds "purging leaves nothing" test -z "$(within dpkg-query -W -f '${Status}' todoita 2>/dev/null)"
holds "momo's account stays hers" test -s "$(data momo)/accounts.json"
after=$(within dpkg-query -W -f '${Package}\n' | sort)
holds "what was there before is there still" test -z "$(comm -23 <(echo "$before") <(echo "$after"))"
echo "package: $passed passed, 0 failed"
