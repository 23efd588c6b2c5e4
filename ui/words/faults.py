"""The words for what is refused or found wanting, and for files; part of `ui.words.wording`, which hands them on."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desk.errors import ArchiveFault, BackupFault, IntakeFault, PictureFault, RuleFault, Trouble
from desk.intake.result import DoubtKind, Dropped
from desk.integrity.database import Finding


def _mark(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("wording", text))


TROUBLES: dict[Trouble, str] = {
    Trouble.FULL: _mark(
        "Ổ đĩa đã đầy nên chưa ghi được. Hãy xóa bớt tệp rồi làm lại; những gì đã lưu vẫn còn."
    ),
    Trouble.BUSY: _mark("Tệp dữ liệu đang bận. Hãy thử lại sau vài giây."),
    Trouble.READONLY: _mark(
        "Tệp hoặc thư mục chỉ cho đọc nên chưa ghi được. Hãy bỏ thuộc tính chỉ đọc, hoặc dùng thư mục khác."
    ),
    Trouble.CORRUPT: _mark(
        "Tệp dữ liệu bị hỏng. Đừng ghi thêm; hãy sao tệp ra chỗ khác và mở bản sao lưu gần nhất."
    ),
    Trouble.IO: _mark("Ổ đĩa báo lỗi khi đọc hoặc ghi. Hãy kiểm tra ổ đĩa, dây nối rồi thử lại."),
    Trouble.NOT_A_DESK: _mark("Đây không phải tệp của Bàn biên tập. Hãy chọn đúng thư mục dữ liệu."),
    Trouble.NEWER: _mark(
        "Tệp này do bản Bàn biên tập mới hơn ghi. Hãy cập nhật chương trình; tệp được giữ nguyên."
    ),
    Trouble.ABSENT: _mark("Không còn thấy tệp hoặc thư mục này. Có thể nó đã bị chuyển đi hoặc đổi tên."),
    Trouble.LOCKED: _mark("Bàn biên tập này đang mở ở một cửa sổ hoặc chương trình khác."),
    Trouble.NETWORK: _mark(
        "Không đặt dữ liệu trên ổ mạng được vì dễ hỏng tệp. Hãy dùng thư mục trên ổ của máy này."
    ),
    Trouble.DENIED: _mark(
        "Không có quyền ghi ở đây, hoặc tệp đang mở trong chương trình khác. Hãy đóng tệp hoặc chọn thư mục khác."
    ),
    Trouble.NO_FOLDER: _mark("Đây không phải là thư mục. Hãy chọn thư mục khác."),
    Trouble.NO_FILE: _mark("Đây không phải là một tệp. Hãy chọn một tệp."),
}
# The same where it is known which file or folder: what is written out can go to any.
TROUBLES_AT: dict[Trouble, str] = {
    Trouble.FULL: _mark(
        "Ổ đĩa đã đầy nên chưa ghi được “{path}”. Hãy xóa bớt tệp rồi làm lại; những gì đã lưu vẫn còn."
    ),
    Trouble.READONLY: _mark(
        "“{path}” chỉ cho đọc nên chưa ghi được. Hãy bỏ thuộc tính chỉ đọc, hoặc dùng thư mục khác."
    ),
    Trouble.IO: _mark("Ổ đĩa báo lỗi khi đọc hoặc ghi “{path}”. Hãy kiểm tra ổ đĩa, dây nối rồi thử lại."),
    Trouble.ABSENT: _mark(
        "Không thấy “{path}”. Có thể tệp hoặc thư mục đã bị chuyển đi, đổi tên, hoặc ổ đĩa chưa được gắn vào."
    ),
    Trouble.DENIED: _mark(
        "Không ghi được vào “{path}”: không có quyền ghi, hoặc tệp đang mở trong chương trình khác. "
        "Hãy đóng tệp hoặc chọn thư mục khác."
    ),
    Trouble.NO_FILE: _mark("“{path}” không phải là một tệp. Hãy chọn một tệp."),
    Trouble.NO_FOLDER: _mark("“{path}” không phải là thư mục. Hãy chọn thư mục khác."),
}
BACKUPS: dict[BackupFault, str] = {
    BackupFault.TAMPERED: _mark(
        "Bản sao lưu “{name}” không còn như lúc được ghi nên không dùng để phục hồi. Hãy chọn bản khác."
    ),
    BackupFault.UNSOUND: _mark(
        "Dữ liệu trong “{name}” bị hỏng nên không dùng để phục hồi. Hãy chọn bản khác."
    ),
    BackupFault.OTHER_DESK: _mark(
        "“{name}” là bản sao lưu của bàn biên tập khác, không phải của dữ liệu đang dùng ở đây."
    ),
    BackupFault.NOT_KNOWN: _mark("“{name}” có thể là bản sao lưu của bàn biên tập khác."),
}
PICTURES: dict[PictureFault, str] = {
    PictureFault.EMPTY: _mark("“{name}” là tệp rỗng."),
    PictureFault.NO_PICTURE: _mark("“{name}” không phải là ảnh. Hãy chọn ảnh JPG hoặc PNG."),
    PictureFault.TOO_LARGE: _mark(
        "Ảnh “{name}” có quá nhiều điểm ảnh (trên 50 triệu). Hãy thu nhỏ rồi chèn lại."
    ),
    PictureFault.TOO_HEAVY: _mark("Ảnh “{name}” quá nặng. Hãy thu nhỏ rồi chèn lại."),
    PictureFault.BROKEN: _mark("Ảnh “{name}” bị hỏng giữa chừng. Hãy lấy lại tệp gốc."),
}
INTAKES: dict[IntakeFault, str] = {
    IntakeFault.EMPTY: _mark("“{name}” là tệp rỗng."),
    IntakeFault.NOT_TEXT: _mark("“{name}” không phải là văn bản."),
    IntakeFault.TOO_HEAVY: _mark("“{name}” quá lớn để là một bài. Hãy tách bài ra rồi nhập."),
    IntakeFault.UNKNOWN_KIND: _mark("Chưa nhập được loại tệp của “{name}”. Hãy lưu thành .docx rồi nhập."),
    IntakeFault.BAD_PDF: _mark(
        "Không đọc được các trang của “{name}”: tệp PDF hỏng hoặc bị cắt. Hãy chép lại tệp."
    ),
    IntakeFault.NO_MANIFEST: _mark(
        "Thư mục “{name}” không có bản kê (manifest.json) của Bàn biên tập nên không đối chiếu được."
    ),
    IntakeFault.NO_ARTICLE: _mark("Không thấy bài nào trong “{name}”."),
    IntakeFault.NO_CALENDAR: _mark("“{name}” không phải là tệp lịch (iCalendar)."),
    IntakeFault.OLD_CALENDAR: _mark(
        "“{name}” là lịch kiểu cũ (vCalendar 1.0). Hãy xuất lại từ chương trình lịch thành tệp .ics rồi nhập."
    ),
    IntakeFault.BARE_EVENT: _mark(
        "“{name}” có cuộc họp nhưng thiếu phần đầu và phần cuối của tệp lịch. Hãy xuất lại cả tệp rồi nhập."
    ),
    IntakeFault.CALENDAR_TOO_HEAVY: _mark(
        "“{name}” quá lớn: một tệp lịch được tới 60 MB và 20.000 cuộc họp. Hãy xuất từng phần rồi nhập."
    ),
    IntakeFault.NOTICE_TOO_LONG: _mark("Văn bản dài quá 60.000 chữ. Hãy dán từng thông báo một."),
    IntakeFault.DOCUMENT_TOO_HEAVY: _mark("“{name}” nặng quá 20 MB nên không đính kèm được."),
    IntakeFault.ORIGINAL_TOO_HEAVY: _mark("“{name}” nặng quá 100 MB nên không nhập được."),
    IntakeFault.PROGRAM: _mark("“{name}” là một chương trình, không phải tài liệu, nên không đính kèm."),
    IntakeFault.ENCRYPTED: _mark("“{name}” được đặt mật khẩu. Hãy bỏ mật khẩu rồi nhập."),
    IntakeFault.BROKEN: _mark("“{name}” bị hỏng hoặc chưa tải về đủ. Hãy lấy lại tệp rồi nhập."),
    IntakeFault.SCAN: _mark(
        "“{name}” chỉ có ảnh chụp trang giấy, không có chữ để lấy. Hãy xin bản Word, hoặc gõ lại."
    ),
    IntakeFault.EXECUTABLE: _mark("“{name}” là một chương trình, không phải bài. Đừng mở tệp này."),
    IntakeFault.PICTURE_FILE: _mark("“{name}” là một ảnh. Hãy mở bài rồi chèn ảnh vào."),
    IntakeFault.SPREADSHEET: _mark("“{name}” là bảng tính. Hãy sao chép bảng rồi dán vào bài."),
    IntakeFault.ARCHIVE: _mark(
        "“{name}” là tệp nén .rar, .7z hoặc loại khác. Hãy giải nén rồi nhập thư mục."
    ),
    IntakeFault.TOO_SLOW: _mark("“{name}” đọc quá lâu nên đã dừng. Hãy lưu lại thành .docx rồi nhập."),
    IntakeFault.DANGEROUS: _mark(
        "“{name}” có phần khai báo không an toàn nên không mở. Hãy xin lại tệp từ người gửi."
    ),
    IntakeFault.SAME_TEXT: _mark("“{name}” là cùng một bài với tệp khác ở đây nên không nhập hai lần."),
    IntakeFault.NOT_XLSX: _mark(
        "“{name}” không phải là bảng tính Excel đọc được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi nhập."
    ),
    IntakeFault.NO_REGISTER: _mark(
        "Trong “{name}” không trang nào có dòng tiêu đề của Sổ tay. Hãy lưu tệp mẫu, điền vào đó rồi nhập."
    ),
    IntakeFault.REGISTER_TOO_LONG: _mark(
        "“{name}” quá lớn: một lần nhập được tới 20.000 dòng. Hãy tách tệp ra rồi nhập từng phần."
    ),
    IntakeFault.HEIC: _mark(
        "“{name}” là ảnh HEIC của iPhone nên chưa mở được. Hãy lưu thành JPG rồi thêm vào."
    ),
}
ARCHIVES: dict[ArchiveFault, str] = {
    ArchiveFault.NONE: _mark(
        "“{name}” không phải là kho lưu trữ của Bàn biên tập: không đọc được bảng kê kho.json."
    ),
    ArchiveFault.CHANGED: _mark(
        "Tệp “{name}” trong kho không còn như lúc xuất kho nên không nhập. Hãy lấy lại kho từ bản gốc."
    ),
    ArchiveFault.GONE: _mark("Trong kho thiếu tệp “{name}” nên không nhập. Hãy lấy lại kho từ bản gốc."),
    ArchiveFault.NOT_EMPTY: _mark("“{name}” đã có bàn biên tập. Hãy chọn một thư mục mới hoặc trống."),
    ArchiveFault.DAMAGED_DESK: _mark(
        "“{name}” trong bàn biên tập không còn đọc được như lúc lưu nên chưa xuất kho. Hãy kiểm tra dữ liệu, "
        "hoặc dùng Cứu dữ liệu."
    ),
}
FINDINGS: dict[Finding, str] = {
    Finding.FILE: _mark("Tệp dữ liệu hỏng: {detail}"),
    Finding.FOREIGN_KEY: _mark("Dòng {where} trỏ tới {detail} không có"),
    Finding.JOURNAL: _mark("Nhật ký, mục {where}: {detail}"),
    Finding.UNREADABLE: _mark("Không đọc được {where} {detail}"),
    Finding.SEAL: _mark("Dấu niêm, {where}: {detail}"),
    Finding.ROW: _mark("{where} {detail}"),
    Finding.TEXT: _mark("Bài/phiên bản {where} không đúng khuôn: {detail}"),
    Finding.TEXT_CHANGED: _mark("Bài/phiên bản {where} đã bị sửa ngoài chương trình"),
    Finding.APPROVAL: _mark("Bài/phiên bản {where}: {detail}"),
    Finding.RELEASE: _mark("Lần phát hành {where}: “{detail}” không còn như lúc phát hành"),
    Finding.ORIGINAL: _mark("Tệp gốc {where} không còn như lúc nhập"),
    Finding.PICTURE: _mark("Ảnh {where} không còn như lúc đưa vào"),
    Finding.ANCHOR: _mark("Nhật ký không còn mục {where} như {detail} đã ghi lại"),
    Finding.INDEX: _mark("Chỉ mục tìm kiếm lệch: {detail}"),
}
JOURNAL_FAULTS = {
    "ALTERED": _mark("bị sửa"),
    "MISSING": _mark("bị mất"),
    "REORDERED": _mark("sai thứ tự"),
}
# What a finding says of its place: of the journal, of a row and its seal, of an approval.
FINDING_DETAILS: dict[Finding, dict[str, str]] = {
    Finding.FILE: {
        "EMPTY": _mark("tệp trống, không có byte nào đọc được"),
        "HEADER": _mark("phần đầu tệp không phải của một cơ sở dữ liệu: tệp khác loại, hoặc bị ghi đè"),
        "SHORT": _mark("tệp bị cụt, thiếu phần cuối so với lúc ghi"),
        "FOREIGN": _mark("tệp không mang dấu của Bàn biên tập"),
    },
    Finding.JOURNAL: JOURNAL_FAULTS,
    Finding.SEAL: {
        "CHAIN": _mark("bị sửa hoặc bị mất"),
        "UNSEALED": _mark("ghi một việc không ai làm bằng chương trình"),
        "CUT": _mark("không còn như lúc được niêm"),
    },
    Finding.ROW: {
        "CHANGED": _mark("bị sửa ngoài chương trình"),
        "ADDED": _mark("được thêm ngoài chương trình"),
        "GONE": _mark("bị xóa ngoài chương trình"),
    },
    Finding.APPROVAL: {
        "": _mark("chữ ký duyệt không khớp nội dung"),
        "STAGE": _mark("không việc nào trong nhật ký đưa bài tới bước này"),
        "APPROVAL": _mark("nhật ký không có việc duyệt này"),
        "ENDED": _mark("nhật ký có việc duyệt mà bài không còn"),
        "AUTHOR": _mark("người duyệt là người viết bài"),
        "ROLE": _mark("người duyệt khi ấy không có quyền duyệt"),
        "ENTRY": _mark("mục duyệt trong nhật ký không còn như lúc ghi"),
    },
}
# The parts of a check-up, for one that breaks off.
CHECKS = {
    "file": _mark("tệp"),
    "keys": _mark("liên kết giữa các dòng"),
    "journal": _mark("nhật ký"),
    "rows": _mark("dấu niêm"),
    "notifications": _mark("thông báo"),
    "texts": _mark("phiên bản của bài"),
    "search_words": _mark("chữ để tìm"),
    "approvals": _mark("việc duyệt"),
    "releases": _mark("số đã phát hành"),
    "originals": _mark("tệp gốc"),
    "pictures": _mark("ảnh"),
    "anchors": _mark("nhật ký trong bản đã phát hành"),
    "index": _mark("chỉ mục tìm kiếm"),
}
# The tables of the desk as an office calls what a row of them is.
ROWS = {
    "article": _mark("Bài"),
    "article_original": _mark("Tệp gốc của bài, số"),
    "article_text": _mark("Chữ để tìm của bài"),
    "attachment": _mark("Tệp kèm cuộc họp, số"),
    "authorship": _mark("Người viết (bài/người)"),
    "check": _mark("phần"),
    "checklist_item": _mark("Mục trong danh mục kiểm, số"),
    "comment": _mark("Ý kiến số"),
    "coverage": _mark("Phân công số"),
    "delegation": _mark("Ủy quyền số"),
    "erratum": _mark("Đính chính của bài"),
    "issue": _mark("Số bản tin, dòng"),
    "issue_section": _mark("Chuyên mục trong số (số/chuyên mục)"),
    "journal": _mark("Nhật ký, mục"),
    "meeting": _mark("Cuộc họp số"),
    "meeting_article": _mark("Bài của cuộc họp, bài"),
    "mention": _mark("Người được nhắc (ý kiến/người)"),
    "notice": _mark("Thông báo số"),
    "occurrence": _mark("Buổi họp"),
    "original_file": _mark("Tệp gốc"),
    "person": _mark("Người số"),
    "picture": _mark("Ảnh"),
    "placement": _mark("Chỗ trong bản tin của bài"),
    "ignored_finding": _mark("Lỗi đã bỏ qua, số"),
    "register_body": _mark("Sổ tay, cơ quan số"),
    "register_document": _mark("Sổ tay, văn bản số"),
    "register_person": _mark("Sổ tay, người số"),
    "register_rule": _mark("Quy tắc soát lỗi, dòng"),
    "register_title": _mark("Sổ tay, chức danh số"),
    "register_word": _mark("Sổ tay, từ số"),
    "release": _mark("Lần phát hành"),
    "release_file": _mark("Tệp phát hành số"),
    "release_part": _mark("Phần tệp phát hành"),
    "rendition": _mark("Ảnh thu nhỏ"),
    "revision": _mark("Phiên bản, dòng"),
    "seal": _mark("dấu số"),
    "section": _mark("Chuyên mục số"),
    "setting": _mark("Thiết lập"),
    "taught": _mark("Những gì máy soát đã học, dòng"),
    "tick": _mark("Dấu kiểm (bài/mục/phiên bản)"),
    "wanted": _mark("Bài đặt số"),
}
DOUBTS: dict[DoubtKind, str] = {
    DoubtKind.WEEKDAY: _mark("Thứ không khớp với ngày: “{detail}”"),
    DoubtKind.BAD_DATE: _mark("Không có ngày này: “{detail}”"),
    DoubtKind.PICTURE_GUESSED: _mark("Ảnh gửi kèm, chưa chắc thuộc bài này hoặc chỗ này"),
    DoubtKind.NO_DATE: _mark("Không thấy dòng ngày"),
    DoubtKind.NO_TITLE: _mark("Không thấy tít"),
    DoubtKind.NO_LEAD: _mark("Không thấy sapô"),
    DoubtKind.LEAD_GUESSED: _mark("Sapô được đoán theo vị trí"),
    DoubtKind.NO_BYLINE: _mark("Không thấy bút danh"),
    DoubtKind.REPEATED_LEAD: _mark("Đoạn đầu của thân bài lặp lại sapô"),
    DoubtKind.CAPTION_GUESSED: _mark("Dòng này có lẽ là chú thích ảnh: “{detail}”"),
    DoubtKind.BROKEN_LETTERS: _mark("Có chữ hỏng trong tệp ({detail}), nay là “�”."),
    DoubtKind.LEGACY_LETTERS: _mark("Chữ có vẻ theo bảng mã cũ (TCVN3, VNI): “{detail}”"),
    DoubtKind.NO_PICTURES_READ: _mark("Có thể thiếu ảnh: loại tệp này chưa lấy được ảnh"),
    DoubtKind.NO_LOOKS_READ: _mark("Tệp hỏng một phần: chỉ lấy được chữ, mất đậm, nghiêng, bảng"),
    DoubtKind.OBJECTS_LOST: _mark(
        "Thiếu {detail} bảng Excel, biểu đồ hoặc sơ đồ nhúng trong tệp: hãy xem bản gốc và gõ lại"
    ),
    DoubtKind.PICTURES_LOST: _mark("Thiếu {detail} ảnh không lấy được: hãy xem bản gốc"),
    DoubtKind.LINES_JOINED: _mark("Các dòng được ghép lại thành đoạn; hãy xem lại chỗ ngắt đoạn"),
}
RULE_FAULTS: dict[RuleFault, str] = {
    RuleFault.UNREADABLE: _mark(
        "Quy tắc lặp này không áp dụng được cho ngày mới. Hãy chọn lại cách lặp trong cửa sổ Sửa cuộc họp."
    ),
    RuleFault.TOO_FINE: _mark("Cuộc họp không lặp theo giờ, phút hoặc giây."),
    RuleFault.TOO_MANY: _mark("Số lần lặp quá lớn. Hãy chọn ngày kết thúc."),
    RuleFault.NEVER: _mark("Không có ngày nào hợp với cách lặp này. Hãy chọn lại ngày."),
}
DROPPED: dict[Dropped, str] = {
    Dropped.FONTS: _mark("phông chữ"),
    Dropped.COLOURS: _mark("màu chữ"),
    Dropped.SCRIPTS: _mark("mã lệnh"),
    Dropped.PICTURES: _mark("ảnh không lấy được"),
    Dropped.LINKS: _mark("liên kết lạ"),
    Dropped.STRUCK: _mark("chữ đã gạch bỏ"),
    Dropped.HIDDEN: _mark("chữ ẩn"),
    Dropped.COMMENTS: _mark("ghi chú bên lề"),
    Dropped.EMBEDDED: _mark("phim, hình vẽ, công thức nhúng"),
    Dropped.MERGED_CELLS: _mark("ô gộp trong bảng (đã tách)"),
    Dropped.STRUCTURE: _mark("định dạng, bảng, danh sách (trang quá phức tạp, chỉ lấy chữ)"),
    Dropped.LEGACY_LETTERS: _mark("mã chữ TCVN3, VNI (đã đổi sang Unicode)"),
    Dropped.LEGACY_UNREAD: _mark("chữ có vẻ là mã TCVN3, VNI (chưa đổi được)"),
    Dropped.TRACKED: _mark("chỗ sửa có theo dõi (đã lấy bản sau sửa)"),
    Dropped.FOOTNOTES: _mark("cước chú (đã chuyển xuống cuối bài)"),
    Dropped.TEXT_BOXES: _mark("hộp chữ (đã đưa vào bài)"),
    Dropped.HEADERS: _mark("đầu trang, chân trang"),
    Dropped.EQUATIONS: _mark("công thức (chỉ lấy chữ)"),
    Dropped.OBJECTS: _mark("biểu đồ, sơ đồ, tệp nhúng"),
    Dropped.OBJECTS_SHOWN: _mark("biểu đồ, sơ đồ, tệp nhúng (đã lấy ảnh của nó)"),
    Dropped.LINKED_PICTURES: _mark("ảnh nằm ngoài tệp"),
    Dropped.UNDRAWN_PICTURES: _mark("hình WMF, EMF, SVG"),
    Dropped.PROMPTS: _mark("lời nhắc ở ô chưa điền"),
}
