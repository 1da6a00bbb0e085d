# Signs programs where the certificate is there, and leaves a mark for the release notes where it is not.
param([Parameter(Mandatory, ValueFromRemainingArguments)][string[]] $Programs)
$ErrorActionPreference = 'Stop'
if (-not $env:CERTIFICATE) {
    New-Item -ItemType Directory -Force out | Out-Null
    Set-Content out/unsigned-windows 'Windows'
    exit 0
}
$file = Join-Path $env:RUNNER_TEMP 'certificate.pfx'
try {
    [IO.File]::WriteAllBytes($file, [Convert]::FromBase64String($env:CERTIFICATE))
    $signtool = Get-ChildItem "${env:ProgramFiles(x86)}/Windows Kits/10/bin/*/x64/signtool.exe" | Sort-Object FullName | Select-Object -Last 1
    & $signtool sign /f $file /p $env:PASSWORD /fd sha256 /tr http://timestamp.digicert.com /td sha256 @Programs
    if ($LASTEXITCODE -ne 0) { throw 'not signed' }
} finally {
    Remove-Item -Force -ErrorAction SilentlyContinue $file
}
