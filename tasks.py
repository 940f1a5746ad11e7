"""Everything done with this checkout: `python3 tasks.py run | test | pictures | bench | build | texts`.

Needs nothing but Python 3.11 or newer and, on Debian, apt. It makes `.venv` with the packages pinned in the
requirements and gets the system libraries of Qt: installed where we may, unpacked inside `.venv` for a plain user.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
UNPACKED = ENVIRONMENT / "system"  # Debian packages of a user who may not install them
SHARED_LIBRARIES = {  # what Qt loads, and the Debian package it is in
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class CannotGoOn(Exception):
    """One sentence that says what is missing and what to do."""


def main(arguments: Sequence[str]) -> int:
    tasks = {"run": run, "test": test, "pictures": pictures, "bench": bench, "build": build, "texts": texts}
    if len(arguments) != 1 or arguments[0] not in tasks:
        print(f"Usage: python3 tasks.py {' | '.join(tasks)}")
        return 2
    os.chdir(HERE)
    try:
        return tasks[arguments[0]]()
    except CannotGoOn as reason:
        print(reason, file=sys.stderr)
        return 2


# -- the tasks ------------------------------------------------------------------------------------------------------


def run() -> int:
    """Open the program on the sample season; without a display, write what it makes of it into build/demo."""
    set_up("requirements.txt")
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return in_environment("python", "-m", "director_app", "--demo")
    print("No display here: the sample season goes to build/demo as booklet, flyer, calendar and pictures.", flush=True)
    return in_environment("python", "-m", "director_app.demo", "build/demo", QT_QPA_PLATFORM="offscreen")


def test() -> int:
    """Style, types, contracts and all tests; every check is run even when one before it failed."""
    set_up("requirements-dev.txt")
    checks = {
        "style": ("ruff", "check", "."),
        "format": ("ruff", "format", "--check", "."),
        "types": ("mypy",),
        "contracts": ("lint-imports",),
        "tests": ("pytest", "-q", "-n", "2"),
    }
    failed = []
    for name, command in checks.items():
        print(f"-- {name}", flush=True)
        if in_environment(*command, QT_QPA_PLATFORM="offscreen") != 0:
            failed.append(name)
    print(f"Failed: {', '.join(failed)}." if failed else f"All well: {', '.join(checks)}.")
    return 1 if failed else 0


def pictures() -> int:
    """Take the pictures of the README from the running program."""
    set_up("requirements.txt")
    return in_environment(
        "python", "-m", "director_app.demo", "docs/pictures", "--pictures", QT_QPA_PLATFORM="offscreen"
    )


def bench() -> int:
    """Measure what must be fast, each beside its floor."""
    set_up("requirements-dev.txt")
    return in_environment("python", "-m", "benchmarks", QT_QPA_PLATFORM="offscreen")


def build() -> int:
    """Make the one-folder program in dist/director-app, let it test itself and show every workspace."""
    set_up("requirements-dev.txt", for_build=True)
    work = ("--distpath", "dist", "--workpath", "build/pyinstaller", "--log-level", "WARN")
    if in_environment("pyinstaller", "--noconfirm", "--clean", *work, "build.spec") != 0:
        return 1
    program = HERE / "dist/director-app" / ("director-app.exe" if os.name == "nt" else "director-app")
    trials = (["selftest"], ["--demo-files", "build/built"])
    variables = environment(QT_QPA_PLATFORM="offscreen")
    return int(any(subprocess.run([program, *trial], env=variables, check=False).returncode != 0 for trial in trials))


def texts() -> int:
    """Collect the texts of every part, bring the Korean catalogues up to date, and compile them."""
    set_up("requirements-dev.txt")
    return in_environment("python", "-m", "tests.catalogues")


# -- setting up -----------------------------------------------------------------------------------------------------


def set_up(requirements: str, *, for_build: bool = False) -> None:
    """Make `.venv` hold what `requirements` names; at once when it does already."""
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python may well be what starts this file
        raise CannotGoOn("Python 3.11 or newer is needed: please start this with such a python3.")
    lacking = packages_lacking(for_build=for_build)
    if lacking:
        get_packages(lacking)
    stamps = {ENVIRONMENT / f"{name}.installed": pins(name) for name in (requirements, "requirements.txt")}
    if PYTHON.exists() and all(stamp.exists() and stamp.read_text() == text for stamp, text in stamps.items()):
        return
    print(f"Setting up {ENVIRONMENT.name} (once) ...", flush=True)
    wheel = unpacked_pip()
    if not PYTHON.exists():
        command([sys.executable, "-m", "venv", *(["--without-pip"] if wheel else []), ENVIRONMENT])
    pip = [wheel / "pip"] if wheel else ["-m", "pip"]
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--require-hashes", "-r", requirements]
    try:
        command([PYTHON, *pip, "install", *options])
    except subprocess.CalledProcessError as error:
        raise CannotGoOn("The Python packages could not be installed; pip says why above.") from error
    for stamp, text in stamps.items():  # the packages for tests include those for running
        stamp.write_text(text)


def pins(requirements: str) -> str:
    """What tells one set of installed packages from another."""
    return hashlib.sha256((HERE / requirements).read_bytes() + sys.version.encode()).hexdigest()


def unpacked_pip() -> Path | None:
    return next(UNPACKED.glob("usr/share/python-wheels/pip-*.whl"), None)


def packages_lacking(*, for_build: bool) -> list[str]:
    """The Debian packages without which the program cannot be set up or started here."""
    if sys.platform != "linux":
        return []
    wanted = dict(SHARED_LIBRARIES)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    lacking = []
    if for_build:
        wanted[f"lib{version}.so.1.0"] = f"lib{version}"
        if not shutil.which("objdump", path=environment()["PATH"]):
            lacking.append("binutils")
    if not PYTHON.exists() and importlib.util.find_spec("ensurepip") is None and not unpacked_pip():
        lacking.append("python3-venv")
    return lacking + [package for library, package in wanted.items() if not can_load(library)]


def can_load(library: str) -> bool:
    if any(UNPACKED.glob(f"usr/lib/*/{library}")) or any(UNPACKED.glob(f"lib/*/{library}")):
        return True
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def get_packages(packages: list[str]) -> None:
    """Install Debian packages as root or through sudo; a plain user gets them unpacked into `.venv/system`."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    sudo = [] if root else ["sudo", "-n"]
    asked = [*sudo, "true"]
    may_install = root or (
        shutil.which("sudo") and subprocess.run(asked, capture_output=True, check=False).returncode == 0
    )
    print(f"{'Installing' if may_install else 'Unpacking'} system packages: {' '.join(packages)} ...", flush=True)
    try:
        if may_install:
            command([*sudo, "apt-get", "-qq", "update"])
            command([*sudo, "apt-get", "-qq", "-y", "--no-install-recommends", "install", *packages], quiet=True)
        else:
            unpack(packages)
    except (OSError, subprocess.CalledProcessError) as error:
        wanted = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
        raise CannotGoOn(f"Some system packages are missing: let an administrator run '{wanted}'.") from error


