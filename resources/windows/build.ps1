# Builds the Windows program and its setup on a Windows machine, as build.sh does under Wine. Wants, on the PATH or
# where their setups put them: a 64-bit Python 3.11 to 3.14 from python.org, and NSIS 3.
#   powershell -ExecutionPolicy Bypass -File resources\windows\build.ps1
# Never run yet by those who wrote it: they had Wine alone.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
$env:PYTHONUTF8 = "1"
$out = Join-Path (Get-Location) "build\windows"
$builder = "pyinstaller==6.22.3", "pyinstaller-hooks-contrib==2026.9", "altgraph==0.17.5", "packaging==26.4", "pefile==2024.8.26", "pywin32-ctypes==0.2.3"
$version = (Select-String -Path pyproject.toml -Pattern '^version = "(.*)"$').Matches[0].Groups[1].Value
New-Item -ItemType Directory -Force $out | Out-Null

function Step($words) { Write-Host "$(Get-Date -Format HH:mm:ss)  $words" }
function Run($program) {
    & $program @args
    if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" }
}

Step "Python and the libraries of requirements.lock"
$python = Join-Path $out "native\Scripts\python.exe"
if (-not (Test-Path $python)) { Run python -m venv (Join-Path $out "native") }
Run $python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
Run $python -m pip install --quiet --disable-pip-version-check @builder

Step "PyInstaller"
Run $python -m PyInstaller --noconfirm --log-level WARN --distpath "$out\dist" --workpath "$out\work" resources\windows\banbientap.spec

Step "Setup"
$nsis = (Get-Command makensis -ErrorAction SilentlyContinue).Source
if (-not $nsis) { $nsis = Join-Path ${env:ProgramFiles(x86)} "NSIS\makensis.exe" }
if (-not (Test-Path $nsis)) { throw "NSIS 3 is missing." }
Run $nsis /V2 /INPUTCHARSET UTF8 "/DVERSION=$version" "/DFOLDER=$out\dist\BanBienTap" "/DRESULT=$out\BanBienTap-$version-setup.exe" resources\windows\banbientap.nsi

Step "Portable"
Compress-Archive -Force -Path "$out\dist\BanBienTap" -DestinationPath "$out\BanBienTap-$version-portable.zip"
Get-ChildItem "$out\BanBienTap-$version-*" | Format-Table Name, Length
