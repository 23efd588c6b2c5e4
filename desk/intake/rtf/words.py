"""RTF's control words by what they do to the text (RTF 1.9.1, "Special Characters", "Destinations")."""

from __future__ import annotations

from desk.intake.rtf.state import Where

SIGNS = {
    **{"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"},
    **{"bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "tab": "\t", "ptab": "\t"},
}
LINES = frozenset(("line", "softline", "lbr"))
PARAGRAPHS = frozenset(("par", "sect", "page", "column", "softpage"))
PAGES = {"ansi": 1252, "mac": 10000, "pc": 437, "pca": 850}
DESTINATIONS = {
    "fonttbl": Where.FONTS,
    "stylesheet": Where.STYLES,
    "fldinst": Where.FIELD,
    "listtext": Where.SIGN,
    "pntext": Where.SIGN,
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"), Where.HEADER
    ),
    "atnauthor": Where.AUTHOR,
    "atndate": Where.DATE,
    "upr": Where.BESIDE,
    "sn": Where.PROPERTY,
    "shp": Where.SHAPE,
    "do": Where.SHAPE,
    **dict.fromkeys(
        (
            *("colortbl", "info", "nonshppict", "shprslt", "bkmkstart", "bkmkend", "xe", "tc", "generator"),
            *("listtable", "listoverridetable", "rsidtbl", "themedata", "colorschememapping", "filetbl"),
            *("latentstyles", "datastore", "revtbl", "pgptbl", "userprops", "docvar", "mmathPr", "template"),
            *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "objdata", "objclass", "private"),
            *("formfield", "datafield", "pnseclvl", "pn", "background", "nonesttables", "falt", "panose"),
            *("atnid", "atnref", "atntime", "atnparent", "atnicn", "atrfstart", "atrfend", "picprop", "txe"),
            *("blipuid", "rxe", "listpicture", "listname", "levelnumbers", "mmathPict", "oldcprops"),
            *("fontemb", "fontfile", "passwordhash", "protusertbl", "keywords", "operator", "comment"),
        ),
        Where.SKIPPED,
    ),
}  # fmt: skip
# Destinations that stand behind "\*" and are read all the same.
STARRED = frozenset(
    (
        *(
            "fldinst",
            "shppict",
            "shpinst",
            "pict",
            "annotation",
            "atnauthor",
            "atndate",
            "footnote",
            "pntext",
        ),
        *("nesttableprops", "ud", "do", "shptxt", "dptxbxtext", "moMath", "listtext", "result", "shp"),
    )
)
PICTURE_KINDS = frozenset(
    ("pngblip", "jpegblip", "emfblip", "wmetafile", "dibitmap", "wbitmap", "macpict", "pmmetafile")
)
