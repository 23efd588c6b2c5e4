"""The words for why an act is refused; part of `ui.words.wording`, which hands them on."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desk.errors import Why


def _mark(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("wording", text))


WHYS: dict[Why, str] = {
    Why.RETURN_FOREIGN: _mark(
        "“{subject}” do một bàn biên tập khác gửi ra, không phải bài của bàn này. Hãy dùng “Nhập bài…” nếu muốn lấy"
        " làm bài mới."
    ),
    Why.RETURN_NONE: _mark(
        "“{subject}” không mang dấu của bài nào. Hãy mở bài rồi chọn “Nhận lại bản Word đã sửa…”, hoặc dùng"
        " “Nhập bài…”."
    ),
    Why.RETURN_GONE: _mark("Phiên bản mà “{subject}” được lấy ra không còn ở đây."),
    Why.RETURN_SAME: _mark("“{subject}” không có chỗ nào được sửa và không có ghi chú."),
    Why.RETURN_RELEASED: _mark(
        "Bài “{subject}” đã phát hành nên không nhận sửa nữa. Nếu bản in sai, hãy viết đính chính."
    ),
    Why.RETURN_BINNED: _mark("Bài “{subject}” đang ở thùng rác. Hãy khôi phục bài rồi nhận lại bản sửa."),
    Why.CODE_UNKNOWN: _mark("Không có bài nào mang mã {subject}. Hãy xem lại mã ở đầu trang giấy."),
    Why.ROLE: _mark("Việc này thuộc vai trò khác. Nhờ quản trị xem lại vai trò của đồng chí nếu cần."),
    Why.OWN: _mark("Không ai tự chuyển duyệt hoặc tự duyệt bài mình viết. Hãy nhờ người khác."),
    Why.NOT_OWN: _mark("Chỉ người viết bài làm được việc này."),
    Why.STAGE: _mark("Bài đang ở bước khác nên chưa làm được việc này."),
    Why.NOTE: _mark("Cần ghi lý do."),
    Why.INACTIVE: _mark("Tài khoản này đã ngừng hoạt động. Hãy hỏi quản trị."),
    Why.LAST_ADMIN: _mark("Phải còn ít nhất một quản trị. Hãy giao vai trò quản trị cho người khác trước."),
    Why.NO_TITLE: _mark("Bài chưa có tít. Hãy đặt tít rồi gửi."),
    Why.NO_BODY: _mark("Bài chưa có nội dung. Hãy viết thân bài rồi gửi."),
    Why.TITLE_TOO_LONG: _mark("Tít dài quá {subject} ký tự. Có lẽ một đoạn văn đã dán nhầm vào tít."),
    Why.NAME_EMPTY: _mark("Cần điền tên."),
    Why.NAME_TAKEN: _mark("Tên “{subject}” đã có. Hãy chọn tên khác."),
    Why.NUMBER_TAKEN: _mark("Số {subject} đã có."),
    Why.NUMBER_EMPTY: _mark("Cần điền số, ví dụ 4 hoặc 1+2."),
    Why.PASSWORD_SHORT: _mark(
        "Mật khẩu cần ít nhất {subject} ký tự, hoặc ít nhất hai từ, mỗi từ từ ba chữ cái trở lên."
    ),
    Why.PASSWORD_COMMON: _mark("Mật khẩu này dễ đoán vì nhiều người dùng. Hãy chọn mật khẩu khác."),
    Why.PASSWORD_NAME: _mark(
        "Mật khẩu không được là họ tên của mình hay tên cơ quan, tên bản tin. Hãy chọn mật khẩu khác."
    ),
    Why.PASSWORD_SAME: _mark("Đây là mật khẩu quản trị vừa đặt. Hãy chọn mật khẩu khác, chỉ mình biết."),
    Why.NO_RECOVERY: _mark(
        "Bàn biên tập này chưa có mã khôi phục. Nhờ một quản trị khác đặt lại mật khẩu trong Thiết lập → Người."
    ),
    Why.RENEW_FIRST: _mark(
        "Mật khẩu này do quản trị đặt. Hãy đăng nhập trong cửa sổ chương trình để chọn mật khẩu mới trước."
    ),
    Why.NOT_APPROVED: _mark("Bài “{subject}” chưa được duyệt nên chưa xếp vào số được."),
    Why.PLACED: _mark("Bài “{subject}” đã nằm trong một số."),
    Why.ISSUE_EMPTY: _mark("Số {subject} chưa có bài nào. Hãy xếp bài đã duyệt vào số rồi xuất."),
    Why.ISSUE_OPEN: _mark("Số này chưa chốt bài. Hãy chốt bài rồi làm tiếp."),
    Why.ISSUE_CLOSED: _mark("Số này đã chốt bài. Muốn thêm, bớt bài hãy bấm Thôi chốt bài."),
    Why.ISSUE_RELEASED: _mark(
        "Số này đã phát hành nên không đổi nữa. Nếu có chỗ sai, hãy viết đính chính; lãnh đạo có thể mở lại số."
    ),
    Why.ISSUE_BLOCKED: _mark("Chưa phát hành được: {subject}"),
    Why.FILES_MISSING: _mark("Chưa làm đủ tệp của số {subject} nên chưa phát hành."),
    Why.PRINTED_CHANGED: _mark(
        "Số {subject} vừa đổi trong lúc làm tệp. Chưa phát hành; hãy xem lại rồi bấm Phát hành lần nữa."
    ),
    Why.SECTION_FILLED: _mark(
        "Chuyên mục “{subject}” đang có bài nên không ẩn được. Hãy chuyển bài đi trước."
    ),
    Why.ASKED_OF_ANOTHER: _mark(
        "Bài này đặt đồng chí {subject} viết. Muốn người khác viết thì sửa bài đặt trước."
    ),
    Why.CORRECTIONS_ONLY: _mark(
        "Mục Đính chính chỉ dành cho bài đính chính nên không xếp “{subject}” vào đó được."
    ),
    Why.CORRECTION_EMPTY: _mark("Cần ghi cả chữ đã in và chữ đúng, và hai chỗ phải khác nhau."),
    Why.FORMAT_TOO_LARGE: _mark(
        "Khổ này lớn hơn mức của “{subject}”. Hãy chọn khổ nhỏ hơn hoặc khung pháp lý khác."
    ),
    Why.REWROTE: _mark(
        "{subject} số chữ của bài là do chính người duyệt sửa trực tiếp từ khi bài được gửi, nên phải để người khác "
        "duyệt. Quy định này đặt ở Thiết lập → Cách duyệt."
    ),
    Why.UNPROVEN: _mark(
        "Nhật ký không chứng thực việc duyệt bài “{subject}” nên bài này không được in. "
        "Hãy xem Tệp → Kiểm tra dữ liệu, rồi thu hồi và duyệt lại."
    ),
    Why.STALE_APPROVAL: _mark(
        "Bài “{subject}” đã sửa sau khi duyệt hoặc chưa duyệt. Hãy duyệt lại, hoặc đưa bài ra khỏi số."
    ),
    Why.WRONG_PLACES: _mark(
        "Máy soát còn thấy {subject} chỗ sai. Ở Soát lỗi (F7), hãy sửa hoặc bỏ qua trong bài (Shift+Del) từng chỗ, "
        "rồi làm lại. Quy định này đặt ở Thiết lập → Cách duyệt."
    ),
    Why.SUGGESTIONS: _mark(
        "Còn {subject} đề nghị sửa chưa trả lời. Hãy nhận hoặc không nhận từng đề nghị ở mục Trao đổi rồi duyệt."
    ),
    Why.TOO_LATE: _mark("Đã quá 10 phút nên không hoàn tác được nữa. Hãy dùng Thu hồi, có ghi lý do."),
    Why.NOT_UNDOABLE: _mark(
        "Không hoàn tác được: bài đã có việc khác làm sau đó, hoặc việc này của người khác."
    ),
    Why.SETTLED: _mark("Trao đổi này đã khép rồi."),
    Why.PLACE_GONE: _mark(
        "Đoạn được đề nghị sửa nay đã khác: “{subject}”. Hãy sửa trực tiếp, hoặc đề nghị lại."
    ),
    Why.COMMENT_EMPTY: _mark("Chưa có nội dung trao đổi."),
    Why.NOT_A_SUGGESTION: _mark("Đây là trao đổi, không phải đề nghị sửa."),
    Why.DATES_TURNED: _mark("Ngày thôi giữ phải sau ngày bắt đầu."),
    Why.DATES: _mark("Thời hạn không hợp lệ: lúc kết thúc phải sau lúc bắt đầu và chưa qua."),
    Why.SELF_DELEGATE: _mark("Không ủy quyền cho chính mình."),
    Why.OTHERS_DELEGATION: _mark(
        "Đồng chí {subject} đã ủy quyền, nên chỉ đồng chí ấy hoặc quản trị thôi ủy quyền được."
    ),
    Why.ITEM_EMPTY: _mark("Mục kiểm tra cần có nội dung."),
    Why.ITEM_KNOWN: _mark("Mục này chương trình tự kiểm tra, không đánh dấu bằng tay."),
    Why.END_FIRST: _mark("Cuộc họp kết thúc trước khi bắt đầu. Hãy xem lại giờ."),
    Why.TOO_LONG: _mark(
        "Một cuộc họp không kéo dài quá 31 ngày. Hãy dùng cách lặp, hoặc tách ra nhiều cuộc."
    ),
    Why.HAS_NEWS: _mark(
        "Cuộc họp này đã có tin hoặc đã phân công đưa tin nên không xóa. Hãy dùng Hủy, có ghi lý do."
    ),
    Why.COVERED: _mark("{subject} đã được phân công việc này rồi."),
    Why.NOT_YOURS: _mark("Việc này phân công cho người khác."),
    Why.ONE_ONLY: _mark("Chỉ dời được từng cuộc. Muốn đổi cả chuỗi, hãy sửa giờ hoặc cách lặp."),
    Why.UNDONE: _mark("Không hoàn tác được: cuộc họp đã có việc khác làm sau đó."),
    Why.WRITTEN: _mark("Cuộc họp hoặc bài này đã gắn với nhau: “{subject}”."),
    Why.DAY_WRONG: _mark("Lịch không có ngày này: {subject}. Hãy xem lại ngày, tháng."),
    Why.BAD_TEXT: _mark("Nội dung bài không đọc được ({subject})."),
}
