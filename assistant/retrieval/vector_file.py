"""Chroma's vector file, without what happened to be in memory when it was made.

The file is written at its full size while most of it was never filled, so that it holds whatever the process had
in that memory before: words of a letter, of a message, of a document long removed.
"""

from __future__ import annotations

import struct
from pathlib import Path

_HEADER = struct.Struct("<iQQQQ")
"""Version, offset, most elements, elements held, bytes of an element."""
_BLOCK = 1 << 20


def blank_unused(folder: Path) -> int:
    """Fill the unused part of every vector file below `folder` with zeros; gives the number of bytes.

    A file that is not laid out as expected is left alone. Call it when no one has the collection open.
    """
    return sum(_blank(header.with_name("data_level0.bin"), header) for header in folder.glob("*/header.bin"))


def _blank(data: Path, header: Path) -> int:
    try:
        start = header.read_bytes()[: _HEADER.size]
        if len(start) < _HEADER.size or not data.is_file():
            return 0
        _, _, most, held, size = _HEADER.unpack(start)
        whole = data.stat().st_size
        if whole != most * size or not held * size < whole:
            return 0
        with data.open("r+b") as file:
            file.seek(held * size)
            for place in range(held * size, whole, _BLOCK):
                file.write(bytes(min(_BLOCK, whole - place)))
    except OSError:
        return 0
    return int(whole - held * size)
