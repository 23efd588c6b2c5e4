"""The words of Nhập bài: roles of paragraphs, why one has its role, kinds of files, how far a file has come."""

from __future__ import annotations

from collections.abc import Sequence

from desk.intake.kinds import FileKind
from desk.intake.recogniser.roles import Assigned, Evidence, Role
from ui.words.marked import mark as _mark
from ui.words.marked import tr as _tr

ROLES: dict[Role, str] = {
    Role.TITLE: _mark("Tít"),
    Role.LEAD: _mark("Sapô"),
    Role.BODY: _mark("Thân"),
    Role.CAPTION: _mark("Chú thích"),
    Role.BYLINE: _mark("Bút danh"),
    Role.DATE: _mark("Ngày"),
    Role.OUT: _mark("Bỏ"),
}
EVIDENCES: dict[Evidence, str] = {
    Evidence.HEADING: _mark("tệp đặt đoạn này làm đầu đề"),
    Evidence.FIRST_LINE: _mark("đứng đầu bài"),
    Evidence.LOOK: _mark("in đậm, nghiêng hoặc căn giữa, khác các đoạn còn lại"),
    Evidence.CONTINUES: _mark("nối tiếp dòng tít ở trên"),
    Evidence.DATE_LINE: _mark("đọc được ngày, tháng, năm"),
    Evidence.OPENS_STORY: _mark("mở đầu bằng lúc nào, ở đâu, ai – như một sapô"),
    Evidence.SAID_TWICE: _mark("đoạn sau nhắc lại đúng đoạn này"),
    Evidence.CAPTION_WORDS: _mark("viết như chú thích ảnh"),
    Evidence.UNDER_PICTURE: _mark("đứng ngay dưới ảnh"),
    Evidence.BARE_LINE: _mark("dòng ngắn đứng giữa các đoạn dài"),
    Evidence.CAPTION_STYLE: _mark("tệp đặt đoạn này làm chú thích"),
    Evidence.BYLINE_WORDS: _mark("có chữ như “Tin, ảnh:”"),
    Evidence.NAME: _mark("là tên người hoặc tên đơn vị"),
    Evidence.PAGE_FURNITURE: _mark("đứng ngoài bài: đầu trang, chân trang, lượt xem, chia sẻ, mục lục"),
    Evidence.OTHER_NEWS: _mark("thuộc phần “Các tin khác”"),
    Evidence.LETTERHEAD: _mark("là phần đầu công văn: tên cơ quan, “Kính gửi”"),
    Evidence.SIGNATURE: _mark("là phần ký: “TM.”, “Nơi nhận”, địa chỉ, tài khoản"),
    Evidence.MAIL: _mark("là lời chào, chữ ký hoặc thư cũ trong thư"),
    Evidence.REPEATED: _mark("nhắc lại tít hoặc chú thích"),
    Evidence.PROSE: _mark("là đoạn văn thường"),
    Evidence.PERSON: _mark("đồng chí đã chọn như vậy"),
}
KINDS: dict[FileKind, str] = {
    FileKind.DOCX: _mark("Word"),
    FileKind.DOC: _mark("Word 97–2003"),
    FileKind.RTF: _mark("RTF"),
    FileKind.ODT: _mark("LibreOffice"),
    FileKind.TEXT: _mark("Văn bản thường"),
    FileKind.HTML: _mark("Trang web"),
    FileKind.MHT: _mark("Trang web một tệp"),
    FileKind.EML: _mark("Thư"),
    FileKind.MSG: _mark("Thư Outlook"),
    FileKind.PDF: _mark("PDF"),
    FileKind.ZIP: _mark("Tệp nén"),
}
STATES: dict[str, str] = {
    "NEW": _mark("Chưa xem"),
    "WAITING": _mark("Sẽ nhập"),
    "TAKEN": _mark("Đã nhập"),
    "SKIPPED": _mark("Bỏ qua"),
    "REFUSED": _mark("Không đọc được"),
}


_KEYS: tuple[tuple[str, str], ...] = (
    (_mark("Nhập bài: đoạn là tít, sapô, thân…"), "1 … 6"),
    (_mark("Nhập bài: bỏ đoạn"), "0"),
    (_mark("Nhập bài: chỗ phải xem tiếp theo"), "F8"),
    (_mark("Nhập bài: thành bản thảo"), "Ctrl+Enter"),
    (_mark("Nhập bài: bỏ qua tệp"), "Ctrl+Delete"),
)


