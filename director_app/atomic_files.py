"""Files that are either the old one or the new one, whole; and file names that every system accepts.

A new file is written beside its target, brought to disk, and put in its place in one step. Nothing is left behind and
the old file stays when any of that fails.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from director_app import paths
from director_app.domain.refusals import CannotUseFile
from director_app.wording import message

NO_FOLDER: Final = message("There is no folder “{folder}” to write {file} to. Choose another place.")
IS_FOLDER: Final = message("“{file}” is a folder. Choose a name for the file.")
NO_FILE: Final = message("“{file}” is a device or a pipe, not a file. Choose another name.")
NOT_ALLOWED: Final = message(
    "{file} cannot be written: it is open in another program or protected. Close it there, then try again."
)
NO_ROOM: Final = message(
    "There is no room left on the disk for {file}. The old file is unharmed. Free some space, then try again."
)
NAME_TOO_LONG: Final = message("The name of {file} is too long. Choose a shorter one.")
NAMED_LIKE_A_PLAN: Final = message("“{file}” is the name of a season plan. Choose another name for what is written.")
NOT_WRITTEN: Final = message("{file} could not be written ({reason}). The old file is unharmed.")
FOREIGN_FOLDER: Final = message(
    "“{folder}” holds files that this program did not write, so it is left as it is. Choose a new or empty folder."
)

#: What lies in a folder that `write_folder` wrote: this line, then the path of every file.
CONTENTS: Final = "contents.txt"
_OURS: Final = "Written by Culture Delivery Director; what is in this list is replaced when it is written again."
_LONGEST_LIST: Final = 64 * 1024 * 1024

_PROTECTED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, getattr(errno, "ETXTBSY", -1)})
_FULL: Final = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", -1)})

#: Most systems allow 255 bytes in a name; a neighbour needs room for a suffix of its own.
LONGEST_NAME: Final = 200

_FORBIDDEN: Final = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+'
)
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?")


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` into the file at `path`, in one step.

    Raises:
        CannotUseFile: when that cannot be done; a file that was there is as it was.
    """
    with replacing(path) as neighbour:
        neighbour.write_bytes(data)


@contextlib.contextmanager
def replacing(path: Path, *, is_plan: bool = False) -> Iterator[Path]:
    """Give an empty neighbour file to write to; it takes the place of `path` when the block ends without an error.

    Only what `is_plan` may be called like one: no print or bundle ever takes the place of a season.

    Raises:
        CannotUseFile: when that cannot be done; a file that was there is as it was.
    """
    target = _target_of(path)
    if not is_plan and target.suffix.lower() == paths.PLAN_SUFFIX:
        raise CannotUseFile(NAMED_LIKE_A_PLAN, file=target.name)
    try:
        neighbour = target.with_name(f".~{os.urandom(16).hex()}.part")
        neighbour.touch(exist_ok=False)
    except OSError as error:
        raise _refusal(target, error) from error
    try:
        yield neighbour
        _bring_to_disk(neighbour, target)
        neighbour.replace(target)
    except OSError as error:
        raise _refusal(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            neighbour.unlink(missing_ok=True)
    _bring_folder_to_disk(target.parent)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put a folder with these files (paths with "/") in its place, whole; one that was written so before is replaced.

    A list of what was written lies in the folder. A folder without it, or in which anything else lies, is not ours.

    Raises:
        CannotUseFile: when that cannot be done, or the folder is somebody's own; what was there is as it was.
    """
    target = _folder_target(folder)
    neighbour, old = (target.with_name(f".~{os.urandom(16).hex()}.part") for _ in range(2))
    try:
        listed = "".join(f"{name}\n" for name in sorted(files))
        for name, data in (*files.items(), (CONTENTS, f"{_OURS}\n{listed}".encode())):
            path = neighbour / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            _bring_to_disk(path, path)
        if target.exists():
            target.rename(old)
        try:
            neighbour.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    except OSError as error:
        raise _refusal(target, error) from error
    finally:
        for left in (neighbour, old):
            shutil.rmtree(left, ignore_errors=True)
    _bring_folder_to_disk(target.parent)


def _folder_target(folder: Path) -> Path:
    """Where the folder goes; nothing is there, or a folder that `write_folder` wrote and nobody added to."""
    if "\0" in str(folder):
        raise CannotUseFile(NOT_WRITTEN, file=folder.name.replace("\0", " "), reason=os.strerror(errno.EINVAL))
    try:
        target = folder.resolve() if folder.is_symlink() else folder.absolute()
        if not target.parent.is_dir():
            raise CannotUseFile(NO_FOLDER, folder=str(target.parent), file=folder.name)
        if target.exists() and not (target.is_dir() and _is_ours(target)):
            raise CannotUseFile(FOREIGN_FOLDER, folder=folder.name or str(folder))
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        raise _refusal(folder, error if isinstance(error, OSError) else OSError(errno.ELOOP, str(error))) from error
    return target


def _is_ours(folder: Path) -> bool:
    """Whether nothing lies in the folder but what its list names; an empty folder is anybody's."""
    inside = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()
    }
    if not inside:
        return True
    if CONTENTS not in inside or (folder / CONTENTS).stat().st_size > _LONGEST_LIST:
        return False
    first, *listed = (folder / CONTENTS).read_text("utf-8", "replace").splitlines() or [""]
    return first == _OURS and inside <= {CONTENTS, *listed}


