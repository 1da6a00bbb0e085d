#!/bin/bash
# The AppImage, tried where nothing is installed: unpacked, started on a display, removed. Run by the release workflow.
set -euo pipefail
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
. "$here/holds.sh"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
# It may be somebody else's file.
cp "$1" "$place/todoita.AppImage"
cd "$place"
chmod +x todoita.AppImage
holds "it unpacks itself" bash -c "./todoita.AppImage --appimage-extract >/dev/null"
holds "no library is missing" bash -c "! ldd squashfs-root/usr/bin/todoita-app | grep 'not found'"
opens() {
    HOME=$place timeout 60 xvfb-run -a bash -c 'squashfs-root/AppRun & for _ in $(seq 100); do sleep 0.5
        xwininfo -root -tree | grep todoita-app | grep -Eq " [0-9]{3,}x[0-9]{3,}\+" && kill $! && exit 0; done; exit 1'
}
holds "its window opens" opens
echo "appimage: $passed passed, 0 failed"