def keys() -> tuple[tuple[str, str], ...]:
    """Return the keys of the preview, which no menu lists: what they do, and the key."""
    return tuple((_tr(text), key) for text, key in _KEYS)


def role(which: Role) -> str:
    """Return a role's word."""
    return _tr(ROLES[which])


def reason(piece: Assigned, *, doubtful: bool) -> str:
    """Return why a paragraph has its role: "Sapô, vì đứng đầu bài. Chưa chắc, xin xem lại."."""
    words = _tr(EVIDENCES[piece.evidence])
    said = _tr(_mark("{role}, vì {reason}.")).format(role=role(piece.role), reason=words)
    return f"{said} {_tr(_mark('Chưa chắc, xin xem lại.'))}" if doubtful else said


def state(name: str) -> str:
    """Return how far a source has come."""
    return _tr(STATES[name])


def count(states: Sequence[str]) -> str:
    """Return how far the sources have come: "20 bài · 3 đã nhập · 1 không đọc được"."""
    said = [_tr(_mark("{count} bài")).format(count=len(states))]
    if states and not {"NEW", "WAITING"} & set(states):
        said.insert(0, _tr(_mark("Đã xong")))
    told = [name for name in STATES if name != "NEW" and name in states]
    said += [f"{states.count(name)} {state(name).lower()}" for name in told]
    return " · ".join(said)


def to_look_at(count: int) -> str:
    """Return how much a person should look at."""
    return _tr(_mark("{count} chỗ phải xem")).format(count=count)


def repeated() -> str:
    """Return the mark of an entry whose words are there already."""
    return _tr(_mark("Trùng"))


def kind(which: FileKind) -> str:
    """Return what kind a file is."""
    return _tr(KINDS[which])


def comments(count: int) -> str:
    """Return what becomes of the comments found in a file."""
    return _tr(_mark("{count} ý kiến trong tệp sẽ thành trao đổi")).format(count=count)


def tracked(count: int, *, original: bool) -> str:
    """Return what was made of tracked changes."""
    if original:
        return _tr(_mark("{count} chỗ sửa: đang xem bản gốc")).format(count=count)
    return _tr(_mark("{count} chỗ sửa: lấy bản sau sửa")).format(count=count)


def summary(taken: int, refused: int, left: int = 0, unread: int = 0) -> str:
    """Return what came of several files: "Đã nhập 17 bài; 3 tệp không đọc được."."""
    said = [_tr(_mark("Đã nhập {count} bài")).format(count=taken)] if taken else []
    if left:
        said.append(_tr(_mark("còn {count} bài chưa nhập")).format(count=left))
    if unread:
        said.append(_tr(_mark("{count} tệp chưa đọc")).format(count=unread))
    if refused:
        said.append(_tr(_mark("{count} tệp không đọc được")).format(count=refused))
    words = "; ".join(said)
    return f"{words[:1].upper()}{words[1:]}."


def similar(share: float, title: str, stage: str, day: str) -> str:
    """Return the sentence for an article of the desk that has the same words; its title may be another."""
    percent = round(share * 100)
    told = (
        _mark("Nội dung giống hệt bài “{title}” ({stage}, {day})")
        if percent == 100
        else _mark("Giống {percent}% bài “{title}” ({stage}, {day})")
    )
    return _tr(told).format(percent=percent, title=title, stage=stage, day=day)


def twin(title: str, name: str) -> str:
    """Return the sentence for an entry of the same list that has the same words."""
    return _tr(_mark("Giống bài “{title}” trong danh sách này ({name})")).format(title=title, name=name)


def leaving(count: int) -> str:
    """Return what is asked when a list is left in which somebody has worked."""
    if count == 1:
        return _tr(_mark("Còn 1 bài chưa nhập. Đóng và bỏ bài này?"))
    return _tr(_mark("Còn {count} bài chưa nhập. Đóng và bỏ các bài này?")).format(count=count)


def without_picture() -> str:
    """Return what becomes of a caption that has no picture."""
    return _tr(_mark("Chưa có ảnh: sẽ in như một đoạn."))


def picture(caption: str) -> str:
    """Return what stands for a picture of the source."""
    return _tr(_mark("Ảnh: {caption}")).format(caption=caption) if caption else _tr(_mark("Ảnh"))


def table(rows: int, words: str) -> str:
    """Return what stands for a table of the source."""
    return _tr(_mark("Bảng {rows} hàng: {words}")).format(rows=rows, words=" ".join(words.split()))
