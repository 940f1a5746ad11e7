"""Own words in the window: begun beside the preview, worded field by field; the page follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from director_app.ui.pages.publish_page import PublishPage
from director_app.ui.questions import FixedAnswers

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager
Show = Callable[..., Any]


@pytest.fixture
def page(show_page: Show, sample: Any, qtbot: Any) -> Any:
    shown = show_page(PublishPage, sample)
    shown.choose("flyer")
    qtbot.waitUntil(lambda: shown.preview.paper is not None, timeout=20000)
    yield shown
    shown.desk.background.close()


def settled(page: Any, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: not page._rest.isActive() and not page.desk.background.is_busy, timeout=20000)


def test_a_template_is_begun_worded_and_taken_back(page: Any, qtbot: Any) -> None:
    row = page.options.form.template
    row.button.click()
    template = page.desk.plan.templates[page.choice.template]
    assert (template.document, row.field.current()) == ("flyer", template.id)
    dialog = row.dialog
    dialog.words["About"].setText("어떤 공연인가요")
    dialog.words["About"].changed_to.emit("어떤 공연인가요")
    dialog.ticks["qr"].click()
    dialog.colour.changed_to.emit("green")
    dialog.colour.changed_to.emit("#C22A1F")
    settled(page, qtbot)
    kept = page.desk.plan.templates[template.id]
    assert ([tuple(one) for one in kept.words], kept.left_out, kept.colour) == (
        [("About", "어떤 공연인가요")], ("qr",), "#C22A1F",
    )  # fmt: skip
    assert page._papers["flyer"].choice.template == template.id
    dialog.remove_button.click()
    assert not page.desk.plan.templates
    settled(page, qtbot)
    assert page.choice.template is None


def test_a_template_goes_out_and_comes_in_as_a_file(page: Any, qtbot: Any, tmp_path: Path) -> None:
    row = page.options.form.template
    row.button.click()
    row.dialog.name.changed_to.emit("축제 전단")
    page.desk.questions = FixedAnswers(tmp_path / "mine.cdtemplate")
    row.dialog.pass_button.click()
    row.dialog.close_button.click()
    page.choose("booklet")
    page.ways.take_in_template()
    settled(page, qtbot)
    assert page.choice.document == "flyer"
    assert page.desk.plan.templates[page.choice.template].name == "축제 전단 2"
