"""The page of money, works of light and results: typed, saved as one named step each, undone, and searched."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from director_app.domain.facts import Subject
from director_app.domain.ids import OutcomeId
from director_app.domain.lights import LightFrom, LightRule
from director_app.domain.refusals import RefusedInput
from director_app.domain.timeline import parse_clock
from director_app.ui.dialogs.palette_finds import find
from director_app.ui.main_window import MainWindow
from director_app.ui.money.money_page import MoneyPage
from director_app.ui.money.typed_rules import read_rules, write_rules
from director_app.ui.widgets.text import OneLine
from director_app.wording import Wording


@pytest.fixture
def page(sample_window: MainWindow) -> MoneyPage:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("money")
    found = frame.page("money")
    assert isinstance(found, MoneyPage)
    return found


def enter(field: Any, text: str) -> None:
    """Finish a field by hand; Hangul cannot be typed key by key."""
    field.setText(text)
    field.setModified(True)
    field.editingFinished.emit()


def field_of(line: Any, path: str) -> QWidget:
    found: QWidget = next(each.input for each in line.fields if each.spec.path == path)
    return found


def test_the_sums_follow_what_is_typed(page: MoneyPage) -> None:
    desk = page.desk
    before = len(desk.plan.budget_lines)
    enter(page.lines.adder, "Sound")
    assert len(desk.plan.budget_lines) == before + 1
    line = next(each for each in page.lines.lines() if each.editor.record.title == "Sound")
    amount = field_of(line, "amount")
    amount.setFocus()
    enter(amount, "1234567")
    assert line.editor.record.amount == 1_234_567
    assert "61,234,567" in page.sums.text()
    desk.undo()
    desk.undo()
    assert len(desk.plan.budget_lines) == before


def test_a_work_of_light_takes_its_rule_as_typed(page: MoneyPage) -> None:
    enter(page.works.adder, "Tower")
    line = next(each for each in page.works.lines() if each.editor.record.title == "Tower")
    enter(field_of(line, "rules"), "dusk +20, at latest 20:30, ~23:00, Fri Sat")
    (rule,) = line.editor.record.rules
    assert rule == LightRule(LightFrom.DUSK, 20, parse_clock("20:30"), parse_clock("23:00"), (4, 5))
    enter(field_of(line, "rules"), "when the moon is up")
    assert line.editor.record.rules == (rule,)


def test_a_work_says_when_it_is_lit_tonight_and_goes_dark_for_maintenance(page: MoneyPage) -> None:
    enter(page.works.adder, "Tower")
    line = next(each for each in page.works.lines() if each.editor.record.title == "Tower")
    today = page.desk.today()

    def tonight() -> str:
        return next(words.text() for words in line.findChildren(OneLine) if words.text())

    assert "–" in tonight()
    enter(field_of(line, "rules"), "20:00, ~23:00")
    assert "20:00~23:00" in tonight()
    enter(field_of(line, "curfew"), "22:00")
    assert "20:00~22:00" in tonight()
    enter(field_of(line, "maintenance"), f"{today.month}/{today.day}")
    assert line.editor.record.maintenance[0].first == today
    assert "22:00" not in tonight()
    enter(field_of(line, "power_kw"), "3.5")
    assert line.editor.record.power_kw == 3.5
    page.desk.undo()
    assert line.editor.record.power_kw is None


def test_results_speak_of_what_is_named(page: MoneyPage) -> None:
    known = set(page.desk.plan.outcomes)
    enter(page.outcomes.adder, "nothing like it")
    assert set(page.desk.plan.outcomes) == known
    enter(page.outcomes.adder, "산단-빔 상영")
    (added,) = set(page.desk.plan.outcomes) - known
    outcome = page.desk.plan.outcomes[added]
    assert outcome.programme is not None
    assert page.desk.plan.programmes[outcome.programme].title == "산단-빔 상영"


def test_who_came_is_counted_by_group(page: MoneyPage) -> None:
    desk = page.desk
    line = next(each for each in page.outcomes.lines() if each.editor.id == "outcome-weeknic")
    families: Any = field_of(line, "groups[group=families].percent")
    assert families.text() == "78.3"
    enter(field_of(line, "groups[group=workers].heads"), "1,200")
    enter(field_of(line, "groups[group=foreign].heads"), "85")
    groups = {
        share.group: (share.heads, share.percent) for share in desk.plan.outcomes[OutcomeId(line.editor.id)].groups
    }
    assert groups == {"families": (None, 78.3), "workers": (1200, None), "foreign": (85, None)}
    assert "1,200" in page.sums.text()
    enter(field_of(line, "groups[group=foreign].heads"), "")
    assert "foreign" not in {share.group for share in desk.plan.outcomes[OutcomeId(line.editor.id)].groups}
    for _ in range(3):
        desk.undo()
    assert [share.group for share in desk.plan.outcomes[OutcomeId(line.editor.id)].groups] == ["families"]
    assert "84.7" in page.sums.text()


def test_a_text_of_a_report_is_added_for_a_part_that_has_none(page: MoneyPage) -> None:
    enter(page.texts.adder, "안전요원 4명")
    parts = [one.part for one in page.desk.plan.report_texts.values()]
    assert len(parts) == len(set(parts)) == 3


@pytest.mark.parametrize(
    "text",
    ["sunset", "dusk +20, at latest 20:30, ~23:00, Fri Sat", "18:30, ~24:30, 2025-10-01~2025-10-20",
     "sunset -10, ~22:00; 19:00, Mon"],
)  # fmt: skip
def test_rules_are_read_as_they_are_written(text: str) -> None:
    for language in ("ko", "en"):
        rules = read_rules(text)
        assert read_rules(write_rules(rules, Wording(language))) == rules


@pytest.mark.parametrize("text", ["moon", "dusk 20", "dusk +20, later", "25:99", "sunset, 2025-02-30~"])
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(RefusedInput):
        read_rules(text)


def test_the_palette_leads_to_the_line_of_a_work(sample_window: MainWindow, page: MoneyPage, qtbot: Any) -> None:
    desk = page.desk
    qtbot.waitUntil(lambda: desk.search is not None, timeout=5000)
    found = next(one for one in find(desk, [], "물빛 산책로") if "물빛" in one.name)
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("overview")
    found.act()
    assert frame.present_page == "money"
    page.show_subject(Subject("works", "work-park"))
    line = next(each for each in page.works.lines() if each.editor.id == "work-park")
    assert page.focusWidget() is line.fields[0].input