def _target_of(path: Path) -> Path:
    """The file itself when the path is a link to it, so that the link stays a link."""
    if "\0" in str(path):
        raise CannotUseFile(NOT_WRITTEN, file=path.name.replace("\0", " "), reason=os.strerror(errno.EINVAL))
    try:
        target = path.resolve() if path.is_symlink() else path.absolute()
        if target.is_dir():
            raise CannotUseFile(IS_FOLDER, file=path.name or str(path))
        if target.exists() and not target.is_file():  # a device, put in whose place, would be gone for everybody
            raise CannotUseFile(NO_FILE, file=path.name)
        if not target.parent.is_dir():
            raise CannotUseFile(NO_FOLDER, folder=str(path.parent), file=path.name)
        if target.exists() and not os.access(target, os.W_OK):
            raise CannotUseFile(NOT_ALLOWED, file=path.name)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        raise _refusal(path, error if isinstance(error, OSError) else OSError(errno.ELOOP, str(error))) from error
    return target


def _bring_to_disk(neighbour: Path, target: Path) -> None:
    if target.exists():
        neighbour.chmod(target.stat().st_mode & 0o777)
    with neighbour.open("rb+") as file:
        os.fsync(file.fileno())


def _bring_folder_to_disk(folder: Path) -> None:
    """Make the new name itself durable; Windows has no way to do so and needs none."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(path: Path, error: OSError) -> CannotUseFile:
    if error.errno in _PROTECTED:
        return CannotUseFile(NOT_ALLOWED, file=path.name)
    if error.errno in _FULL:
        return CannotUseFile(NO_ROOM, file=path.name)
    if error.errno == errno.ENAMETOOLONG:
        return CannotUseFile(NAME_TOO_LONG, file=f"{path.name[:40]}…")
    return CannotUseFile(NOT_WRITTEN, file=path.name, reason=error.strerror or type(error).__name__)


def clean_file_name(name: str, suffix: str = "", otherwise: str = "export") -> str:
    """A file name made of what a user wrote: composed Hangul, no character or name that some system reserves.

    `suffix` such as ".pdf" is added and survives shortening; `otherwise` is used when nothing of the name is left.
    """
    text = unicodedata.normalize("NFC", name)
    text = " ".join(_FORBIDDEN.sub(" ", text).split()).strip(" .")
    if _RESERVED.fullmatch(text):
        text = f"_{text}"
    room = LONGEST_NAME - len(suffix.encode())
    while len(text.encode()) > room:
        text = text[:-1]
    return (text.rstrip(" .") or otherwise) + suffix
