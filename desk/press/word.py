"""The Word file: an edition as .docx with real styles, lists, fields and a contents whose numbers are right."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.exceptions import PythonDocxError
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from desk.errors import PressFailed
from desk.press import masthead, ooxml
from desk.press.columns import Grid
from desk.press.edition import Edition
from desk.press.galley import ContentsLine, Item, Para, Shot, contents, galley
from desk.press.looks import LOOKS, MM, cell_look
from desk.press.pagination import CELL_BOTTOM, CELL_SIDE, CELL_TOP, word_pages
from desk.press.plates import COLUMN
from desk.press.wordcover import write_cover, write_imprint
from desk.text import Run
