"""Dataclasses whose methods are written late: the library's own in every respect but the moment."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace
from dataclasses import dataclass as library_dataclass
from typing import Any

import pytest

from desk.records import dataclass


@dataclass(frozen=True, slots=True)
class Late:
    """A frozen row."""

    one: int
    two: str = "b"
    many: tuple[int, ...] = field(default=())
    made: list[int] = field(default_factory=list)
    quiet: str = field(repr=False, default="")


@library_dataclass(frozen=True, slots=True)
class Plain:
    """The same row by the library."""

    one: int
    two: str = "b"
    many: tuple[int, ...] = field(default=())
    made: list[int] = field(default_factory=list)
    quiet: str = field(repr=False, default="")


@dataclass(slots=True)
class Root:
    """A row that changes."""

    one: int
    two: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Branch(Root):
    """A row that adds to another."""

    three: int = 3


@dataclass
class Fault(Exception):
    """An exception that tells."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class Pickled:
    """A row that no test makes before it is read from outside."""

    one: int
    two: str = "b"


def test_it_is_what_the_library_makes() -> None:
    late, plain = Late(1, many=(2,)), Plain(1, many=(2,))
    assert repr(late) == repr(plain).replace("Plain", "Late")
    assert asdict(late) == asdict(plain)
    assert [one.name for one in fields(Late)] == [one.name for one in fields(Plain)]
    assert is_dataclass(Late)
    assert Late.__match_args__ == Plain.__match_args__
    assert replace(late, two="c").two == "c"
    assert not hasattr(late, "__dict__")


def test_equality_is_of_the_same_class_only() -> None:
    assert Late(1) == Late(1)
    assert Late(1) != Late(2)
    other: object = Plain(1)
    assert Late(1) != other
    assert hash(Pickled(1)) == hash(Pickled(1))
    assert Late(1).made is not Late(1).made


def test_frozen_rows_stay_as_they_are() -> None:
    row: Any = Late(1)
    with pytest.raises(FrozenInstanceError):
        row.one = 2
    with pytest.raises(FrozenInstanceError):
        del row.one


def test_wrong_arguments_are_refused_by_name() -> None:
    make: Any = Late
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'one'"):
        make()
    with pytest.raises(TypeError, match="unexpected keyword argument 'four'"):
        make(1, four=4)


def test_a_row_may_add_to_another() -> None:
    row = Branch(1, [2])
    row.three = 4
    assert asdict(row) == {"one": 1, "two": [2], "three": 4}
    assert replace(row, one=5) == Branch(5, [2], 4)
    assert row != Root(1, [2])


def test_exceptions_keep_their_words() -> None:
    assert Fault("x").why == "x"
    assert Fault().why == ""
    assert Fault("x").args == ("x",)
    assert pickle.loads(pickle.dumps(Fault("x"))).why == "x"


def test_rows_travel() -> None:
    row = Pickled(1, "c")
    assert pickle.loads(pickle.dumps(row)) == row
    assert copy.deepcopy(row) == row


def test_a_row_from_outside_needs_no_instance_before_it() -> None:
    @dataclass(frozen=True, slots=True)
    class Never:
        one: int

    row = Never.__new__(Never)
    row.__setstate__([7])  # type: ignore[attr-defined]
    assert row.one == 7
    assert replace(row, one=8) == Never(8)
