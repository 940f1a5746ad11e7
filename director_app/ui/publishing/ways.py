"""Further ways to give out what is chosen: pictures, texts and tables to paste, one file for each of something."""

from __future__ import annotations

import datetime
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from director_app.documents.catalogue import document_named
from director_app.domain.papers import Template
from director_app.domain.refusals import Refusal
from director_app.ui.publishing.giving import now
from director_app.ui.publishing.web import WebWay
from director_app.ui.publishing.work import Order, order
from director_app.ui.table_copying import CopiedTable, both_forms, put_on_clipboard
from director_app.wording import Wording, message

if TYPE_CHECKING:
    from director_app.ui.desk import Desk
    from director_app.ui.publishing.choice import Choice
    from director_app.ui.publishing.gallery import Gallery
    from director_app.ui.publishing.giving import Giving

EACH_WORDS: Final = {
    "application": message("Each application"),
    "area": message("Each area"),
    "venue": message("Each venue"),
    "programme": message("Each programme"),
    "artist": message("Each artist"),
    "initiative": message("Each initiative"),
    "delivery": message("Each date"),
}
"""For what a document can be made one by one, in the order of the menu."""


def table_of(ordered: Order, made_at: datetime.datetime, _stop: threading.Event) -> CopiedTable | Refusal:
    """The tables of a choice; of what is drawn for print, the dates it speaks of."""
    from director_app.operations.printing import tables_of_document

    choice, options = ordered.choice, ordered.choice.options(made_at)
    try:
        with ordered.contents:
            found = tables_of_document(
                ordered.plan, choice.document, Wording(choice.language), options, ordered.contents
            )
    except Refusal as refusal:
        return refusal
    return both_forms(found)


class PageOfWays(Protocol):
    """What the further ways ask of the page: what is chosen there, and what it does itself."""

    desk: Desk
    giving: Giving
    gallery: Gallery

    @property
    def choice(self) -> Choice:
        """The document that is looked at, and how."""

    def choose(self, key: str) -> None:
        """Look at another document."""

    def set_choice(self, choice: Choice) -> None:
        """Change the options of the document that is looked at."""

    def outdated(self) -> list[Choice]:
        """What was given out as an edition that is not right any more."""

    def make_again(self) -> None:
        """Give that out anew."""

    def save_pictures(self) -> None:
        """Save every page as a picture."""

    def save_for_phones(self) -> None:
        """Save what is chosen as an upright picture."""

    def save_for_screens(self) -> None:
        """Save what is chosen as a picture for a wide screen."""

    def copy_text(self) -> None:
        """Copy what is chosen as plain text."""


class FurtherWays(QObject):
    """The menu beside the buttons, and what its entries do that the page does not do itself."""

    def __init__(self, page: PageOfWays, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self._parent = parent
        self.web = WebWay(page.desk, parent)
        self._calls: list[_Each] = []

    def open_at(self, button: QWidget) -> None:
        """Open the menu."""
        self.menu().popup(button.mapToGlobal(button.rect().topLeft()))

    def menu(self) -> QMenu:
        """The menu for what is chosen now."""
        page, wording = self._page, self._page.desk.wording
        menu = QMenu(self._parent)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add_each(menu)
        menu.addAction(wording.text("Save as pictures")).triggered.connect(page.save_pictures)
        spec = page.choice.spec
        if spec is not None and spec.is_public and "delivery" in spec.scopes:
            menu.addAction(wording.text("Picture for messengers (1080 × 1350)")).triggered.connect(page.save_for_phones)
            menu.addAction(wording.text("Picture for screens (1920 × 1080)")).triggered.connect(page.save_for_screens)
        if spec is None or spec.is_public:
            menu.addAction(wording.text("Save as web pages")).triggered.connect(self.save_web_pages)
        menu.addAction(wording.text("Copy as text")).triggered.connect(page.copy_text)
        menu.addAction(wording.text("Copy as a table")).triggered.connect(self.copy_table)
        if not page.desk.is_read_only:
            menu.addAction(wording.text("Take in a template …")).triggered.connect(self.take_in_template)
        if outdated := page.outdated():
            said = wording.plural("Make {n} document again that changed", "Make {n} documents again that changed",
                                  len(outdated))  # fmt: skip
            menu.addAction(said).triggered.connect(page.make_again)
        if page.gallery.marked_keys:
            menu.addAction(wording.text("Mark nothing")).triggered.connect(page.gallery.unmark)
        folder = menu.addAction(wording.text("Show the last file in its folder"))
        folder.setEnabled(page.choice.document in page.giving.given)
        folder.triggered.connect(self._show_last_file)
        return menu

    def _add_each(self, menu: QMenu) -> None:
        page, wording = self._page, self._page.desk.wording
        scopes = page.choice.spec.scopes if page.choice.spec is not None else ()
        kinds = [kind for kind in EACH_WORDS if kind in scopes]
        self._calls = [_Each(self, kind, is_one=is_one) for is_one in (False, True) for kind in kinds]
        if kinds:
            ways = (menu.addMenu(wording.text("One file for")), menu.addMenu(wording.text("All in one file, for")))
            for call in self._calls:
                entry = ways[call.is_one].addAction(wording.text(EACH_WORDS[call.kind]))
                entry.triggered.connect(call.run)
            menu.addSeparator()

    def make_each(self, kind: str, *, is_one: bool = False) -> None:
        """Make the document once for each area, artist or the like of what is chosen, into a folder or one file."""
        from director_app.operations.printing_each import parts_of

        page = self._page
        choice, desk = page.choice, page.desk
        try:
            parts = parts_of(desk.plan, choice.document, choice.scope, kind, desk.wording)
        except Refusal as refusal:
            desk.say_refusal(refusal)
            return
        if is_one:
            page.giving.make(replace(choice, parts=tuple(parts)))
        else:
            page.giving.make_several([replace(choice, scope=part.scope) for part in parts])

    def save_web_pages(self) -> None:
        """Write what is chosen as a folder of web pages with calendars beside them."""
        self.web.make(self._page.choice)

    def copy_table(self) -> None:
        """Put the tables of the choice on the clipboard, for spreadsheets and word processors."""
        page, wording = self._page, self._page.desk.wording
        title = wording.text("Copy as a table")
        page.desk.background.run(table_of, order(page.desk, page.choice), now(), then=self._copied, title=title)

    def take_in_template(self) -> None:
        """Ask for the file of a template; the document it is for is shown with it."""
        from director_app.ui.publishing.words import take_in_template

        take_in_template(self._page.desk, self._parent, self._show_template)

    def _show_template(self, template: Template) -> None:
        page = self._page
        if document_named(template.document) is not None:
            page.choose(template.document)
            page.set_choice(replace(page.choice, template=template.id))

    def _copied(self, copied: CopiedTable | Refusal) -> None:
        desk = self._page.desk
        if isinstance(copied, Refusal):
            desk.say_refusal(copied)
        elif not copied.rows:
            desk.say(desk.wording.text("This document has no table."), level="warning")
        else:
            put_on_clipboard(desk, copied)

    def _show_last_file(self) -> None:
        given = self._page.giving.given.get(self._page.choice.document)
        if given is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(given.path.parent)))


class _Each:
    """One entry of the submenus; kept as long as its menu."""

    def __init__(self, ways: FurtherWays, kind: str, *, is_one: bool) -> None:
        self._ways, self.kind, self.is_one = ways, kind, is_one

    def run(self) -> None:
        """Make them."""
        self._ways.make_each(self.kind, is_one=self.is_one)
