#!/bin/bash
# The AppImage, tried as a stranger would: in a clean Debian of its own that has a display and fonts and neither WebKitGTK
# nor GTK, by people who are not root, by both ways (unpacked, and mounted by FUSE). Needs root, debootstrap, /dev/fuse.
#
#   try-appimage.sh APPIMAGE FOLDER    the clean Debian is kept in FOLDER/clean.tar; SUITE says which, bookworm or trixie
#   PLAYS=FILE   the window plays: with them it does the main job on the pretend internet
set -euo pipefail
# What is mounted and started here is there for this program alone, and gone with it: the people in it may have the numbers
# of people who work on this computer.
if [ -z "${TODOITA_UNSHARED_TRIAL:-}" ]; then
    TODOITA_UNSHARED_TRIAL=1 exec unshare --mount --pid --fork --kill-child --mount-proc "$0" "$@"
fi
image=$(realpath "$1")
folder=$(mkdir -p "$2" && realpath "$2")
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
. "$here/holds.sh"
. "$here/clean-debian.sh"
within() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as() { local who=$1; shift; within runuser -u "$who" -- env HOME="/people/$who" XDG_RUNTIME_DIR="/tmp/run-$who" "$@"; }
clean_debian "$folder"
mount --bind "$root" "$root"
join_debian
# On a desktop everybody may open it (udev's own rule); in here too, whatever this computer says.
if [ -c /dev/fuse ]; then
    rm -f "$folder/fuse"
    mknod -m 666 "$folder/fuse" c 10 229
    mount --bind "$folder/fuse" "$root/dev/fuse"
fi
# Every installed system has it, and fusermount needs it.
ln -sf /proc/self/mounts "$root/etc/mtab"
: >"$folder/install.log"
install_() { within apt-get install -y -qq --no-install-recommends "$@" >>"$folder/install.log" 2>&1 || { tail -20 "$folder/install.log"; exit 1; }; }
within apt-get update -qq

# What a desktop has (packaging/linux/appimage/of-the-system.txt), and what only this test needs.
case $suite in bookworm) sound=libasound2 ;; *) sound=libasound2t64 ;; esac
install_ ca-certificates fonts-ipafont-gothic fonts-dejavu-core libegl1 libgbm1 libgl1 "$sound" libcom-err2 libfontconfig1 \
    libfribidi0 libgmp10 libgpg-error0 libharfbuzz0b libstdc++6 libwayland-client0 libwayland-server0 libx11-xcb1
install_ xvfb xauth dbus dbus-x11 x11-utils x11-apps procps
holds "$suite, glibc $(within ldd --version | sed -n '1s/.* //p'): it has neither GTK nor WebKitGTK" \
    test -z "$(find "$root" -xdev -name 'libgtk-*' -o -xdev -name 'libwebkit*')"
mkdir -p "$root/people"
for who in momo tencho; do
    within useradd --create-home --home-dir "/people/$who" "$who"
    within chmod 700 "/people/$who"
    within install -d -o "$who" -m 700 "/tmp/run-$who"
done
install -d -m 755 "$root/people/shared files"
file="/people/shared files/todoita.AppImage"
install -m 755 "$image" "$root$file"
ln -s "$file" "$root/people/shared files/todoita"

holds "it says of itself that it is an AppImage of type 2" test "$(dd if="$image" bs=1 skip=8 count=3 status=none)" = "$(printf 'AI\002')"
offset=$(as momo "$file" --appimage-offset)
holds "its archive lies where it says, at $offset" test "$(dd if="$image" bs=1 skip="$offset" count=4 status=none)" = hsqs
head -c 20000000 "$image" >"$root/people/half"
chmod 755 "$root/people/half"
holds "half of it is told and not started" grep -q 'not whole' <<<"$(as momo /people/half 2>&1)"
holds "an unknown word of its own is told" grep -q 'not known' <<<"$(as momo "$file" --appimage-nonsense 2>&1)"

