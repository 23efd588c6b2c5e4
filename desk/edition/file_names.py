"""The names of files, folders and web pages that are written of an edition."""

from __future__ import annotations

from datetime import date

from desk.edition.edition import Edition
from desk.edition.outputs import Output
from desk.text.vietnamese import bare

# Names that Windows keeps for devices, whatever their ending.
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})


def file_stem(edition: Edition) -> str:
    """Return the files' name without its ending, "ban-tin-so-4-2019"; "1+2" becomes "1-2"."""
    return f"ban-tin-so-{slug(edition.number)}-{edition.year}"


def folder_name(edition: Edition, day: date) -> str:
    """Return the name of the dated folder, "ban-tin-so-4-2019_2019-04-25"."""
    return f"{file_stem(edition)}_{day.isoformat()}"


_ENDINGS = {
    Output.PRINT: "-in.pdf",
    Output.OFFICE: "-in-tai-co-quan.pdf",
    Output.SCREEN: "-man-hinh.pdf",
    Output.WORD: ".docx",
    Output.WEB: "-html",
    Output.PROOF: "-in-thu.pdf",
}


def output_name(edition: Edition, output: Output) -> str:
    """Return the name of the file that an output is written as; WEB is a folder."""
    return file_stem(edition) + _ENDINGS[output]


def plain_name(edition: Edition, output: Output) -> str:
    """Return an output's name where one file of each format is written: that for the screen is "the PDF"."""
    return f"{file_stem(edition)}.pdf" if output is Output.SCREEN else output_name(edition, output)


def slug(title: str, longest: int = 60) -> str:
    """Return a title as an ASCII file name: marks removed, đ → d, words joined by hyphens."""
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in bare(title)).split()
    name = "-".join(words)
    if len(name) > longest:
        name = name[: longest + 1].rpartition("-")[0] or name[:longest]
    return f"bai-{name}" if name in RESERVED else name or "bai"
