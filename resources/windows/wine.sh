# Sourced by build.sh and smoke.sh from the folder of main.py: a Wine of our own, away from the user's.
export WINEPREFIX="$PWD/build/wine" WINEARCH=win64 WINEDEBUG=-all PYTHONUTF8=1
export WINEDLLOVERRIDES="mscoree=;mshtml=;winemenubuilder.exe=d"
STUBS="$PWD/resources/windows"
wine_program() { command -v wine64 || command -v wine || echo /usr/lib/wine/wine64; }
WINE="$(wine_program)"

# need COMMAND:PACKAGE …: install what is missing of Debian; who is not root is told the line that does it.
need() {
    local one missing=""
    for one in "$@"; do
        command -v "${one%%:*}" >/dev/null 2>&1 || missing="$missing ${one##*:}"
    done
    [ -x "$WINE" ] || missing="$missing wine64"
    python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        echo "Missing. As root: apt-get update && apt-get install -y --no-install-recommends$missing"
        exit 1
    fi
    echo "Installing$missing"
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of packages
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    hash -r
    WINE="$(wine_program)"
}

# win PROGRAM WORDS: run a Windows program; Wine wants pipes for its input and output. What is linked to the
# user's own Desktop goes to a home of its own. A variable QT_X reaches it as WINEQT_X. The end of the program is
# waited for, not that of its pipe: services that Wine starts beside it hold that as long as any program runs.
win() {
    local said code
    mkdir -p "$WINEPREFIX/home"
    said="$(mktemp)"
    sleep 0.1 | HOME="$WINEPREFIX/home" "$WINE" "$@" > >(cat >"$said") 2>&1 && code=0 || code=$?
    sleep 0.2 # what it said last
    tr -d '\r' <"$said"
    rm -f "$said"
    return $code
}

# path FILE: a file as Windows names it.
path() {
    printf 'Z:%s' "$(realpath -m "$1" | tr / '\\')"
}

# wine_ready: make the prefix: Windows 10, and two libraries of Windows that Wine 8 lacks. These are never shipped.
wine_ready() {
    local system="$WINEPREFIX/drive_c/windows/system32"
    if [ ! -e "$WINEPREFIX/ready" ]; then
        win wineboot -i >/dev/null
        win reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null
        mkdir -p "$system"
        x86_64-w64-mingw32-gcc -shared -o "$system/bcryptprimitives.dll" "$STUBS/ProcessPrng.c" -ladvapi32
        x86_64-w64-mingw32-gcc -shared -o "$system/icuuc.dll" "$STUBS/icuuc.c"
        touch "$WINEPREFIX/ready"
    fi
}
