#!/bin/bash
# The image for macOS, tried as a stranger would: copied, started, removed. Run by the release workflow.
set -euo pipefail
image=$1
place=$(mktemp -d)
hdiutil attach -nobrowse -readonly -mountpoint "$place/image" "$image"
cp -R "$place/image/Todoita.app" "$place/"
lipo "$place/Todoita.app/Contents/MacOS/todoita-app" -verify_arch arm64 x86_64
echo "ok: one program for both kinds of Mac"
hdiutil detach "$place/image"
"$place/Todoita.app/Contents/MacOS/todoita-app" &
program=$!
sleep 10
kill -0 "$program"
echo "ok: it runs after ten seconds"
kill "$program"
wait "$program" || true
rm -rf "$place"
