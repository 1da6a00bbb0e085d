# Fetches Microsoft's own small installer of WebView2, which goes into ours for computers that lack it. Its file changes
# without notice, so it is known by its signature and not by a sum. Called by the release workflow.
param([Parameter(Mandatory)][string] $Folder)
$ErrorActionPreference = 'Stop'
$file = Join-Path $Folder 'MicrosoftEdgeWebview2Setup.exe'
Invoke-WebRequest 'https://go.microsoft.com/fwlink/p/?LinkId=2124703' -OutFile $file
$signature = Get-AuthenticodeSignature $file
if ($signature.Status -ne 'Valid') { throw "its signature is $($signature.Status)" }
$signer = $signature.SignerCertificate.Subject
if ($signer -notmatch '(^|, )O=Microsoft Corporation(,|$)') { throw "it is signed by $signer" }
"signed by $signer"
