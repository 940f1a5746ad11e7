"""Photos and logos of records: a file's bytes kept with the plan, named by their digest, as one step.

Only the file that was chosen is read, nothing is fetched. A picture is kept upright, at most 4,000 pixels long and
without what its file says about place, camera and person; any other file is kept as it is.
"""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Final, Literal

from director_app.domain.edits import Add, Change, Several
from director_app.domain.facts import Subject
from director_app.domain.ids import AttachmentId, new_id
from director_app.domain.papers import Attachment
from director_app.domain.refusals import CannotUseFile, RefusedEdit, RefusedInput
from director_app.operations.open_plan import OpenPlan, Outcome, StepName
from director_app.wording import message

PictureField = Literal["photo", "logo", "sketch"]

#: Bytes; what a camera makes is well below.
MOST_BYTES: Final = 40 * 1024 * 1024
#: Edge in pixels to which a picture is decoded to see that it is whole.
_TRIED: Final = 256

UNREADABLE: Final = message("“{file}” cannot be read.")
TOO_MANY_BYTES: Final = message("“{file}” is larger than {most} MB.")
NO_PLACE: Final = message("There is no place for a picture here.")
GONE: Final = message("This is no longer in the plan.")
_STEPS: Final = {
    "photo": message("Photo “{file}”"),
    "logo": message("Logo “{file}”"),
    "sketch": message("Sketch “{file}”"),
}
_FILE_ADDED: Final = message("File “{file}” attached")
_OFF: Final = {
    "photo": message("Photo taken off"),
    "logo": message("Logo taken off"),
    "sketch": message("Sketch taken off"),
}


def attach_photo(open_plan: OpenPlan, subject_kind: str, subject_id: str, field: PictureField, path: Path) -> Outcome:
    """Keep the file as the record's photo or logo. A new photo has no focus point yet.

    Raises:
        RefusedInput: when it is no picture, damaged, or larger than any print needs.
        RefusedEdit: when the record is gone or carries no such picture.
        CannotUseFile: when the file cannot be read or the plan cannot be written.
    """
    if (reason := open_plan.read_only) is not None:
        raise reason
    record = _record(open_plan, subject_kind, subject_id, field)
    content, kind = _plain(_read(path))
    digest = open_plan.keep(content)
    attachment = Attachment(
        AttachmentId(new_id()), path.name, kind, digest, len(content), Subject(subject_kind, subject_id)
    )
    values: dict[str, object] = {field: attachment.id}
    if field == "photo" and hasattr(record, "photo_focus"):
        values["photo_focus"] = ()
    edit = Several((Add((attachment,)), Change(subject_kind, subject_id, values)))
    return open_plan.perform(edit, StepName(_STEPS[field], {"file": path.name}))


def attach_file(open_plan: OpenPlan, subject_kind: str, subject_id: str, path: Path) -> Outcome:
    """Keep any file with a record: a contract, a stage plan, a receipt.

    Raises:
        RefusedInput: when it is larger than any print needs.
        RefusedEdit: when the record is gone.
        CannotUseFile: when the file cannot be read or the plan cannot be written.
    """
    if (reason := open_plan.read_only) is not None:
        raise reason
    if open_plan.plan.find(subject_kind, subject_id) is None:
        raise RefusedEdit(GONE)
    content = _read(path)
    media, _encoding = mimetypes.guess_type(path.name)
    attachment = Attachment(
        AttachmentId(new_id()),
        path.name,
        media or "application/octet-stream",
        open_plan.keep(content),
        len(content),
        Subject(subject_kind, subject_id),
    )
    return open_plan.perform(Add((attachment,)), StepName(_FILE_ADDED, {"file": path.name}))


def detach(open_plan: OpenPlan, subject_kind: str, subject_id: str, field: PictureField) -> Outcome:
    """Take the photo or logo off the record; its bytes stay, so that undo brings it back.

    Raises:
        RefusedEdit: when the record is gone or carries no such picture.
        CannotUseFile: when the plan cannot be written.
    """
    _record(open_plan, subject_kind, subject_id, field)
    return open_plan.perform(Change(subject_kind, subject_id, {field: None}), StepName(_OFF[field], {}))


def _record(open_plan: OpenPlan, kind: str, identity: str, field: PictureField) -> object:
    record = open_plan.plan.find(kind, identity)
    if record is None:
        raise RefusedEdit(GONE)
    if not hasattr(record, field):
        raise RefusedEdit(NO_PLACE)
    return record


def _read(path: Path) -> bytes:
    """The file's bytes; never more than are allowed."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotUseFile(UNREADABLE, file=path.name) from error
    if len(content) > MOST_BYTES:
        raise RefusedInput(TOO_MANY_BYTES, file=path.name, most=MOST_BYTES // 1024 // 1024)
    return content


def _plain(content: bytes) -> tuple[bytes, str]:
    """The bytes of a picture as they are kept, and its media type."""
    from director_app.documents.photo_copies import copy_to_keep
    from director_app.documents.rasters import media_type

    kept = copy_to_keep(content)
    return kept, media_type(kept)


def media_type_of(content: bytes) -> str:
    """The media type of a picture that can be read to its end."""
    from director_app.documents.rasters import load_picture, media_type

    load_picture(content, _TRIED)
    return media_type(content)
