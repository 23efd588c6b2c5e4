"""Fields of word processors."""

from __future__ import annotations

from desk.intake.flow.fields import link_of


def test_a_hyperlink_leads_to_its_address_and_nothing_else_does() -> None:
    assert link_of(' HYPERLINK "https://a.vn/b c" \\o "x"') == "https://a.vn/b c"
    assert link_of("HYPERLINK http://a.vn") == "http://a.vn"
    assert link_of(' HYPERLINK \\l "_Toc1"') == ""
    assert link_of(" PAGE ") == ""
