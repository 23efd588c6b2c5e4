#!/usr/bin/env bash
# Builds the setup, then tries it under Wine as a person would: install, also where one should not, verbs, tour, sign-in,
# pages at 100 % and 150 %, upgrade, uninstall; then the tests. From a fresh machine on by this one command, as root, or
# as one who is told what root has to install. A line a step, 1 when one failed; the report is
# resources/windows/SMOKE.md. `smoke.sh --built` takes what is built; ROOMS="tests/desk/acts tests/desk/text" names the
# tests, where there is no time for all of tests/desk.
set -euo pipefail
cd "$(dirname "$0")/../.."
. resources/windows/wine.sh
need Xvfb:xvfb openbox:openbox import:imagemagick xdotool:xdotool xclip:xclip
BUILT="$PWD/build/windows"
TRY="$BUILT/smoke"
HERE="$WINEPREFIX/drive_c/users/$(id -un)/AppData/Local"
SAMPLE="C:\\users\\$(id -un)\\AppData\\Local\\BanBienTap\\mau"
PROGRAM="$HERE/Programs/BanBienTap"
VERSION="$(sed -n 's/^version = "\(.*\)"$/\1/p' pyproject.toml)"
SETUP="$BUILT/BanBienTap-$VERSION-setup.exe"
ZIP="$BUILT/BanBienTap-$VERSION-portable.zip"
ROOMS="${ROOMS-tests/desk}"
SCREEN=":$((100 + $$ % 800))" # of a number that nobody else is likely to have
failed=0
lines=()

# say NAME RESULT: a line on the screen and in the report.
say() {
    printf '%-44s %s\n' "$1" "$2"
    lines+=("| $1 | $2 |")
}
# try NAME COMMAND: run it; what went wrong lies in build/windows/smoke/NAME.
try() {
    local name="$1" began ended code
    shift
    began="$(date +%s.%N)"
    set +e
    (set -e; "$@") >"$TRY/$name.txt" 2>&1
    code=$?
    set -e
    ended="$(date +%s.%N)"
    if [ $code = 0 ]; then
        say "$name" "$(echo "$ended $began" | awk '{printf "passed, %.1f s", $1 - $2}')"
    else
        failed=1
        say "$name" "FAILED (build/windows/smoke/$name.txt)"
    fi
}
console() { WINEQT_QPA_PLATFORM=offscreen win "$PROGRAM/banbientap-console.exe" "$@"; }
windowed() { WINEQT_QPA_PLATFORM=offscreen win "$PROGRAM/BanBienTap.exe" "$@"; }
megabytes() { du -sm --apparent-size "$1" | cut -f1; }

mkdir -p "$TRY"
[ -x .venv/bin/python ] || ./start.sh --help >"$TRY/venv.txt" # the tour of Linux is held against it
[ "${1:-}" = "--built" ] || resources/windows/build.sh >"$TRY/build.txt" 2>&1 || { tail -5 "$TRY/build.txt"; exit 1; }
rm -rf "$PROGRAM" "$HERE/BanBienTap"

