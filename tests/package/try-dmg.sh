#!/bin/bash
# The image for macOS, tried as a stranger would: copied, started, removed. Run by the release workflow.
set -euo pipefail
image=$1
place=$(mktemp -d)
mkdir "$place/image"
hdiutil attach -nobrowse -readonly -mountpoint "$place/image" "$image"
cp -R "$place/image/Todoita.app" "$place/"
for program in todoita-app todoita; do
    lipo "$place/Todoita.app/Contents/MacOS/$program" -verify_arch arm64 x86_64
    echo "ok: $program is one for both kinds of Mac"
done
# Signed by nobody is well signed too; not signed at all is "damaged" on Apple silicon.
codesign --verify --deep --strict "$place/Todoita.app"
echo "ok: what is signed is what is there"
hdiutil detach "$place/image"
for language in en ja; do
    plutil -lint -s "$place/Todoita.app/Contents/Resources/$language.lproj/InfoPlist.strings"
done
test "$(plutil -extract LSHasLocalizedDisplayName raw "$place/Todoita.app/Contents/Info.plist")" = true
echo "ok: its name is there in both languages, and the Finder is told so"
for licence in LICENSE-APACHE LICENSE-MIT THIRD-PARTY.md; do
    test -s "$place/Todoita.app/Contents/Resources/$licence"
done
echo "ok: the licences are with it"
"$place/Todoita.app/Contents/MacOS/todoita" --version | grep '^todoita [0-9]'
echo "ok: the command line says its version"
"$place/Todoita.app/Contents/MacOS/todoita-app" &
program=$!
sleep 10
kill -0 "$program"
echo "ok: it runs after ten seconds"
kill "$program"
wait "$program" || true
rm -rf "$place"
