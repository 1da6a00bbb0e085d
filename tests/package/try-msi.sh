#!/bin/bash
# The packages for group policy under wine, as a company's computer gets them: silently, for everybody, a newer one over an
# older one in the other language, and removed again.
#   try-msi.sh ENGLISH JAPANESE, with WINEPREFIX (a new drive C) and TODOITA_WINE_AIDS from `cargo xtask bundle msi --try`
set -euo pipefail
english=$(realpath "$1")
japanese=$(realpath "$2")
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
. "$here/holds.sh"
wine=$here/wine.sh
run() { timeout 240 xvfb-run -a "$wine" "$@"; }
msi() { run msiexec "$@" /qn; }
within() { find "$WINEPREFIX/drive_c" \( -ipath '*todoita*' -o -name '*とどいた*' \) -not -path '*/Temp/*' -not -ipath '*/windows/installer/*' "$@"; }
entries() {
    run reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s 2>/dev/null | tr -d '\r' |
        grep -c 'The Todoita project' || true
}

run wineboot --init >/dev/null 2>&1 || true
holds "nothing of it is there before" test -z "$(within)"
# An older one in English: the same files under an older version.
older=${WINEPREFIX%/}/older.msi
cp "$english" "$older"
msibuild "$older" -q "UPDATE \`Property\` SET \`Value\` = '0.0.1' WHERE \`Property\` = 'ProductVersion'" \
    -q "UPDATE \`Property\` SET \`Value\` = '{11111111-2222-4333-8444-555555555555}' WHERE \`Property\` = 'ProductCode'"
msi /i "Z:$older"
home="$WINEPREFIX/drive_c/Program Files/Todoita"
holds "both programs lie where programs for everybody lie" test -s "$home/todoita-app.exe" -a -s "$home/todoita.exe"
holds "the licences are with them" test -s "$home/THIRD-PARTY.md" -a -s "$home/LICENSE-MIT" -a -s "$home/LICENSE-APACHE"
holds "it is listed once among the installed programs" test "$(entries)" = 1
notifies() { run reg query 'HKLM\Software\Classes\AppUserModelId\jp.todoita.Todoita' 2>/dev/null | tr -d '\r'; }
holds "Windows knows whose its notifications are" grep -qE 'IconUri +REG_SZ +C:.Program Files.Todoita.todoita.png$' <<<"$(notifies)"
# Windows takes everybody's start menu, wine the person's.
entry() { find "$WINEPREFIX/drive_c" -ipath '*start menu*' -name "$1.lnk"; }
holds "there is a way to it in the start menu" test -n "$(entry Todoita)"
said=$(run "$home/todoita.exe" --version | tr -d '\r')
holds "the command line says its version: $said" grep -q '^todoita [0-9]' <<<"$said"
echo 'own_keys = false' >"$home/todoita.toml"
msi /i "Z:$japanese"
holds "the newer one in Japanese takes its place: one entry" test "$(entries)" = 1
holds "its name in the start menu is Japanese" test -n "$(entry とどいた)"
holds "the English name is gone from there" test -z "$(entry Todoita)"
holds "both programs are there still" test -s "$home/todoita-app.exe" -a -s "$home/todoita.exe"
holds "the administrator's preset is kept" test -s "$home/todoita.toml"
rm "$home/todoita.toml"
msi /x "Z:$japanese"
holds "removal leaves no entry" test "$(entries)" = 0
holds "removal leaves no name for notifications" test -z "$(notifies | grep REG_SZ)"
rmdir "$home" 2>/dev/null || true
holds "removal leaves no file: $(within | tr '\n' ' ')" test -z "$(within)"
echo "msi: $passed passed, 0 failed"
