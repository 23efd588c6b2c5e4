"""What a person typed into search, as FTS5 expressions: each term in the spellings that mean the same.

FTS5 `unicode61 remove_diacritics 2` keeps đ, so đ→d is folded in the index's VIEW and here. Every token is
quoted, so that no letter a person types is query syntax.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from desk.text.blocks import nfc
from desk.text.vietnamese import bare, fold_d

_TOKENS_MOST, _LETTERS_MOST = 32, 256
_SPELLINGS_MOST = 24  # of a whole phrase
_SLIP_FROM, _LONE_SLIP_FROM = 2, 5  # letters of a word from which a slip in it is looked for; of one alone
_WORD = re.compile(r"[^\W_]+")
_GAP = r"\W+"
_TONES = "\u0300\u0301\u0303\u0309\u0323"

# Kinds of documents and who issues them, as they stand in numbers: 36-NQ/TW, 17KH/BTGTU, 15/2019/NĐ-CP.
_KINDS = "nq|ct|kl|qd|qdi|kh|hd|tb|bc|tt|nd|cv|qc"
_ISSUERS = "tw|tu|hu|thu|cp|ttg|bct|bbt|btg|btgtu|btgtw|btghu|ubnd|hdnd|mttq|ttr"
_ONE_FIGURE = re.compile("0?[1-9]")
# Syllables that are written with i or y: quí and quý, kỉ luật and kỷ luật, bác sĩ and bác sỹ.
_I_OR_Y = re.compile(r"(qu|h|k|l|m|s|t|v)[iy]")
_TERM = re.compile(
    r'"(?P<quoted>[^"]*)"'
    r"|(?<![\w/.-])(?:ng[aà]y\s+)?(?P<day>\d{1,2})(?:(?P<sep>[/.–-])(?P<month>\d{1,2})(?:(?P=sep)(?P<year>\d{4}|\d\d))?"
    r"|\s*th[aá]ng\s*(?P<month_>\d{1,2})(?:\s*n[aă]m\s*(?P<year_>\d{4}))?)(?![\w]|[/.–-]\w)"
    rf"|(?<![\w/.-])(?P<number>\d{{1,4}})(?:\s?/\s?(?P<of>\d{{4}}))?\s?[-–/.]?\s?(?P<doc>{_KINDS})"
    rf"(?:\s?[-–/]\s?(?P<issuer>[a-z]{{2,}})|\s?(?P<issuer_>{_ISSUERS}))?(?!\w)"
    r"|(?<!\w)(?P<size>\d[\d.,]*)?\s?(?P<unit>mm|cm|dm|km|m)(?P<power>[23²³])(?!\w)"
    r"|(?<![\w.,])(?P<figure>\d{1,3}(?:[.,]\d{3})+|\d{4,9})(?![\w]|[.,]\w)"
    r'|(?P<word>[^\s"]+)',
    re.IGNORECASE,
)

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for: its spellings, the typed one first, each a phrase of tokens."""

    spellings: tuple[Tokens, ...]
    typed: Tokens = ()  # with its marks; () where it is no word of the language: a number, a date
    ended: bool = False  # a date does not go on behind its year

    def expression(self, end: str) -> str:
        """Return the term as FTS5 has it."""
        phrases = [_phrase(tokens, end) for tokens in self.spellings]
        return phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})"