installs() {
    win "$SETUP" /S
    test -s "$PROGRAM/BanBienTap.exe"
    test -s "$PROGRAM/uninstall.exe"
}
entries() {
    local menu="$WINEPREFIX/drive_c/users/$(id -un)/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Bàn biên tập"
    ls "$menu"
    test -e "$menu/Bàn biên tập.lnk"
    test -e "$menu/Bàn mẫu.lnk"
    win reg query 'HKCU\Software\Classes\.docx\OpenWithProgids' | grep BanBienTap.Tep
    win reg query 'HKCU\Software\Classes\.ics\OpenWithProgids' | grep BanBienTap.Tep
    win reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\BanBienTap' | grep "$VERSION"
}
helps() { console --help | grep "kiểm tra tệp dữ liệu"; }
silent_window() {
    local code=0
    windowed check --data "$(path "$TRY/none")" || code=$?
    [ $code = 1 ]
}
checks() { console check --data "$(path "$TRY/sample")" | grep "nguyên vẹn"; }
reads() {
    console import --dry-run --json --data "$(path "$TRY/sample")" "$(path data/sample/01-giao-ban-khoa-giao-quy-1-2019.txt)" |
        grep '"title"'
}
listed() { win reg add 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\BanBienTap' /v "$1" /d "$2" /f; }
# setup_says CODE WORDS: what a silent setup ends with.
setup_says() {
    local code=0 wanted="$1"
    shift
    win "$SETUP" /S "$@" || code=$?
    echo "ended with $code, $wanted was awaited"
    [ $code = "$wanted" ]
}
# A folder with letters and signs; another setup at once, an older one, a folder without rights, a full disk.
installs_oddly() {
    local odd="$WINEPREFIX/drive_c/Thử & nghiệm/Bàn một" first full code=0
    listed InstallLocation 'C:\Thử & nghiệm\Bàn một'
    win "$SETUP" /S &
    first=$!
    sleep 1
    setup_says 3
    wait $first
    WINEQT_QPA_PLATFORM=offscreen win "$odd/banbientap-console.exe" --help | grep "kiểm tra tệp dữ liệu"
    listed DisplayVersion 99.0
    setup_says 4
    listed DisplayVersion 0.0.1
    full="$(mktemp -d)" # no space in its name: what follows /D= stands without quotes
    if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=60m tmpfs "$full"; then
        setup_says 5 "/D=$(path "$full/x")" || code=1
        mkdir "$full/x"
        mount -o remount,ro "$full"
        setup_says 6 "/D=$(path "$full/x")" || code=1
        umount "$full"
        [ $code = 0 ]
        test -s "$odd/BanBienTap.exe"
    else
        echo "no disk could be mounted: the full one and the one without rights are not tried"
    fi
    win "$odd/uninstall.exe" /S
    gone "$odd/BanBienTap.exe"
}
# gone FILE: it goes on from a copy of itself.
gone() {
    local waited=0
    while [ -e "$1" ] && [ $waited -lt 60 ]; do
        waited=$((waited + 1))
        sleep 1
    done
    sleep 2
    test ! -e "$1"
}
# The sample desk is made by the program itself, its window is seen by its pipe, and a setup can ask it to close.
samples() {
    WINEQT_QPA_PLATFORM=offscreen win "$PROGRAM/BanBienTap.exe" sample &
    local waited=0 said
    while said="$(console close --data "$SAMPLE")" && [[ "$said" == *"Không có cửa sổ"* ]]; do
        waited=$((waited + 1))
        [ $waited -lt 40 ] || return 1
        sleep 2
    done
    echo "$said"
    wait $! || true # nobody came in
    test -s "$HERE/BanBienTap/mau/desk.sqlite"
    rm -rf "$TRY/sample" && cp -r "$HERE/BanBienTap/mau" "$TRY/sample"
}
tours() {
    rm -rf "$TRY/tour" "$TRY/linux"
    .venv/bin/python main.py tour --out "$TRY/linux" &
    console tour --out "$(path "$TRY/tour")"
    wait $!
    .venv/bin/python resources/windows/same_files.py "$TRY/linux" "$TRY/tour"
}
# seen TITLE PROGRAM WORDS: start it on the screen and print the seconds until a window of that title is painted.
seen() {
    local title="$1" began waited=0
    shift
    began="$(date +%s.%N)"
    DISPLAY=$SCREEN win "$@" >/dev/null &
    until DISPLAY=$SCREEN xdotool search --onlyvisible --name "$title" >/dev/null 2>&1; do
        waited=$((waited + 1))
        [ $waited -lt 600 ] || return 1
        sleep 0.1
    done
    date +%s.%N | awk -v began="$began" '{printf "%.1f\n", $1 - began}'
}
# The sign-in as the platform plugin of Windows paints it; beside it, how soon an empty window of PySide6 stands.
shows() {
    Xvfb $SCREEN -screen 0 1366x768x24 >/dev/null 2>&1 &
    local screen=$! round
    trap "kill $screen" EXIT
    sleep 1
    DISPLAY=$SCREEN openbox >/dev/null 2>&1 &
    : >"$TRY/start.txt"
    : >"$TRY/empty.txt"
    for round in 1 2 3 4 5; do # by turns: other work on the machine meets both
        seen '^Bàn biên tập$' "$PROGRAM/BanBienTap.exe" sample >>"$TRY/start.txt"
        sleep 5
        DISPLAY=$SCREEN import -window root "$TRY/sign-in.png"
        console close --data "$SAMPLE"
        sleep 2
        seen '^empty$' "$TRY/empty/empty.exe" >>"$TRY/empty.txt"
        sleep 3 # it closes by itself
    done
}
median() { sort -n "$1" | sed -n 3p; }
empties() {
    mkdir -p "$TRY/source"
    cat >"$TRY/source/empty.py" <<END
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
window = QWidget()
window.setWindowTitle("empty")
window.show()
QTimer.singleShot(1500, app.quit)
app.exec()
END
    win "$BUILT/python/python.exe" -m PyInstaller --noconfirm --log-level WARN --windowed --onedir \
        --distpath "$(path "$TRY")" --workpath "$(path "$TRY/source")" --specpath "$(path "$TRY/source")" \
        "$(path "$TRY/source/empty.py")"
    test -s "$TRY/empty/empty.exe"
}
# The desk of the tour, signed in, page by page, as the platform plugin of Windows paints it at DPI on a screen of SIZE.
pages() {
    local dpi="$1" size="$2" screen page name
    Xvfb $SCREEN -screen 0 "${size}x24" >/dev/null 2>&1 &
    screen=$!
    trap "kill $screen" EXIT
    sleep 1
    DISPLAY=$SCREEN openbox >/dev/null 2>&1 &
    win reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d "$dpi" /f
    rm -rf "$TRY/desk" && cp -r "$TRY/tour/du-lieu" "$TRY/desk"
    export DISPLAY=$SCREEN
    seen '^Bàn biên tập$' "$PROGRAM/BanBienTap.exe" --data "$(path "$TRY/desk")"
    sleep 5
    import -window root "$TRY/sign-in-$dpi.png"
    printf 'mật khẩu mẫu' | xclip -selection clipboard -i
    xdotool key ctrl+v
    sleep 1
    xdotool key Return
    sleep 6
    for page in 1:today 4:calendar 5:issue 2:editor; do
        name="${page#*:}"
        xdotool key "ctrl+${page%:*}"
        sleep 4
        if [ "$name" = editor ]; then
            xdotool key Down Return
            sleep 3
        fi
        import -window root "$TRY/$name-$dpi.png"
    done
    console close --data "$(path "$TRY/desk")"
    win reg add 'HKCU\Control Panel\Desktop' /v LogPixels /t REG_DWORD /d 96 /f
    # Each page is another picture, and none of them is empty.
    [ "$(sha256sum "$TRY"/*-"$dpi".png | cut -d' ' -f1 | sort -u | wc -l)" = 5 ]
    for name in "$TRY"/*-"$dpi".png; do
        [ "$(identify -format %k "$name")" -gt 200 ]
    done
}
# Installed again over a program that is open: it is asked to close, the desk stays.
upgrades() {
    local program waited=0
    WINEQT_QPA_PLATFORM=offscreen win "$PROGRAM/BanBienTap.exe" sample &
    program=$!
    until [ -e "$HERE/BanBienTap/mau/desk.sqlite-wal" ]; do
        waited=$((waited + 1))
        [ $waited -lt 60 ] || return 1
        sleep 1
    done
    kill -0 $program
    win "$SETUP" /S
    wait $program || true
    console check --data "$SAMPLE" | grep "nguyên vẹn"
}
leaves() {
    win "$PROGRAM/uninstall.exe" /S
    gone "$PROGRAM/BanBienTap.exe"
    test ! -e "$PROGRAM"
    test -s "$HERE/BanBienTap/mau/desk.sqlite"
    ! win reg query 'HKCU\Software\Classes\BanBienTap.Tep'
}

# The tests as the Windows Python of the build runs them, beside the libraries of the lock.
tests() {
    local site="$BUILT/tests" mark
    mark="$site/$(sha256sum requirements-test.lock | cut -c1-16)"
    if [ ! -e "$mark" ]; then
        rm -rf "$site" "$BUILT/tests-wheels"
        "$BUILT/venv/bin/pip" download -q --disable-pip-version-check --no-deps --platform win_amd64 --only-binary=:all: \
            --python-version 3.11 --require-hashes -r requirements-test.lock -d "$BUILT/tests-wheels"
        "$BUILT/venv/bin/pip" download -q --disable-pip-version-check --no-deps colorama==0.4.6 -d "$BUILT/tests-wheels"
        mkdir -p "$site"
        python3 resources/windows/unpack_wheels.py "$BUILT/tests-wheels" "$site"
        touch "$mark"
    fi
    # shellcheck disable=SC2086  # a list of rooms
    PYTHONPATH="$(path "$site")" win "$BUILT/python/python.exe" -m pytest -q -p no:randomly -p no:cacheprovider $ROOMS
}

main() {
    try install-in-odd-places installs_oddly
    try install installs
    size="$(megabytes "$PROGRAM")"
    try entries entries
    try help-into-a-pipe helps
    try verb-without-a-console silent_window
    try sample-desk samples
    try check checks
    try import-dry-run reads
    [ -e "$TRY/empty/empty.exe" ] || try empty-window-is-built empties
    try sign-in-on-a-screen shows
    try tour tours
    try pages-at-100-percent pages 96 1366x768
    try pages-at-150-percent pages 144 1920x1080
    try upgrade upgrades
    try uninstall-keeps-the-desk leaves
    [ -z "$ROOMS" ] || try tests tests
}

report() {
    local commit
    commit="$(git rev-parse --short HEAD)$(git diff --quiet HEAD -- desk ui main.py resources || echo " and changes")"
cat >resources/windows/SMOKE.md <<END
# The last try of the setup under Wine

$(date -u +%F), commit $commit, $("$WINE" --version), $(nproc) cores beside other work.

| step | result |
|---|---|
$(printf '%s\n' "${lines[@]}")

| figure | |
|---|---|
| setup | $(megabytes "$SETUP") MB |
| portable zip | $(megabytes "$ZIP") MB |
| installed | $size MB |
| start to the sign-in, by turns with the next | $(paste -sd' ' "$TRY/start.txt") s |
| start of an empty window of PySide6, frozen alike | $(paste -sd' ' "$TRY/empty.txt") s |
| the medians of both | $(echo "$(median "$TRY/start.txt") $(median "$TRY/empty.txt")" | awk '$2 { printf "%.2f ×", $1 / $2 }') |
| tour | $(tail -1 "$TRY/tour.txt") |
| tests of ${ROOMS:-no room} | $([ -z "$ROOMS" ] && echo "not run" || tail -1 "$TRY/tests.txt") |

What Wine does not show: DPI, SmartScreen, antivirus, printers, Word, UniKey, native dialogs, the tray.
END
}

main # read whole before it runs: the file may change meanwhile
report
exit $failed
