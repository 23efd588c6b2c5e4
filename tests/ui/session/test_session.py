"""The session: who sits here, and what they are told."""

from __future__ import annotations

from collections.abc import Callable

from tests.making import Cast
from ui.session.session import Session


def test_it_knows_who_sits_here_and_passes_on_what_is_said(
    session_of: Callable[[int], Session], cast: Cast
) -> None:
    session = session_of(cast.chief)
    assert session.who == cast.chief
    assert session.me.name == "Trần Thị Lãnh"
    said: list[tuple[object, ...]] = []
    session.said.connect(lambda *given: said.append(given))
    session.say("Đã lưu.")
    assert said == [("Đã lưu.", "done", "", None, "")]
