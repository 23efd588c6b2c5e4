"""Right syllables in a wrong place: another one, near in sound or on the keys, is much likelier there.

What speaks for another word is weighed (`WEIGHTS`), by weights fitted to mistakes that chance put into clean passages
(`tests/desk/proofing/fitting.py`), each passage without its own counts; a finding needs more than `LEAST`.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from desk.proofing.counting import runs
from desk.proofing.finding import Finding, Severity
from desk.proofing.likelihood import Likelihood, Place, place
from desk.proofing.model import OWN, PART, PYVI
from desk.proofing.nearness import neighbours
from desk.proofing.patterns import Lazy
from desk.proofing.reading import Paragraph, Word
from desk.proofing.syllable import is_syllable, spelt
from desk.proofing.word_lists import word_set

WEIGHTS = (0.911, 0.66, -0.692, 0.193, 0.652, -0.01, 0.157, -0.208, -0.992, 0.01, -0.248, 1.266, -0.373)
LEAST = 4.2
LEAST_ANYWHERE = 6.4
# So often seen beside both neighbours together, or beside one, a word is not asked about.
ASKED, NEVER_ASKED = 8, 60
NEAREST, COMMON = 3.0, 2e-5  # what a word that nobody knows may be where nothing is known of its neighbours
CAPITAL_TIED = 18  # a word with a capital may be a name: so well must another one be known in its place
_ANYWHERE = word_set("anh chị ông bà em cô chú bác cụ tôi họ nó mình nhưng mà thì cũng đi ra vào lên")
_SPARED = word_set("kê5 gi1 la4")  # two right spellings of one word
_UNITS, _COUNTED = word_set("ha tạ lít tấn vòng quả con cây tổ suất"), Lazy(r"\d $")
_ENGLISH = word_set("e on in at to by no is it be we ok")
# Pairs of which either stands in the same places.
_EITHER = frozenset(
    f"{one} {other}"
    for pair in (
        "đoat6 đat6",
        "tri1 tri5",
        "day4 dai3",
        "mươi1 mươi2",
        "ngăn1 ngân1",
        "ki4 ki3",
        "the4 thê3",
        "đep6 đep5",
    )
    for one, other in (pair.split(), pair.split()[::-1])
)
# Before these a word with a capital is a body's or a title's, and no name.
_BODIES = word_set(
    "ban bộ hội ủy uỷ tỉnh huyện đảng chi sở trung phó bí chủ quân công mặt đoàn ngày trưởng phòng"
)
_EVEN_THEN = 10.0  # the weight from which even such a pair is told: kỹ niệm
_HOPELESS = -1.0  # nats: what is less likely by more than this is no candidate

_MAY_MEET = word_set("năm1 tôi5 ngay2 chiêu2 sang5 đêm1 thang5 xanh1 xa1 cao1 lâu1 ha1 he1")
_PLACES = word_set(
    "xã huyện tỉnh thôn bản buôn xóm làng phường ủy uỷ sông núi suối hồ cầu đèo phố ấp khe nà ông bà"
)


def find(one: Paragraph, likely: Likelihood, names: frozenset[str]) -> list[Finding]:
    """Return the words of a paragraph that another one would fit much better, and words written twice."""
    if one.capitals:
        return []
    found: list[Finding] = []
    ids = likely.knowing.ids
    for run in runs(one):
        keys = [ids.get(word.key, 0) for word in run]
        found += _twice(one, run, keys, likely)
        for at, word in enumerate(run):
            if word.text in names or word.key in _SPARED or not is_syllable(word.text.lower()):
                continue
            if word.text[0].isupper() and _in_a_name(run, at):
                continue
            if len(word.text) < 3 and word.text.isascii() and word.text.lower() in _ENGLISH:
                continue
            if word.text in _UNITS and _COUNTED.search(one.text, 0, word.start - one.start):
                continue
            spot = place(keys, at, likely.edge)
            best = () if sure(keys[at], spot, likely) else better(word, keys[at], spot, likely)
            if best:
                message = f"“{word.text}” ở chỗ này có lẽ là “{best[0]}”."
                found.append(
                    Finding("context.word", Severity.LOOK, word.start, word.end, word.text, message, best)
                )
    return found


def _in_a_name(run: list[Word], at: int) -> bool:
    """Return whether a word with a capital stands where names of places do: "xã Đạ Lâm", "Đạ Nhinh"."""
    after = run[at + 1].text[0].isupper() if at + 1 < len(run) else False
    before = run[at - 1].text if at else ""
    if before[:1].isupper() and before.lower() not in _BODIES:
        return True
    return (after and not run[at].first) or before.lower() in _PLACES


def sure(number: int, spot: Place, likely: Likelihood) -> bool:
    """Return whether a word is so well known beside its neighbours that it is not asked about."""
    if not number:
        return False
    knowing, edge = likely.knowing, likely.edge  # an edge is everybody's neighbour
    if knowing.without:
        before = knowing.pair(spot.before, number) if spot.before != edge else 0
        after = knowing.pair(number, spot.after) if spot.after != edge else 0
    else:
        before = knowing.pairs.get(spot.before << 16 | number, 0) & 0xFFFF if spot.before != edge else 0
        after = knowing.pairs.get(number << 16 | spot.after, 0) & 0xFFFF if spot.after != edge else 0
    return max(before, after) >= NEVER_ASKED or (before + after >= ASKED and min(before, after) > 1)


def better(word: Word, number: int, spot: Place, likely: Likelihood) -> tuple[str, ...]:
    """Return what would stand better in a word's place, best first; nothing when the word may stay."""
    if word.text[1:] != word.text[1:].lower():
        return ()
    least = LEAST_ANYWHERE if word.text.lower() in _ANYWHERE else LEAST
    ranked = sorted(
        ((weight, key) for weight, key in _weighed(word, number, spot, likely) if weight > least),
        reverse=True,
    )
    names = likely.knowing.names
    if ranked and ranked[0][0] < _EVEN_THEN and f"{word.key} {names[ranked[0][1] - 1]}" in _EITHER:
        return ()
    return tuple(cased(names[key - 1], word.text) for _, key in ranked[:3])


