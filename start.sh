#!/usr/bin/env bash
# Fresh machine -> .venv, locked dependencies, then: the program, the tests (test), or a verb of main.py.
set -eu
cd "$(dirname "$0")"
export PYTHONUTF8=1
if [ ! -e requirements.lock ]; then
    echo "Hãy giải nén cả tệp nén vào một thư mục, rồi chạy start.sh ở trong thư mục ấy."
    exit 1
fi

# What Qt needs from a bare Debian; the first line draws, the second is for a real screen.
DRAWING="libegl1 libgl1 libopengl0 libxkbcommon0 libdbus-1-3 libfontconfig1 libfreetype6 libglib2.0-0"
SCREEN="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0"
TESTS="poppler-utils libreoffice-writer-nogui"

missing() {
    for package in "$@"; do
        dpkg-query -W -f='${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed$' || printf '%s ' "$package"
    done
}

system_packages() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    wanted="$(missing "$@")"
    [ -n "$wanted" ] || return 0
    become=""
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
            become="sudo"
        else
            echo "Còn thiếu thư viện hệ thống. Hãy chạy dòng sau bằng quyền quản trị rồi mở lại:"
            install="apt-get update && apt-get install -y --no-install-recommends $wanted"
            if command -v sudo >/dev/null 2>&1; then
                echo "  sudo sh -c '$install'"
            else
                echo "  su -c '$install'"
            fi
            exit 1
        fi
    fi
    echo "Đang cài thư viện hệ thống: $wanted"
    $become apt-get update -qq
    # shellcheck disable=SC2086  # a list of packages
    DEBIAN_FRONTEND=noninteractive $become apt-get install -y -qq --no-install-recommends $wanted >/dev/null
}

find_python() {
    # Above 3.14 there are no wheels of the PySide6 that the lock names.
    for candidate in python3.11 python3.12 python3.13 python3.14 python3; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; raise SystemExit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

if [ "${1:-}" = "test" ]; then
    # shellcheck disable=SC2086  # lists of packages
    system_packages python3-venv $DRAWING $TESTS
else
    # shellcheck disable=SC2086
    system_packages python3-venv $DRAWING $SCREEN
fi

python="$(find_python)" || {
    echo "Cần Python từ 3.11 đến 3.14. Hãy cài bằng quyền quản trị: apt-get install -y python3 python3-venv"
    exit 1
}
if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then # none yet, or one that was broken off
    rm -rf .venv
    echo "Đang chuẩn bị thư mục .venv…"
    "$python" -m venv .venv
fi

# install LOCK WORDS: install what a lock names, unless that was done; it shows how far it is.
install() {
    mark=".venv/$1-$(sha256sum "$1" | cut -c1-16)"
    [ -e "$mark" ] && return 0
    echo "Đang cài $2. Việc này chỉ làm một lần, có thể mất vài phút…"
    .venv/bin/python -m pip install --disable-pip-version-check --no-input --require-hashes -r "$1" || {
        echo "Chưa cài được. Hãy xem máy có nối mạng không, rồi chạy lại: việc cài đi tiếp từ chỗ dừng."
        exit 1
    }
    rm -f ".venv/$1-"*
    .venv/bin/python -m compileall -q desk ui main.py
    touch "$mark"
}

install requirements.lock "các thư viện của chương trình"
case "${1:-}" in test | bench) install requirements-test.lock "công cụ kiểm thử" ;; esac

if [ "${1:-}" = "test" ]; then
    shift
    exec .venv/bin/python -m tests "$@"
fi
if [ "${1:-}" = "bench" ]; then
    shift
    exec .venv/bin/python -m tests.bench "$@"
fi
if [ "$#" -eq 0 ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
    echo "Máy này không có màn hình: chạy một vòng trên dữ liệu mẫu, ảnh chụp để ở build/tour."
    exec .venv/bin/python main.py tour --out build/tour
fi
exec .venv/bin/python main.py "$@"
