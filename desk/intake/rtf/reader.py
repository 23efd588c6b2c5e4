"""An RTF file to pieces (RTF 1.9.1): groups inherit, control words change, letters go to a stream of text."""

from __future__ import annotations

from dataclasses import replace

from desk.errors import BadIntake, IntakeFault
from desk.intake import limits
from desk.intake.document import IntakeDocument
from desk.intake.flow.fields import link_of
from desk.intake.flow.letters import joined_halves
from desk.intake.flow.writer import Gathered, document, note_look
from desk.intake.result import Dropped
from desk.intake.rtf.head import FontTable, StyleTable
from desk.intake.rtf.letters import Font, decoded
from desk.intake.rtf.pictures import SIZES, picture_bytes, picture_shape
from desk.intake.rtf.state import (
    Field,
    Group,
    Picture,
    Where,
    look_changed,
    paragraph_changed,
    plain,
    row_changed,
)
from desk.intake.rtf.streams import Streams
from desk.intake.rtf.tokens import Token, tokens
from desk.intake.rtf.words import (
    DESTINATIONS,
    LINES,
    PAGES,
    PARAGRAPHS,
    PICTURE_KINDS,
    SIGNS,
    STARRED,
)

_DEPTH = 1000  # open groups; Word writes some twenty
_BEGIN = b"{\\rtf"
_KINDS = {"footnote": "note", "annotation": "comment"}
_SILENT = frozenset((Where.SKIPPED, Where.BESIDE, Where.SHAPE, Where.PICTURE))


def read_rtf(data: bytes, name: str) -> IntakeDocument:
    """Read an RTF file; BadIntake says why it cannot be read."""
    if not data.strip():
        raise BadIntake(IntakeFault.EMPTY, name)
    if len(data) > limits.FILE_BYTES:
        raise BadIntake(IntakeFault.TOO_HEAVY, name)
    start = data[:1024].find(_BEGIN)
    if start < 0:
        raise BadIntake(IntakeFault.BROKEN, name)
    return _Reader(name).read(data[start:])


