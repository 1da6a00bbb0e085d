# The package for group policy, tried: silently, for everybody, over an older one; the programs are there; removal leaves
# nothing. Run by the release workflow, after the installer for one person.
param([Parameter(Mandatory)][string] $Package)
$ErrorActionPreference = 'Stop'
$folder = Join-Path $env:ProgramFiles 'Todoita'
function Holds([string] $What, [bool] $Is) { if (-not $Is) { throw "FAILED: $What" }; "ok: $What" }
function Msi([string] $How, [string] $What = $Package) { (Start-Process -Wait -PassThru msiexec "$How `"$What`" /qn").ExitCode }
function Call($Of, [string] $Name, $With, [string] $As = 'InvokeMethod') { $Of.GetType().InvokeMember($Name, $As, $null, $Of, $With) }

# The same files as an older package: its version, and the two codes by which Windows knows a package.
[string] $older = Join-Path $env:TEMP 'older.msi'
Copy-Item -Force $Package $older
$database = Call (New-Object -ComObject WindowsInstaller.Installer) 'OpenDatabase' @($older, 1)
foreach ($change in @(@('ProductVersion', '0.0.1'), @('ProductCode', '{11111111-2222-4333-8444-555555555555}'))) {
    $view = Call $database 'OpenView' @("UPDATE ``Property`` SET ``Value`` = '$($change[1])' WHERE ``Property`` = '$($change[0])'")
    Call $view 'Execute' @() | Out-Null
    Call $view 'Close' @() | Out-Null
    [Runtime.InteropServices.Marshal]::FinalReleaseComObject($view) | Out-Null
}
$summary = Call $database 'SummaryInformation' @(1) 'GetProperty'
Call $summary 'Property' @(9, '{11111111-2222-4333-8444-666666666666}') 'SetProperty' | Out-Null
Call $summary 'Persist' @() | Out-Null
Call $database 'Commit' @() | Out-Null
foreach ($held in $summary, $database) { [Runtime.InteropServices.Marshal]::FinalReleaseComObject($held) | Out-Null }

Holds 'an older one is installed' ((Msi '/i' $older) -eq 0)
Holds 'both programs of the older one are there' ((Test-Path "$folder/todoita-app.exe") -and (Test-Path "$folder/todoita.exe"))
Holds 'it is installed over that without a question' ((Msi '/i') -eq 0)
# Value by value: an odd one of another program would end Get-ItemProperty.
$listed = Get-ChildItem 'HKLM:/Software/Microsoft/Windows/CurrentVersion/Uninstall' |
    Where-Object { $_.GetValue('Publisher') -eq 'The Todoita project' }
Holds 'it is listed once among the installed programs' (@($listed).Count -eq 1)
Holds 'both programs are there' ((Test-Path "$folder/todoita-app.exe") -and (Test-Path "$folder/todoita.exe"))
Holds 'the command line says its version' ((& "$folder/todoita.exe" --version) -match '^todoita \d')
Holds 'it is removed without a question' ((Msi '/x') -eq 0)
Holds 'removal leaves no program' (-not (Test-Path $folder))
