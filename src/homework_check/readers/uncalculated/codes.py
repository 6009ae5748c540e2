"""How the binary formats of Excel write errors.

Source: [MS-XLS] 2.5.10 (Bes) and [MS-XLSB] 2.5.97.2 (BErr), which are alike.
"""

from __future__ import annotations

from typing import Final

ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