def _weighed(word: Word, number: int, spot: Place, likely: Likelihood) -> Iterator[tuple[float, int]]:
    for key, signs in candidates(word, number, spot, likely):
        yield sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True)), key


def candidates(
    word: Word, number: int, spot: Place, likely: Likelihood
) -> Iterator[tuple[int, tuple[float, ...]]]:
    """Yield the ids that might stand in a word's place and are likelier there, with what speaks for them."""
    knowing = likely.knowing
    pairs = knowing.pairs
    before, after = spot.before, spot.after
    left = before << 16 if before and before != likely.edge else -1
    right = after if after and after != likely.edge else -1
    least = CAPITAL_TIED if word.text[0].isupper() and not word.first else 1
    here = 0.0
    signs: tuple[float, ...] = ()
    small = word.text[0].islower() or word.first
    known = 0 < number <= knowing.listed_to or bool(number and (knowing.usual[number] or knowing.one(number)))
    strange = small and not known
    for key, cost in neighbours(word.key, knowing):
        tied = 0
        if (left >= 0 and left | key in pairs) or (right >= 0 and key << 16 | right in pairs):
            tied = likely.tied(key, spot)
        if tied < least and not (strange and cost <= NEAREST and likely.one(key) > COMMON):
            continue
        if not signs:
            here = likely.score(number, spot)
            signs = _signs(number, spot, likely)
        gain = likely.score(key, spot) - here
        if gain > _HOPELESS:
            listed = _listed(key, spot, likely)
            yield (
                key,
                (
                    1.0,
                    gain,
                    cost,
                    log(tied + 0.001) if tied else -1.0,
                    *listed,
                    log(likely.one(key)),
                    *signs,
                ),
            )


def _listed(key: int, spot: Place, likely: Likelihood) -> tuple[float, float]:
    """Return how well lists know a syllable beside its neighbours: as a whole pair, as a part of a longer one."""
    bits = likely.knowing.bits(spot.before, key) | likely.knowing.bits(key, spot.after)
    return float(bool(bits & (PYVI | OWN))), float(bool(bits & PART))


def _signs(number: int, spot: Place, likely: Likelihood) -> tuple[float, ...]:
    """Return what speaks for the word that stands there."""
    knowing = likely.knowing
    known = 0 < number <= knowing.listed_to
    return (
        log(likely.tied(number, spot) + 0.5),
        *_listed(number, spot, likely),
        log(likely.one(number)),
        float(not known),
        float(spot.before in (0, likely.edge)) + float(spot.after in (0, likely.edge)),
    )


def cased(key: str, like: str) -> str:
    """Return the word of a key in the capitals of another word."""
    word = spelt(key)
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def _twice(one: Paragraph, run: list[Word], keys: list[int], likely: Likelihood) -> Iterator[Finding]:
    knowing = likely.knowing
    for at in range(len(run) - 1):
        key = run[at].key
        if key != run[at + 1].key or run[at + 1].text[0].isupper() or len(key) < 3:
            continue
        number = keys[at]
        if knowing.bits(number, number) or knowing.pair(number, number) > 1 or key in _MAY_MEET:
            continue
        spot = place(keys, at, likely.edge, 2)
        ends = one.text[run[at + 1].end - one.start :][:1] in (*",.;:!?…”", "")
        if ends and not knowing.bits(spot.before, number):
            continue  # "chữ nghiêng nghiêng,": said twice for its sound
        if knowing.bits(spot.before, number) and knowing.bits(number, spot.after):
            continue  # "khởi công công trình"
        text = f"{run[at].text} {run[at + 1].text}"
        message = f"Chữ “{run[at + 1].text}” viết hai lần."
        yield Finding(
            "context.twice", Severity.LOOK, run[at].start, run[at + 1].end, text, message, (run[at].text,)
        )
