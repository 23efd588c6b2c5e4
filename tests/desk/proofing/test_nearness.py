"""Near syllables."""

from __future__ import annotations

from desk.proofing.model import model
from desk.proofing.nearness import neighbours, warm


def test_near_syllables_are_counted_out_beforehand() -> None:
    names = model().names
    assert {names[number - 1] for number, _ in neighbours("lanh3", model())} >= {"lanh4", "lanh5"}
    assert neighbours("truôt6", model())


def test_each_has_its_cost_and_none_is_itself() -> None:
    warm()
    number = model().ids["lanh3"]
    near = neighbours("lanh3", model())
    assert number not in dict(near)
    assert all(0 < cost < 12 for _, cost in near)
