"""The command line's grammar, in Vietnamese; exit code 2 and a sentence when it is misused."""

from __future__ import annotations

import argparse
import io
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

from desk.dates.lunar_calendar import week_of
from desk.paths import PROGRAM, data_folder

CALENDARS = frozenset({".ics", ".vcs"})  # what `import` takes into the calendar
_WORDS = {
    "usage: ": "cách dùng: ",
    "positional arguments": "đối số",
    "options": "tùy chọn",
    "show this help message and exit": "hiện trợ giúp này",
}


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"Lệnh chưa đúng: {_vietnamese(message)}\n")

    def format_help(self) -> str:
        shown = super().format_help()
        for english, vietnamese in _WORDS.items():
            shown = shown.replace(english, vietnamese)
        return shown

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "cách dùng: ")


def _vietnamese(message: str) -> str:
    for english, words in (
        ("the following arguments are required: ", "còn thiếu "),
        ("unrecognized arguments: ", "không hiểu "),
        ("invalid choice: ", "không có lựa chọn "),
        ("choose from", "hãy chọn trong"),
        ("expected one argument", "cần một giá trị"),
        ("invalid int value: ", "cần một số, không phải "),
        ("invalid _issue value: ", "cần SỐ/NĂM như 4/2019, không phải "),
        ("invalid _week value: ", "cần NĂM-WTUẦN như 2019-W15, không phải "),
        ("invalid _sheets value: ", "cần pdf, docx, txt, không phải "),
        ("invalid fromisoformat value: ", "cần ngày NĂM-THÁNG-NGÀY, không phải "),
        ("invalid _formats value: ", "cần pdf, docx, html, không phải "),
        ("invalid _outputs value: ", "cần print, office, screen, word, web, proof, không phải "),
        ("not allowed with argument", "không đi cùng"),
        ("argument ", "đối số "),
    ):
        message = message.replace(english, words)
    return message


def _issue(given: str) -> tuple[str, int]:
    number, year = given.rsplit("/", 1)
    return number, int(year)


def _formats(given: str) -> tuple[str, ...]:
    kinds = tuple(dict.fromkeys(kind.strip().lower() for kind in given.split(",") if kind.strip()))
    if not kinds or not set(kinds) <= {"pdf", "docx", "html"}:
        raise ValueError(given)
    return kinds


def _outputs(given: str) -> tuple[str, ...]:
    kinds = tuple(dict.fromkeys(kind.strip().lower() for kind in given.split(",") if kind.strip()))
    if not kinds or not set(kinds) <= {"print", "office", "screen", "word", "web", "proof"}:
        raise ValueError(given)
    return kinds


def _week(given: str) -> date:
    year, week = given.upper().replace("W", "").split("-")
    return week_of(int(year), int(week))


def _sheets(given: str) -> tuple[str, ...]:
    kinds = tuple(dict.fromkeys(kind.strip().lower() for kind in given.split(",") if kind.strip()))
    if not kinds or not set(kinds) <= {"pdf", "docx", "txt"}:
        raise ValueError(given)
    return kinds


def _add_person(parser: argparse.ArgumentParser, told: str) -> None:
    """Let a verb be somebody's act, who proves it by their password."""
    parser.add_argument(
        "--as", dest="name", default="", metavar="HỌ_TÊN", help=f"{told}; chương trình hỏi mật khẩu"
    )
    parser.add_argument(
        "--password-file",
        type=Path,
        default=None,
        metavar="TỆP",
        help="tệp có mật khẩu ở dòng đầu, khi không có ai ngồi máy để gõ",
    )


