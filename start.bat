@echo off
rem Fresh machine -> .venv, locked dependencies, then: the program, the tests (test), or a verb of main.py.
setlocal EnableDelayedExpansion
chcp 65001 >nul
rem Double-clicked, the window closes with its last line: wait, so that it can be read.
set "WAIT=rem"
set "LINE=!cmdcmdline:"=!"
if not "!LINE:%~nx0=!"=="!LINE!" set "WAIT=pause"
endlocal & set "WAIT=%WAIT%"
setlocal DisableDelayedExpansion
set PYTHONUTF8=1
set PYTHON_MANAGER_AUTOMATIC_INSTALL=false
set "HERE=%~dp0"
if "%HERE:~0,2%"=="\\" (
    echo Thư mục này nằm trên ổ mạng.
    echo Hãy chép cả thư mục vào ổ đĩa của máy, ví dụ C:\BanBienTap, rồi mở start.bat ở đó.
    goto :failed
)
cd /d "%HERE%" || goto :failed
if not exist requirements.lock (
    echo Hãy giải nén cả tệp ZIP vào một thư mục, rồi mở start.bat ở trong thư mục ấy.
    goto :failed
)
set "RIGHT=import sys; raise SystemExit(not ((3, 11) <= sys.version_info < (3, 15) and sys.maxsize > 2**32))"
set "PY="
for %%V in (3.14 3.13 3.12 3.11) do if not defined PY py -%%V -c "%RIGHT%" >nul 2>&1 && set "PY=py -%%V"
if not defined PY python -c "%RIGHT%" >nul 2>&1 && set "PY=python"
if not defined PY (
    echo Cần Python 64 bit, từ 3.11 đến 3.14. Hãy tải bộ cài "Windows installer (64-bit)" ở trang
    echo     https://www.python.org/downloads/windows/
    echo đánh dấu "Add python.exe to PATH" khi cài, rồi mở lại tệp này.
    goto :failed
)
.venv\Scripts\python -m pip --version >nul 2>&1
if errorlevel 1 (
    rem None yet, or one that was broken off.
    echo Đang chuẩn bị thư mục .venv...
    if exist .venv rmdir /s /q .venv
    if exist .venv (
        echo Chưa xóa được thư mục .venv hỏng. Hãy đóng chương trình đang mở rồi mở lại tệp này.
        goto :failed
    )
    %PY% -m venv .venv || goto :failed
)
call :install requirements.lock "các thư viện của chương trình" || goto :failed
if "%~1"=="test" call :install requirements-test.lock "công cụ kiểm thử" || goto :failed
if "%~1"=="bench" call :install requirements-test.lock "công cụ kiểm thử" || goto :failed
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
exit /b

:install
rem LOCK WORDS: install what a lock names, unless that was done; it shows how far it is.
fc /b %1 .venv\%1 >nul 2>&1 && exit /b 0
echo Đang cài %~2. Việc này chỉ làm một lần, có thể mất vài phút...
.venv\Scripts\python -m pip install --disable-pip-version-check --no-input --require-hashes -r %1
if errorlevel 1 (
    echo Chưa cài được. Hãy xem máy có nối mạng không, rồi mở lại tệp này: việc cài đi tiếp từ chỗ dừng.
    exit /b 1
)
.venv\Scripts\python -c "import PySide6.QtWidgets, apsw, typst" || exit /b 1
.venv\Scripts\python -m compileall -q desk ui main.py
copy /y %1 .venv\%1 >nul
exit /b 0

:failed
%WAIT%
exit /b 1
