"""The workspace of publishing: gallery, the real page, options; PDF, print and calendar files from one choice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QTemporaryDir, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from director_app.domain.ids import DeliveryId, ProgrammeId
from director_app.domain.kinds import KIND_NAMES
from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.operations.sentences import refusal_sentence
from director_app.planner.scope import Scope
from director_app.ui.background import Job
from director_app.ui.desk import Desk
from director_app.ui.publishing.calendar import CalendarList
from director_app.ui.publishing.check_line import CheckLine
from director_app.ui.publishing.checks import FoundChecks, check_lines, find_checks
from director_app.ui.publishing.choice import (
    KEYS,
    PUBLIC_CALENDAR,
    Choice,
    first_programme,
    lacks,
    spoken_of,
    subject_of,
    title_of,
)
from director_app.ui.publishing.gallery import THUMB, Gallery, TileState
from director_app.ui.publishing.giving import Giving, now
from director_app.ui.publishing.options import WIDTH as OPTIONS_WIDTH
from director_app.ui.publishing.options import OptionsPanel
from director_app.ui.publishing.preview import PagePreview, image_of, thumbnail_scale
from director_app.ui.publishing.ways import FurtherWays
from director_app.ui.publishing.work import MadePaper, NotMade, PageImage, draw_page, make_paper, order
from director_app.ui.widgets.text import set_ground
from director_app.ui.workspaces.page import Page

PAUSE_MS = 250
"""How long the options must rest before the page is made again."""
MANY = 1500
"""From so many deliveries on, only the document that is looked at is made, and of a long one its first dates."""
FIRST = 300
"""How many deliveries a quick look at a long document shows."""

_NARROW: Final = 960
"""Width of the workspace under which the gallery stands in one column."""


class PublishPage(Page):
    """인쇄·배포."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        set_ground(self, "canvas")
        self._folder = QTemporaryDir()  # removed with the page
        self._count, self._columns = 0, 2
        self._choices = {key: Choice(key, language=desk.wording.language) for key in KEYS}
        self._current = KEYS[0]
        self._papers: dict[str, MadePaper] = {}
        self._spoken_for: tuple[Choice, Plan, list[Delivery]] | None = None
        self._job: Job | None = None
        self._waiting: list[str] = []
        self._whole: tuple[Choice, Plan] | None = None
        self.giving = Giving(desk, self)
        self.giving.done.connect(self._show_tiles)
        self.ways = FurtherWays(self, self)
        self.gallery = Gallery(desk.look)
        self.preview = PagePreview(desk)
        self.calendar = CalendarList(desk)
        self._options: OptionsPanel | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE_MS)
        self._rest.timeout.connect(self._make_preview)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.preview)
        self._middle.addWidget(self.calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.gallery)
        row.addWidget(self._middle, 1)
        self._right = QWidget(self)
        self._right.setFixedWidth(OPTIONS_WIDTH)
        set_ground(self._right, "canvas")
        right = QHBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._right)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.gallery.chosen.connect(self.choose)
        self.gallery.marked.connect(self._show_choice)
        self.preview.whole_wanted.connect(self.show_whole)
        self.giving.editions.changed.connect(self._show_choice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the gallery gives way to the paper."""
        super().resizeEvent(event)
        columns = 1 if self.width() < _NARROW else 2
        if columns != self._columns:
            self._columns = columns
            self.gallery.stand_in(columns)
            self.preview.show_narrow(is_narrow=columns == 1)

    @property
    def options(self) -> OptionsPanel:
        """The options at the right; made after the first paint, or when they are first asked for."""
        return self._options or self._make_options()

    def _make_options(self) -> OptionsPanel:
        self._options = options = OptionsPanel(self.desk)
        options.changed.connect(self.set_choice)
        options.edition_wanted.connect(self.set_edition)
        options.make.connect(self.make)
        options.print_wanted.connect(self.print_paper)
        options.more.connect(self.ways.open_at)
        options.wanted.connect(self._go_to_line)
        layout = self._right.layout()
        if layout is not None:
            layout.addWidget(options)
        self._show_options()
        return options

    def _complete(self) -> None:
        """Make what the first paint did without."""
        if self._options is None and self.isVisible():
            self._make_options()

    # -- the window -----------------------------------------------------------------------------------------

    def toolbar_title(self) -> str:
        """The name of the workspace."""
        return self.desk.wording.text("Publish")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for part in (self.gallery, self.preview, self.calendar):
            part.retranslate()
        if self._options is not None:
            self._options.retranslate()
        self._show_choice()

    def plan_replaced(self) -> None:
        """Show the plan from scratch."""
        plan = self.desk.plan
        programme = first_programme(plan, self.desk.today())
        for key, choice in self._choices.items() if programme is not None else ():
            asks = choice.spec is not None and "programme" in choice.spec.needs_one_of and not choice.scope.area
            if asks and (choice.scope.programme is None or choice.scope.programme not in plan.programmes):
                self._choices[key] = replace(choice, scope=Scope(programme=ProgrammeId(str(programme))))
        self._forget_gone()
        self._show_choice()
        self._rest.start()

    def plan_changed(self, outcome: Any) -> None:
        """What was made is older than the plan now; the page that is looked at is made again."""
        del outcome
        self._forget_gone()
        if self.isVisible():  # else when it is shown again
            self._show_choice()
            self._rest.start()

    def theme_changed(self, theme: Any) -> None:
        """Draw in the new colours."""
        super().theme_changed(theme)
        if self._options is not None:
            self._options.checks.show_lines(())
            self._show_checks()

    def show_subject(self, subject: object) -> None:
        """A programme or a delivery becomes a flyer; the key of a document shows that, with a scope of that."""
        if isinstance(subject, str) and subject in KEYS:
            self.choose(subject)
        elif isinstance(subject, tuple) and len(subject) == 2 and isinstance(subject[1], Scope):
            self.choose(str(subject[0]))
            fields = self.choice.spec.scopes if self.choice.spec is not None else ()
            self.set_choice(self.choice.narrowed(**{name: getattr(subject[1], name) for name in fields}))
        elif isinstance(subject, tuple) and len(subject) == 2 and subject[0] in ("programmes", "deliveries"):
            values: dict[str, Any] = {"programme": None, "delivery": None}
            if subject[0] == "programmes":
                values["programme"] = ProgrammeId(str(subject[1]))
            else:
                delivery = self.desk.plan.deliveries.get(DeliveryId(str(subject[1])))
                values["delivery"] = DeliveryId(str(subject[1]))
                values["programme"] = delivery.programme if delivery is not None else None
            self.choose("flyer")
            self.set_choice(self.choice.narrowed(**values))

    def plan_closed(self) -> None:
        """Remove the drafts made for looking at."""
        self._folder.remove()

    def state_for_pictures(self) -> tuple[str, ...]:
        """Every document is worth a picture."""
        return ("flyer", PUBLIC_CALENDAR)

    # -- the choice -----------------------------------------------------------------------------------------

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        return self._choices[self._current]

    def choose(self, key: str) -> None:
        """Look at another document."""
        self._current = key
        self._show_choice()
        if key in self._papers and self._papers[key].choice == self.choice and self._papers[key].plan is self.desk.plan:
            self.preview.show_paper(self._papers[key])
        else:
            self._rest.start()

    def set_choice(self, choice: Choice) -> None:
        """Change the options of the document that is looked at."""
        if choice != self.choice:
            self._choices[self._current] = choice
            self._show_choice()
            self._rest.start()

    def set_edition(self, is_edition: bool) -> None:
        """Give out as a numbered edition, or as drafts: a switch of the whole workspace."""
        self._choices = {key: replace(choice, is_edition=is_edition) for key, choice in self._choices.items()}
        self._show_choice()
        self._rest.start()

    # -- making ---------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Make the file where the user says: a PDF or a calendar."""
        marked = self.gallery.marked_keys
        if len(marked) > 1:
            self.giving.make_several([self._choices[key] for key in marked])
        else:
            self.giving.make(self.choice)

    def make_again(self) -> None:
        """Give out anew, as the next edition, all that was given out and is not right any more."""
        self.giving.make_several([replace(choice, is_edition=True, form="pdf") for choice in self.outdated()])

    def outdated(self) -> list[Choice]:
        """What was given out as an edition that is not right any more, and can be made again."""
        outdated = filter(self.giving.editions.is_outdated, self._choices.values())
        prints = (choice for choice in outdated if not choice.is_calendar)  # a calendar is no print
        return [choice for choice in prints if not lacks(choice, self.desk.plan, self.desk.wording)]

    def print_paper(self) -> None:
        """Print the page that is shown, through the system's dialog."""
        if self._is_whole():
            self.giving.print_paper(self.preview.paper)

    def save_pictures(self) -> None:
        """Save every page of the print as a picture, for messengers and canteen screens."""
        if self._is_whole():
            self.giving.save_pictures(self.preview.paper)

    def save_for_phones(self) -> None:
        """Save what is chosen as an upright picture."""
        self.giving.save_screen_picture(self.preview.paper, "phone")

    def save_for_screens(self) -> None:
        """Save what is chosen as a picture for a wide screen."""
        self.giving.save_screen_picture(self.preview.paper, "screen")

    def show_whole(self) -> None:
        """Make every page of the document that is looked at, however many there are."""
        self._whole = (self.choice, self.desk.plan)
        self._make_one(self._current)

    def _is_whole(self) -> bool:
        """Whether every page is there; else they are made now, and she is told."""
        paper = self.preview.paper
        if paper is None or not paper.left_out:
            return True
        self.desk.say(self.desk.wording.text("All pages are made first; try again when they are shown."))
        self.show_whole()
        return False

    def copy_text(self) -> None:
        """Copy what is chosen as plain text, to paste into a message."""
        self.giving.copy_text(self.choice)

    # -- the preview ----------------------------------------------------------------------------------------

    def _make_preview(self) -> None:
        if not self.isVisible():
            return
        self._waiting = [] if len(self.desk.plan.deliveries) > MANY else [key for key in KEYS if key != self._current]
        self._make_one(self._current)
        self.giving.editions.look()

    def _make_one(self, key: str) -> None:
        choice = self._choices[key]
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if choice.is_calendar or lacks(choice, self.desk.plan, self.desk.wording):
            self._make_next()
            return
        present = self._papers.get(key)
        first = self._first_of(choice)
        is_enough = present is not None and (first is not None or not present.left_out)
        if is_enough and present is not None and present.choice == choice and present.plan is self.desk.plan:
            self._make_next()
            return
        self._count += 1
        path = Path(self._folder.filePath(f"{key}-{self._count}.pdf"))
        wording = self.desk.wording
        title = "" if self._whole is None else wording.text("Making {name}", name=title_of(choice, wording))
        ordered = order(self.desk, choice, first)
        self._job = self.desk.background.run(make_paper, ordered, path, now(), then=self._preview_made, title=title)

    def _first_of(self, choice: Choice) -> int | None:
        """How many deliveries to look at: a few in a large plan, until all are asked for."""
        plan = self.desk.plan
        is_asked = self._whole is not None and self._whole[0] == choice and self._whole[1] is plan
        return FIRST if len(plan.deliveries) > MANY and not is_asked else None

    def _preview_made(self, result: MadePaper | NotMade) -> None:
        self._job = None
        key = result.choice.document
        if isinstance(result, NotMade):
            self._papers.pop(key, None)
            if key == self._current and result.refusal is not None:
                self.preview.say(refusal_sentence(self.desk.wording, result.refusal))
        elif result.choice == self._choices[key]:
            old = self._papers.get(key)
            self._papers[key] = result
            if old is not None:
                old.path.unlink(missing_ok=True)
            if key == self._current:
                self.preview.show_paper(result)
                self._show_checks()
            scale = thumbnail_scale(result.size, THUMB, self.devicePixelRatioF())
            self.desk.background.run(draw_page, result.path, 0, scale, then=self._thumbnail_drawn)
        self._show_tiles()
        self._make_next()

    def _make_next(self) -> None:
        if self._waiting:
            self._make_one(self._waiting.pop(0))

    def _thumbnail_drawn(self, drawn: PageImage | None) -> None:
        if drawn is None:
            return
        for key, paper in self._papers.items():
            if paper.path == drawn.path:
                self.gallery.tiles[key].show_image(image_of(drawn))

    def showEvent(self, event: Any) -> None:
        """Make the page when it is looked at."""
        super().showEvent(event)
        self._show_choice()
        self._rest.start()
        QTimer.singleShot(0, self, self._complete)

    # -- what is seen ---------------------------------------------------------------------------------------

    def _show_choice(self) -> None:
        plan, wording, choice = self.desk.plan, self.desk.wording, self.choice
        sentence = lacks(choice, plan, wording)
        self.gallery.choose(choice.document)
        about = subject_of(choice, plan, wording)
        title = f"{title_of(choice, wording)} · {about}" if about else title_of(choice, wording)
        self._middle.setCurrentWidget(self.calendar if choice.is_calendar else self.preview)
        if choice.is_calendar:
            self.calendar.show_entries(choice, [] if sentence else self._spoken(), title, sentence)
        else:
            self.preview.title.setText(title)
            if sentence:
                self.preview.say(sentence)
            elif self.preview.paper is None:
                self.preview.say(wording.text("The page is being made …"))
        if self._options is not None:
            self._show_options()
        self._show_tiles()

    def _show_options(self) -> None:
        plan, choice = self.desk.plan, self.choice
        self.options.show_choice(choice, plan, can_make=not lacks(choice, plan, self.desk.wording))
        self.options.show_stage(choice, self.giving.editions.announcement())
        self.options.show_marked([self._choices[key] for key in self.gallery.marked_keys])
        self._show_checks()

    def _spoken(self) -> list[Delivery]:
        """The deliveries of the choice; found once per choice and plan."""
        key = (self.choice, self.desk.plan)
        if self._spoken_for is None or self._spoken_for[0] != key[0] or self._spoken_for[1] is not key[1]:
            self._spoken_for = (*key, spoken_of(*key))
        return self._spoken_for[2]

    def _show_checks(self) -> None:
        if self._options is None:
            return
        plan, choice = self.desk.plan, self.choice
        if lacks(choice, plan, self.desk.wording):
            self.options.checks.show_lines(())
            return
        paper = self._papers.get(choice.document)
        remarks = paper.remarks if paper is not None and paper.choice == choice else ()
        if len(plan.deliveries) > MANY:
            is_quick = paper is None or paper.left_out > 0
            wanted = (find_checks, plan, choice, remarks, self.desk.wording, self.desk.problems, is_quick)
            self.desk.background.run(*wanted, then=self._checks_found)
        else:
            asked = (choice, plan, self._spoken(), remarks, self.desk.wording, self.desk.problems)
            self.options.checks.show_lines(check_lines(*asked))

    def _checks_found(self, found: FoundChecks) -> None:
        if found.choice == self.choice and found.plan is self.desk.plan:
            self.options.checks.show_lines(found.lines)

    def _show_tiles(self) -> None:
        wording = self.desk.wording
        for key in KEYS:
            choice = self._choices[key]
            name = title_of(choice, wording)
            if choice.spec is not None and len(choice.spec.sizes) > 1:
                name = f"{name} {choice.shown_size}"
            dimmed = not self.desk.plan.deliveries
            self.gallery.tiles[key].show_state(name, self._state_of(key), dimmed=dimmed)
        given = self.giving.given.get(self._current)
        changed = given is not None and not is_same_season(given.plan, self.desk.plan)
        self.preview.news.setText(wording.text("The plan changed since the file was made") if changed else "")

    def _state_of(self, key: str) -> TileState:
        if (state := self.giving.editions.state_of(self._choices[key])) is not None:
            return state
        wording, given = self.desk.wording, self.giving.given.get(key)
        if given is None:
            return TileState(wording.text("not made yet"), "text3")
        if is_same_season(given.plan, self.desk.plan):
            return TileState(wording.text("Draft {time}", time=f"{given.at:%H:%M}"), "ok", "check")
        changes = changed_deliveries(given.plan, self.desk.plan)
        return TileState(wording.plural("{n} change", "{n} changes", changes), "warn", "clock-alert")

    def _forget_gone(self) -> None:
        """Choices keep nothing that is no longer in the plan."""
        plan = self.desk.plan
        kinds = {
            "programme": "programmes",
            "delivery": "deliveries",
            "area": "areas",
            "initiative": "initiatives",
            "artist": "artists",
            "venue": "venues",
        }
        for key, choice in self._choices.items():
            gone = {
                name: None
                for name, kind in kinds.items()
                if (identity := getattr(choice.scope, name)) and plan.find(kind, identity) is None
            }
            if gone:
                self._choices[key] = choice.narrowed(**gone)
            if choice.template is not None and choice.template not in plan.templates:
                self._choices[key] = replace(self._choices[key], template=None)

    def _go_to_line(self, line: CheckLine) -> None:
        if line.page is not None:
            self.preview.go_to(line.page - 1)
        if line.subject is not None:
            page = {"deliveries": "schedule", "programmes": "programmes", "artists": "artists", "venues": "venues"}
            self.desk.go_to(page.get(line.subject.kind, "schedule"), line.subject)


def is_same_season(before: Plan, after: Plan) -> bool:
    """Whether a later plan only knows more of what was given out."""
    return all(before.table(kind) is after.table(kind) for kind in KIND_NAMES if kind != "releases")


def changed_deliveries(before: Plan, after: Plan) -> int:
    """How many deliveries came, went or changed between two plans; at least 1 when anything changed."""
    old, new = before.deliveries, after.deliveries
    count = sum(1 for one, delivery in new.items() if old.get(one) is not delivery and old.get(one) != delivery)
    return max(1, count + sum(1 for one in old if one not in new))
