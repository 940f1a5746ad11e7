"""The inspector by clicks and keys: each fact lands in the plan as one named step, and undo gives the plan back."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from director_app.domain.edits import Change
from director_app.domain.facts import (
    Accessibility,
    ConfirmationOf,
    ConfirmationState,
    FallbackKind,
    FallbackState,
    Subject,
)
from director_app.domain.ids import ArtistId
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery, Status
from director_app.domain.published import lineup_of
from director_app.operations.open_plan import StepName
from director_app.operations.sentences import step_sentence
from director_app.ui import steps
from director_app.ui.desk import Desk
from director_app.ui.forms.acknowledging import ANSWERED, TOLD
from director_app.ui.frame.confirmation_part import Question
from director_app.ui.frame.delivery_card import DeliveryCard
from director_app.ui.frame.inspector import Inspector
from director_app.ui.frame.item_fields import ItemField
from director_app.wording import Wording
from tests.ui.walking import unnamed

# The offscreen platform has no window manager to tell sizes to, and says so; nor do its popups take the keyboard.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise\\(\\)", "grabbing the keyboard")

OCT = datetime.date(2025, 10, 24)


def one(desk: Desk, number: str = "GM-031") -> Delivery:
    """A date of the sample."""
    return next(found for found in desk.plan.deliveries.values() if found.number == number)


@pytest.fixture
def inspector(desk: Desk, qtbot: Any) -> Inspector:
    """The inspector with a date of the sample, shown as the window shows it."""
    made = Inspector(desk)
    qtbot.addWidget(made)
    made.resize(300, 1800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    desk.select([Subject("deliveries", one(desk).id)])
    made.card.facts.complete()
    return made


@pytest.fixture
def card(inspector: Inspector) -> DeliveryCard:
    """The card of the date."""
    return inspector.card


def field(card: Any, path: str) -> ItemField:
    """The field of a path, its row brought up when it is a rare one."""
    for section in card.facts.findChildren(QWidget):
        fields = getattr(getattr(section, "form", None), "fields", {})
        if path in fields:
            if fields[path].isHidden():
                section._more.click()
            found: ItemField = fields[path]
            return found
    raise KeyError(path)


def type_into(box: QWidget, text: str) -> None:
    """Replace what stands in a field by keys, and leave it as a user does."""
    box.setFocus()
    assert isinstance(box, QLineEdit | QPlainTextEdit)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    QTest.keyClicks(box, text)
    if isinstance(box, QPlainTextEdit):
        QTest.keyClick(box, Qt.Key.Key_Tab)
    else:
        QTest.keyClick(box, Qt.Key.Key_Return)


def choose(path: str, key: str) -> Callable[[DeliveryCard], None]:
    """Choose from a list by keys."""

    def act(card: DeliveryCard) -> None:
        box = field(card, path).input
        box.setCurrentIndex(box.findData(key))  # type: ignore[attr-defined]  # a ChoiceField
        box.activated.emit(box.currentIndex())  # type: ignore[attr-defined]

    return act


def typed(path: str, text: str) -> Callable[[DeliveryCard], None]:
    """Type into a field."""

    def act(card: DeliveryCard) -> None:
        type_into(field(card, path).input, text)

    return act


def click(get: Callable[[DeliveryCard], QWidget]) -> Callable[[DeliveryCard], None]:
    """Click a button."""

    def act(card: DeliveryCard) -> None:
        QTest.mouseClick(get(card), Qt.MouseButton.LeftButton)

    return act


def _status(card: DeliveryCard) -> None:
    chosen = next(action for action, status in card.status._choices.items() if status is Status.PENCILLED)
    chosen.trigger()


def _owner(card: DeliveryCard) -> None:
    QTest.mouseClick(card.owner.chip, Qt.MouseButton.LeftButton)
    type_into(card.owner.field.input, "Kim")


def _add_act(card: DeliveryCard) -> None:
    type_into(card.facts.lineup.chips.adder, "New Duo")


def _drop_act(card: DeliveryCard) -> None:
    chip = card.facts.lineup.chips._chips[0]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)


def _segment(card: DeliveryCard) -> None:
    type_into(card.facts.segments.adder, "12:50 10min farewell")


def _money(card: DeliveryCard) -> None:
    type_into(card.facts.money.adder, "fee 300,000")


def _note(card: DeliveryCard) -> None:
    type_into(card.facts.notes.adder, "call back")


def _agree(card: DeliveryCard) -> QWidget:
    return card.facts.confirmations.rows[Question(ConfirmationOf.CONTRACT)].next


def _tell(card: DeliveryCard) -> QWidget:
    company = Subject("organisations", str(card.delivery.organisation))
    return card.facts.tellings.cells[company, TOLD]


def _captions(card: DeliveryCard) -> QWidget:
    return card.facts.accessibility.chips[Accessibility.CAPTIONS]


Gesture = Callable[[DeliveryCard], None]
Check = Callable[[Plan, Delivery], bool]

GESTURES: dict[str, tuple[Gesture, Check]] = {
    "date": (typed("days", "10/24"), lambda _p, d: (d.date, d.until) == (OCT, None)),
    "days": (typed("days", "10/24~10/26"), lambda _p, d: (d.date, d.until) == (OCT, OCT.replace(day=26))),
    "month": (typed("days", "2025-11"), lambda _p, d: (d.date, d.month) == (None, "2025-11")),
    "time": (typed("span", "13:00~13:40"), lambda _p, d: (d.start, d.end) == (780, 820)),
    "set-up": (typed("setup_minutes", "45"), lambda _p, d: d.setup_minutes == 45),
    "place": (typed("venue", "tba"), lambda _p, d: d.venue is None),
    "company": (typed("organisation", "tba"), lambda _p, d: d.organisation is None),
    "programme": (typed("programme", "tba"), lambda _p, d: d.programme is None),
    "addition": (typed("title_suffix", "extra"), lambda _p, d: d.title_suffix == "extra"),
    "expected": (typed("expected_heads", "1,200"), lambda _p, d: d.expected_heads == 1200),
    "counted": (typed("counted_heads", "90"), lambda _p, d: d.counted_heads == 90),
    "shifts": (typed("shifts", "A, B"), lambda _p, d: d.shifts == ("A", "B")),
    "fallback": (choose("fallback.kind", "indoors"), lambda _p, d: d.fallback is not None),
    "credits": (typed("credits", "Host: City"), lambda _p, d: (d.credits or ())[0].name == "City"),
    "booking": (typed("booking", "by phone"), lambda _p, d: d.booking == "by phone"),
    "public note": (typed("public_note", "bring a cup"), lambda _p, d: d.public_note == "bring a cup"),
    "internal note": (typed("internal_note", "ask"), lambda _p, d: d.internal_note == "ask"),
    "source": (typed("source", "mail"), lambda _p, d: d.source == "mail"),
    "status": (_status, lambda _p, d: d.status is Status.PENCILLED),
    "owner": (_owner, lambda _p, d: d.responsible == "Kim"),
    "lock": (click(lambda card: card.lock), lambda _p, d: d.is_locked),
    "an act more": (_add_act, lambda p, d: "New Duo" in [p.artists[act.artist].name for act in d.lineup or ()]),
    "an act less": (_drop_act, lambda _p, d: d.lineup == ()),
    "as the programme": (click(lambda card: card.facts.lineup.same), lambda _p, d: d.lineup is None),
    "running order": (_segment, lambda p, d: "farewell" in [one.title for one in p.segments.values()]),
    "money": (_money, lambda p, _d: ("fee", 300_000) in [(one.title, one.amount) for one in p.budget_lines.values()]),
    "note": (_note, lambda p, _d: "call back" in [one.text for one in p.notes.values()]),
    "asked": (
        click(_agree),
        lambda _p, d: (
            (ConfirmationOf.CONTRACT, ConfirmationState.ASKED)
            in [(answer.of, answer.state) for answer in d.confirmations]
        ),
    ),
    "told": (click(_tell), lambda p, d: any(told.subject.id == d.organisation for told in p.tellings.values())),
    "accessibility": (click(_captions), lambda _p, d: Accessibility.CAPTIONS in (d.accessibility or ())),
}


@pytest.mark.parametrize("name", GESTURES)
def test_a_fact_lands_in_the_plan_and_undo_takes_it_back(card: DeliveryCard, desk: Desk, name: str) -> None:
    gesture, check = GESTURES[name]
    before, number = desk.plan, len(desk.open_plan.steps(50))
    gesture(card)
    assert check(desk.plan, one(desk))
    latest = desk.open_plan.steps(50)
    assert len(latest) == number + 1
    assert step_sentence(desk.wording, latest[0].name)
    desk.undo()
    assert sorted(desk.plan.records(), key=str) == sorted(before.records(), key=str)


def test_plan_b_in_all_its_parts(card: DeliveryCard, desk: Desk, korean_typing: Any) -> None:
    choose("fallback.kind", "indoors")(card)
    hall = next(venue for venue in desk.plan.venues.values() if venue.id != one(desk).venue)
    place = field(card, "fallback.venue").input
    korean_typing(place, hall.name)
    QTest.keyClick(place, Qt.Key.Key_Return)
    choose("fallback.state", "secured")(card)
    typed("fallback.trigger", "33 C")(card)
    typed("fallback.decision_time", "5:30")(card)
    typed("fallback.decided_by", "Lee")(card)
    plan_b = one(desk).fallback
    assert plan_b is not None
    assert (plan_b.kind, plan_b.venue, plan_b.state) == (FallbackKind.INDOORS, hall.id, FallbackState.SECURED)
    assert (plan_b.trigger, plan_b.decision_time, plan_b.decided_by) == ("33 C", 330, "Lee")
    choose("fallback.kind", "")(card)
    assert one(desk).fallback is None
    assert field(card, "fallback.trigger").isHidden()


def test_an_answer_is_asked_then_agreed_each_with_its_day(card: DeliveryCard, desk: Desk) -> None:
    click(_agree)(card)
    click(_agree)(card)
    kept = next(answer for answer in one(desk).confirmations if answer.of is ConfirmationOf.CONTRACT)
    assert (kept.state, kept.on) == (ConfirmationState.AGREED, desk.today())
    row = card.facts.confirmations.rows[Question(ConfirmationOf.CONTRACT)]
    assert row.next.isHidden()
    type_into(row.day, "10/2")
    kept = next(answer for answer in one(desk).confirmations if answer.of is ConfirmationOf.CONTRACT)
    assert kept.on == datetime.date(2025, 10, 2)


def test_open_reads_undecided(card: DeliveryCard) -> None:
    assert card.facts.confirmations.rows[Question(ConfirmationOf.CONTRACT)].choice.currentText() == "미정"


def test_an_artist_who_answered_has_agreed(card: DeliveryCard, desk: Desk) -> None:
    act = ArtistId(lineup_of(desk.plan, one(desk))[0].artist)
    click(lambda shown: shown.facts.tellings.cells[Subject("artists", act), ANSWERED])(card)
    answers = {(answer.of, answer.artist): answer.state for answer in one(desk).confirmations}
    assert answers[ConfirmationOf.ACT, act] is ConfirmationState.AGREED


def test_tab_walks_through_everything_and_comes_back(card: DeliveryCard) -> None:
    card.lock.setFocus()
    walked: list[QWidget] = []
    while len(walked) < 300:
        present = QApplication.focusWidget()
        assert present is not None
        walked.append(present)
        QTest.keyClick(present, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is card.lock:
            break
    assert len(walked) == len(set(walked))
    assert len(walked) > 40
    assert field(card, "internal_note").input in walked
    assert card.facts.notes.adder in walked


# -- what is refused -------------------------------------------------------------------------------------------


def test_a_wrong_time_says_why_under_its_field_and_changes_nothing(card: DeliveryCard, desk: Desk) -> None:
    before = desk.plan
    typed("span", "13:70")(card)
    assert field(card, "span").sentence == "분은 59까지입니다."
    assert desk.plan is before
    QTest.keyClick(field(card, "span").input, Qt.Key.Key_Escape)
    assert field(card, "span").sentence == ""
    assert field(card, "span").input.text() == "12:10~12:50"  # type: ignore[attr-defined]


def test_what_was_refused_belongs_to_the_date_it_was_typed_for(card: DeliveryCard, desk: Desk) -> None:
    typed("span", "13:70")(card)
    desk.select([Subject("deliveries", one(desk, "GM-030").id)])
    assert field(card, "span").sentence == ""
    assert field(card, "span").input.text() != "13:70"  # type: ignore[attr-defined]


def test_an_unknown_place_is_only_made_when_she_says_so(card: DeliveryCard, desk: Desk) -> None:
    before = desk.plan
    typed("venue", "New hall")(card)
    assert desk.plan is before
    assert "New hall" in field(card, "venue").sentence
    QTest.mouseClick(field(card, "venue").add, Qt.MouseButton.LeftButton)
    venue = one(desk).venue
    assert venue is not None
    assert desk.plan.venues[venue].name == "New hall"
    desk.undo()
    assert desk.plan.venues == before.venues


def test_a_locked_date_stays_where_it_is_but_may_be_written_on(card: DeliveryCard, desk: Desk) -> None:
    click(lambda shown: shown.lock)(card)
    assert field(card, "span").input.isReadOnly()  # type: ignore[attr-defined]
    assert field(card, "venue").input.isReadOnly()  # type: ignore[attr-defined]
    typed("internal_note", "still")(card)
    assert one(desk).internal_note == "still"


def test_a_syllable_still_being_composed_is_not_lost(card: DeliveryCard, desk: Desk, korean_typing: Any) -> None:
    QTest.mouseClick(card.owner.chip, Qt.MouseButton.LeftButton)
    korean_typing(card.owner.field.input, "김감", composing="독")
    card.lock.setFocus()
    QApplication.processEvents()
    assert one(desk).responsible in ("김감독", "김감")  # offscreen has no input method that could finish it


# -- what the records say --------------------------------------------------------------------------------------


def test_days_and_daily_hours_are_shown(card: DeliveryCard, desk: Desk) -> None:
    typed("days", "10/24~10/26")(card)
    assert field(card, "days").input.text() == "10. 24.(금)~10. 26.(일)"  # type: ignore[attr-defined]
    hint = card.facts.when.form._hints[0][0].text()
    assert hint.startswith("3일")
    typed("exceptions", "10/25 closed")(card)
    assert one(desk).exceptions[0].date == OCT.replace(day=25)


def test_segments_are_edited_in_place(card: DeliveryCard, desk: Desk) -> None:
    line = card.facts.segments.lines[0]
    type_into(line.fields["minutes"].input, "15")
    segment = next(part for part in desk.plan.segments.values() if part.id == line.editor.id)
    assert segment.minutes == 15
    count = len(card.facts.segments.lines)
    QTest.mouseClick(line.away, Qt.MouseButton.LeftButton)
    assert len(card.facts.segments.lines) == count - 1


def test_up_to_how_many_can_come_is_said_as_an_estimate(card: DeliveryCard) -> None:
    said = [words.text() for words, _says in card.facts.what.form._hints]
    assert any(text.startswith("최대") and "추정" in text for text in said)


def test_everything_has_a_name_and_fits(inspector: Inspector, desk: Desk) -> None:
    events = next(iter(desk.plan.events))
    several = [Subject("deliveries", identity) for identity in list(desk.plan.deliveries)[:5]]
    for language in ("ko", "en"):
        desk.look.choose_language(Wording(language))
        for selection in ([Subject("deliveries", one(desk).id)], several, [Subject("events", events)]):
            desk.select(selection)
            shown = inspector._stack.currentWidget()
            assert shown is not None
            for made in (inspector.card, inspector.several):
                made.facts.complete()
            assert unnamed(shown) == []
            inner = shown.widget()  # type: ignore[attr-defined]  # a scroll area
            assert inner.minimumSizeHint().width() <= 289
    assert [window for window in QApplication.topLevelWidgets() if window.isVisible()] == [inspector]


# -- history ---------------------------------------------------------------------------------------------------


def test_an_earlier_value_is_put_back_as_a_new_step(card: DeliveryCard, desk: Desk) -> None:
    typed("span", "13:00~13:40")(card)
    typed("expected_heads", "7")(card)
    line = next(one for one in card.history.lines if "12:10~12:50" in one.words.text())
    assert "13:00~13:40" in line.words.text()
    number = len(desk.open_plan.steps(50))
    QTest.mouseClick(line.back, Qt.MouseButton.LeftButton)
    assert (one(desk).start, one(desk).end, one(desk).expected_heads) == (730, 770, 7)
    assert len(desk.open_plan.steps(50)) == number + 1
    desk.undo()
    assert one(desk).start == 780


def test_what_holds_already_is_not_offered_again(card: DeliveryCard, desk: Desk) -> None:
    desk.perform(Change("deliveries", one(desk).id, {"booking": "a"}), steps.changed("x", "y"))
    desk.perform(Change("deliveries", one(desk).id, {"booking": ""}), steps.changed("x", "y"))
    latest, earlier = card.history.lines[:2]
    assert not latest.back.isHidden()
    assert earlier.back.isHidden()


# -- an event --------------------------------------------------------------------------------------------------


def test_an_event_is_shown_and_changed(inspector: Inspector, desk: Desk) -> None:
    event = next(iter(desk.plan.events.values()))
    before = desk.plan
    desk.select([Subject("events", event.id)])
    card = inspector.event_card
    assert card.isVisible()
    type_into(card.when.form.fields["days"].input, "10/8~10/10")
    type_into(card.duties.form.fields["expected_heads"].input, "3,000")
    type_into(card.duties.form.fields["safety"].input, "guards: 12")
    hall = next(venue for venue in desk.plan.venues.values() if venue.name.isascii() or venue.name)
    zones = card.when.form.fields["zones"]
    zones.save(f"Stage: {hall.name}\nMarket")
    changed = desk.plan.events[event.id]
    assert (changed.first_day, changed.last_day) == (datetime.date(2025, 10, 8), datetime.date(2025, 10, 10))
    assert (changed.expected_heads, changed.safety) == (3000, "guards: 12")
    assert [(zone.name, zone.venue) for zone in changed.zones] == [("Stage", hall.id), ("Market", None)]
    zones.save("Stage: nowhere at all")
    assert "nowhere at all" in zones.sentence
    for _step in range(4):
        desk.undo()
    assert desk.plan.events == before.events


def test_the_dates_of_an_event_are_links(inspector: Inspector, desk: Desk) -> None:
    event = next(iter(desk.plan.events))
    went: list[Any] = []
    desk.went.connect(lambda page, subject: went.append((page, subject)))
    desk.select([Subject("events", event)])
    named = desk.plan.users_of_kind("events", event, "deliveries")
    links = inspector.event_card.dates.links
    assert set(links) == named
    QTest.mouseClick(next(iter(links.values())), Qt.MouseButton.LeftButton)
    assert went[0][0] == "schedule"
    assert went[0][1].id in named
    assert inspector.card.isVisible()


def test_a_fee_of_the_one_act_needs_no_further_typing(card: DeliveryCard, desk: Desk) -> None:
    (act,) = lineup_of(desk.plan, card.delivery)
    desk.perform(Change("artists", act.artist, {"fee": 700_000}), StepName("x"))
    known = set(desk.plan.budget_lines)
    type_into(card.facts.money.adder, "fee")
    type_into(card.facts.money.adder, "paper")
    added = {line.title: line for one, line in desk.plan.budget_lines.items() if one not in known}
    fee, paper = added["fee"], added["paper"]
    assert (fee.amount, fee.artist, fee.payee) == (700_000, act.artist, desk.plan.artists[act.artist].name)
    assert (paper.amount, paper.artist, paper.payee) == (None, None, "")
