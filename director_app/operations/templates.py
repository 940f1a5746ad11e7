"""The director's own templates of documents: begun, worded, told apart by name, and passed on as a file.

The file is JSON: the template without its identity, and its logo with its bytes, so that another plan prints the same.
"""

from __future__ import annotations

import base64
import binascii
import json
from pathlib import Path
from typing import Any, Final

from director_app.atomic_files import write_atomically
from director_app.domain.edits import Add, Change, Edit, Remove, Several
from director_app.domain.facts import Subject
from director_app.domain.fields import from_plain, to_plain
from director_app.domain.ids import AttachmentId, TemplateId, new_id
from director_app.domain.papers import Attachment, OwnWord, Template
from director_app.domain.plan import Plan
from director_app.domain.refusals import CannotUseFile, RefusedInput
from director_app.operations.attaching import media_type_of
from director_app.operations.open_plan import OpenPlan, StepName
from director_app.operations.publishing import refuse_over_plan
from director_app.wording import message

SUFFIX: Final = ".cdtemplate"
_FORMAT: Final = "culture-delivery-template"
#: Bytes; a logo at print size is well below.
_MOST_BYTES: Final = 60 * 1024 * 1024

BEGUN: Final = message("Template “{name}”")
WORDED: Final = message("Words of the template “{name}”")
REMOVED: Final = message("Template “{name}” removed")
TAKEN_IN: Final = message("Template “{name}” taken in")
NO_TEMPLATE_FILE: Final = message("“{file}” is no template, or it is damaged.")
UNREADABLE: Final = message("“{file}” cannot be read.")
NOT_NAMED: Final = message("There is no template named “{name}”. Known are: {known}.")


def templates_of(plan: Plan, document: str = "") -> list[Template]:
    """The templates by name; of one document only those made for it."""
    from director_app.documents.own_words import fits

    found = [one for one in plan.templates.values() if not document or fits(one, document)]
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def template_named(plan: Plan, name: str) -> Template:
    """The template of that name or id.

    Raises:
        RefusedInput: naming those that there are.
    """
    known = templates_of(plan)
    for one in known:
        if name in (one.id, one.name):
            return one
    raise RefusedInput(NOT_NAMED, name=name, known=", ".join(one.name for one in known) or "—")


def free_name(plan: Plan, name: str) -> str:
    """The name, with a number after it while another template has it."""
    taken = {one.name for one in plan.templates.values()}
    if name not in taken:
        return name
    return next(found for number in range(2, len(taken) + 3) if (found := f"{name} {number}") not in taken)


def beginning(plan: Plan, document: str, name: str) -> tuple[Template, Edit, StepName]:
    """A new template for a document, and what puts it into the plan."""
    template = Template(TemplateId(new_id()), free_name(plan, name), document)
    return template, Add((template,)), StepName(BEGUN, {"name": template.name})


def wording(template: Template, place: str, text: str) -> tuple[Edit, StepName]:
    """What words one place of the template; an empty text takes the usual words again."""
    others = tuple(word for word in template.words if word.place != place)
    words = (*others, OwnWord(place, text)) if text else others
    return Change("templates", template.id, {"words": words}), StepName(WORDED, {"name": template.name})


def leaving(template: Template, name: str, *, is_shown: bool) -> tuple[Edit, StepName]:
    """What shows one part of the document, or leaves it out."""
    others = tuple(one for one in template.left_out if one != name)
    left_out = others if is_shown else (*others, name)
    return Change("templates", template.id, {"left_out": left_out}), StepName(WORDED, {"name": template.name})


def removal(template: Template) -> tuple[Edit, StepName]:
    """What takes the template out of the plan."""
    return Remove("templates", template.id), StepName(REMOVED, {"name": template.name})


def write_template(open_plan: OpenPlan, template: Template, out: Path) -> None:
    """Write the template with its logo into a file.

    Raises:
        CannotUseFile: when the file cannot be written, or is the plan itself.
    """
    refuse_over_plan(open_plan.path, out)
    plain = to_plain(template._replace(logo=None))
    plain.pop("id")
    kept = open_plan.plan.attachments.get(template.logo) if template.logo else None
    content = open_plan.content(kept.digest) if kept is not None else None
    written: dict[str, Any] = {"format": _FORMAT, "version": 1, "template": plain}
    if kept is not None and content is not None:
        written["logo"] = {"name": kept.name, "content": base64.b64encode(content).decode("ascii")}
    write_atomically(out, (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode("utf-8"))


def take_in(open_plan: OpenPlan, path: Path) -> Template:
    """Read a template from a file into the plan, as one step; a name that is taken gets a number.

    Raises:
        RefusedInput: when it is no template, or its logo is no picture.
        CannotUseFile: when the file cannot be read or the plan cannot be written.
    """
    if (reason := open_plan.read_only) is not None:
        raise reason
    told = _read(path)
    template, logo = _template_in(told, path)
    name = free_name(open_plan.plan, template.name or path.stem)
    template = template._replace(id=TemplateId(new_id()), name=name, logo=None)
    if logo is None:
        edit: Edit = Add((template,))
    else:
        file_name, content = logo
        kind, subject = media_type_of(content), Subject("templates", template.id)
        digest = open_plan.keep(content)
        attachment = Attachment(AttachmentId(new_id()), file_name, kind, digest, len(content), subject)
        logo_on = Change("templates", template.id, {"logo": attachment.id})
        edit = Several((Add((template,)), Add((attachment,)), logo_on))
    open_plan.perform(edit, StepName(TAKEN_IN, {"name": name}))
    return template


def _read(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise CannotUseFile(UNREADABLE, file=path.name) from error
    try:
        told = json.loads(content) if len(content) <= _MOST_BYTES else None
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or told.get("format") != _FORMAT or not isinstance(told.get("template"), dict):
        raise RefusedInput(NO_TEMPLATE_FILE, file=path.name)
    return told


def _template_in(told: dict[str, Any], path: Path) -> tuple[Template, tuple[str, bytes] | None]:
    plain = {name: value for name, value in told["template"].items() if name not in ("id", "logo")}
    template = from_plain(Template, {**plain, "id": "template"}, "template")
    logo = told.get("logo")
    if logo is None:
        return template, None
    try:
        content = base64.b64decode(logo["content"], validate=True)
        return template, (str(logo["name"])[:200], content)
    except (TypeError, KeyError, binascii.Error, ValueError):
        raise RefusedInput(NO_TEMPLATE_FILE, file=path.name) from None
