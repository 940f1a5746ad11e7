"""The table of what is worth a picture: every workspace, every dialog, and states that one comes to by working."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from typing import Final, Literal, NamedTuple

from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from director_app.domain.edits import Add, Change
from director_app.domain.ids import ArtistId
from director_app.domain.people import Artist
from director_app.operations import bundles, handing_over
from director_app.operations.proposing import Aim
from director_app.ui.dialogs.about import AboutDialog
from director_app.ui.dialogs.keys_sheet import KeysSheet
from director_app.ui.exchange.beginning import PassphraseDialog
from director_app.ui.exchange.exchange_page import IN, SERVER
from director_app.ui.frame.plan_frame import PAGES
from director_app.ui.messages import Message
from director_app.ui.on_site.names import ON_SITE
from director_app.ui.pictures.stage import STEP, Stage
from director_app.ui.schedule.views import VIEWS

SeasonKind = Literal["none", "sample", "empty", "practice"]
PRACTICE_SIZE: Final = 5_000
_TABLE: Final = (
    "일시\t행사명\t장소\t출연\t인원",
    "2025-10-14 12:10\t런치콘서트\t식당\t다온밴드\t150명",
    "10/21\t산책 공연\t?\t\t",
    "10월 4주\t찾아가는 음악회\t2공장 식당\t듀오 K\t약 80",
)
_RECOVERED: Final = ("구미 2025", "10. 14.(화) 14:02")
_TWIN: Final = ("swing", "대구")
_THERE: Final = ("조감독", "대구", "짐이 많음")
_HERE: Final = ("구미", "판소리")


class Scene(NamedTuple):
    """One picture: its name, the season it shows, and how the window is brought there."""

    name: str
    season: SeasonKind
    show: Callable[[Stage], object]


# -- without a season ------------------------------------------------------------------------------------------------


def _start(stage: Stage) -> None:
    stage.window.show_start()


def _new(stage: Stage) -> None:
    stage.window.ask_for_new_plan()


def _failed(stage: Stage) -> None:
    stage.window.show_start()
    text = stage.window.look.wording.text("Part of the file cannot be read. A copy can be opened.")
    stage.window.start_page.say(Message(text, is_lasting=True, level="block"))
    stage.window.start_page.offer_recovery(*_RECOVERED)


def _waiting(stage: Stage) -> None:
    stage.window.show_waiting(_RECOVERED[0])


def _import(stage: Stage) -> None:
    stage.window.take_text("\n".join(_TABLE))


# -- over any page -----------------------------------------------------------------------------------------------------


def _about(stage: Stage) -> None:
    AboutDialog(stage.window.look, stage.window).show()


def _keys(stage: Stage) -> None:
    KeysSheet(stage.window.look, stage.window).show()


def _passphrase(stage: Stage) -> None:
    sentence = stage.window.look.wording.text("This file is locked with a passphrase.")
    PassphraseDialog(stage.window.look, sentence, stage.window).show()


def _menu(stage: Stage) -> None:
    stage.schedule()
    stage.window.show_menu()


def _palette(stage: Stage, typed: str) -> None:
    stage.schedule()
    stage.frame.open_palette()
    stage.settle()
    _type(stage, typed)


def _messages(stage: Stage) -> None:
    stage.schedule()
    stage.window.show_mistake("-")
    stage.window.choose_text_size(150)


def _problems(stage: Stage) -> None:
    stage.schedule()
    stage.frame.check_bar.open(wanted=True)


# -- the schedule -----------------------------------------------------------------------------------------------------


def _view(stage: Stage, view: str) -> None:
    stage.schedule(view)


def _selected(stage: Stage, many: int, view: str = "month") -> None:
    stage.schedule(view)
    stage.select(*stage.dated(many))
    if not stage.frame.inspector.isVisible():
        stage.frame.toggle_inspector()


def _filter(stage: Stage) -> None:
    stage.schedule().focus_filter()


def _command(stage: Stage, key: str) -> None:
    page = stage.schedule()
    stage.select(*stage.dated())
    page.command(key)


def _item_menu(stage: Stage) -> None:
    page = stage.schedule()
    stage.select(*stage.dated())
    where = page.month.area_now().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, page.month.mapToGlobal(where))
    QApplication.sendEvent(page.month, event)


def _tray_folded(stage: Stage) -> None:
    stage.schedule().tray.fold()


# -- the other workspaces ---------------------------------------------------------------------------------------------


def _page(stage: Stage, key: str) -> None:
    stage.page(key)


def _page_state(stage: Stage, key: str, state: str) -> None:
    stage.page(key).show_subject(state)


def _dates(stage: Stage) -> None:
    page = stage.page("programmes")
    page.form.many.click()
    stage.settle()
    _type(stage, "10/14 12:10, 10/21, 11/4 18:00")


def _merging(stage: Stage) -> None:
    page = stage.page("artists")
    named = min((one for one in stage.frame.desk.plan.artists.values() if not one.members), key=lambda one: one.name)
    stage.perform(Add((Artist(ArtistId("twin"), named.name, genre=_TWIN[0], region=_TWIN[1]),)))
    page.show_record(named.id)
    stage.settle()
    page.merging.open()


def _own_words(stage: Stage) -> None:
    stage.page("publish").options.form.template.open_words()


def _further_ways(stage: Stage) -> None:
    stage.page("publish").options.more_button.click()


def _document(stage: Stage, key: str) -> None:
    stage.page("publish").choose(key)


def _edition(stage: Stage) -> None:
    stage.page("publish").set_edition(True)


def _aim(stage: Stage, aim: str) -> None:
    stage.page("proposal").show_subject(aim)


def _proposed(stage: Stage) -> None:
    page = stage.page("proposal")
    page.searching.progressed.connect(page.searching.stop)  # the first whole plan is one to look at
    page.begin.click()
    stage.settle(400)


def _taken_in(stage: Stage) -> None:
    """What another desk sent: one field clashes, another does not."""
    now = datetime.datetime(2025, 10, 14, 9)  # noqa: DTZ001 - the wall clock of the desk
    here, first = stage.frame.desk.open_plan, min(stage.frame.desk.plan.artists)
    out, back, there_path = (stage.scratch / name for name in ("1.cdbundle", "2.cdbundle", "there.cdplan"))
    for path in (out, back, there_path):
        path.unlink(missing_ok=True)
    handing_over.hand_over(here, out, now)
    there = handing_over.begin(there_path, bundles.read_bundle(out), now)
    stage.perform(Change("artists", first, {"region": _HERE[0], "genre": _HERE[1]}))
    there.perform(Change("artists", first, {"region": _THERE[1], "note": _THERE[2]}), STEP)
    handing_over.hand_over(there, back, now + datetime.timedelta(minutes=1), name=_THERE[0])
    there.close()
    stage.page("exchange").show_subject(back)


def _pane(stage: Stage, key: str) -> None:
    page = stage.page("exchange")
    page.views.choose(key)
    page.show_pane(key)


def _type(stage: Stage, text: str) -> None:
    """As an input method commits it, into what has the focus."""
    field = stage.window.focusWidget()
    if field is not None:
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)


def _workspaces(season: SeasonKind, ending: str) -> tuple[Scene, ...]:
    """Every workspace, and every view of the schedule, with one season."""
    views = [*(view for view in VIEWS if view != "month"), ON_SITE]
    return (
        *(Scene(key + ending, season, partial(_page, key=key)) for key in PAGES),
        *(Scene(f"schedule-{view}{ending}", season, partial(_view, view=view)) for view in views),
        *(Scene(f"venues-{tab}{ending}", season, partial(_page_state, key="venues", state=tab)) for tab in _TABS),
    )


_TABS: Final = ("applications", "organisations")
_COMMANDS: Final = ("schedule-new", "schedule-move-day", "schedule-shift", "schedule-dates", "schedule-series")
_DOCUMENTS: Final = ("flyer", "month-calendar", "calendar")

WORKSPACES: Final = ("start", *(one.name for one in _workspaces("sample", "")))
"""What a first look at the program shows: every workspace with the sample, in no particular state."""

SCENES: Final = (
    Scene("start", "none", _start),
    Scene("start-new", "none", _new),
    Scene("start-failed", "none", _failed),
    Scene("waiting", "none", _waiting),
    Scene("import", "none", _import),
    Scene("about", "none", _about),
    Scene("keys", "none", _keys),
    Scene("passphrase", "none", _passphrase),
    *_workspaces("sample", ""),
    *_workspaces("empty", "-empty"),
    *_workspaces("practice", "-5000"),
    Scene("menu", "sample", _menu),
    Scene("palette", "sample", partial(_palette, typed="")),
    Scene("palette-found", "sample", partial(_palette, typed="ㄷㅇ")),
    Scene("palette-nothing", "sample", partial(_palette, typed="zzzz")),
    Scene("messages", "sample", _messages),
    Scene("problems", "sample", _problems),
    Scene("schedule-selected", "sample", partial(_selected, many=1)),
    Scene("schedule-several", "sample", partial(_selected, many=3)),
    Scene("schedule-day-selected", "sample", partial(_selected, many=1, view="day")),
    Scene("schedule-list-selected", "sample", partial(_selected, many=1, view="list")),
    Scene("schedule-filter", "sample", _filter),
    Scene("schedule-item-menu", "sample", _item_menu),
    Scene("schedule-tray-folded", "sample", _tray_folded),
    *(Scene(f"ask-{key.removeprefix('schedule-')}", "sample", partial(_command, key=key)) for key in _COMMANDS),
    Scene("programmes-dates", "sample", _dates),
    Scene("artists-merging", "sample", _merging),
    *(Scene(f"publish-{key}", "sample", partial(_document, key=key)) for key in _DOCUMENTS),
    Scene("publish-edition", "sample", _edition),
    Scene("publish-words", "sample", _own_words),
    Scene("publish-more", "sample", _further_ways),
    Scene("proposal-repair", "sample", partial(_aim, aim=Aim.REPAIR)),
    Scene("proposal-found", "sample", _proposed),
    Scene("exchange-taken-in", "sample", _taken_in),
    *(Scene(f"exchange-{pane}", "sample", partial(_pane, key=pane)) for pane in (IN, SERVER)),
)
