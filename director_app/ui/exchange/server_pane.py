"""The calendar on a server: compare first, see what would happen and what was done there, then publish."""

from __future__ import annotations

import datetime
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from director_app.calendars.caldav_client import Login
from director_app.calendars.options import CalendarOptions
from director_app.domain.refusals import Refusal
from director_app.operations import passwords
from director_app.operations.calendar_servers import Answer, Looked, Sent, write_changes
from director_app.operations.publishing import keep_told
from director_app.operations.sentences import refusal_sentence
from director_app.operations.server_words import counted, counts_of, question_line, sent_lines
from director_app.operations.whole_plans import ledger_of
from director_app.ui.background import Job
from director_app.ui.desk import Desk
from director_app.ui.exchange.work import look_beside, send_beside
from director_app.ui.settings import Settings
from director_app.ui.widgets.buttons import Button
from director_app.ui.widgets.fields import LineField, Tick
from director_app.ui.widgets.record_form import clear_layout, row_of
from director_app.ui.widgets.text import Text

_FIELD_WIDTH: Final = 320
#: So many lines of what was done there are shown; more is counted.
_MOST_LINES: Final = 100


class ServerPane(QWidget):
    """Address, name and password; what a publication would do; the buttons that do it.

    Signals: ``import_wanted(Path)`` for what was done on the server, to be looked at like any file.
    """

    import_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        look = desk.look
        self._job: Job | None = None
        self.looked: Looked | None = None
        self._about = Text(look, "", "body", "text2", wraps=True)
        self._labels = [Text(look, "", "strong") for _number in range(3)]
        self.address, self.user, self.password = LineField(look), LineField(look), LineField(look)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep, self.internal = Tick(look), Tick(look)
        self.compare = Button(look, "", "primary")
        self.sentence = Text(look, "", "body", "block", wraps=True)
        self._found = Text(look, "", "strong", wraps=True)
        self._lines = QVBoxLayout()
        self.bring = Button(look, "", "normal")
        self.ours, self.again = Tick(look), Tick(look)
        self.publish = Button(look, "", "primary")
        self._arrange()
        self.compare.clicked.connect(self._compare)
        self.password.returnPressed.connect(self._compare)
        self.bring.clicked.connect(self._bring)
        self.publish.clicked.connect(self._publish)
        desk.background.ended.connect(self._ended)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        text = self._desk.wording.text
        self._about.setText(
            text(
                "Bring the calendar on your server (CalDAV, such as Nextcloud or Radicale) to where the plan is. "
                "Nothing is sent before you publish, and nothing that was changed there is overwritten unless you "
                "say so."
            )
        )
        names = (text("Address of the server"), text("Your name there"), text("Password"))
        for label, field, name in zip(self._labels, (self.address, self.user, self.password), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.address.setPlaceholderText("https://")
        self.keep.setText(text("Keep the password in the keyring of this computer"))
        self.internal.setText(text("The internal calendar, with contacts and notes"))
        self.compare.setText(text("Compare"))
        self.bring.setText(text("Look at what was done there …"))
        self.ours.setText(text("Put ours over what was changed there"))
        self.again.setText(text("Put again what was taken away there"))
        self.publish.setText(text("Publish to the server"))
        self._show(self.looked)

    def show_remembered(self) -> None:
        """Address and name as they were last used."""
        settings = self._settings()
        if settings is not None and not self.address.text() and not self.user.text():
            self.address.show_other(settings.present.server_address)
            self.user.show_other(settings.present.server_user)

    # -- comparing -------------------------------------------------------------------------------------------

    def _compare(self) -> None:
        desk = self._desk
        desk.finish_typing()
        address, user = self.address.text().strip(), self.user.text().strip()
        password = self.password.text() or passwords.remembered(address, user)
        self._show(None)
        if not (address and user and password):
            self.sentence.show_if_said(desk.wording.text("Fill in address, name and password."))
            return
        settings = self._settings()
        if settings is not None:
            settings.set(server_address=address, server_user=user)
        ledger = desk.attempt(partial(ledger_of, desk.open_plan))
        if ledger is None:
            return
        options = CalendarOptions(internal=self.internal.isChecked())
        self._begin(
            desk.background.run(
                look_beside, desk.plan, ledger, Login(address, user, password), desk.wording.language, options, _now(),
                then=self._compared, failed=self._failed, title=desk.wording.text("The server is asked"),
            )
        )  # fmt: skip

    def _compared(self, looked: Looked) -> None:
        login = looked.login
        if self.keep.isChecked() and self.password.text() and not passwords.remember(*login):
            self.keep.setChecked(False)
            self._desk.say(
                self._desk.wording.text("This computer has no keyring, so the password is asked for each time."),
                level="warning",
            )
        self._show(looked)
        self.publish.setFocus()

    def _bring(self) -> None:
        if self.looked is not None:
            path = self._desk.attempt(partial(write_changes, self.looked))
            if path is not None:
                self.import_wanted.emit(path)

    # -- publishing ------------------------------------------------------------------------------------------

    def _publish(self) -> None:
        desk, looked = self._desk, self.looked
        if looked is None:
            return
        told = desk.attempt(partial(keep_told, desk.open_plan, looked.risen, desk.wording))
        if told is None:
            return
        answer = Answer(ours=self.ours.isChecked(), again=self.again.isChecked())
        self._begin(
            desk.background.run(
                send_beside, looked, answer, then=self._sent, failed=self._failed,
                title=desk.wording.text("The calendar is sent"),
            )
        )  # fmt: skip

    def _sent(self, sent: Sent) -> None:
        self._show(None)
        self._desk.say(" ".join(sent_lines(self._desk.wording, sent)), level="warning" if sent.overtaken else "ok")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.sentence.show_if_said(refusal_sentence(self._desk.wording, error))
        self.password.setFocus()

    def _begin(self, job: Job) -> None:
        self._job = job
        self._set_busy(busy=True)

    def _ended(self, job: Job) -> None:
        if job == self._job:
            self._job = None
            self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        if busy and self.focusWidget() in (self.compare, self.publish):
            self.address.setFocus()  # Qt would hand it to whatever stands first on the page
        for button in (self.compare, self.publish, self.bring):
            button.setEnabled(not busy)

    # -- what is shown ---------------------------------------------------------------------------------------

    def _show(self, looked: Looked | None) -> None:
        wording = self._desk.wording
        self.looked = looked
        self.sentence.show_if_said("")
        clear_layout(self._lines)
        questions = looked.questions if looked is not None else ()
        self._found.setVisible(looked is not None)
        self.publish.setVisible(looked is not None)
        for asked in (self.bring, self.ours, self.again):
            asked.setVisible(bool(questions))
        self.ours.setChecked(False)
        self.again.setChecked(False)
        if looked is None:
            return
        self._found.setText(wording.text("Found: {counts}", counts=counted(wording, counts_of(looked))))
        for decision in questions[:_MOST_LINES]:
            self._lines.addWidget(Text(self._desk.look, question_line(wording, looked, decision), "body", wraps=True))
        if len(questions) > _MOST_LINES:
            more = wording.plural("and {n} more", "and {n} more", len(questions) - _MOST_LINES)
            self._lines.addWidget(Text(self._desk.look, more, "body", "text2"))

    def _settings(self) -> Settings | None:
        settings = getattr(self.window(), "settings", None)
        return settings if isinstance(settings, Settings) else None

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        left = Qt.AlignmentFlag.AlignLeft
        column.addWidget(self._about)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for row, (label, field) in enumerate(zip(self._labels, (self.address, self.user, self.password), strict=True)):
            field.setFixedWidth(_FIELD_WIDTH)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1, left)
        grid.addWidget(self.keep, 3, 1, left)
        grid.addWidget(self.internal, 4, 1, left)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addWidget(self.compare, 0, left)
        column.addWidget(self.sentence)
        column.addWidget(self._found)
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        column.addWidget(row_of(self.bring, 1))
        column.addWidget(self.ours, 0, left)
        column.addWidget(self.again, 0, left)
        column.addWidget(row_of(self.publish, 1))
        column.addStretch(1)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)