def read(arguments: list[str]) -> argparse.Namespace:
    """Read a verb and its arguments; leaves with code 2 when they are misused. Both streams are UTF-8 then."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    shared = _Parser(add_help=False)
    shared.add_argument("--data", help="thư mục dữ liệu của bàn biên tập", default=argparse.SUPPRESS)
    parser = _Parser(prog=PROGRAM, description="Bàn biên tập – Bản tin Thông báo nội bộ", parents=[shared])
    verbs = parser.add_subparsers(dest="verb", metavar="LỆNH", parser_class=_Parser, required=True)

    export = verbs.add_parser("export", help="xuất một số bản tin", parents=[shared])
    export.add_argument("issue", type=_issue, metavar="SỐ/NĂM", help="ví dụ 4/2019")
    what = export.add_mutually_exclusive_group()
    what.add_argument(
        "--format", type=_formats, default=("pdf",), help="pdf,docx,html: từng tệp trong thư mục"
    )
    what.add_argument(
        "--profile",
        type=_outputs,
        default=(),
        help="print,office,screen,word,web,proof: in, in tại cơ quan, đọc màn hình, Word, trang thông tin, in thử; "
        "vào một thư mục mới có bản kê",
    )
    export.add_argument("--bleed", action="store_true", help="bản in chừa xén 3 mm")
    export.add_argument("--marks", action="store_true", help="bản in có dấu xén")
    export.add_argument("--grey", action="store_true", help="đen trắng")
    export.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC")
    _add_person(export, "người xuất, ghi vào nhật ký")

    take_in = verbs.add_parser("import", help="nhập bài, hoặc lịch .ics, từ tệp", parents=[shared])
    take_in.add_argument("files", nargs="+", type=Path, metavar="TỆP")
    _add_person(take_in, "người nhập")
    take_in.add_argument(
        "--from", dest="first", type=date.fromisoformat, default=None, metavar="NGÀY", help="lịch: từ ngày"
    )
    take_in.add_argument(
        "--to", dest="last", type=date.fromisoformat, default=None, metavar="NGÀY", help="lịch: đến ngày"
    )
    take_in.add_argument("--dry-run", action="store_true", help="chỉ xem, không ghi")
    take_in.add_argument("--json", action="store_true", help="in JSON")

    schedule = verbs.add_parser("schedule", help="làm lịch công tác tuần", parents=[shared])
    schedule.add_argument("week", type=_week, metavar="NĂM-WTUẦN", help="tuần theo ISO, ví dụ 2019-W15")
    schedule.add_argument("--format", type=_sheets, default=("pdf",), help="pdf,docx,txt")
    schedule.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC")

    notice = verbs.add_parser("notice", help="tìm cuộc họp trong giấy mời, thông báo", parents=[shared])
    notice.add_argument("file", type=Path, metavar="TỆP")
    notice.add_argument("--json", action="store_true", help="in JSON")
    notice.add_argument(
        "--today", type=date.fromisoformat, default=None, metavar="NGÀY", help="coi hôm nay là ngày này"
    )

    proof = verbs.add_parser(
        "proof",
        help="soát lỗi văn bản tiếng Việt",
        description="Soát lỗi tệp văn bản (mỗi dòng một đoạn) hoặc tệp Word. Vị trí trong JSON đếm từng ký tự "
        "Unicode từ 0, của văn bản đã chuẩn hóa NFC; end là sau ký tự cuối.",
    )
    proof.add_argument("files", nargs="+", type=Path, metavar="TỆP")
    proof.add_argument("--json", action="store_true", help="in JSON")
    proof.add_argument(
        "--register", type=Path, default=None, metavar="SỔ_TAY", help="tệp JSON của sổ tay cơ quan"
    )
    proof.add_argument(
        "--date", type=date.fromisoformat, default=None, metavar="NGÀY", help="ngày của sự việc trong bài"
    )

    show = verbs.add_parser("show", help="xem một bài như đã lưu", parents=[shared])
    show.add_argument("id", type=int, metavar="MÃ")
    show.add_argument("--json", action="store_true", help="in JSON")

    search = verbs.add_parser("search", help="tìm bài, có dấu hay không dấu", parents=[shared])
    search.add_argument("words", nargs="+", metavar="CHỮ")
    search.add_argument("--json", action="store_true", help="in JSON")
    search.add_argument("--limit", type=int, default=20, metavar="N")

    compare = verbs.add_parser(
        "compare",
        help="so hai tệp văn bản, mỗi dòng một đoạn",
        description="So hai tệp văn bản UTF-8 (hoặc UTF-16 có BOM), mỗi dòng một đoạn. Dấu đầu dòng: ~ đoạn sửa, "
        "+ đoạn thêm, - đoạn bỏ, ⇅ đoạn chuyển; [-chữ bỏ-] {+chữ thêm+}, ¶ chỗ ngắt hoặc nhập đoạn. Vị trí trong "
        "JSON đếm từng ký tự Unicode từ 0, của văn bản đã chuẩn hóa NFC, bỏ BOM, xuống dòng tính là một ký tự.",
    )
    compare.add_argument("old", type=Path, metavar="BẢN_CŨ")
    compare.add_argument("new", type=Path, metavar="BẢN_MỚI")
    compare.add_argument("--json", action="store_true", help="in JSON")

    verify = verbs.add_parser(
        "verify", help="đối chiếu tệp hoặc thư mục đã in với số đã phát hành", parents=[shared]
    )
    verify.add_argument("path", type=Path, metavar="TỆP_HOẶC_THƯ_MỤC")
    verify.add_argument("--json", action="store_true", help="in JSON")

    check = verbs.add_parser("check", help="kiểm tra tệp dữ liệu và nhật ký", parents=[shared])
    check.add_argument(
        "--code",
        action="append",
        default=[],
        metavar="MÃ",
        help="mã của nhật ký ghi trên bản in, để đối chiếu",
    )
    check.add_argument("--json", action="store_true", help="in JSON")

    backup = verbs.add_parser("backup", help="sao lưu dữ liệu, có kiểm tra", parents=[shared])
    backup.add_argument(
        "--to", type=Path, default=None, metavar="THƯ_MỤC", help="thay cho thư mục sao-luu bên cạnh dữ liệu"
    )
    backups = verbs.add_parser(
        "backups", help="liệt kê các bản sao lưu, đối chiếu từng bản", parents=[shared]
    )
    backups.add_argument("--json", action="store_true", help="in JSON")
    restore = verbs.add_parser("restore", help="phục hồi dữ liệu từ một bản sao lưu", parents=[shared])
    restore.add_argument("file", type=Path, metavar="TỆP")
    restore.add_argument("--yes", action="store_true", help="làm ngay; không có thì chỉ cho biết sẽ làm gì")
    salvage = verbs.add_parser(
        "salvage", help="cứu dữ liệu từ một tệp bị hỏng, không sửa tệp đó", parents=[shared]
    )
    salvage.add_argument("file", type=Path, metavar="TỆP")
    salvage.add_argument(
        "--to", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi những gì cứu được"
    )
    salvage.add_argument("--json", action="store_true", help="in JSON")

    archive = verbs.add_parser("archive", help="xuất kho lưu trữ đọc được lâu dài", parents=[shared])
    archive.add_argument(
        "--year", type=int, default=None, metavar="NĂM", help="chỉ một năm; không có: tất cả"
    )
    archive.add_argument("--to", type=Path, required=True, metavar="THƯ_MỤC")
    _add_person(archive, "ghi việc này vào nhật ký dưới tên của người xuất")
    archive.add_argument("--json", action="store_true", help="in JSON")

    archived = verbs.add_parser(
        "archive-import", help="nhập kho lưu trữ vào một bàn biên tập mới, trống", parents=[shared]
    )
    archived.add_argument("archive", type=Path, metavar="THƯ_MỤC_KHO")

    tour = verbs.add_parser("tour", help="đi hết một vòng trên dữ liệu mẫu, chụp màn hình")
    tour.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC")

    opened = verbs.add_parser("open", help="mở cửa sổ và nhập các tệp này", parents=[shared])
    opened.add_argument("files", nargs="+", type=Path, metavar="TỆP")
    verbs.add_parser("sample", help="mở cửa sổ trên bàn mẫu, để làm thử")
    verbs.add_parser("close", help="xin cửa sổ đang mở đóng lại, như khi cài bản mới", parents=[shared])

    wish = parser.parse_args(arguments)
    if wish.verb == "import" and not wish.name and not wish.dry_run:  # only a look is nobody's act
        take_in.error("the following arguments are required: --as")
    wish.folder = data_folder(getattr(wish, "data", None))
    return wish
