#!/bin/bash
# Makes the AppImage: the files of the package, the libraries of a clean Debian 12 that the window needs, and before them
# the program that mounts or unpacks itself (packaging/linux/runtime). Nothing is fetched but Debian's packages. Needs root,
# debootstrap, patchelf, mksquashfs; `cargo xtask bundle appimage` calls it.
#   appimage.sh FILES RUNTIME FOLDER OUT    FILES as they lie in the package for Debian, FOLDER for the Debian and the rest
set -euo pipefail
# What is mounted here is mounted for this program alone, and gone with it.
if [ -z "${TODOITA_UNSHARED_IMAGE:-}" ]; then
    TODOITA_UNSHARED_IMAGE=1 exec unshare --mount --propagation private "$0" "$@"
fi
files=$(realpath "$1") runtime=$(realpath "$2") folder=$(mkdir -p "$3" && realpath "$3") out=$(realpath "$4")
repository=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
here=$repository/packaging/linux/appimage
. "$repository/tests/package/clean-debian.sh"
suite=bookworm
words() { sed 's/#.*//' "$1" | xargs; }

# Its newest libraries: what is in the AppImage is mended by a newer AppImage alone.
clean_debian "$folder"
mount --bind "$root" "$root"
join_debian
within() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
mirror=$(awk '$1 == "deb" { print $2; exit }' "$root/etc/apt/sources.list")
echo "deb $mirror $suite-updates main
deb ${mirror%/}-security $suite-security main" >"$root/etc/apt/sources.list.d/newer.list"
within apt-get update -qq
# shellcheck disable=SC2046
{ within apt-get dist-upgrade -y -qq && within apt-get install -y -qq --no-install-recommends $(words "$here/packages.txt"); } \
    >"$folder/install.log" 2>&1 || { tail -20 "$folder/install.log"; exit 1; }

