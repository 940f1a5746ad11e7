"""What the plans of a window ask of it. The window itself knows the plans; they know only this of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from director_app.ui.actions import Actions
    from director_app.ui.look import Look
    from director_app.ui.messages import Message
    from director_app.ui.pages.start_page import StartPage
    from director_app.ui.pages.waiting_page import WaitingPage
    from director_app.ui.questions import Questions
    from director_app.ui.settings import Settings


class PlanWindow(Protocol):
    """The window around a plan: where things are said, and what stands there while no plan is open."""

    look: Look
    settings: Settings
    questions: Questions
    start_page: StartPage

    @property
    def actions_table(self) -> Actions:
        """The commands of the window."""

    def say(self, message: Message) -> None:
        """Say something on the page shown."""

    def say_title(self) -> None:
        """Name the window after the plan."""

    def show_start(self) -> None:
        """Show the start page."""

    def show_waiting(self, file: str = "") -> WaitingPage:
        """Show an empty desk while a plan is being opened."""

    def show_menu(self) -> None:
        """Open the menu of everything that has no place in the toolbar."""
