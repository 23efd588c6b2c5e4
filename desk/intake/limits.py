"""How much of a foreign file is read: more is no article, or a file that was made to choke its reader."""

from __future__ import annotations

MEGABYTE = 1024 * 1024
FILE_BYTES = 100 * MEGABYTE  # of the file itself
PART_BYTES = 100 * MEGABYTE  # of one unpacked part
UNPACKED_BYTES = 500 * MEGABYTE  # of all parts that are read, together
RATIO = 100  # times a part may grow when it is unpacked,
RATIO_BYTES = 10 * MEGABYTE  # from this size on
PARTS = 2_000
MEMBERS_BYTES = 250 * MEGABYTE  # of all files of a mail, an archive or a folder that are in memory together
MAIL_PARTS = 500
MAIL_DEPTH = 20  # parts within parts, mails within mails
FOLDER_DEPTH = 20
PICTURES = 300
PICTURE_BYTES = 20 * MEGABYTE
PICTURE_PIXELS = 100_000_000
SHAPED_PIXELS = 1_000_000_000  # of all pictures that are cropped, turned or mirrored, together
PLACES = 200_000  # paragraphs and table cells, together
CELLS = 50_000  # of tables alone, which cost more than paragraphs and which nobody prints in a bulletin
PAGES = 200  # of a PDF
