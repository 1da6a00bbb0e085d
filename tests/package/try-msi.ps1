# The package for group policy, tried: silently, for everybody; the programs are there; removal leaves nothing. Run by the
# release workflow, after the installer for one person.
param([Parameter(Mandatory)][string] $Package)
$ErrorActionPreference = 'Stop'
$folder = Join-Path $env:ProgramFiles 'Todoita'
function Holds([string] $What, [bool] $Is) { if (-not $Is) { throw "FAILED: $What" }; "ok: $What" }
function Msi([string] $How) { (Start-Process -Wait -PassThru msiexec "$How `"$Package`" /qn").ExitCode }

Holds 'it is installed without a question' ((Msi '/i') -eq 0)
Holds 'both programs are there' ((Test-Path "$folder/todoita-app.exe") -and (Test-Path "$folder/todoita.exe"))
Holds 'the command line says its version' ((& "$folder/todoita.exe" --version) -match '^todoita \d')
Holds 'it is removed without a question' ((Msi '/x') -eq 0)
Holds 'removal leaves no program' (-not (Test-Path $folder))
