# The installer for Windows, tried as a stranger would: silently, by somebody who is no administrator's helper; the programs
# start; removal leaves nothing. Run by the release workflow.
param([Parameter(Mandatory)][string] $Setup)
$ErrorActionPreference = 'Stop'
$folder = Join-Path $env:LOCALAPPDATA 'Programs/Todoita'
$key = 'HKCU:/Software/Microsoft/Windows/CurrentVersion/Uninstall/Todoita'
function Holds([string] $What, [bool] $Is) { if (-not $Is) { throw "FAILED: $What" }; "ok: $What" }

Start-Process -Wait $Setup '/S'
Holds 'both programs are there' ((Test-Path "$folder/todoita-app.exe") -and (Test-Path "$folder/todoita.exe"))
Holds 'it is listed among the installed programs' (Test-Path $key)
Holds 'Windows knows whose its notifications are' (Test-Path 'HKCU:/Software/Classes/AppUserModelId/jp.todoita.Todoita')
Holds 'the command line says its version' ((& "$folder/todoita.exe" --version) -match '^todoita \d')
$program = Start-Process -PassThru "$folder/todoita-app.exe"
# Until the page has drawn its first screen, the window bears the program's name alone.
$drawn = " $([char] 0x2013) "
$title = ''
# The first start of the web view on a computer can take a while.
foreach ($try in 1..240) {
    Start-Sleep -Milliseconds 500
    $program.Refresh()
    if ($program.HasExited) { break }
    $title = $program.MainWindowTitle
    if ($title -match $drawn) { break }
}
Holds "its window opens, and its first screen is drawn: $title" ($title -match $drawn)
Stop-Process -InputObject $program
# The web view's own processes end a little later, and hold its files until then.
foreach ($try in 1..60) {
    $views = Get-CimInstance Win32_Process -Filter "Name = 'msedgewebview2.exe'"
    if (-not ($views | Where-Object CommandLine -like '*jp.todoita.Todoita*')) { break }
    Start-Sleep -Milliseconds 500
}
Start-Process -Wait "$folder/uninstall.exe" '/S'
foreach ($try in 1..60) { if (-not (Test-Path $folder)) { break }; Start-Sleep -Milliseconds 500 }
Holds 'removal leaves no program' (-not (Test-Path $folder))
Holds 'removal leaves no entry' (-not (Test-Path $key))
foreach ($place in $env:LOCALAPPDATA, $env:APPDATA) {
    Holds "removal leaves nothing of the window in $place" (-not (Test-Path "$place/jp.todoita.Todoita"))
}
Holds 'removal leaves no name for notifications' (-not (Test-Path 'HKCU:/Software/Classes/AppUserModelId/jp.todoita.Todoita'))