class _Reader:
    """The state of reading one file."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._gathered = Gathered(name=name)
        self._streams = Streams(self._gathered)
        self._groups = [Group()]
        self._fonts, self._styles = FontTable(), StyleTable()
        self._default_font = 0
        self._page = 1252
        self._bytes = bytearray()  # letters of one font that wait for their code page
        self._skip = 0  # letters of the fallback of a \u that are still to come
        self._starred = False
        self._half = ""  # the first half of a letter that \u gives in two numbers
        self._tracked = False  # the tracked change that the last letters belong to was counted
        self._headers = False
        self._property = ""  # of a shape: what the value that follows is

    def read(self, data: bytes) -> IntakeDocument:
        """Read the file to the end of its outermost group."""
        for token in tokens(data):
            if token.kind == "open":
                self._open()
            elif token.kind == "close":
                self._close()
                if len(self._groups) == 1:
                    break
            elif token.kind == "lost":
                raise BadIntake(IntakeFault.BROKEN, self._name)
            else:
                self._token(token)
        else:
            raise BadIntake(IntakeFault.BROKEN, self._name)
        return document(self._streams.markup(), self._gathered)

    # -- groups ----------------------------------------------------------------------------------------------

    def _open(self) -> None:
        self._flush()
        self._skip, self._starred = 0, False
        if len(self._groups) > _DEPTH:
            raise BadIntake(IntakeFault.BROKEN, self._name)
        self._groups.append(self._groups[-1])
        if self._groups[-1].where is Where.STYLES and self._groups[-3].where is not Where.STYLES:
            self._styles.begin()

    def _close(self) -> None:
        self._flush()
        self._skip, self._starred = 0, False
        group = self._groups.pop()
        around = self._groups[-1]
        if group.picture is not None and around.picture is not group.picture:
            self._take_picture(group.picture, floating=group.floats)
        if group.field is not None and group.where is Where.FIELD and around.where is not Where.FIELD:
            group.field.link = link_of(group.field.wish)
        self._streams.end_to(around.stream)
        if group.where is Where.HEADER and around.where is not Where.HEADER and self._headers:
            self._gathered.left_out[Dropped.HEADERS] += 1
            self._headers = False

    def _change(self, group: Group) -> None:
        self._groups[-1] = group

    def _begin_stream(self, kind: str) -> None:
        inside = replace(
            plain(self._groups[-1]), where=Where.TEXT, stream=self._streams.begin(kind), field=None
        )
        self._change(replace(inside, look=replace(inside.look, link="")))

    # -- tokens ----------------------------------------------------------------------------------------------

    def _token(self, token: Token) -> None:
        group = self._groups[-1]
        if token.kind == "bin":
            if group.picture is not None:
                group.picture.binary += token.data
        elif token.kind == "sign" and token.data == b"*":
            self._starred = True
        elif group.where is Where.FONTS and not self._is_destination(token):
            self._fonts.take(token)
        elif group.where is Where.STYLES and not self._is_destination(token):
            self._styles.take(token, self._page)
        elif token.kind == "word":
            self._word(token.word, token.number)
            self._starred = False
        elif token.kind == "sign":
            self._sign(token.data)
        else:
            self._letters(token)

    def _is_destination(self, token: Token) -> bool:
        return token.kind == "word" and (token.word in DESTINATIONS or self._starred)

    def _letters(self, token: Token) -> None:
        group = self._groups[-1]
        data = token.data
        if self._skip:
            gone = min(self._skip, len(data))
            self._skip -= gone
            data = data[gone:]
        if not data:
            return
        if group.where is Where.PICTURE and group.picture is not None and token.kind == "text":
            group.picture.digits.append(data)
        elif group.where not in _SILENT:
            self._bytes += data

    def _sign(self, sign: bytes) -> None:
        if self._skip:
            self._skip -= 1
            return
        if sign in (b"\\", b"{", b"}"):
            self._letters(Token("text", data=sign))
        elif sign == b"~":
            self._say("\xa0")
        elif sign == b"-":  # a letter of its own in fonts before Unicode, unseen in all others
            self._say("\xad")
        elif sign == b"_":
            self._say("\u2011")
        elif sign in (b"\n", b"\r"):
            self._flush()
            self._end_paragraph()

    def _flush(self) -> None:
        """Give the letters read so far their code page, and say them."""
        if self._bytes:
            data = bytes(self._bytes)
            self._bytes.clear()
            self._speak(decoded(data, self._font(), self._page))

    def _say(self, text: str) -> None:
        self._flush()
        self._speak(text)

    def _font(self) -> Font:
        number = self._groups[-1].font
        return self._fonts.fonts.get(self._default_font if number < 0 else number, Font())

    def _speak(self, text: str) -> None:
        group = self._groups[-1]
        text, self._half = joined_halves(self._half + text), ""
        stream = self._streams[group.stream]
        if group.where is Where.FIELD and group.field is not None:
            group.field.wish += text
        elif group.where is Where.SIGN:
            stream.writer.sign += "" if group.deleted else text.replace("\t", "")
        elif group.where is Where.HEADER:
            self._headers = self._headers or bool(text.strip())
        elif group.where is Where.AUTHOR:
            self._streams.author += text
        elif group.where is Where.DATE:
            self._streams.date += text
        elif group.where is Where.PROPERTY:
            self._property += text
        elif group.where is Where.TEXT:
            if (group.deleted or group.revised) and not self._tracked and text.strip():
                self._gathered.left_out[Dropped.TRACKED] += 1
            self._tracked = group.deleted or group.revised
            stream.paragraph = group.paragraph
            if not group.deleted:
                link = group.field.link if group.field else ""
                stream.writer.write(text, replace(group.look, font=self._font().name, link=link))

    # -- control words ---------------------------------------------------------------------------------------

    def _word(self, word: str, number: int | None) -> None:
        group = self._groups[-1]
        if word == "u" and number is not None:
            self._unicode(number)
            return
        if self._skip and word not in DESTINATIONS:  # the fallback's letters do not look like control words
            self._skip = 0
        self._flush()
        if self._starred and word not in STARRED:
            self._change(replace(group, where=Where.SKIPPED))
        elif group.where is Where.SKIPPED:
            return
        elif word in DESTINATIONS:
            self._destination(word)
        elif word in SIGNS:
            self._speak(SIGNS[word])
        elif not (self._structure(word) or self._place(word, number) or self._look(word, number)):
            self._page_word(word, number)

    def _unicode(self, number: int) -> None:
        self._flush()
        group = self._groups[-1]
        self._skip = group.fallback
        letter = chr(number & 0xFFFF)
        if group.where in _SILENT:
            return
        if "\ud800" <= letter <= "\udbff":
            self._half = letter
        elif letter:
            self._speak(letter)

    def _destination(self, word: str) -> None:
        group = self._groups[-1]
        where = DESTINATIONS[word]
        if group.where in (Where.BESIDE, Where.HEADER) and where is not Where.SKIPPED:
            return
        if where is Where.SHAPE:
            self._change(replace(group, where=where, floats=True))
        elif where is Where.FIELD:
            self._change(replace(group, where=where, field=group.field or Field()))
        else:
            if where is Where.PROPERTY:
                self._property = ""
            self._change(replace(group, where=where))

    def _structure(self, word: str) -> bool:
        """Follow a word that opens something inside of the text; False when it is none."""
        group = self._groups[-1]
        silent = group.where is Where.HEADER
        if word == "field":
            self._change(replace(group, field=Field()))
        elif word == "ud":
            if len(self._groups) > 2:  # what stood around \upr
                around = next((g for g in reversed(self._groups) if g.where is not Where.BESIDE), Group())
                self._change(replace(group, where=around.where))
        elif word == "pict":
            if not silent:
                self._change(replace(group, where=Where.PICTURE, picture=Picture()))
        elif word in ("footnote", "annotation", "shptxt", "dptxbxtext"):
            if not silent:
                self._begin_stream(_KINDS.get(word, "box"))
        elif word == "object":
            self._gathered.left_out[Dropped.OBJECTS] += not silent
        elif word == "moMath":
            self._gathered.left_out[Dropped.EQUATIONS] += not silent
            self._change(replace(group, where=Where.SKIPPED))
        elif word == "chftn":
            self._note_sign()
        else:
            return False
        return True

    def _note_sign(self) -> None:
        group = self._groups[-1]
        stream = self._streams[group.stream]
        inside = stream.kind == "note"
        number = stream.number if inside else self._gathered.left_out[Dropped.FOOTNOTES] + 1
        if group.where is Where.TEXT and not group.deleted:
            note = f"{'back' if inside else 'to'}{number}"
            stream.writer.write(str(number), replace(group.look, raised=0, note=note))

    def _place(self, word: str, number: int | None) -> bool:
        """Follow a word that ends something or says where it stands; False when it is none."""
        group = self._groups[-1]
        if word in LINES or word in PARAGRAPHS or word in ("cell", "nestcell", "row", "nestrow"):
            if group.where is Where.TEXT:
                self._end(word)
            return True
        changed = paragraph_changed(group.paragraph, word, number or 0, self._styles.styles) or row_changed(
            group.paragraph, word, number or 0
        )
        if changed is None:
            return False
        self._change(replace(group, paragraph=changed))
        return True

    def _end(self, word: str) -> None:
        paragraph = self._groups[-1].paragraph
        writer = self._streams[self._groups[-1].stream].writer
        if word in LINES:
            writer.break_line()
        elif word in PARAGRAPHS:
            if word in ("par", "sect") or writer.is_open:
                self._end_paragraph()
        elif word in ("cell", "nestcell"):
            writer.end_cell(paragraph.look, 1 if word == "cell" else max(2, paragraph.depth))
        else:
            writer.end_row(paragraph.shapes, 1 if word == "row" else max(2, paragraph.depth))

    def _end_paragraph(self) -> None:
        group = self._groups[-1]
        if group.where is not Where.TEXT or group.deleted:
            return
        stream = self._streams[group.stream]
        look = group.paragraph.look
        stream.writer.end_paragraph(note_look(look) if stream.kind == "note" else look, group.paragraph.table)

    def _look(self, word: str, number: int | None) -> bool:
        """Follow a word about the letters; False when it is none."""
        group = self._groups[-1]
        look = look_changed(group.look, word, number)
        if look is not None:
            self._change(replace(group, look=look))
        elif word == "plain":
            self._change(plain(group))
        elif word == "f":
            self._change(replace(group, font=number or 0))
        elif word == "uc":
            self._change(replace(group, fallback=max(0, min(number or 0, 16))))
        elif word in ("deleted", "mvf"):
            self._change(replace(group, deleted=number != 0))
        elif word in ("revised", "mvt"):
            self._change(replace(group, revised=number != 0))
        elif word in PICTURE_KINDS and group.picture is not None:
            group.picture.kind = word
        elif word in SIZES and group.picture is not None:
            group.picture.sizes[word] = number or 0
        else:
            return False
        return True

    def _page_word(self, word: str, number: int | None) -> None:
        if word in PAGES:
            self._page = PAGES[word]
        elif word == "ansicpg" and number:
            self._page = number
        elif word == "deff":
            self._default_font = number or 0

    def _take_picture(self, picture: Picture, *, floating: bool) -> None:
        group = self._groups[-1]
        if group.where in (Where.SKIPPED, Where.BESIDE, Where.HEADER) or group.deleted or group.look.hidden:
            return
        if group.where is Where.SHAPE and self._property.strip() != "pib":  # "fillBlip" is the same once more
            return
        data = picture_bytes(picture)
        self._streams[group.stream].writer.picture(data, picture_shape(picture), floating=floating)
