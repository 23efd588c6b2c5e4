"""Palette: the colours of an issue by their use, and what becomes of them in a grey one."""

from __future__ import annotations

COLOURS = {
    "red": "A3201D",
    "heading": "A3201D",  # letters above a section
    "dark": "86170F",  # the red field's lower edge
    "drum": "B23A30",  # tone on tone on the red field
    "gold": "B98414",
    "bright": "E0B458",  # gold on red
    "pale": "F3DCA4",  # letters of gold on red
    "ink": "1E2226",
    "soft": "5F646B",
    "line": "8C8A85",
    "wash": "F6EFE2",  # behind heads of tables and boxes
    "white": "FFFFFF",
}


def palette(*, grey: bool, printing: bool = False) -> dict[str, str]:
    """Return the colours as RRGGBB, in a grey issue by their luminance (Rec. 709).

    On a press letters are black and nothing else: mixed of four inks, or screened, small ones would blur.
    """
    made = {name: _grey(value) if grey else value for name, value in COLOURS.items()}
    if grey:
        made["gold"] = "4A4A4A"  # by its luminance the words in it would be the palest of the cover
    if printing:
        made["ink"] = "000000"
    if grey:
        made["heading"] = made[
            "ink"
        ]  # paler than the titles below it a section would count for less than they do
    return made


def _grey(value: str) -> str:
    parts = [int(value[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    light = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    tone = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"{round(tone * 255):02X}" * 3
