"""The streams of an RTF file."""

from __future__ import annotations

from datetime import datetime

from desk.intake.flow.look import Look
from desk.intake.flow.writer import Gathered, document
from desk.intake.result import Dropped
from desk.intake.rtf.streams import Streams, moment


def test_notes_stand_at_the_end_boxes_behind_their_paragraph_comments_beside() -> None:
    gathered = Gathered()
    streams = Streams(gathered)
    streams[0].writer.write("thân bài", Look())
    for kind, words in (("note", "chú thích"), ("box", "trong hộp"), ("comment", "xem lại")):
        streams.author = "Lan"
        at = streams.begin(kind)
        streams[at].writer.write(words, Look())
        streams.end_to(0)
    read = document(streams.markup(), gathered)
    assert [piece.words for piece in read.pieces] == ["thân bài", "trong hộp", "chú thích"]
    assert [(one.author, one.text, one.source) for one in read.comments] == [("Lan", "xem lại", "p1")]
    assert (read.left_out[Dropped.FOOTNOTES], read.left_out[Dropped.TEXT_BOXES]) == (1, 1)


def test_a_date_is_in_the_bits_of_a_number() -> None:
    bits = 124 << 20 | 3 << 16 | 4 << 11 | 8 << 6 | 15
    assert moment(f" {bits} ") == datetime(2024, 3, 4, 8, 15)
    assert moment("-1") is None
    assert moment("hôm qua") is None
