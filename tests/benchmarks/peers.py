"""What a district's office might use instead: the shortest script for each of its tools.

They are installed into a virtual environment of their own and are no dependency of ours.
The scripts sum the written minutes of every class-day from grade 3 on, which is one rule of
eight: they read no title, no second layout, no word but the ones made here, and say nothing
of what they could not read. `frictionless` checks types alone.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_CALAMINE = """
import pathlib, sys, python_calamine
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
"""

_PANDAS = """
import pathlib, sys, pandas
files = sorted(pathlib.Path(sys.argv[1]).iterdir())
log = pandas.concat([pandas.read_excel(path, engine=ENGINE) for path in files])
written = log[(log.作业形式 == "书面") & ~log.年级.isin(["一年级", "二年级"])]
sums = written.groupby(["学校", "年级", "班级", "日期"])["预计时长（分钟）"].sum()
print(sums[sums > 60].to_string())
"""

_POLARS = """
import pathlib, sys, polars
files = sorted(pathlib.Path(sys.argv[1]).iterdir())
log = polars.concat([polars.read_excel(path, engine="calamine") for path in files])
written = log.filter(
    (polars.col("作业形式") == "书面") & ~polars.col("年级").is_in(["一年级", "二年级"])
)
sums = written.group_by("学校", "年级", "班级", "日期").agg(polars.col("预计时长（分钟）").sum())
print(sums.filter(polars.col("预计时长（分钟）") > 60).write_csv())
"""

_FRICTIONLESS = """
import pathlib, sys, frictionless
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    with frictionless.system.use_context(trusted=True):
        assert frictionless.validate(str(path)).valid
"""


class Peer(NamedTuple):
    """A script, the packages it needs, and up to how many schools anybody would wait for it."""

    name: str
    script: str
    packages: tuple[str, ...]
    most_schools: int = 3000


BARE = Peer("python-calamine, reading only", _CALAMINE, ("python-calamine",))
PEERS = (
    BARE,
    Peer(
        "pandas + python-calamine",
        _PANDAS.replace("ENGINE", '"calamine"'),
        ("pandas", "python-calamine"),
    ),
    Peer(
        "pandas + openpyxl (its default)",
        _PANDAS.replace("ENGINE", "None"),
        ("pandas", "openpyxl"),
        100,
    ),
    Peer("polars + fastexcel", _POLARS, ("polars", "fastexcel", "pyarrow")),
    Peer("frictionless validate", _FRICTIONLESS, ("frictionless[excel]",), 100),
)


def python_for(peer: Peer, folder: Path) -> Path | str:
    """Find or make an environment with what `peer` needs; text says why there is none."""
    place = folder / peer.packages[0].partition("[")[0] / peer.packages[-1].partition("[")[0]
    python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not (place / "installed").exists():
        venv.create(place, with_pip=True)
        done = subprocess.run(
            [python, "-m", "pip", "install", "--quiet", *peer.packages],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            return (done.stderr.strip().splitlines() or ["pip failed"])[-1]
        (place / "installed").touch()
    return python
