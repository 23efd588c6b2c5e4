from __future__ import annotations

from desk.circulation.letters import carried_over, same
from desk.text.blocks import Mark, Run, Runs, plain

BOLD, ITALIC = frozenset({Mark.BOLD}), frozenset({Mark.ITALIC})


def test_what_nobody_changed_is_the_text_itself() -> None:
    own = (Run("ngày 8/4 "), Run("Nguyễn Văn An", BOLD))
    written = (Run("ngày\xa08/4 "), Run("Nguyễn Văn An", BOLD))
    returned = (Run("ngày\u202f8/4 Nguyễn"), Run(" Văn An"))
    assert carried_over(own, written, written) is own
    assert not same(written, returned)


def test_words_come_into_the_text_without_the_signs_of_the_file() -> None:
    own: Runs = (Run("Hội nghị ngày 8/4 tại Vinh."),)
    written: Runs = (Run("Hội nghị ngày\xa08/4 tại Vinh."),)
    returned: Runs = (Run("Hội nghị lớn ngày\xa08/4 tại Vinh."),)
    assert carried_over(own, written, returned) == (Run("Hội nghị lớn ngày 8/4 tại Vinh."),)


def test_the_bold_of_a_style_is_no_edit() -> None:
    own: Runs = (Run("Kết quả đạt được"),)
    written: Runs = (Run("Kết quả đạt được", BOLD),)
    returned: Runs = (Run("Kết quả bước đầu đạt được", BOLD),)
    assert carried_over(own, written, returned) == (Run("Kết quả bước đầu đạt được"),)


def test_bold_put_on_and_taken_off() -> None:
    own: Runs = (Run("một "), Run("hai", BOLD), Run(" ba"))
    returned: Runs = (Run("một", BOLD), Run(" hai ba"))
    assert carried_over(own, own, returned) == (Run("một", BOLD), Run(" hai ba"))
    assert carried_over(own, own, (Run("một hai "), Run("ba", ITALIC))) == (
        Run("một hai "),
        Run("ba", ITALIC),
    )


def test_links_stay_unless_they_were_changed() -> None:
    own: Runs = (Run("xem "), Run("trang", link="https://a.vn"))
    resaved: Runs = (Run("hãy xem "), Run("trang", link="https://a.vn/"))
    assert carried_over(own, own, resaved) == (Run("hãy xem "), Run("trang", link="https://a.vn"))
    other: Runs = (Run("xem "), Run("trang", link="https://b.vn"))
    assert carried_over(own, own, other)[1].link == "https://b.vn"


def test_signs_that_the_press_leaves_out_are_not_lost() -> None:
    own: Runs = (Run("một\x07 hai ba\n"),)
    written: Runs = (Run("một hai ba"),)
    assert (
        plain(carried_over(own, written, (Run("một hai bốn"),))).replace("\x07", "").strip() == "một hai bốn"
    )
