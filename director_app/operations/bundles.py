"""The file in which a plan travels between two desks.

A bundle is a ZIP archive of three members: what it is, the plan as it stood, and what lies beside the plan (bytes of
attachments, the calendar ledger). Encrypted it is AES-256 as WinZip and 7-Zip read it; only then can nobody change it
unnoticed: the digests find damage alone.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from director_app.atomic_files import replacing
from director_app.domain.plan import Plan
from director_app.domain.refusals import CannotUseFile, Refusal
from director_app.domain.rules import clean_text
from director_app.operations.interchange import WholePlan, from_json
from director_app.wording import message

FORMAT: Final = "culture-delivery-bundle"
VERSION: Final = 1

NOT_A_BUNDLE: Final = message("{file} is no bundle of this program.")
DAMAGED: Final = message("{file} is damaged or was changed on its way; nothing was taken in. Ask for it again.")
NEWER: Final = message("{file} was made by a newer version of the program.")
TOO_LARGE: Final = message("{file} would be too large unpacked; nothing was taken in.")
LOCKED: Final = message("{file} is encrypted: give the passphrase.")
WRONG_PASSPHRASE: Final = message("That is not the passphrase of {file}.")

_MANIFEST: Final = "bundle.json"
_STATE: Final = "plan.json.z"
_BESIDE: Final = "beside.json"
#: Bytes that a member may have unpacked: ten times the largest season with its photos.
_MOST_BYTES: Final = 1024 * 1024 * 1024
_DIGEST: Final = re.compile("[0-9a-f]{64}")


class Bundle(NamedTuple):
    """What came in a bundle."""

    file: str
    plan: Plan
    #: The plan as it was packed; its digest names this state on both desks.
    packed: bytes
    beside: WholePlan
    name: str
    narrowed: tuple[str, ...]
    is_without_private: bool
    #: Digests of the states that the other desk knows, the latest first.
    known: tuple[str, ...]
    #: What the bundle leaves out although the other desk has it.
    left_out: frozenset[tuple[str, str]]

    @property
    def digest(self) -> str:
        """The name of its state."""
        return hashlib.sha256(self.packed).hexdigest()


def write_bundle(path: Path, facts: Mapping[str, Any], packed: bytes, beside: bytes, passphrase: str) -> None:
    """Write a bundle: what is said of it, a packed state, and what lies beside it as JSON.

    Raises:
        CannotUseFile: when it cannot be written; an older one stays.
    """
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        **facts,
        "state": hashlib.sha256(packed).hexdigest(),
        "beside": hashlib.sha256(beside).hexdigest(),
    }
    written = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    with replacing(path) as neighbour:
        _write(neighbour, {_MANIFEST: written, _STATE: packed, _BESIDE: beside}, passphrase)


def read_bundle(path: Path, passphrase: str = "") -> Bundle:
    """Read what another desk sent.

    Raises:
        CannotUseFile: when it is no bundle, damaged, changed, too large, or cannot be opened with that passphrase.
    """
    file = path.name
    try:
        members = _read(path, passphrase)
        manifest = json.loads(members[_MANIFEST])
        return _bundle(file, manifest, members[_STATE], members[_BESIDE])
    except CannotUseFile:
        raise
    except (KeyError, TypeError, AttributeError, RecursionError):
        raise CannotUseFile(NOT_A_BUNDLE, file=file) from None
    except (ValueError, Refusal, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise CannotUseFile(DAMAGED, file=file) from None


def _bundle(file: str, manifest: Mapping[str, Any], packed: bytes, beside: bytes) -> Bundle:
    if manifest["format"] != FORMAT:
        raise CannotUseFile(NOT_A_BUNDLE, file=file)
    if manifest["version"] != VERSION:
        raise CannotUseFile(NEWER, file=file)
    digests = (hashlib.sha256(packed).hexdigest(), hashlib.sha256(beside).hexdigest())
    if digests != (manifest["state"], manifest["beside"]):
        raise CannotUseFile(DAMAGED, file=file)
    return Bundle(
        file,
        unpacked(packed, file),
        packed,
        from_json(beside, file),
        clean_text(str(manifest["name"])),
        tuple(clean_text(str(one)) for one in manifest["narrowed"]),
        bool(manifest["is_without_private"]),
        tuple(one for one in manifest["known"] if _DIGEST.fullmatch(one)),
        frozenset((kind, str(one)) for kind, ids in manifest["left_out"].items() for one in ids),
    )


def unpacked(packed: bytes, file: str) -> Plan:
    """The plan of a packed state.

    Raises:
        ValueError: when the bytes are damaged.
        Refusal: when what they hold is no plan.
    """
    unpacker = zlib.decompressobj()
    data = unpacker.decompress(packed, _MOST_BYTES)
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError(file)
    return from_json(data, file).plan


def _write(path: Path, members: Mapping[str, bytes], passphrase: str) -> None:
    import pyzipper

    with pyzipper.AESZipFile(path, "w", compression=zipfile.ZIP_DEFLATED) as archive:
        if passphrase:
            archive.setpassword(passphrase.encode())
            archive.setencryption(pyzipper.WZ_AES, nbits=256)
        for name, data in members.items():
            archive.writestr(name, data)


def _read(path: Path, passphrase: str) -> dict[str, bytes]:
    import pyzipper

    file = path.name
    try:
        with pyzipper.AESZipFile(path) as archive:
            entries = [archive.getinfo(name) for name in (_MANIFEST, _STATE, _BESIDE)]
            if any(entry.file_size > _MOST_BYTES for entry in entries):
                raise CannotUseFile(TOO_LARGE, file=file)
            if entries[0].flag_bits & 1 and not passphrase:
                raise CannotUseFile(LOCKED, file=file)
            archive.setpassword(passphrase.encode() or None)
            return {entry.filename: archive.read(entry) for entry in entries}
    except pyzipper.BadZipFile as error:
        # A file that is no ZIP at all says so at once; a wrong checksum comes while reading.
        raise CannotUseFile(DAMAGED if zipfile.is_zipfile(path) else NOT_A_BUNDLE, file=file) from error
    except RuntimeError:
        raise CannotUseFile(WRONG_PASSPHRASE, file=file) from None
    except OSError as error:
        raise CannotUseFile(NOT_A_BUNDLE, file=file) from error
