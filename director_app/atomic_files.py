"""Files that are either the old one or the new one, whole; and file names that every system accepts.

A new file is written beside its target, brought to disk, and put in its place in one step. Nothing is left behind and
the old file stays when any of that fails.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

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
NOT_WRITTEN: Final = message("{file} could not be written ({reason}). The old file is unharmed.")

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
def replacing(path: Path) -> Iterator[Path]:
    """Give an empty neighbour file to write to; it takes the place of `path` when the block ends without an error.

    Raises:
        CannotUseFile: when that cannot be done; a file that was there is as it was.
    """
    target = _target_of(path)
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
