"""Equations on one line."""

from __future__ import annotations

import pytest
from lxml import etree

from desk.intake.word.equations import equation
from tests.desk.intake.word.making import NAMES


def _run(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("math", "markup"),
    [
        (_run("T = A + B"), "T = A + B"),
        (f"<m:sSup><m:e>{_run('m')}</m:e><m:sup>{_run('2')}</m:sup></m:sSup>", "m<sup>2</sup>"),
        (f"<m:sSub><m:e>{_run('x')}</m:e><m:sub>{_run('1')}</m:sub></m:sSub>", "x<sub>1</sub>"),
        (f"<m:f><m:num>{_run('a+b')}</m:num><m:den>{_run('2')}</m:den></m:f>", "(a+b)/2"),
        (f"<m:rad><m:deg/><m:e>{_run('x')}</m:e></m:rad>", "√x"),
        (f"<m:d><m:e>{_run('x')}</m:e><m:e>{_run('y')}</m:e></m:d>", "(x|y)"),
        (
            f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>{_run("x")}</m:e></m:d>',
            "[x]",
        ),
        (
            f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub/><m:sup/><m:e>{_run("x")}</m:e></m:nary>',
            "∑x",
        ),
        (f"<m:func><m:fName>{_run('sin')}</m:fName><m:e>{_run('x')}</m:e></m:func>", "sinx"),
        (_run("a &lt; b"), "a &lt; b"),
    ],
)
def test_no_letter_is_lost(math: str, markup: str) -> None:
    assert equation(etree.fromstring(f"<m:oMath {NAMES}>{math}</m:oMath>")) == markup
