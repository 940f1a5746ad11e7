"""What hangs on a date: the parts of its evening, its money, the notes about it, and its files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.domain.facts import Subject
from director_app.domain.ids import BudgetLineId, DeliveryId, NoteId, SegmentId, new_id
from director_app.domain.papers import BudgetLine, MoneyStage
from director_app.domain.programme import Delivery, Segment
from director_app.domain.published import lineup_of
from director_app.domain.requests import Note
from director_app.operations.attaching import attach_file
from director_app.planner.money import withheld
from director_app.ui.desk import Desk
from director_app.ui.forms.field_forms import CLOCK, COUNT, DATE, DECIMAL
from director_app.ui.forms.record_editor import RecordEditor
from director_app.ui.frame.fact_forms import choice_of
from director_app.ui.frame.item_fields import FactSpec
from director_app.ui.frame.items_editor import ItemsEditor
from director_app.ui.frame.owned_lines import OwnedLines
from director_app.ui.schedule.typed_item import Names, read_item
from director_app.ui.widgets.buttons import Button
from director_app.wording import message

STAGE_WORDS: Final = {
    MoneyStage.BUDGET: message("planned"),
    MoneyStage.COMMITTED: message("committed"),
    MoneyStage.ACTUAL: message("spent"),
}
_AMOUNT: Final = re.compile(r"^(?P<title>.*?)\s*(?P<amount>\d[\d,]*)\s*(?P<unit>만)?\s*원?$")
_FAR: Final = 1 << 20
#: Words of payments to people, as they are typed.
_FEES: Final = ("출연료", "사례비", "강사료", "fee", "honorarium")


def _stages(editor: RecordEditor) -> list[tuple[str, str]]:
    return [(stage.value, editor.desk.wording.text(words)) for stage, words in STAGE_WORDS.items()]


_SEGMENT: Final = (
    (
        FactSpec("start", message("Begins"), CLOCK, width=50),
        FactSpec("title", message("Part of the evening"), hint=message("what happens")),
        FactSpec("minutes", message("Lasts"), COUNT, unit=message("min"), width=34),
    ),
    (FactSpec("artist", message("Who"), refers_to="artists", hint=message("who")),),
)
_MONEY: Final = (
    (
        FactSpec("title", message("What for"), hint=message("what for")),
        FactSpec("amount", message("Amount in won"), COUNT, width=84),
    ),
    (
        FactSpec("stage", message("Stage"), choice_of(MoneyStage), choices=_stages, width=84),
        FactSpec("payee", message("Payee"), hint=message("to whom")),
        FactSpec("withheld_percent", message("Withheld in percent"), DECIMAL, hint=message("tax %"), width=44),
    ),
)
_NOTE: Final = (
    (FactSpec("text", message("Notes"), lines=2),),
    (
        FactSpec("follow_up", message("Remind on"), DATE, hint=message("remind on"), width=118),
        FactSpec("is_done", message("Done"), hint=message("done"), ticks=True, wanted=None),
    ),
)
_FILE: Final = (
    (FactSpec("name", message("File name")),),
    (FactSpec("caption", message("Caption"), hint=message("caption")),),
)


def segment_lines(editor: ItemsEditor) -> OwnedLines:
    """The parts of the evening."""
    return OwnedLines(
        editor, "segments", message("Running order"), _SEGMENT, hint=message("12:10 10 min opening, band …"),
        make=_new_segment, order=_segment_order,
    )  # fmt: skip


def _segment_order(one: Segment) -> tuple[int, int, str]:
    return (one.start if one.start is not None else _FAR, one.position, one.id)


def _new_segment(editor: ItemsEditor, text: str) -> Segment:
    plan = editor.desk.plan
    typed = read_item(Names(plan), text, editor.record.date or editor.desk.today())
    known = [plan.programmes[typed.programme].title] if typed.programme else []
    used = plan.users_of_kind("deliveries", editor.id, "segments")
    position = max((plan.segments[SegmentId(one)].position + 1 for one in used), default=0)
    minutes = typed.end - typed.start if typed.start is not None and typed.end is not None else None
    return Segment(
        SegmentId(new_id()), DeliveryId(editor.id), position, " ".join([*known, typed.rest]).strip(),
        typed.start, minutes=minutes, artist=typed.artists[0] if typed.artists else None,  # type: ignore[arg-type]  # typed minutes are wall minutes
    )  # fmt: skip


def money_lines(editor: ItemsEditor) -> OwnedLines:
    """The money that names this date."""
    return OwnedLines(
        editor, "budget_lines", message("Budget"), _MONEY, hint=message("fee 300,000"), make=_new_money,
        order=lambda one: (one.title, one.id), caption=_paid_out,
    )  # fmt: skip


def _paid_out(desk: Desk, line: BudgetLine) -> str:
    """What is left of a fee after tax, which is an estimate."""
    tax = withheld(line)
    amount = desk.wording.number(tax.net)
    return desk.wording.text("net {amount}", amount=amount) if tax.tax else ""


def _new_money(editor: ItemsEditor, text: str) -> BudgetLine:
    found = _AMOUNT.match(text)
    amount = int(found["amount"].replace(",", "")) * (10_000 if found["unit"] else 1) if found else None
    title = (found["title"] if found else text).strip(" :·")
    line = BudgetLine(BudgetLineId(new_id()), title=title, amount=amount, delivery=DeliveryId(editor.id))
    return _with_known_fee(editor, line)


def _with_known_fee(editor: ItemsEditor, line: BudgetLine) -> BudgetLine:
    """A fee of the one act there is needs no further typing: who gets it, and how much it usually is."""
    plan = editor.desk.plan
    acts = lineup_of(plan, editor.record) if isinstance(editor.record, Delivery) else ()
    artist = plan.artists.get(acts[0].artist) if len(acts) == 1 else None
    if artist is None or not any(word in line.title.lower() for word in _FEES):
        return line
    return line._replace(artist=artist.id, payee=artist.name, amount=artist.fee if line.amount is None else line.amount)


def note_lines(editor: ItemsEditor) -> OwnedLines:
    """Dated remarks, newest first, with the day to come back to them."""
    return OwnedLines(
        editor, "notes", message("Notes"), _NOTE, hint=message("Write what was said or promised, then press Enter"),
        make=_new_note, order=lambda one: (-(one.written_on.toordinal() if one.written_on else 0), one.id),
        caption=_written_on, folds=False,
    )  # fmt: skip


def _new_note(editor: ItemsEditor, text: str) -> Note:
    return Note(NoteId(new_id()), Subject(editor.kind, editor.id), text, written_on=editor.desk.today())


def _written_on(desk: Desk, note: Note) -> str:
    return desk.wording.date_short(note.written_on) if note.written_on else ""


class FilesPart(QWidget):
    """The files that belong to the record, and a button that adds one."""

    def __init__(self, editor: ItemsEditor) -> None:
        super().__init__()
        self._editor = editor
        self.lines = OwnedLines(
            editor, "attachments", message("Files"), _FILE, hint="", make=None, order=lambda one: (one.name, one.id),
            caption=_size,
        )  # fmt: skip
        self.attach = Button(editor.desk.look, "", "link")
        self.attach.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lines)
        column.addWidget(self.attach)
        editor.shown.connect(self._show_record)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.lines.retranslate()
        self.attach.setText(self._editor.desk.wording.text("Attach a file…"))
        self._show_record(None)

    def _show_record(self, _record: object) -> None:
        self.setVisible(not self._editor.is_many)
        self.attach.setVisible(not self._editor.desk.is_read_only)

    def _choose(self) -> None:
        desk, editor = self._editor.desk, self._editor
        wording = desk.wording
        path = desk.questions.file_to_open(self, wording.text("Attach a file"), "", Path.home())
        if path is not None:
            desk.attempt(_Attaching(editor, path))


class _Attaching:
    """Keeps a file with the record."""

    def __init__(self, editor: ItemsEditor, path: Path) -> None:
        self._editor, self._path = editor, path

    def __call__(self) -> Any:
        return attach_file(self._editor.desk.open_plan, self._editor.kind, self._editor.id, self._path)


def _size(_desk: Desk, attachment: Any) -> str:
    size = attachment.size
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
