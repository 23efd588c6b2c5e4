"""A picture made ready to be stored: what Pillow hands over, for those who do not load Pillow."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prepared:
    """A picture as the desk keeps it; `sha256` is its address there.

    `rendition` is the same photograph small, for the screen; empty where the picture is small enough or a drawing.
    """

    data: bytes
    sha256: str
    mime: str
    width: int
    height: int
    name: str
    rendition: bytes = b""
