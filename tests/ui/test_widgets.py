"""Shared parts: forms in order, segments by key, messages that go, fields that leave typing alone, the ring."""

import datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.domain.facts import ConfirmationState
from director_app.ui.look import Look
from director_app.ui.messages import Message, MessageAction
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import ChoiceField, Complaint, LineField, Tick
from director_app.ui.widgets.focus_ring import FocusRing
from director_app.ui.widgets.glyphs import ConfirmationSquares
from director_app.ui.widgets.record_form import RecordForm
from director_app.ui.widgets.search_field import SearchField
from director_app.ui.widgets.segments import Segments
from director_app.ui.widgets.strip import MessageArea
from director_app.ui.widgets.text import OneLine, Text
from director_app.ui.widgets.when_fields import DateField
from tests.ui.gallery import picture
from tests.ui.walking import unnamed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


NEAR = datetime.date(2025, 10, 14)
NO_SUCH_DAY = "2025년에는 10월 42일이 없습니다."


@pytest.fixture
def shown(qtbot: Any) -> Any:
    """Puts a widget on a shown window."""

    hosts: list[QWidget] = []

    def show(widget: QWidget) -> QWidget:
        host = QWidget()
        hosts.append(host)
        QVBoxLayout(host).addWidget(widget)
        qtbot.addWidget(host)
        host.show()
        host.activateWindow()
        qtbot.waitUntil(host.isActiveWindow)
        return widget

    return show


def test_a_form_is_walked_in_the_order_of_its_rows(look: Look, shown: Any) -> None:
    form = RecordForm(look)
    fields = [LineField(look), Tick(look), ChoiceField(look), LineField(look)]
    for number, field in enumerate(fields):
        form.add_row(f"Row {number}", field, "why" if number == 2 else "")
    shown(form)
    fields[0].setFocus()
    walked = [form.focusWidget()]
    for _step in fields[1:]:
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        walked.append(form.focusWidget())
    assert walked == fields
    assert unnamed(form) == []


def test_segments_are_moved_by_arrow_keys(look: Look, shown: Any) -> None:
    views = Segments(look, "View")
    views.set_choices([("month", "월"), ("week", "주"), ("list", "목록")])
    heard: list[object] = []
    views.chosen.connect(heard.append)
    shown(views)
    QTest.keyClick(views, Qt.Key.Key_Right)
    QTest.keyClick(views, Qt.Key.Key_Right)
    QTest.keyClick(views, Qt.Key.Key_Right)
    assert heard == ["week", "list"]
    views.choose("month")
    assert heard == ["week", "list"]
    assert views.current() == "month"


def test_information_goes_and_questions_stay(look: Look, qtbot: Any) -> None:
    area = MessageArea(look)
    qtbot.addWidget(area)
    first = area.show_message(Message("하나"))
    area.show_message(Message("둘", is_lasting=True))
    for _rest in range(2):
        first._timer.timeout.emit()
    assert area.messages() == ["둘"]


def test_information_does_not_go_under_a_hand_that_aims(look: Look, qtbot: Any, monkeypatch: Any) -> None:
    area = MessageArea(look)
    qtbot.addWidget(area)
    strip = area.show_message(Message("하나"))
    places = iter([QPoint(1, 1), QPoint(2, 2), QPoint(2, 2)])
    monkeypatch.setattr("director_app.ui.widgets.strip.QCursor.pos", lambda: next(places))
    for is_there in (True, True, False):
        strip._timer.timeout.emit()
        assert (area.messages() == ["하나"]) is is_there


def test_the_same_message_is_not_shown_twice_and_three_are_enough(look: Look, qtbot: Any) -> None:
    area = MessageArea(look)
    qtbot.addWidget(area)
    for text in ("1", "2", "3", "4", "4"):
        area.show_message(Message(text))
    assert area.messages() == ["4", "3", "2"]


def test_an_action_acts_once_and_takes_the_message_away(look: Look, qtbot: Any) -> None:
    area = MessageArea(look)
    qtbot.addWidget(area)
    done: list[int] = []
    strip = area.show_message(Message("x", (MessageAction("되돌리기", lambda: done.append(1)),), is_lasting=True))
    strip.findChildren(Button)[0].click()
    assert done == [1]
    assert area.messages() == []


