# Signs programs where the certificate is there, and leaves a mark for the release notes where it is not. The certificate's
# password is on no command line: signtool finds the certificate in the person's store, and afterwards it is gone from there
# with its key.
param([Parameter(Mandatory)][string[]] $Programs)
$ErrorActionPreference = 'Stop'
foreach ($program in $Programs) { if (-not (Test-Path -PathType Leaf $program)) { throw "$program is not there" } }
if (-not $env:CERTIFICATE) {
    New-Item -ItemType Directory -Force out | Out-Null
    Set-Content -NoNewline out/unsigned-windows 'Windows'
    exit 0
}
$signtool = Get-ChildItem "${env:ProgramFiles(x86)}/Windows Kits/10/bin/10.*/x64/signtool.exe" |
    Sort-Object { [version] $_.Directory.Parent.Name } | Select-Object -Last 1
if (-not $signtool) { throw 'there is no signtool' }
$certificate = [Security.Cryptography.X509Certificates.X509Certificate2]::new(
    [Convert]::FromBase64String($env:CERTIFICATE), [string] $env:PASSWORD, 'UserKeySet, PersistKeySet')
$place = "Cert:\CurrentUser\My\$($certificate.Thumbprint)"
$store = [Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
$store.Open('ReadWrite')
try {
    $store.Add($certificate)
    & $signtool sign /sha1 $certificate.Thumbprint /fd sha256 /tr http://timestamp.digicert.com /td sha256 $Programs
    if ($LASTEXITCODE -ne 0) { throw 'not signed' }
} finally {
    if (Test-Path -LiteralPath $place) { Remove-Item -LiteralPath $place -DeleteKey }
    $store.Dispose()
}
# A root that this computer does not know is an UnknownError.
foreach ($program in $Programs) {
    $status = (Get-AuthenticodeSignature $program).Status
    if ($status -notin 'Valid', 'UnknownError') { throw "the signature of ${program}: $status" }
}
