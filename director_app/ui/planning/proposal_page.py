"""The workspace of proposals: ask, wait or stop, look at the difference, accept all or what is ticked as one step."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from director_app.domain.edits import Several
from director_app.domain.facts import Subject
from director_app.domain.ids import DeliveryId
from director_app.domain.plan import Plan
from director_app.domain.refusals import Refusal
from director_app.operations.proposal_reasons import Outlook, broken_words, outlook, why_here
from director_app.operations.proposing import (
    Aim,
    Request,
    asked_about,
    explain,
    proposed_step,
    search,
    way_out_step,
)
from director_app.operations.sentences import refusal_sentence, step_sentence
from director_app.planner.placing.accepting import Broken, broken_in
from director_app.planner.placing.proposals import Progress, Proposal
from director_app.planner.placing.why_not import WayOut
from director_app.ui.desk import Desk, MessageAction
from director_app.ui.planning.day_strip import lanes_of
from director_app.ui.planning.proposal_rows import Row, rows_of
from director_app.ui.planning.proposal_view import ProposalView
from director_app.ui.planning.proposal_words import corner_words, empty_words, outdated_words, summary_words
from director_app.ui.planning.searching import Searching
from director_app.wording import Wording, message

_PAUSE_MS: Final = 120
"""Ticks that follow each other closely are looked at together."""
_DROPPED: Final = ("artists", "venues")


def _look(
    wording: Wording,
    plan: Plan,
    proposal: Proposal,
    accepted: frozenset[DeliveryId],
    today: datetime.date,
    stop: threading.Event,
) -> Outlook:
    del stop  # one check of the plan
    return outlook(wording, plan, proposal, accepted, today)


def _way_holds(
    plan: Plan, way: WayOut, today: datetime.date, stop: threading.Event
) -> tuple[Plan, Mapping[DeliveryId, Broken]]:
    del stop
    names = frozenset(one.before.id for one in way.placements)
    return plan, broken_in(plan, Proposal(way.placements, (), 0, 0, 0), names, today)


class ProposalPage(ProposalView):
    """Nothing of the plan changes here before something is accepted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.searching = Searching(desk.background, self)
        self.explaining = Searching(desk.background, self)
        self.proposal: Proposal | None = None
        self._asked: Request | None = None
        self._made_for: Plan | None = None
        self._outlook: Outlook | None = None
        self._way: WayOut | None = None
        self._is_accepting = False
        self._looking = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._connect()
        self.retranslate()

    # -- what the window asks --------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        self._show()

    def plan_replaced(self) -> None:
        """Another plan knows nothing of an old proposal."""
        self.form.retranslate()
        self._show()

    def plan_changed(self, outcome: Any) -> None:
        """A proposal of an earlier state is looked at again and says so."""
        del outcome
        if self.isVisible():
            self.form.retranslate()
        if self.proposal is not None:
            self._look_again()

    def plan_closed(self) -> None:
        """Give up what is under way."""
        self.searching.give_up()
        self.explaining.give_up()

    def show_subject(self, subject: object) -> None:
        """What to place: an `Aim`, deliveries to mend (subjects), or an artist or a venue that dropped out."""
        subjects = subject if isinstance(subject, frozenset) else frozenset((subject,))
        named = tuple(DeliveryId(one.id) for one in subjects if isinstance(one, Subject) and one.kind == "deliveries")
        out = next((one for one in subjects if isinstance(one, Subject) and one.kind in _DROPPED), None)
        if named:
            self.form.ask(Aim.REPAIR, tuple(sorted(named)))
        elif out is not None:
            self.form.ask(Aim.REPAIR, who=out)
        elif isinstance(subject, str) and subject in tuple(Aim):
            self.form.ask(Aim(subject))
        self._show()

    # -- searching -------------------------------------------------------------------------------------------

    def search(self) -> None:
        """Begin; the window stays free."""
        request = self.form.request()
        if request is None:
            return
        self.forget()
        self._asked, self._made_for = request, self.desk.plan
        self.bar.setRange(0, 0)
        self.searching.start(search, self.desk.plan, request)
        self._show()

    def forget(self) -> None:
        """Drop the proposal; the plan never knew of it."""
        self.searching.give_up()
        self.explaining.give_up()
        self.proposal = self._outlook = self._made_for = None
        self._is_accepting = False
        self.table.rows.show_rows((), fresh=True)
        self.pane.show_people(())
        self.progress.setText("")
        self._show()

    def _heard(self, progress: Progress) -> None:
        wording = self.desk.wording
        if progress.cost is None:
            self.bar.setRange(0, max(1, progress.total))
            self.bar.setValue(progress.looked)
            words = wording.text("{n} of {total} looked at …", n=progress.looked, total=progress.total)
        else:
            self.bar.setRange(0, 0)
            words = wording.text("There is a whole plan; a better one is being looked for …")
        self.progress.setText(words)

    def _take(self, proposal: Proposal) -> None:
        self.proposal = proposal
        wording = self.desk.wording
        best = message("Nothing better exists among what was looked at.")
        more = message("With more time a better one may be found.")
        self.progress.setText(wording.text(best if proposal.is_best else more) if proposal.placements else "")
        self._look_again()

    def _refused(self, refusal: Refusal) -> None:
        self.progress.setText(refusal_sentence(self.desk.wording, refusal))
        self._show()

    # -- the difference --------------------------------------------------------------------------------------

    def _fill(self, found: Outlook, *, fresh: bool) -> None:
        if self.proposal is None:
            return
        present = self.table.currentIndex()
        row = self.table.rows.rows[present.row()] if present.isValid() and not fresh else None
        self.table.rows.show_rows(rows_of(self.desk.wording, self.proposal, found), fresh=fresh)
        if row is not None:
            self.table.stand_on(row.delivery)
        self._show()

    def _ticked(self) -> None:
        self._show()
        self._later.start()

    def _look_again(self) -> None:
        if self.proposal is None:
            return
        if self._outlook is None:
            wanted = frozenset(one.before.id for one in self.proposal.placements)
        else:  # what was found broken is looked at again as well: an undo may have mended it
            wanted = self.table.rows.accepted() | frozenset(self._outlook.broken)
        self._looking += 1
        desk = self.desk
        desk.background.run(
            _look, desk.wording, desk.plan, self.proposal, wanted, desk.today(), then=self._take_outlook
        )
        self._show()

    def _take_outlook(self, found: Outlook) -> None:
        self._looking -= 1
        if self.proposal is None:
            return
        if found.plan is not self.desk.plan:
            self._look_again()
            return
        before, self._outlook = self._outlook, found
        if before is None or before.plan is not found.plan or before.broken.keys() != found.broken.keys():
            self._fill(found, fresh=before is None)
        self.pane.show_people(found.tell)
        if self._is_accepting and not self._looking:
            self._accept_now(found)

    # -- accepting -------------------------------------------------------------------------------------------

    def want(self) -> None:
        """Accept what is ticked, after one more look at the plan as it is now."""
        if self.proposal is None or not self.table.rows.accepted():
            return
        self._is_accepting = True
        self._look_again()

    def _accept_now(self, found: Outlook) -> None:
        self._is_accepting = False
        accepted, proposal, desk = self.table.rows.accepted(), self.proposal, self.desk
        if proposal is None or found.broken.keys() & found.accepted or not accepted <= found.accepted:
            self._show()  # the lines that no longer hold say so themselves; she decides again
            return
        step = proposed_step(proposal, accepted)
        if desk.perform(proposal.edit(accepted), step) is None:
            return
        self.forget()
        self._say_done(step_sentence(desk.wording, step))

    def _say_done(self, sentence: str) -> None:
        desk, wording = self.desk, self.desk.wording
        undo = MessageAction(wording.text("Undo"), desk.undo)
        desk.say(sentence, (undo, MessageAction(wording.text("Show in the schedule"), self._go)), level="ok")

    def _go(self) -> None:
        self.desk.go_to("schedule")

    # -- why and why not -------------------------------------------------------------------------------------

    def _stand_on(self, row: Row | None) -> None:
        proposal, desk = self.proposal, self.desk
        found = self._outlook
        if row is None or proposal is None or found is None:
            self.pane.show_row(None, (), ())
            return
        placement = next((one for one in proposal.placements if one.before.id == row.delivery), None)
        if placement is None or row.level:
            self.pane.show_row(row, (row.why,), ())
            return
        reasons = why_here(desk.wording, found.whole, placement, desk.today(), found.coverage)
        self.pane.show_row(row, reasons, lanes_of(desk.wording, found.begun, found.whole, placement))

    def ask_why_not(self) -> None:
        """Look for the wishes that clash, beside the window."""
        if self.proposal is None:
            return
        names = asked_about(self.desk.plan, self.proposal)
        if names:
            self.pane.show_explanation(None, self.desk.wording.text("Looking for the wishes that clash …"))
            self.explaining.start(explain, self.desk.plan, (names, self.desk.today()))

    def _explained(self, found: Any) -> None:
        words = message("All that is wished can be had, only not where it was looked for; search again, or for longer.")
        self.pane.show_explanation(found, "" if found is not None else self.desk.wording.text(words))

    def _not_explained(self, refusal: Refusal) -> None:
        self.pane.show_explanation(None, refusal_sentence(self.desk.wording, refusal))

    def give_up_wish(self, way: WayOut) -> None:
        """Carry out a way out as one step; one that no longer works says so."""
        desk = self.desk
        self._way = way
        desk.background.run(_way_holds, desk.plan, way, desk.today(), then=self._carry_out_way)

    def _carry_out_way(self, found: tuple[Plan, Mapping[DeliveryId, Broken]]) -> None:
        desk, way = self.desk, self._way
        plan, broken = found
        if way is None:
            return
        if plan is not desk.plan:
            self.give_up_wish(way)
            return
        self._way = None
        if broken:
            self.pane.show_explanation(None, "\n".join(broken_words(desk.wording, one) for one in broken.values()))
            return
        step = way_out_step(desk.wording, desk.plan, way)
        if desk.perform(Several(tuple(one.edit for one in way.placements)), step) is not None:
            self.forget()
            self._say_done(step_sentence(desk.wording, step))

    def _copy_people(self) -> None:
        if self._outlook is not None:
            QGuiApplication.clipboard().setText("\n".join(self.pane.lines(self._outlook.tell)))
            self.desk.say(self.desk.wording.text("Copied."), level="ok")

    # -- how it looks ----------------------------------------------------------------------------------------

    def _show(self) -> None:
        wording, proposal = self.desk.wording, self.proposal
        running = self.searching.is_running
        # The focus goes with the work: Qt would hand it to whatever stands first on the page.
        waits, works = self.begin.hasFocus(), self.stop.hasFocus()
        self.stop.setVisible(running)
        if running and waits:
            self.stop.setFocus()
        self.begin.setEnabled(not running and self.form.request() is not None)
        if not running and works:
            self.begin.setFocus()
        self.bar.setVisible(running)
        has_rows = bool(self.table.rows.rows)
        for widget in (self.table, self.pane, self.all, self.none):
            widget.setVisible(has_rows)
        self.drop.setVisible(proposal is not None)
        self.accept.setVisible(has_rows)
        accepted = len(self.table.rows.accepted())
        self.accept.setText(wording.plural("Accept {n} date", "Accept {n} dates", accepted))
        self.accept.setEnabled(accepted > 0 and not self.desk.is_read_only and not self._is_accepting)
        self.empty.show_if_said(
            empty_words(wording, proposal, is_busy=running or has_rows, is_repair=self.form.aim.current() == Aim.REPAIR)
        )
        self.summary.show_if_said("" if proposal is None else summary_words(wording, proposal))
        self.corners.show_if_said(corner_words(wording, self._outlook) if proposal is not None else "")
        outdated = outdated_words(wording, self._made_for, self.desk.plan, self._outlook)
        self.outdated.show_if_said(outdated if proposal is not None else "")
        self._outdated_ground.setVisible(bool(self.outdated.text()))

    # -- inside ----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.form.changed.connect(self._show)
        self.begin.clicked.connect(self.search)
        self.stop.clicked.connect(self.searching.stop)
        self.searching.progressed.connect(self._heard)
        self.searching.found.connect(self._take)
        self.searching.refused.connect(self._refused)
        self.table.rows.ticked.connect(self._ticked)
        self.table.stood_on.connect(self._stand_on)
        self._later.timeout.connect(self._look_again)
        self.all.clicked.connect(self._tick_all)
        self.none.clicked.connect(self._tick_none)
        self.drop.clicked.connect(self.forget)
        self.accept.clicked.connect(self.want)
        self.pane.why_not_wanted.connect(self.ask_why_not)
        self.pane.way_wanted.connect(self.give_up_wish)
        self.pane.copy_wanted.connect(self._copy_people)
        self.explaining.found.connect(self._explained)
        self.explaining.refused.connect(self._not_explained)

    def _tick_all(self) -> None:
        self.table.rows.tick_all(on=True)

    def _tick_none(self) -> None:
        self.table.rows.tick_all(on=False)