# As files.
as momo sh -c 'cd && exec "$0" --appimage-extract' "$file" >/dev/null
unpacked=$root/people/momo/squashfs-root
holds "it unpacks itself" test -x "$unpacked/AppRun" -a -s "$unpacked/.DirIcon" -a -s "$unpacked/Todoita.desktop"
holds "what is there is not written over" bash -c "! chroot '$root' runuser -u momo -- sh -c 'cd /people/momo && exec \"\$0\" --appimage-extract' '$file' 2>/dev/null"
linked() { within sh -c 'cd /people/momo/squashfs-root/usr && find "$@" -type f | grep -Ev "/todoita/|cache$" | xargs -d "\n" ldd 2>&1' - "$@"; }
holds "no library is missing" test -z "$(linked lib bin | grep 'not found' | sort -u)"
# Of those alone that are started: what the system's own libraries want is found there already.
elsewhere() { linked bin/todoita-app lib/$(uname -m)-linux-gnu/webkit2gtk-4.1 | grep '=> /' | grep -v '=> /people/'; }
holds "its own libraries are found by their place" test -z "$(elsewhere | grep -E 'gtk|webkit|glib|gio|cairo|pango|soup')"
doc=$unpacked/usr/share/doc
holds "the licences of others are in it" test -s "$doc/todoita/THIRD-PARTY.md" -a -s "$doc/todoita/LIBRARIES.md" \
    -a -s "$doc/libwebkit2gtk-4.1-0/copyright" -a -s "$unpacked/usr/share/common-licenses/LGPL-2.1"

