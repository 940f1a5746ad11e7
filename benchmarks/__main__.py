"""Every benchmark, one after the other, each in a process of its own: `python -m benchmarks [name ...]`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
#: Modules of this folder that measure nothing by themselves.
NOT_MEASURED = {"__init__", "__main__", "plans"}


def main(names: list[str]) -> int:
    """Run those named, or all. Returns how many did not end well."""
    known = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_MEASURED)
    failed = 0
    for name in names or known:
        print(f"== {name}", flush=True)
        failed += (
            subprocess.run([sys.executable, "-m", f"benchmarks.{name}"], cwd=HERE.parent, check=False).returncode != 0
        )
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
