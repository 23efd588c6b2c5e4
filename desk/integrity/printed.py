"""Verification: is a printed file the one that was released, and is each article in it what was approved."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from hashlib import sha256
from pathlib import Path

from desk.acts.journal import JournalQuery, Subject, entries, standing
from desk.acts.rules import Act
from desk.database import connection, revisions
from desk.database.connection import rows
from desk.database.issue_tables import Release, ReleaseFile
from desk.edition.masthead import PROOF
from desk.errors import BadIntake, FileTrouble, IntakeFault, Missing, Trouble
from desk.issues import manifest
from desk.issues.manifest import ArticleMark, Manifest
from desk.os_errors import file_size, file_trouble
from desk.text.blocks import ArticleText, Picture, block_text

_SYSTEM = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_HEAVY = 512 * 1024 * 1024  # bytes; no booklet of 64 pages comes near it


class FileState(Enum):
    """What became of a file that the manifest names."""

    SAME = auto()
    CHANGED = auto()
    GONE = auto()
    UNKNOWN = auto()  # it lies there and no manifest names it


class ArticleState(Enum):
    """Whether an article is what was approved."""

    APPROVED = auto()
    NOT_APPROVED = auto()  # nobody approved this revision with these words
    WORDS_DIFFER = auto()  # the page says something else than what was approved


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """One file."""

    name: str
    state: FileState


@dataclass(frozen=True, slots=True)
class ArticleVerdict:
    """One article; `words` are the first of it that the page does not have."""

    article_id: int
    title: str
    state: ArticleState
    words: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found; `issue` is "" when nothing tells which issue it would be."""

    released: bool
    issue: str
    release: int
    files: tuple[FileVerdict, ...]
    articles: tuple[ArticleVerdict, ...]

    @property
    def sound(self) -> bool:
        """Say whether nothing at all is wrong."""
        fine = all(one.state is FileState.SAME for one in self.files)
        return self.released and fine and all(one.state is ArticleState.APPROVED for one in self.articles)


