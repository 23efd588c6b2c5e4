"""What is chosen in a list that was read anew."""

from __future__ import annotations

from desk.articles import listing
from desk.articles.listing import ListQuery, Order
from desk.articles.selection import Chosen
from tests.making import Cast, article, words


def test_the_same_stays_chosen_else_what_took_its_place(cast: Cast) -> None:
    one, two, three = (article(cast, words(title)) for title in ("Một", "Hai", "Ba"))
    rows = listing.listing(cast.writer, ListQuery(order=Order.RECENT)).rows
    assert [row.id for row in rows] == [three, two, one]
    assert Chosen((two,), 0).among(rows) == 1
    assert Chosen((999, one), 0).among(rows) == 2  # the second is taken where the first is not there
    assert Chosen((999,), 1).among(rows) == 1
    assert Chosen((999,), 7).among(rows) == 2
    assert Chosen().among(rows) == 0
    assert Chosen((two,), 1).among([]) == -1
