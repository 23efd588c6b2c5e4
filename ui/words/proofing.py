"""The words of the proofreader: what its families and rules look for, how grave a finding is."""

from __future__ import annotations

from collections.abc import Mapping

from desk.proofing.finding import Severity
from ui.words.marked import mark as _mark
from ui.words.marked import tr

FAMILIES: dict[str, str] = {
    "spelling": _mark("Chính tả"),
    "context": _mark("Chính tả theo ngữ cảnh"),
    "typography": _mark("Dấu câu, dấu cách"),
    "date": _mark("Ngày tháng"),
    "citation": _mark("Trích dẫn văn bản"),
    "people": _mark("Tên người, chức danh"),
    "capital": _mark("Viết hoa"),
    "abbreviation": _mark("Chữ viết tắt"),
    "number": _mark("Số liệu"),
    "repeat": _mark("Lặp lại"),
}
RULES: dict[str, str] = {
    "spelling.syllable": _mark("Tiếng không có trong tiếng Việt (lảnh, ngiên, trươg)"),
    "spelling.unmarked": _mark("Cả đoạn viết không dấu"),
    "spelling.legacy": _mark("Cả đoạn gõ bằng bảng mã cũ (TCVN3, VNI)"),
    "context.word": _mark("Tiếng đúng nhưng sai chỗ (xưng đáng, nghiên ngả)"),
    "context.twice": _mark("Một tiếng gõ hai lần liền nhau"),
    "typography.space_before": _mark("Thừa dấu cách trước dấu câu"),
    "typography.space_after": _mark("Thiếu dấu cách sau dấu câu"),
    "typography.double_space": _mark("Thừa dấu cách giữa hai chữ"),
    "typography.double_mark": _mark("Hai dấu câu liền nhau"),
    "typography.bracket": _mark("Dấu cách trong ngoặc đơn, ngoặc kép"),
    "typography.stop": _mark("Thiếu dấu kết câu"),
    "typography.quote": _mark("Ngoặc kép thiếu, thừa hoặc không cùng kiểu"),
    "typography.dash": _mark("Gạch nối, gạch ngang viết sai cách"),
    "typography.unit": _mark("Số và đơn vị đo (5 km, 30%)"),
    "typography.number": _mark("Số bị ngắt bởi dấu cách"),
    "typography.apostrophe": _mark("Dấu phẩy trên trong tên (H'Mông)"),
    "typography.ellipsis": _mark("Dấu lửng có bốn chấm trở lên"),
    "date.weekday": _mark("Thứ không khớp với ngày"),
    "date.impossible": _mark("Ngày không có trong lịch"),
    "date.zero": _mark("Số 0 trước ngày dưới 10, tháng 1 và 2"),
    "date.order": _mark("Năm viết trước ngày"),
    "date.reversed": _mark("Từ ngày, đến ngày bị đảo"),
    "date.interval": _mark("Số ngày không khớp với hai mốc"),
    "date.years": _mark("Số năm không khớp với hai mốc"),
    "date.kept": _mark("Ngày lễ, kỷ niệm ghi sai ngày"),
    "date.tense": _mark("“Vừa qua” đi với “sẽ”"),
    "date.future": _mark("Việc đã qua mà ngày còn ở phía trước"),
    "citation.so": _mark("Thiếu chữ “số” trước số, ký hiệu"),
    "citation.year": _mark("Năm trong số và ngày ban hành"),
    "citation.symbol": _mark("Số, ký hiệu viết chưa đúng"),
    "citation.colon": _mark("Dấu hai chấm sau chữ “số” của văn bản Đảng"),
    "citation.kind": _mark("Ký hiệu không hợp với loại văn bản"),
    "citation.issuer": _mark("Ký hiệu không hợp với cơ quan ban hành"),
    "citation.body": _mark("Tên cơ quan ban hành viết chưa đúng"),
    "citation.comma": _mark("Dấu phẩy trước ngày: chỗ có, chỗ không"),
    "citation.day": _mark("Thiếu chữ “ngày” trước ngày ban hành"),
    "citation.date": _mark("Ngày ban hành khác với sổ tay"),
    "citation.number": _mark("Số văn bản không khớp với loại và ngày"),
    "citation.unknown": _mark("Văn bản chưa có trong sổ tay"),
    "citation.two_dates": _mark("Một văn bản có hai ngày trong cùng bài"),
    "people.spelling": _mark("Một người viết hai cách, hoặc khác sổ tay"),
    "people.case": _mark("Tên người viết thường"),
    "people.title": _mark("Chức danh khác với sổ tay vào ngày ấy"),
    "people.address": _mark("Một người gọi bằng hai cách liền nhau"),
    "people.office": _mark("Chức danh thiếu chữ, thiếu cơ quan (Chủ tịch xã)"),
    "people.place": _mark("Một địa danh viết hai cách trong cùng bài"),
    "people.body": _mark("Tên cơ quan không còn, hoặc chưa có, vào ngày ấy"),
    "capital.form": _mark("Tên cơ quan, tổ chức viết hoa chưa đúng"),
    "capital.weekday": _mark("Thứ trong tuần viết thường (thứ Hai)"),
    "capital.holiday": _mark("Tên ngày lễ, tết viết hoa chưa đúng"),
    "capital.people": _mark("Tên dân tộc viết thường"),
    "capital.region": _mark("Tên vùng, miền viết hoa chưa đúng"),
    "capital.tier": _mark("Cấp hành chính viết hoa thừa"),
    "capital.sentence": _mark("Đầu câu viết thường"),
    "capital.title": _mark("Chức danh, danh hiệu viết hoa chưa đúng"),
    "capital.law": _mark("Tên luật viết thường (Luật tổ chức …)"),
    "capital.article": _mark("“Điều” của văn bản viết thường"),
    "capital.award": _mark("Hạng của huân chương viết thường"),
    "abbreviation.letters": _mark("Chữ viết tắt gõ lộn chữ cái (UNBD)"),
    "abbreviation.mixed": _mark("Chỗ viết tắt, chỗ viết đầy đủ (UBND)"),
    "abbreviation.twice": _mark("Chữ viết tắt được giải thích hai lần"),
    "abbreviation.typed": _mark("Viết tắt theo lối nhắn tin (ko, đ/c)"),
    "abbreviation.unexplained": _mark("Chữ viết tắt chưa được giải thích"),
    "number.sum": _mark("Cộng lại không bằng tổng"),
    "number.count": _mark("Số mục kể ra không đúng như đã nói"),
    "number.roman": _mark("Số La Mã viết sai"),
    "number.difference": _mark("Hiệu của hai số không khớp"),
    "number.mean": _mark("Số trung bình không khớp"),
    "number.separator": _mark("Dấu ngăn hàng nghìn, dấu thập phân"),
    "number.percent": _mark("Phần trăm quá 100"),
    "number.share": _mark("Phần nhiều hơn toàn thể"),
    "number.product": _mark("Nhân lên không bằng kết quả"),
    "number.trend": _mark("“Tăng” mà số giảm, “giảm” mà số tăng"),
    "number.rate": _mark("Tỷ lệ phần trăm tính lại không khớp"),
    "number.range": _mark("Khoảng số viết ngược"),
    "number.age": _mark("Tuổi không khớp với năm sinh"),
    "number.order": _mark("Số thứ tự không theo thứ tự"),
    "repeat.paragraph": _mark("Đoạn lặp lại đoạn trước"),
    "repeat.phrase": _mark("Cụm từ viết hai lần liền nhau"),
    "repeat.word": _mark("Một chữ nhỏ viết hai lần liền nhau"),
    "repeat.sentence": _mark("Câu lặp lại câu trước"),
}
SEVERITIES: dict[Severity, tuple[str, str]] = {  # word, colour token
    Severity.WRONG: (_mark("Sai"), "accent"),
    Severity.LOOK: (_mark("Nên xem"), "amber"),
    Severity.HINT: (_mark("Gợi ý"), "blue"),
}


def family(rule: str) -> str:
    """Return what the family of a rule is called."""
    name = rule.partition(".")[0]
    return tr(FAMILIES.get(name, name))


def rule(which: str) -> str:
    """Return what a rule looks for; a rule that a later program knows is called by its family."""
    return tr(RULES[which]) if which in RULES else family(which)


def severity(which: Severity) -> str:
    """Return how grave a finding is."""
    return tr(SEVERITIES[which][0])


def counted(grave: Mapping[Severity, int]) -> str:
    """Return "7 chỗ: 2 sai, 3 nên xem, 2 gợi ý", of one kind "2 chỗ sai"; that nothing was found is said too."""
    number = sum(grave.values())
    if not number:
        return tr(_NONE)
    kinds = [(severity(which).lower(), grave[which]) for which in Severity if grave.get(which)]
    if len(kinds) == 1:
        return tr(_ONE_KIND).format(n=number, kind=kinds[0][0])
    return tr(_SEVERAL).format(n=number, kinds=", ".join(f"{count} {kind}" for kind, count in kinds))


_NONE = _mark("Không thấy chỗ nào cần sửa.")
_ONE_KIND = _mark("{n} chỗ {kind}")
_SEVERAL = _mark("{n} chỗ: {kinds}")