multiarch=$(basename "$(dirname "$(echo "$root"/usr/lib/*/libgtk-3.so.0)")")
from=$root/usr/lib/$multiarch
appdir=$folder/Todoita.AppDir
rm -rf "$appdir"
lib=$appdir/usr/lib/$multiarch
mkdir -p "$lib"
cp -a "$files/usr" "$appdir/"

# What is opened by name: WebKit's other processes, the ways to type, the reader of drawings, the desktop's settings.
take() { mkdir -p "$(dirname "$lib/$1")" && cp -a "$from/$1" "$lib/$1"; }
take webkit2gtk-4.1
rm -f "$lib/webkit2gtk-4.1/MiniBrowser"
take gtk-3.0/3.0.0/immodules
take gtk-3.0/3.0.0/immodules.cache
take gdk-pixbuf-2.0/2.10.0/loaders/libpixbufloader-svg.so
within "/usr/lib/$multiarch/gdk-pixbuf-2.0/gdk-pixbuf-query-loaders" \
    "/usr/lib/$multiarch/gdk-pixbuf-2.0/2.10.0/loaders/libpixbufloader-svg.so" >"$lib/gdk-pixbuf-2.0/2.10.0/loaders.cache"
take gio/modules/libdconfsettings.so
grep dconf "$from/gio/modules/giomodule.cache" >"$lib/gio/modules/giomodule.cache"

# Every library that these need, and those that they need, but what is the system's own.
programs() { find "$appdir/usr" -type f | while read -r file; do head -c 4 "$file" | grep -q ELF && echo "$file"; done; }
asked() { readelf -d "$@" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | sort -u; }
theirs=" $(words "$here/of-the-system.txt") "
mapfile -t look < <(programs)
while [ ${#look[@]} -gt 0 ]; do
    mapfile -t names < <(asked "${look[@]}")
    look=()
    for name in "${names[@]}"; do
        case $theirs in *" $name "*) continue ;; esac
        [ ! -e "$lib/$name" ] || continue
        cp -L "$from/$name" "$lib/$name"
        look+=("$lib/$name")
    done
done

# Data: the forms of settings, the kinds of files, GTK's and WebKit's own words in Japanese.
data() { install -D -m 644 "$root/usr/share/$1" "$appdir/usr/share/$1"; }
data glib-2.0/schemas/gschemas.compiled
data mime/mime.cache
for domain in WebKitGTK-4.1 gdk-pixbuf glib20 gtk30; do data "locale/ja/LC_MESSAGES/$domain.mo"; done

# A library finds the others by its own place, so that no variable has to say it, which other programs would inherit.
mapfile -t all < <(programs)
for program in "${all[@]}"; do
    # The command line needs none of them.
    [ "$program" != "$appdir/usr/bin/todoita" ] || continue
    chmod u+w "$program"
    patchelf --set-rpath "\$ORIGIN/$(realpath --relative-to "$(dirname "$program")" "$lib")" "$program"
done
# And its parts by the folder that AppRun goes to: where it has a place of the system compiled in, whose parts are of
# another version, that becomes a place of the same length below there.
LC_ALL=C find "$lib" -type f -exec sed -i \
    -e "s|/usr/lib/$multiarch|././/lib/$multiarch|g" -e 's|/usr/share/locale|././/share/locale|g' {} +

# Licences: of every package that something comes from, with its version, by which Debian has the source.
doc=$appdir/usr/share/doc
{
    echo "# Libraries of Debian in this AppImage"
    echo
    echo "Their licences lie in usr/share/doc/PACKAGE/copyright, the long texts in usr/share/common-licenses. The sources are"
    echo "kept by Debian under the names and versions given here: https://snapshot.debian.org/. Written into them was where"
    echo "they find each other. libc6 is linked into the part that mounts or unpacks the AppImage; that part's source is"
    echo "packaging/linux/runtime in Todoita's own, and it can be linked with another."
    echo
    echo "| package | version | source |"
    echo "| --- | --- | --- |"
} >"$doc/todoita/LIBRARIES.md"
# The files as Debian lists them: with and without /usr, which was not always one. libc6 is linked into the first part.
origin() { find "$lib" \( -name '*.so*' -o -name 'WebKit*' \) -type f -printf '%P\n' | while read -r file; do
    file=$(readlink -f "$from/$file"); file=${file#"$root"}
    grep -lxF -e "$file" -e "${file#/usr}" "$root"/var/lib/dpkg/info/*.list ||
        { echo "appimage.sh: $file is of no package" >&2; exit 1; }
done; }
{ origin; echo "$root/var/lib/dpkg/info/libc6:.list"; ls "$root"/var/lib/dpkg/info/{shared-mime-info,gsettings-desktop-schemas}.list; } |
    sed 's|.*/||; s|\.list$||; s|:.*||' | sort -u | while read -r package; do
    install -D -m 644 "$root/usr/share/doc/$package/copyright" "$doc/$package/copyright"
    within dpkg-query -W -f '| ${Package} | ${Version} | ${source:Package} ${source:Version} |\n' "$package" | sort -u
done >>"$doc/todoita/LIBRARIES.md"
mkdir -p "$appdir/usr/share/common-licenses"
cp -L "$root"/usr/share/common-licenses/* "$appdir/usr/share/common-licenses/"

# What a desktop looks for.
install -m 755 "$here/AppRun" "$appdir/AppRun"
install -D -m 755 "$here/xdg-open" "$appdir/usr/lib/todoita/xdg-open"
install -D -m 644 "$here/surroundings.sh" "$appdir/usr/lib/todoita/surroundings.sh"
cp "$appdir/usr/share/applications/Todoita.desktop" "$appdir/"
cp "$appdir/usr/share/icons/hicolor/256x256/apps/todoita-app.png" "$appdir/"
cp "$appdir/usr/share/icons/hicolor/256x256/apps/todoita-app.png" "$appdir/.DirIcon"

# Zlib, because what unpacks it is in the repository's own crates already, and quick. The same files make the same archive.
rm -f "$folder/archive"
env -u SOURCE_DATE_EPOCH mksquashfs "$appdir" "$folder/archive" -quiet -no-progress -noappend -all-root -no-xattrs -comp gzip -b 128K \
    -mkfs-time "$SOURCE_DATE_EPOCH" -all-time "$SOURCE_DATE_EPOCH" >/dev/null
offset=$("$runtime" --appimage-offset)
[ "$offset" = "$(stat -c %s "$runtime")" ] || { echo "appimage.sh: the archive would not lie where it is looked for" >&2; exit 1; }
cat "$runtime" "$folder/archive" >"$out.new"
# The mark of type 2, in bytes of the head that nobody else reads.
printf 'AI\002' | dd of="$out.new" bs=1 seek=8 conv=notrunc status=none
chmod 755 "$out.new"
mv "$out.new" "$out"
rm "$folder/archive"