# What it opens runs as the person would have run it: the window's program stands aside for this.
cat >"$root/usr/local/bin/xdg-open" <<'OPEN'
#!/bin/sh
echo "$1 in $PWD, ${GSETTINGS_SCHEMA_DIR-no forms}, ${XDG_DATA_DIRS-no folders}, ${APPDIR-no AppDir}, PATH=$PATH"
OPEN
printf '#!/bin/sh\nexec xdg-open page\n' >"$unpacked/usr/bin/todoita-app"
chmod 755 "$root/usr/local/bin/xdg-open"
opened=$(as momo env PATH=/usr/local/bin:/usr/bin:/bin OWD=/people GSETTINGS_SCHEMA_DIR=/forms /people/momo/squashfs-root/AppRun)
again=$(as momo env PATH=/usr/local/bin:/usr/bin:/bin OWD=/people GSETTINGS_SCHEMA_DIR=/forms sh -c \
    'cd && sed -i "s|^exec .*|[ -n \"\$AGAIN\" ] \&\& exec xdg-open page; AGAIN=yes exec \$TODOITA_AGAIN|" squashfs-root/usr/bin/todoita-app
     TODOITA_AGAIN=$PWD/squashfs-root/AppRun exec squashfs-root/AppRun')
holds "a page is opened in the person's own surroundings: $opened" \
    test "$opened" = "page in /people, /forms, no folders, no AppDir, PATH=/usr/local/bin:/usr/bin:/bin"
holds "and so where it was started from within" test "$again" = "$opened"
rm -rf "$unpacked" "$root/usr/local/bin/xdg-open"

cat >"$root/tmp/start.sh" <<'START'
#!/bin/bash
# start.sh APPIMAGE WAY SIGNAL: starts it on a display, waits until its window is there and drawn, looks at it, ends it.
"$1" 2>"$HOME/said" &
program=$!
drawn=0
for _ in $(seq 300); do
    sleep 0.2
    kill -0 "$program" 2>/dev/null || break
    xwininfo -root -tree 2>/dev/null | grep -E 'todoita-app' | grep -Eq ' [0-9]{3,}x[0-9]{3,}\+' || continue
    # An empty window is a few hundred bytes when it is packed.
    drawn=$(xwd -root -silent | gzip -9 | wc -c)
    [ "$drawn" -gt 12000 ] || continue
    sleep 1
    xwd -root -silent -out "$HOME/window.xwd"
    place=$(tr '\0' '\n' <"/proc/$program/environ" | sed -n 's/^APPDIR=//p')
    way=unpacked others=no
    if grep -q " $place fuse.appimage " /proc/mounts; then
        way=mounted
        # The system lets nobody else in, unless that was asked for.
        grep " $place fuse.appimage " /proc/mounts | grep -q allow_other && others=yes
    else
        [ "$(stat -c %a "$place")" = 700 ] || others=yes
    fi
    helpers=$(pgrep -u "$(id -u)" -f "webkit2gtk-4.1/WebKit" | while read -r one; do readlink "/proc/$one/exe"; done | grep -c "^$place/")
    typed=$(sed -n 's|.*/im-\(.*\)\.so$|\1|p' "/proc/$program/maps" | sort -u | tr '\n' ' ')
    echo "$way; drawn: $drawn bytes; $helpers helpers of its own; typing by: $typed; others may look in: $others;" \
        "core files: $(awk '/^Max core file size/ { print $5, $6 }' "/proc/$program/limits")"
    kill "-$2" "$program"
    wait "$program" 2>/dev/null
    # What stays beside it goes after it.
    for _ in $(seq 50); do
        pgrep -u "$(id -u)" -f appimage-serve >/dev/null || exit 0
        sleep 0.2
    done
    echo "its other process is still there"
    exit 1
done
echo "no drawn window: $drawn bytes" >&2
xwininfo -root -tree >&2
cat "$HOME/said" >&2
kill "$program" 2>/dev/null
exit 1
START
chmod 755 "$root/tmp/start.sh"
open() { as "$1" env LANG=ja_JP.UTF-8 "${@:3}" xvfb-run -a -s "-screen 0 1280x900x24" dbus-run-session -- /tmp/start.sh "$file" "$2"; }
left() {
    # Whoever ends something does not wait for all that belonged to it.
    for _ in $(seq 50); do within pgrep -u momo,tencho >/dev/null || break; sleep 0.1; done
    find "$root/tmp" "$root/var/tmp" -maxdepth 1 -name '.todoita-*'
    grep 'fuse.appimage' /proc/mounts || true
    within pgrep -u momo,tencho -a || true
}
holds_a_start() { # WAY WHAT WHO SIGNAL [VARIABLE...]
    local way=$1 what=$2 said
    shift 2
    said=$(open "$@") || said=
    holds "$what: $said" grep -q "^$way; " <<<"$said"
    holds "  its helpers are its own, and its files for nobody else" grep -Eq '; [23] helpers.*others may look in: no;' <<<"$said"
    holds "  no core file can be left, which would hold secrets" grep -q 'core files: 0 0' <<<"$said"
    holds "  nothing of it is left" test -z "$(left)"
}
says_its_version() {
    holds "the command line in it says its version, $1" grep -q '^todoita [0-9]' <<<"$(as momo "$file" --cli --version)"
    holds "and under its own name" grep -q '^todoita [0-9]' <<<"$(as momo "${file%.AppImage}" --version)"
    holds "nothing of it is left" test -z "$(left)"
}

# Without FUSE it unpacks itself.
holds "there is no fusermount" bash -c "! chroot '$root' sh -c 'command -v fusermount3 || command -v fusermount'"
says_its_version "without FUSE"
holds_a_start unpacked "its window opens for momo, who is not root and has no FUSE" momo TERM
cp "$root/people/momo/window.xwd" "$folder/unpacked.xwd"
# With it.
if [ ! -c /dev/fuse ] || ! grep -qw fuse /proc/filesystems; then
    echo "not possible here: this computer's system has no FUSE, so it was tried unpacked alone"
    echo "appimage on $suite: $passed passed, 0 failed"
    exit 0
fi
install_ fuse3
says_its_version "with FUSE"
holds_a_start mounted "it opens with FUSE" momo TERM
cp "$root/people/momo/window.xwd" "$folder/mounted.xwd"
holds_a_start mounted "it opens once more, and can be killed" momo KILL
holds_a_start unpacked "it unpacks itself where somebody wants that" momo TERM APPIMAGE_EXTRACT_AND_RUN=1
for way in ibus fcitx xim; do
    holds_a_start mounted "it opens for tencho too, who types by $way" tencho TERM GTK_IM_MODULE=$way XMODIFIERS=@im=$way
    case $way in fcitx) module=fcitx5 ;; *) module=$way ;; esac
    holds "  and $way is heard" grep -q "typing by: $module " <<<"$(open tencho TERM GTK_IM_MODULE=$way XMODIFIERS=@im=$way)"
done

if [ -n "${PLAYS:-}" ]; then
    install_ gnome-keyring libsecret-1-0 util-linux webkit2gtk-driver
    # The driver brings the system's WebKitGTK, which must not be what is tried.
    find "$root/usr/lib" \( -name 'libwebkit2gtk*' -o -name 'WebKit*Process' -o -name 'libgtk-3.so*' \) -delete
    job() { PROGRAM=$file "$here/../pretend-internet/run.sh" "$here/main-job.sh" "$root" "$PLAYS" momo p1_ p5_ p6_; }
    holds "momo does the main job with it: three roads to a message in the mailbox" job
fi
echo "appimage on $suite: $passed passed, 0 failed"