@dataclass(frozen=True, slots=True)
class Looked:
    """What lies at a path: a file, or a folder with a manifest; `digest` is the file's or the manifest's."""

    path: Path
    digest: str
    pdf: bool = False
    listed: Manifest | None = None  # of a folder
    files: tuple[FileVerdict, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """The issue that a PDF says it is, and the letters of its pages without heads, feet and spaces."""

    issue: str
    pages: str


def verify(path: Path) -> Verdict:
    """Verify a folder with a manifest, or one file; BadIntake and FileTrouble say why that cannot be.

    A window does the same in steps: `look` and `words_of` without the desk, `judge` and `compare` with it.
    """
    looked = look(path)
    return judge(looked) or compare(looked, words_of(path) if looked.pdf else None)


def look(path: Path) -> Looked:
    """Read and hash what lies at a path."""
    if path.is_dir():
        return _folder(path)
    data = _read(path)
    return Looked(path, sha256(data).hexdigest(), data.startswith(b"%PDF"))


def judge(looked: Looked) -> Verdict | None:
    """Judge a folder, or a file that was released; None for any other file: its words must tell."""
    with connection.reading():
        if looked.listed is not None:
            return _judged(looked, looked.listed)
        stored = _release_with(looked.digest)
        if stored is None:
            return None
        listed = manifest.read(stored)
        same = (FileVerdict(looked.path.name, FileState.SAME),)
        return Verdict(True, listed.issue, listed.release, same, tuple(_approved(listed.articles)))


def compare(looked: Looked, words: PrintedWords | None) -> Verdict:
    """Judge a file that no release holds: by the words on its pages, against the release it is nearest to."""
    changed = (FileVerdict(looked.path.name, FileState.CHANGED),)
    if words is None:
        return Verdict(False, "", 0, changed, ())
    with connection.reading():
        listed = _nearest(words.issue)
        if listed is None:
            return Verdict(False, words.issue, 0, changed, ())
        return Verdict(
            False, listed.issue, listed.release, changed, tuple(_compared(listed.articles, words.pages))
        )


def words_of(path: Path) -> PrintedWords:
    """Read the words of a PDF's pages; seconds of work that hold the interpreter. BadIntake when it is none."""
    return PrintedWords(*_printed(_read(path), path.name))


def _folder(path: Path) -> Looked:
    stored_in = path / manifest.NAME
    if not stored_in.is_file():
        raise BadIntake(IntakeFault.NO_MANIFEST, path.name)
    stored = _read(stored_in)
    try:
        listed = manifest.read(stored)
    except ValueError as error:
        raise BadIntake(IntakeFault.NO_MANIFEST, path.name) from error
    files = []
    for mark in listed.files:
        place = path.joinpath(*mark.name.split("/"))
        if ".." in mark.name.split("/") or not place.is_file():
            files.append(FileVerdict(mark.name, FileState.GONE))
        else:
            same = sha256(_read(place)).hexdigest() == mark.sha256
            files.append(FileVerdict(mark.name, FileState.SAME if same else FileState.CHANGED))
    named = {mark.name for mark in listed.files} | {manifest.NAME}
    there = (one.relative_to(path).as_posix() for one in sorted(path.rglob("*")) if one.is_file())
    unknown = (name for name in there if name not in named and not _of_the_system(name))
    files += [FileVerdict(name, FileState.UNKNOWN) for name in unknown]
    return Looked(path, sha256(stored).hexdigest(), listed=listed, files=tuple(files))


def _judged(looked: Looked, listed: Manifest) -> Verdict:
    if Release.select().where(Release.sha256 == looked.digest).exists():
        number = listed.release
    elif listed.release:  # it says that it is a release's, and is not
        number = 0
    else:  # an export of what was released writes the files of the release
        number = _release_of([mark.sha256 for mark in listed.files])
    approved = tuple(_approved(listed.articles))
    return Verdict(number > 0, listed.issue, number or listed.release, looked.files, approved)


def _of_the_system(name: str) -> bool:
    """Say whether Windows or Word put a file into a folder that was only looked at."""
    last = name.rpartition("/")[2]
    return last.casefold() in _SYSTEM or last.startswith("~$")


def _approved(marks: Iterable[ArticleMark]) -> Iterator[ArticleVerdict]:
    for mark in marks:
        state = ArticleState.APPROVED if _was_approved(mark) else ArticleState.NOT_APPROVED
        yield ArticleVerdict(mark.id, mark.title, state)


def _was_approved(mark: ArticleMark) -> bool:
    """Say whether an entry that stands in the journal approved just these words, and the desk still has them."""
    asked = JournalQuery(subject=Subject.ARTICLE, subject_id=mark.id, act=Act.APPROVE)
    given = {entry.id: entry.sha256 for entry in entries(asked, limit=1000)}
    approvals = {given[entry] for entry in standing(given)}
    try:
        kept = sha256(revisions.stored_text(mark.id, mark.revision).encode("utf-8")).hexdigest()
    except Missing:
        return False
    return mark.sha256 in approvals and kept == mark.sha256


def _compared(marks: tuple[ArticleMark, ...], pages: str) -> Iterator[ArticleVerdict]:
    """Judge each article by the stretch of the pages between its title and the next one's."""
    verdicts = list(_approved(marks))
    texts = [
        revisions.text_of(mark.id, mark.revision) if verdict.state is ArticleState.APPROVED else None
        for mark, verdict in zip(marks, verdicts, strict=True)
    ]
    starts = list(_starts(texts, pages))
    for number, (verdict, text) in enumerate(zip(verdicts, texts, strict=True)):
        end = next((start for start in starts[number + 1 :] if start > starts[number]), len(pages))
        here = pages[max(starts[number], 0) : end]
        missing = next((words for words in _passages(text) if _bare(words) not in here), "") if text else ""
        if missing:
            yield ArticleVerdict(verdict.article_id, verdict.title, ArticleState.WORDS_DIFFER, missing[:80])
        else:
            yield verdict


def _starts(texts: Iterable[ArticleText | None], pages: str) -> Iterator[int]:
    """Yield where each article begins: at its title, with what follows it, for the contents print titles too."""
    after = 0
    for text in texts:
        if text is None:
            yield after
            continue
        title, following = _bare(text.title), _bare(next(iter([*_passages(text)][1:]), ""))
        there = pages.find(title + following[:24], after)
        after = there if there >= 0 else max(pages.rfind(title), after)
        yield after


def _passages(text: ArticleText) -> Iterator[str]:
    """Yield what must stand on the page: sentences, since a page's end parts paragraphs."""
    yield text.title
    yield from _sentences(text.lead)
    for block in text.blocks:
        if isinstance(block, Picture):
            yield block.caption
        else:
            for line in block_text(block).replace("\t", "\n").split("\n"):
                yield from _sentences(line)
    yield text.byline


def _sentences(words: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.;:!?…])\s+", words) if part.strip()]


