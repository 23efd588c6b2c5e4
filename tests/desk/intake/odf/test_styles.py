"""OpenDocument's styles."""

from __future__ import annotations

from desk.intake.flow.look import Look
from desk.intake.flow.style_names import Named
from desk.intake.odf.styles import Styles, with_link
from desk.intake.packages import parsed
from tests.desk.intake.odf.making import flat

STYLES = Styles(
    [
        parsed(
            flat(
                "",
                '<style:font-face style:name="F1" svg:font-family=".VnTime"/>'
                '<style:style style:family="paragraph" style:name="Illustration">'
                '<style:paragraph-properties fo:text-align="center"/>'
                '<style:text-properties fo:font-size="12pt" fo:font-style="italic"/></style:style>'
                '<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Illustration">'
                '<style:paragraph-properties fo:text-indent="1cm"/>'
                '<style:text-properties fo:font-size="150%" style:font-name="F1"/></style:style>'
                '<style:style style:family="text" style:name="T1"><style:text-properties fo:font-weight="bold" '
                'fo:font-style="normal" style:text-position="super 58%"/></style:style>'
                '<style:style style:family="paragraph" style:name="A" style:parent-style-name="B"/>'
                '<style:style style:family="paragraph" style:name="B" style:parent-style-name="A"/>',
            ),
            "a",
        )
    ]
)


def test_a_style_has_what_it_is_based_on() -> None:
    look = STYLES.paragraph("P1")
    assert (look.align, round(look.first), look.named) == ("center", 28, Named(css="MsoCaption"))
    given = STYLES.letters({}, "paragraph", "P1")
    assert STYLES.look(given) == Look(italic=True, size=18.0, font=".VnTime")


def test_letters_inside_of_others_change_what_they_say() -> None:
    given = STYLES.letters(STYLES.letters({}, "paragraph", "P1"), "text", "T1")
    assert STYLES.look(given) == Look(bold=True, size=18.0, font=".VnTime", raised=1)
    assert with_link(Look(), "https://a.vn").link == "https://a.vn"


def test_styles_that_are_based_on_each_other_come_to_an_end() -> None:
    assert STYLES.paragraph("A").named == Named()
