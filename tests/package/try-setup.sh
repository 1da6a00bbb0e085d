#!/bin/bash
# The installer for Windows under wine, as a stranger would: silently, over itself, and removed again. The window itself
# cannot be shown there, for there is no WebView2; the command line is started instead.
# Where a second installer is given, it has a stand-in for Microsoft's installer of WebView2 inside.
#   try-setup.sh SETUP [WITH-STAND-IN], with WINEPREFIX (a new drive C) and TODOITA_WINE_AIDS from `cargo xtask bundle setup --try`
set -euo pipefail
setup=$(realpath "$1")
here=$(dirname "$(realpath "${BASH_SOURCE[0]}")")
. "$here/holds.sh"
wine=$here/wine.sh
remove() {
    run "$home/uninstall.exe" /S "_?=$(sed 's#^.*/drive_c#C:#; s#/#\\#g' <<<"$home")"
    rm -f "$home/uninstall.exe" # It runs where it lies when it is told to (_?=), and cannot remove itself then.
    rmdir "$home" 2>/dev/null || true
}
run() { timeout 180 xvfb-run -a "$wine" "$@"; }
listed() { run reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Todoita' >/dev/null 2>&1; }
within() { find "$WINEPREFIX/drive_c" \( -ipath '*todoita*' -o -name '*とどいた*' \) -not -path '*/Temp/*' "$@"; }

run wineboot --init >/dev/null 2>&1 || true
holds "nothing of it is there before" test -z "$(within)"
run "$setup" /S
home=$(dirname "$(within -name todoita-app.exe)")
holds "both programs are there" test -s "$home/todoita-app.exe" -a -s "$home/todoita.exe"
holds "they lie in the person's own folder" grep -qi '/AppData/Local/Programs/Todoita$' <<<"$home"
holds "it is listed among the installed programs" listed
notifies() { run reg query 'HKCU\Software\Classes\AppUserModelId\jp.todoita.Todoita' 2>/dev/null | tr -d '\r'; }
holds "Windows knows whose its notifications are" grep -qE 'DisplayName +REG_SZ +(Todoita|とどいた)$' <<<"$(notifies)"
holds "there is a way to it in the start menu" test -n "$(within -name '*.lnk')"
said=$(run "$home/todoita.exe" --version | tr -d '\r')
holds "the command line says its version: $said" grep -q '^todoita [0-9]' <<<"$said"
# There is no WebView2 here, as on a computer that lacks it: a message of the system says so, with where it is to be had.
says_why() {
    timeout 90 xvfb-run -a bash -c '"$1" "$2" >/dev/null 2>&1 &
        for _ in $(seq 1 40); do
            sleep 1
            xwininfo -root -tree | grep -qE "画面を出せません|cannot show its window" && exit 0
        done
        exit 1' - "$wine" "$home/todoita-app.exe"
}
holds "without WebView2 a message says why there is no window" says_why
data=$(dirname "$(dirname "$home")")/Todoita
mkdir -p "$data"
echo '{"version":1,"accounts":[]}' >"$data/accounts.json"
echo old >"$home/todoita-app.exe"
# The daily check, as the program turns it on (crates/app/src/real/schedule/plan.rs).
who=$(sed 's#.*/users/\([^/]*\)/.*#\1#' <<<"$home")
iconv -f UTF-8 -t UTF-16 >"$WINEPREFIX/drive_c/task.xml" <<'TASK'
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
<Actions><Exec><Command>x.exe</Command></Exec></Actions></Task>
TASK
# The first call of a new drive C may come before wine's service is there.
for _ in $(seq 15); do
    run schtasks /Create /TN "Todoita daily check ($who)" /XML 'C:\task.xml' /F >/dev/null 2>&1 && break || sleep 2
done
holds "the daily check is with the Task Scheduler" test -s "$WINEPREFIX/drive_c/windows/system32/tasks/Todoita daily check ($who)"
# What the window leaves behind on a computer that has WebView2.
for place in AppData/Local AppData/Roaming; do
    mkdir -p "$WINEPREFIX/drive_c/users/$who/$place/jp.todoita.Todoita/EBWebView"
done
run "$setup" /S
holds "an older program is replaced" test "$(stat -c %s "$home/todoita-app.exe")" -gt 1000000
remove
holds "what a person set up is kept" test -s "$data/accounts.json"
rm -rf "$data"
holds "removal leaves no file: $(within | tr '\n' ' ')" test -z "$(within)"
holds "removal leaves no entry" bash -c "! timeout 180 xvfb-run -a '$wine' reg query 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Todoita' >/dev/null 2>&1"
holds "removal leaves no name for notifications" test -z "$(notifies | grep REG_SZ)"
if [ -n "${2:-}" ]; then
    key='HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}'
    says() { run reg query "$key" 2>/dev/null | tr -d '\r' | grep -qE "$1"; }
    inside() { run "$(realpath "$2")" /S && says "runs +REG_DWORD +0x$1\$"; }
    holds "Microsoft's installer of WebView2 (here a stand-in) runs where WebView2 is missing" inside 1 "$2"
    holds "it does not run where WebView2 is there" inside 1 "$2"
    run reg add "$key" /v pv /t REG_SZ /d 0.0.0.0 /f >/dev/null 2>&1
    holds "it runs where WebView2 was removed" inside 2 "$2"
    remove
    holds "removal leaves no file: $(within | tr '\n' ' ')" test -z "$(within)"
fi
echo "setup: $passed passed, 0 failed"