def test_a_value_from_the_plan_leaves_typing_alone(look: Look, shown: Any) -> None:
    field = shown(LineField(look))
    field.show_value("before")
    field.setFocus()
    QTest.keyClicks(field, "typing")
    field.show_value("from elsewhere")
    assert "typing" in field.text()


def test_leaving_a_field_tells_its_value_once(look: Look, shown: Any) -> None:
    field = shown(LineField(look))
    heard: list[str] = []
    field.changed_to.connect(heard.append)
    field.setFocus()
    QTest.keyClicks(field, "abc")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.clearFocus()
    assert heard == ["abc"]


def test_search_hears_the_syllable_being_composed(look: Look, shown: Any, korean_typing: Any) -> None:
    field = shown(SearchField(look))
    heard: list[str] = []
    field.typed.connect(heard.append)
    korean_typing(field, "봄", composing="바")
    assert heard[-1] == "봄바"
    assert field.text() == "봄"


def test_what_does_not_fit_is_told_in_the_tool_tip(look: Look, qtbot: Any) -> None:
    label = OneLine(look, "아주 긴 장소 이름이 여기에 있습니다")
    qtbot.addWidget(label)
    label.show()
    label.resize(60, 20)
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_confirmations_are_said_in_words(look: Look, qtbot: Any) -> None:
    squares = ConfirmationSquares(look)
    qtbot.addWidget(squares)
    squares.show_states((ConfirmationState.AGREED, ConfirmationState.ASKED), "장소 합의함, 출연 물어봄")
    assert squares.accessibleName() == squares.toolTip() == "장소 합의함, 출연 물어봄"


def test_the_ring_follows_the_focus_and_the_layout(look: Look, shown: Any, qapp: Any) -> None:
    ring = FocusRing(look)
    host = QWidget()
    column = QVBoxLayout(host)
    button, field, own = Button(look, "x"), LineField(look), Button(look, "y")
    own.setProperty("ring", "none")
    for widget in (button, field, own):
        column.addWidget(widget)
    shown(host)
    field.setFocus()
    assert ring.target() is field
    drawn = ring._ring
    assert drawn is not None
    before = drawn.geometry()
    assert before.contains(field.geometry().translated(host.pos()))
    button.hide()
    qapp.sendPostedEvents()
    column.activate()
    assert drawn.geometry() != before
    own.setFocus()
    assert ring.target() is None
    assert not drawn.isVisible()


def test_the_sheet_of_parts_can_be_drawn(qapp: Any) -> None:
    assert not picture().isNull()


# -- what was refused ------------------------------------------------------------------------------------------


def _type(field: LineField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_refused_time_says_why_under_the_field_until_it_is_mended(look: Look, shown: Any) -> None:
    field = DateField(look, NEAR)
    shown(field)
    field.show_date(NEAR)
    _type(field, "10/42")
    complaint = next(one for one in field.window().findChildren(Complaint) if one.isVisible())
    assert complaint.text() == NO_SUCH_DAY
    assert complaint.geometry().top() >= field.mapTo(field.window(), field.rect().bottomLeft()).y()
    assert field.accessibleDescription() == complaint.text()
    _type(field, "10/15")
    assert not complaint.isVisible()
    assert not field.is_wrong


def test_escape_gives_the_old_value_back_after_a_refusal(look: Look, shown: Any) -> None:
    field = DateField(look, NEAR)
    shown(field)
    field.show_date(NEAR)
    heard: list[Any] = []
    field.decided.connect(heard.append)
    _type(field, "soon")
    assert field.is_wrong
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.is_wrong, heard) == ("10. 14.(화)", False, [])


def test_a_form_has_a_row_for_the_sentence(look: Look, shown: Any) -> None:
    form = RecordForm(look)
    field = DateField(look, NEAR)
    form.add_row("When", field)
    shown(form)
    _type(field, "10/42")
    said = [one for one in form.findChildren(Text) if one.isVisible() and one.text() == NO_SUCH_DAY]
    assert len(said) == 1
    assert not form.window().findChildren(Complaint)
    _type(field, "10/15")
    assert not said[0].isVisible()


def test_the_ring_turns_red_with_the_field(look: Look, shown: Any) -> None:
    ring = FocusRing(look)
    field = DateField(look, NEAR)
    shown(field)
    _type(field, "10/42")
    assert ring.target() is field
    assert field.window().grab().toImage().pixelColor(field.x() - 2, field.y() + 12) == look.color("block")