def _printed(data: bytes, name: str) -> tuple[str, str]:
    """Return the issue that a PDF says it is, and the letters of its pages without heads, feet and spaces."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        title = reader.metadata.title if reader.metadata else None
        found = re.search(r"Số (\S+/\d{4})", title or "")
        pages = [page.extract_text().splitlines() for page in reader.pages]
        sheets = bool(reader.pages) and reader.pages[0].mediabox.width > reader.pages[0].mediabox.height
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadIntake(IntakeFault.BAD_PDF, name) from error
    count = Counter(line.strip() for page in pages for line in {*page[:3], *page[-3:]})
    heads = {line for line, times in count.items() if times > 2 and times * 4 > len(pages)}
    proof = any(line.strip() == PROOF for page in pages for line in page)
    bodies = [[line for line in page if line.strip() not in heads - {PROOF}] for page in pages]
    unnumbered = _off_sheets(bodies) if sheets else _off_pages(bodies)
    kept = [_without_line_numbers(page) for page in unnumbered] if proof else unnumbered
    said = (line for page in kept for line in page if line.strip() != PROOF)
    return (found.group(1) if found else ""), _bare("".join(said))


def _off_pages(pages: list[list[str]]) -> list[list[str]]:
    """Take each page's number, its last line, off it; a year alone on a line of the text stays.

    It counts up from page to page: a last line that does not is none.
    """
    last = [_number(page[-1]) if page else None for page in pages]
    steps = Counter(number - at for at, number in enumerate(last) if number is not None)
    step = steps.most_common(1)[0][0] if steps else 0
    return [page[:-1] if last[at] == at + step else page for at, page in enumerate(pages)]


def _off_sheets(pages: list[list[str]]) -> list[list[str]]:
    """Take the numbers of the two pages that lie side by side off each side of a sheet."""
    both = [{at + 1, 2 * len(pages) - at} for at in range(len(pages))]
    return [
        [line for line in page if _number(line) not in numbers]
        for page, numbers in zip(pages, both, strict=True)
    ]


def _without_line_numbers(lines: list[str]) -> list[str]:
    """Take a proof's line numbers off a page: they count up to the last of them, which ends the page.

    Where the text is one column they all come after it, and nothing before them is touched.
    """
    if lines and lines[-1].strip() == PROOF:
        lines = lines[:-1]
    numbers = [_number(line) for line in lines]
    last = numbers[-1] if numbers else None
    if last is None:
        return lines
    left, first_of = len(lines) - 1, last
    while left and first_of > 1 and (before := numbers[left - 1]) is not None and before < first_of:
        left, first_of = left - 1, before
    if first_of == 1:
        return lines[:left]
    return [
        line for line, number in zip(lines, numbers, strict=True) if number is None or not 1 <= number <= last
    ]


def _number(line: str) -> int | None:
    bare = line.strip().strip("\u2060")
    return int(bare) if bare.isdecimal() else None


def _bare(words: str) -> str:
    """Return the letters alone, as capitals: a page may break, space and raise the letters of a text."""
    composed = unicodedata.normalize("NFC", words).upper()
    return "".join(sign for sign in composed if not sign.isspace() and sign not in "\u200b\u2060\u00ad\ufeff")


def _nearest(label: str) -> Manifest | None:
    """Return the newest release of the issue that a file says it is."""
    for (stored,) in rows(Release.select(Release.manifest).order_by(Release.id.desc())):
        listed = manifest.read(stored)
        if listed.issue == label:
            return listed
    return None


def _release_with(digest: str) -> str | None:
    holding = Release.select(Release.manifest).join(ReleaseFile, on=(ReleaseFile.release == Release.id))
    newest = holding.where(ReleaseFile.sha256 == digest).order_by(Release.id.desc())
    stored: str | None = newest.limit(1).scalar()
    return stored


def _release_of(digests: list[str]) -> int:
    """Return the number of the one release that holds all these files, 0 when there is none."""
    found = {_release_with(digest) for digest in digests}
    listed = found.pop() if len(found) == 1 else None
    return manifest.read(listed).release if listed is not None else 0


def _read(path: Path) -> bytes:
    try:
        if file_size(path) > _HEAVY:
            raise BadIntake(IntakeFault.TOO_HEAVY, path.name)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileTrouble(Trouble.ABSENT, str(path)) from error
    except OSError as error:
        raise file_trouble(error, path) from error
