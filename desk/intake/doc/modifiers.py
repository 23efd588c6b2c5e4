"""Property modifiers: a number that says what is changed, and its operand (MS-DOC 2.6, Single Property Modifiers)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
TABLE_DEFINED = 0xD608
_TABS_CHANGED = 0xC615
_HUGE = 0x6646  # the properties are so many that they lie in the data stream


def modifiers(properties: bytes, beside: bytes = b"") -> Iterator[tuple[int, bytes]]:
    """Yield (number, operand); what is cut off ends the row. `beside` is the data stream."""
    at, end = 0, len(properties)
    while at + 2 <= end:
        (number,) = struct.unpack_from("<H", properties, at)
        at += 2
        size = _SIZES.get(number >> 13, 0)
        if not size:
            if at >= end:
                return
            if number == TABLE_DEFINED and at + 2 <= end:
                size = int(struct.unpack_from("<H", properties, at)[0]) + 1
            elif number == _TABS_CHANGED and properties[at] == 255:
                return  # its length hangs on what stands in it; no program writes it in a file
            else:
                size = properties[at] + 1
        operand = properties[at : at + size]
        if len(operand) < size:
            return
        at += size
        if number == _HUGE and beside:
            (place,) = struct.unpack("<I", operand)
            long = int.from_bytes(beside[place : place + 2], "little")
            yield from modifiers(beside[place + 2 : place + 2 + long])
            return
        yield number, operand
