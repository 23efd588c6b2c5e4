@echo off
rem Fresh machine -> .venv, locked dependencies, then: the program, the tests (test), or a verb of main.py.
setlocal
chcp 65001 >nul
cd /d "%~dp0"
set PYTHONUTF8=1
set "PY="
for %%V in (3.13 3.12 3.11) do if not defined PY py -%%V -c "pass" >nul 2>&1 && set "PY=py -%%V"
if not defined PY python -c "import sys; raise SystemExit(sys.version_info < (3, 11))" >nul 2>&1 && set "PY=python"
if not defined PY (
    echo Cần Python 3.11 trở lên. Hãy cài từ python.org, đánh dấu "Add python.exe to PATH", rồi mở lại.
    exit /b 1
)
if not exist .venv\Scripts\python.exe %PY% -m venv .venv || exit /b 1
fc /b requirements.lock .venv\requirements.lock >nul 2>&1
if errorlevel 1 (
    echo Đang cài các thư viện đã khóa phiên bản...
    .venv\Scripts\python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock || exit /b 1
    .venv\Scripts\python -m compileall -q desk ui main.py
    copy /y requirements.lock .venv\requirements.lock >nul
)
if "%~1"=="test" (
    .venv\Scripts\python -m tests
    exit /b
)
if "%~1"=="bench" (
    .venv\Scripts\python -m tests.bench
    exit /b
)
if "%~1"=="" (
    start "" .venv\Scripts\pythonw.exe main.py
    exit /b 0
)
.venv\Scripts\python main.py %*
