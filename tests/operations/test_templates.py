"""Templates: begun, worded, undone, passed from plan to plan as a file; what is no template is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from director_app.domain.refusals import CannotUseFile, RefusedInput
from director_app.operations import templates
from director_app.operations.attaching import attach_photo
from director_app.operations.open_plan import OpenPlan
from tests.documents.drawn_pictures import encoded, quarters


@pytest.fixture
def opened(tmp_path: Path) -> OpenPlan:
    return OpenPlan.create(tmp_path / "season.cdplan")


def test_words_are_kept_and_undone(opened: OpenPlan) -> None:
    template, edit, step = templates.beginning(opened.plan, "booklet", "내 책자")
    opened.perform(edit, step)
    opened.perform(*templates.wording(template, "Contents", "순서"))
    known = templates.template_named(opened.plan, "내 책자")
    assert [tuple(word) for word in known.words] == [("Contents", "순서")]
    opened.perform(*templates.leaving(known, "qr", is_shown=False))
    assert templates.templates_of(opened.plan, "booklet-imposed")[0].left_out == ("qr",)
    assert templates.templates_of(opened.plan, "poster") == []
    opened.undo()
    opened.undo()
    assert opened.plan.templates[template.id].words == ()
    again, _edit, _step = templates.beginning(opened.plan, "booklet", "내 책자")
    assert again.name == "내 책자 2"
    opened.close()


def test_a_template_goes_to_another_plan_with_its_logo(opened: OpenPlan, tmp_path: Path) -> None:
    template, edit, step = templates.beginning(opened.plan, "flyer", "축제 전단")
    opened.perform(edit, step)
    opened.perform(*templates.wording(template, "About", "어떤 공연인가요"))
    logo = tmp_path / "logo.png"
    logo.write_bytes(encoded(quarters(300, 200), "PNG"))
    attach_photo(opened, "templates", template.id, "logo", logo)
    file = tmp_path / "축제.cdtemplate"
    templates.write_template(opened, opened.plan.templates[template.id], file)
    other = OpenPlan.create(tmp_path / "other.cdplan")
    taken = templates.take_in(other, file)
    kept = other.plan.templates[taken.id]
    assert (kept.name, kept.document, kept.words[0].text) == ("축제 전단", "flyer", "어떤 공연인가요")
    assert kept.logo is not None
    assert other.content(other.plan.attachments[kept.logo].digest) == logo.read_bytes()
    other.undo()
    assert not other.plan.templates
    other.close()
    opened.close()


def written(**told: object) -> bytes:
    """A file that says of itself that it is a template."""
    return json.dumps({"format": "culture-delivery-template", **told}).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe", b"[]", b"[" * 100_000, written(), written(template={"name": 3}),
        written(template={}, logo={"name": "x", "content": "%"}),
        written(template={}, logo={"name": "x", "content": "AAAA"}),
    ],
)  # fmt: skip
def test_what_is_no_template_changes_nothing(opened: OpenPlan, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.cdtemplate"
    file.write_bytes(content)
    with pytest.raises(RefusedInput):
        templates.take_in(opened, file)
    with pytest.raises(CannotUseFile):
        templates.take_in(opened, tmp_path / "none.cdtemplate")
    assert not opened.plan.templates
    opened.close()


def test_a_template_never_takes_the_place_of_the_plan(opened: OpenPlan) -> None:
    template, _edit, _step = templates.beginning(opened.plan, "flyer", "전단")
    with pytest.raises(CannotUseFile):
        templates.write_template(opened, template, opened.path)
    opened.close()