@dataclass(frozen=True, slots=True)
class Query:
    """The terms of a query; `begun`: the last word may still be going on."""

    terms: tuple[Term, ...]
    begun: bool = False

    @property
    def every(self) -> str:
        """Return the expression of what holds every term, wherever; "" when there is nothing to look for."""
        last = len(self.terms) - 1
        return " AND ".join(term.expression(self._end(at == last)) for at, term in enumerate(self.terms))

    @property
    def spelled(self) -> list[Tokens]:
        """Return the spellings of the whole, the terms one behind the other: the likeliest where there are many."""
        spellings = [term.spellings for term in self.terms]
        while prod(map(len, spellings)) > _SPELLINGS_MOST:
            widest = max(range(len(spellings)), key=lambda at: len(spellings[at]))
            spellings[widest] = spellings[widest][: len(spellings[widest]) // 2]
        return [tuple(token for part in parts for token in part) for parts in product(*spellings) if parts]

    @property
    def phrase(self) -> str:
        """Return the expression of what holds the terms one behind the other."""
        return " OR ".join(_phrase(tokens, self._end(True)) for tokens in self.spelled)

    def folded(self) -> re.Pattern[str]:
        """Return the pattern of the phrase in a text without marks."""
        found = "|".join(_GAP.join(map(bare, tokens)) for tokens in self.spelled)
        return re.compile(rf"(?<!\w)(?:{found})" + ("" if self.begun else r"(?!\w)"))

    @property
    def words(self) -> Tokens:
        """Return the words without marks, where nothing but words was typed; else ()."""
        if not all(term.typed for term in self.terms):
            return ()
        return tuple(bare(token) for term in self.terms for token in term.typed)

    def marked(self) -> tuple[re.Pattern[str], list[re.Pattern[str]]] | None:
        """Return patterns (for small letters) of the phrase and of each word with the marks that were typed.

        None when no mark was typed: then every writing is as good.
        """
        typed = [token.lower() for term in self.terms for token in term.typed]
        if all(token == bare(token) for token in typed):
            return None
        each = [_with_marks(token) for token in typed if token != bare(token)]
        ends = [rf"(?<!\w){pattern}(?!\w)" for pattern in each]
        if self.begun and typed[-1] != bare(typed[-1]) and self.terms[-1].typed:
            ends[-1] = ends[-1].removesuffix(r"(?!\w)")
        whole = rf"(?<!\w){_GAP.join(map(_marked_term, self.terms))}" + ("" if self.begun else r"(?!\w)")
        return re.compile(whole), [re.compile(end) for end in ends]

    def _end(self, last: bool) -> str:
        return "*" if last and self.begun else ""


def parse(words: str) -> Query:
    """Read what a person typed: terms, dates, numbers of documents and figures in all their spellings."""
    text = nfc(words)[:_LETTERS_MOST].replace("“", '"').replace("”", '"')
    terms: list[Term] = []
    left = _TOKENS_MOST
    # Folding is letter for letter: the places of one are those of the other.
    for match in _TERM.finditer(fold_d(text)):
        for term in _terms(match, text[match.start() : match.end()]):
            cut = Term(tuple(tokens[:left] for tokens in term.spellings), term.typed[:left], term.ended)
            left -= len(cut.spellings[0])
            if cut.spellings[0]:
                terms.append(cut)
    begun = bool(terms) and re.search(r"[^\W_]$", text) is not None
    return Query(tuple(terms), begun and not terms[-1].ended)


def match_expression(words: str) -> str:
    """Turn what a person typed into an FTS5 expression: quoted phrases joined by AND, the last a prefix.

    Returns "" when there is nothing to look for. `36-NQ/TW` becomes one phrase; so do words in quotes.
    """
    return parse(words).every


def slips(word: str) -> set[str]:
    """Return what may have been meant by a word without marks: one letter off, or Telex keys left standing."""
    letters = string.ascii_lowercase
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {left + right[1:] for left, right in cuts if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    found |= {left + letter + right[1:] for left, right in cuts if right for letter in letters}
    found |= {left + letter + right for left, right in cuts for letter in letters}
    found.add(re.sub(r"([aeod])\1", r"\1", re.sub(r"w|(?<=.)[sfrxj]$", "", word)))
    return {other for other in found if len(other) > 1} - {word}


def slipped(query: Query) -> Iterator[tuple[int, str]]:
    """Yield place and letters of the words in which a slip can be looked for."""
    least = _SLIP_FROM if len(query.terms) > 1 else _LONE_SLIP_FROM
    for at, term in enumerate(query.terms):
        word = bare(term.typed[0]) if len(term.typed) == 1 else ""
        if len(word) >= least and word.isalpha() and word.isascii():
            yield at, word


def mended(query: Query, at: int, instead: Sequence[str]) -> str:
    """Return the expression with other words in one place, each beside a neighbour that was typed."""
    terms = [term.expression("") for term in query.terms]
    if len(terms) == 1:
        return " OR ".join(_phrase((word,), "") for word in instead)
    before = query.terms[at - 1].spellings[0] if at else ()
    after = query.terms[at + 1].spellings[0] if at + 1 < len(terms) else ()
    beside = [_phrase((*before, word), "") for word in instead if before]
    beside += [_phrase((word, *after), "") for word in instead if after]
    others = [term for place, term in enumerate(terms) if place != at]
    return " AND ".join([*others, f"({' OR '.join(beside)})"])


# -- terms -------------------------------------------------------------------------------------------------


def _terms(match: re.Match[str], typed: str) -> list[Term]:
    kind = match.lastgroup
    if match["quoted"] is not None:
        return [Term((tuple(_WORD.findall(match["quoted"])),), tuple(_WORD.findall(typed)))]
    if match["day"]:
        return _date(match)
    if match["number"]:
        return [_document(match)]
    if match["unit"]:
        return [_measure(match)]
    if match["figure"]:
        return [Term(tuple(_figure(match["figure"])))]
    assert kind == "word"
    tokens = tuple(_WORD.findall(match["word"]))
    if len(tokens) == 1 and _ONE_FIGURE.fullmatch(tokens[0]):  # chỉ thị 5 is Chỉ thị số 05
        other = {tokens[0][-1], f"0{tokens[0][-1]}"} - set(tokens)
        return [Term((tokens, tuple(other)), tokens)]
    return [
        Term(
            tuple(dict.fromkeys(product(*map(_writings, tokens)))) if len(tokens) < 4 else (tokens,),
            tuple(_WORD.findall(typed)),
        )
    ]


def _writings(word: str) -> list[str]:
    letters = bare(word)
    if _I_OR_Y.fullmatch(letters):
        return [word, letters[:-1] + ("i" if letters[-1] == "y" else "y")]
    return [word]


def _date(match: re.Match[str]) -> list[Term]:
    day, month = int(match["day"]), int(match["month"] or match["month_"])
    year = match["year"] or match["year_"] or ""
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return [Term((tuple(_WORD.findall(match[0])),))]
    years = [f"20{year}", year] if len(year) == 2 else [year]
    found: list[Tokens] = []
    for y, d, m in product(years, _padded(str(day)), _padded(str(month))):
        found.append((d, m, y) if y else (d, m))
    # Each phrase in words reads the long lists of "tháng" and "năm": only 1 and 2 are written "tháng 01" as well.
    for y, d, m in product(years[:1], _padded(str(day)), _padded(str(month)) if month < 3 else [str(month)]):
        found += [(d, "tháng", m, "năm", y) if y else (d, "tháng", m)]
    return [Term(tuple(found), ended=True)]


def _document(match: re.Match[str]) -> Term:
    kind, issuer = match["doc"], match["issuer"] or match["issuer_"] or ""
    found: list[Tokens] = []
    for number in _padded(match["number"].lstrip("0") or "0"):
        head, last = ((number,), str(match["of"])) if match["of"] else ((), number)
        for tail in ((kind, issuer), (kind + issuer,)) if issuer else ((kind,),):
            found += [(*head, last, *tail), (*head, last + tail[0], *tail[1:])]
    return Term(tuple(found))


def _measure(match: re.Match[str]) -> Term:
    plain = match["power"].translate({ord("²"): "2", ord("³"): "3"})
    units = [match["unit"] + plain, match["unit"] + {"2": "²", "3": "³"}[plain]]
    if not match["size"]:
        return Term(tuple((unit,) for unit in units))
    sizes = _figure(match["size"].rstrip(".,"))
    apart = [(*size, unit) for size in sizes for unit in units]
    return Term((*apart, *((*size[:-1], size[-1] + unit) for size in sizes for unit in units)))


def _figure(text: str) -> list[Tokens]:
    """Return a figure whole and in groups of three: 1245 and 1.245; other ones as they stand."""
    parts = tuple(_WORD.findall(text))
    whole = "".join(parts)
    grouped = len(parts) > 1 and all(len(part) == 3 for part in parts[1:])
    if not grouped and (len(parts) > 1 or len(whole) < 4):
        return [parts]
    return [(whole,), tuple(f"{int(whole):,}".split(","))] if not whole.startswith("0") else [parts]


def _padded(number: str) -> list[str]:
    return [number, f"0{number}"] if len(number) == 1 else [number]


def _phrase(tokens: Sequence[str], end: str) -> str:
    return f'"{" ".join(tokens)}"{end}'


def _marked_term(term: Term) -> str:
    if term.typed:
        return _GAP.join(_with_marks(token.lower()) for token in term.typed)
    return f"(?:{'|'.join(_GAP.join(map(str.lower, tokens)) for tokens in term.spellings)})"


def _with_marks(word: str) -> str:
    """Return a pattern of a word with its marks, the tone on whichever vowel; any word where it has none."""
    if _ONE_FIGURE.fullmatch(word):
        return f"0?{word[-1]}"
    if word == bare(word):
        return r"\w+" if word.isalpha() else re.escape(word)
    split = unicodedata.normalize("NFD", word)
    tone = next((sign for sign in split if sign in _TONES), "")
    flat = nfc("".join(sign for sign in split if sign not in _TONES))
    places = [at for at, letter in enumerate(flat, 1) if bare(letter) in "aeiouy"] if tone else []
    found = {word, *(nfc(flat[:at] + tone + flat[at:]) for at in places)}
    return f"(?:{'|'.join(map(re.escape, sorted(found)))})"
