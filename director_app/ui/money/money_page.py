"""Money, works of light and results on one page: every fact in place, saved at once, each change one named step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from director_app.domain.outcomes import Survey
from director_app.planner import indicators, money
from director_app.ui.desk import Desk
from director_app.ui.lines.export_button import ExportButton
from director_app.ui.lines.sections_page import SectionsPage
from director_app.ui.lines.sorted_lines import SortedLines
from director_app.ui.money import fields
from director_app.ui.money.money_lines import OutcomeLines, TextLines, say_groups
from director_app.ui.money.work_lines import WorkLines
from director_app.wording import message


class MoneyPage(SectionsPage):
    """Funding, budget and payments, what came of it, works of light, texts of reports; the sums at the head."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.grants = SortedLines(
            desk, "grants", message("Funding"), fields.GRANT, add_hint=message("New funding line"),
            order=lambda one: (one.funding, one.name, one.id),
        )  # fmt: skip
        self.lines = SortedLines(
            desk, "budget_lines", message("Budget and payments"), fields.LINE, add_hint=message("New line: what for"),
            order=lambda one: (one.code, one.subcode, one.title, one.stage, one.id),
        )  # fmt: skip
        self.outcomes = OutcomeLines(
            desk, "outcomes", message("What came of it"), fields.OUTCOME,
            add_hint=message("An event, a programme, an initiative, or “Whole season”"),
            order=lambda one: (one.on is not None, str(one.on), one.id), dress=say_groups,
        )  # fmt: skip
        self.works = WorkLines(desk)
        self.texts = TextLines(
            desk, "report_texts", message("Texts of operation plan and result report"), fields.TEXT,
            add_hint=message("New text"), order=lambda one: (list(fields.PART_WORDS).index(one.part), one.id),
        )  # fmt: skip
        self.export = ExportButton(desk, ("grants", "budget_lines", "outcomes", "works"))
        self.lay_out(self.grants, self.lines, self.outcomes, self.works, self.texts, beside=self.export)

    def toolbar_title(self) -> str:
        """The name of the page."""
        return self.desk.wording.text("Money and results")

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        self.export.retranslate()

    def sums_said(self) -> list[str]:
        """What was given, planned, spent and is left, and what it cost per head."""
        wording, plan = self.desk.wording, self.desk.plan
        sums = money.sums_of(plan.budget_lines.values())
        season = indicators.of_season(plan)
        per_head = (sums.spent + season.heads // 2) // season.heads if season.heads and sums.spent else None
        parts = [
            wording.text(text, amount=wording.number(amount))
            for text, amount in (
                (message("Given {amount} won"), money.granted(plan)),
                (message("planned {amount}"), sums.budget),
                (message("committed {amount}"), sums.committed),
                (message("spent {amount}"), sums.spent),
                (message("left {amount}"), money.granted(plan) - sums.used),
                (message("people {amount}"), season.heads),
            )
        ]
        if per_head is not None:
            parts.append(wording.text("{amount} won per head", amount=wording.number(per_head)))
        said = message("{group} {amount}")
        parts += [
            wording.text(said, group=wording.text(fields.GROUP_WORDS[group]), amount=wording.number(heads))
            for group, heads in season.groups
        ]
        return [*parts, *self._satisfaction(season.survey)]

    def _satisfaction(self, survey: Survey | None) -> list[str]:
        """Points of a hundred, and the answers and the mean behind them, never one number alone where more is known."""
        wording = self.desk.wording
        points = indicators.points(survey) if survey is not None else None
        if survey is None or points is None:
            return []
        if survey.answers is None or survey.mean is None:
            return [wording.text("satisfaction {points} of 100", points=f"{points:.1f}")]
        words = message("satisfaction {points} of 100 ({n} answers, mean {mean} of 5)")
        n = wording.number(survey.answers)
        return [wording.text(words, points=f"{points:.1f}", n=n, mean=f"{survey.mean:.2f}")]