def unpack(packages: list[str]) -> None:
    """Let apt download what is not installed into a folder of ours, and unpack it there."""
    lists, archives = UNPACKED / "apt/lists", UNPACKED / "apt/archives"
    for folder in (lists, archives):
        (folder / "partial").mkdir(parents=True, exist_ok=True)
    ours = [
        f"Dir::State::lists={lists}",
        f"Dir::Cache={UNPACKED / 'apt'}",
        "Debug::NoLocking=1",
        f"APT::Sandbox::User={os.getuid()}",
    ]
    apt = ["apt-get", "-qq", "-y", *(part for option in ours for part in ("-o", option))]
    command([*apt, "update"])
    command([*apt, "--no-install-recommends", "--download-only", "install", *packages], quiet=True)
    installed = set(command(["dpkg-query", "-W", "-f", "${Package}\n"], quiet=True).split())
    for archive in sorted(archives.glob("*.deb")):
        if archive.name.split("_")[0] not in installed:  # newer copies of what the system has stay out of its way
            command(["dpkg-deb", "-x", archive, UNPACKED])
    shutil.rmtree(UNPACKED / "apt")


# -- starting programs ----------------------------------------------------------------------------------------------


def in_environment(program: str, *arguments: str, **variables: str) -> int:
    """Run a program of `.venv` and return its exit code."""
    return subprocess.run([PYTHON.parent / program, *arguments], env=environment(**variables), check=False).returncode


def environment(**variables: str) -> dict[str, str]:
    """Our environment variables, with unpacked system packages where there are some; `variables` unless set already."""
    values = {**variables, **os.environ}
    places = {
        "LD_LIBRARY_PATH": [*UNPACKED.glob("usr/lib/*-linux-gnu*"), *UNPACKED.glob("lib/*-linux-gnu*")],
        "PATH": [UNPACKED / "usr/bin"],
        "FONTCONFIG_PATH": [UNPACKED / "etc/fonts"],
        "XKB_CONFIG_ROOT": [UNPACKED / "usr/share/X11/xkb"],
    }
    for name, folders in places.items():
        found = [str(folder) for folder in folders if folder.is_dir()]
        if found:
            values[name] = os.pathsep.join([*found, *filter(None, [values.get(name)])])
    return values


def command(parts: Iterable[str | Path], *, quiet: bool = False) -> str:
    """Run a program that must succeed; what it prints is shown, or returned when `quiet`."""
    values = environment(DEBIAN_FRONTEND="noninteractive")
    done = subprocess.run(
        [str(part) for part in parts], env=values, check=True, text=True, stdout=subprocess.PIPE if quiet else None
    )
    return done.stdout or ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
