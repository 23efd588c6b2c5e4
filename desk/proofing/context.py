"""Right syllables in a wrong place: another one, near in sound or on the keys, is much likelier there."""

from __future__ import annotations

from collections.abc import Iterator

from desk.proofing.counting import runs
from desk.proofing.finding import Finding, Severity
from desk.proofing.likelihood import Likelihood, Place, place
from desk.proofing.model import Model
from desk.proofing.reading import Paragraph, Word
from desk.proofing.syllable import is_syllable, spelt
from desk.proofing.word_lists import word_set

# Set on the development passages, each without its own counts (tests/bench/README.md).
# Nats beyond the cost of the slip, by how well tied the other word is (below 3.0, below 4.6, above).
LIKELIER = ((3.0, 9.0), (4.6, 7.5), (1e9, 7.0))
OFTEN, OFTEN_MORE = 60, 1.5  # a word so frequent stands beside anything: nats more
WELL_TIED = 12.0  # seen so often beside its neighbours, a word is not asked about
TIED, CAPITAL_TIED = 1.5, 18.0  # so well what is to stand there must be known beside a neighbour
UNKNOWN = 2.5  # nats less for a word that nobody knows
_REMEMBERED = 50_000  # places answered, about 15 MB; an article that is typed is asked about again and again
_SPARED = word_set("kê5 gi1 la4")  # two right spellings of one word

_MAY_MEET = word_set("năm1 tôi5 ngay2 chiêu2 sang5 đêm1 thang5 xanh1 xa1 cao1 lâu1 ha1 he1")
_PLACES = word_set(
    "xã huyện tỉnh thôn bản buôn xóm làng phường ủy uỷ sông núi suối hồ cầu đèo phố ấp khe nà ông bà"
)


def find(every: tuple[Paragraph, ...], knowing: Model, names: frozenset[str]) -> list[Finding]:
    """Return the words that another one would fit much better, and words written twice."""
    likely = Likelihood(knowing)
    found: list[Finding] = []
    for one in every:
        if one.capitals:
            continue
        for run in runs(one):
            keys = [word.key for word in run]
            found += _twice(run, keys, likely)
            for at, word in enumerate(run):
                if word.text in names or not is_syllable(word.text.lower()) or word.key in _SPARED:
                    continue
                if word.text[0].isupper() and _in_a_name(run, at):
                    continue
                spot = place(keys, at)
                best = better(word, spot, likely)
                if best:
                    message = f"“{word.text}” ở chỗ này có lẽ là “{best[0]}”."
                    found.append(
                        Finding("context.word", Severity.LOOK, word.start, word.end, word.text, message, best)
                    )
    return found


def _in_a_name(run: list[Word], at: int) -> bool:
    """Return whether a word with a capital stands where names of places do: "xã Đạ Lâm", "Đạ Nhinh"."""
    after = run[at + 1].text[0].isupper() if at + 1 < len(run) else False
    before = run[at - 1].text.lower() if at else ""
    return (after and not run[at].first) or before in _PLACES


def better(word: Word, spot: Place, likely: Likelihood) -> tuple[str, ...]:
    """Return what would stand better in a word's place, best first; nothing when the word may stay."""
    if likely.knowing.without:
        return _better(word, spot, likely)
    seen = likely.knowing.answers
    asked = (word.text, word.first, spot)
    if asked not in seen:
        if len(seen) > _REMEMBERED:
            seen.clear()
        seen[asked] = _better(word, spot, likely)
    return seen[asked]


def _better(word: Word, spot: Place, likely: Likelihood) -> tuple[str, ...]:
    if word.text[1:] != word.text[1:].lower():
        return ()
    if likely.tied(word.key, spot) >= WELL_TIED:
        return ()
    ranked = sorted(candidates(word, spot, likely), reverse=True)
    return tuple(cased(key, word.text) for _, key in ranked[:3])


def candidates(word: Word, spot: Place, likely: Likelihood) -> Iterator[tuple[float, str]]:
    """Yield the gain in nats of each key that would stand much better."""
    knowing = likely.knowing
    here = likely.score(word.key, spot)
    seen = knowing.count(word.key)
    known = seen > 0 or knowing.ids.get(word.key, 1 << 30) <= knowing.listed_to
    more = (OFTEN_MORE if seen >= OFTEN else 0.0) - (0.0 if known else UNKNOWN)
    least = CAPITAL_TIED if word.text[0].isupper() and not word.first else TIED
    for number, key, cost in knowing.neighbours(word.key):
        if not knowing.beside(spot.before, number, spot.after) or not knowing.listed(key):
            continue
        tied = likely.tied(key, spot)
        if tied < least:
            continue
        gain = likely.score(key, spot) - here - cost
        if gain > more + next(wanted for most, wanted in LIKELIER if tied < most):
            yield gain, key


def cased(key: str, like: str) -> str:
    """Return the word of a key in the capitals of another word."""
    word = spelt(key)
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def _twice(run: list[Word], keys: list[str], likely: Likelihood) -> Iterator[Finding]:
    knowing = likely.knowing
    for at in range(len(run) - 1):
        if keys[at] != keys[at + 1] or run[at + 1].text[0].isupper() or len(keys[at]) < 3:
            continue
        if (
            knowing.compound(keys[at], keys[at])
            or knowing.count(keys[at], keys[at]) > 1
            or keys[at] in _MAY_MEET
        ):
            continue
        spot = place(keys, at, 2)
        if knowing.compound(spot.before, keys[at]) and knowing.compound(keys[at], spot.after):
            continue  # "khởi công công trình"
        text = f"{run[at].text} {run[at + 1].text}"
        message = f"Chữ “{run[at + 1].text}” viết hai lần."
        found = Finding(
            "context.twice", Severity.LOOK, run[at].start, run[at + 1].end, text, message, (run[at].text,)
        )
        yield found
