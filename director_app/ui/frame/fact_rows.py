"""The facts in the delivery's card: when, where, who, how many, plan B, note."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from director_app.domain.plan import Plan
from director_app.domain.programme import Delivery
from director_app.domain.published import area_of, end_minute, lineup_of
from director_app.planner.bookings import setup_and_strike
from director_app.ui.desk import Desk
from director_app.ui.frame.delivery_edits import DeliveryEdits
from director_app.ui.widgets.fields import ChoiceField, LineField, TextField
from director_app.ui.widgets.names_field import NamesField
from director_app.ui.widgets.pick_field import PickField
from director_app.ui.widgets.record_form import RecordForm
from director_app.ui.widgets.text import Text
from director_app.ui.widgets.when_fields import DateField, SpanField
from director_app.ui.words import FALLBACK_STATE_WORDS, FALLBACK_WORDS, SETTING_WORDS


class FactRows(QWidget):
    """When, where, who, how many, plan B, note."""

    def __init__(self, desk: Desk, edits: DeliveryEdits) -> None:
        super().__init__()
        self._desk = desk
        self._edits = edits
        self._delivery: Delivery | None = None
        self._offered = Plan()
        look = desk.look
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 10, 10)
        column.setSpacing(0)
        form = RecordForm(look)
        self._form = form
        column.addWidget(form)
        self.date = DateField(look, desk.today(), quiet=True)
        self.span = SpanField(look, quiet=True)
        self._when_hint = Text(look, "", "micro", "text2", wraps=True)
        self.venue = PickField(look, quiet=True)
        self._where_hint = Text(look, "", "micro", "text2", wraps=True)
        self.lineup = NamesField(look, quiet=True)
        self._who_hint = Text(look, "", "micro", "text2", wraps=True)
        self.heads = LineField(look, quiet=True, tabular=True)
        self.fallback = ChoiceField(look, quiet=True)
        self._fallback_hint = Text(look, "", "micro", "text2", wraps=True)
        self.responsible = LineField(look, quiet=True)
        self.note = TextField(look, 2, quiet=True)
        for key, field in (
            ("date", self.date),
            ("time", self.span),
            ("", self._when_hint),
            ("place", self.venue),
            ("", self._where_hint),
            ("lineup", self.lineup),
            ("", self._who_hint),
            ("heads", self.heads),
            ("fallback", self.fallback),
            ("", self._fallback_hint),
            ("responsible", self.responsible),
            ("note", self.note),
        ):
            if key:
                form.add_row("", field, key=key)
            else:
                form.add_hint(field)
        self._connect()

    def _connect(self) -> None:
        self.date.decided.connect(self._set_date)
        self.span.decided.connect(self._set_span)
        self.venue.picked.connect(self._set_venue)
        self.venue.unknown.connect(self._unknown_name)
        self.venue.ambiguous.connect(self._ambiguous_name)
        self.lineup.picked.connect(self._set_lineup)
        self.lineup.unknown.connect(self._unknown_name)
        self.heads.changed_to.connect(self._set_heads)
        self.fallback.chosen.connect(self._set_fallback)
        self.responsible.changed_to.connect(self._set_responsible)
        self.note.changed_to.connect(self._set_note)

    def retranslate(self) -> None:
        """Say the labels again."""
        wording = self._desk.wording
        for key, label in (
            ("date", wording.text("Date")),
            ("time", wording.text("Time")),
            ("place", wording.text("Place")),
            ("lineup", wording.text("Line-up")),
            ("heads", wording.text("Expected")),
            ("fallback", wording.text("Rain, heat")),
            ("responsible", wording.text("Responsible")),
            ("note", wording.text("Internal note")),
        ):
            self._form.set_label(key, label)
        kinds = [(kind.value, wording.text(text)) for kind, text in FALLBACK_WORDS.items()]
        self.fallback.set_choices([("", wording.text("none")), *kinds])

    def show_delivery(self, delivery: Delivery, *, may_change: bool) -> None:
        """Show the facts of a delivery."""
        self._delivery = delivery
        plan = self._desk.plan
        for field in (self.date, self.span, self.venue, self.lineup, self.heads, self.responsible, self.note):
            field.setReadOnly(not may_change)
        self.fallback.setEnabled(may_change)
        self.date.set_near(delivery.date or self._desk.today())
        self.date.show_date(delivery.date)
        self.span.show_span(delivery.start, delivery.end)
        self._offer_names(plan)
        venue = plan.venues.get(delivery.venue) if delivery.venue else None
        self.venue.show_value(venue.name if venue else "")
        self.lineup.show_names([act.artist for act in lineup_of(plan, delivery)])
        self.heads.show_value("" if delivery.expected_heads is None else str(delivery.expected_heads))
        self.fallback.show_value(delivery.fallback.kind.value if delivery.fallback else "")
        self.responsible.show_value(delivery.responsible)
        self.note.show_value(delivery.internal_note)
        self._show_hints(delivery)

    def _offer_names(self, plan: Plan) -> None:
        """Offer the venues and artists there are; gathered again only when one of them changed."""
        if plan.venues is not self._offered.venues or plan.artists is not self._offered.artists:
            self.venue.set_candidates([(venue.id, venue.name) for venue in plan.venues.values()])
            self.lineup.set_candidates([(artist.id, artist.name) for artist in plan.artists.values()])
            self._offered = plan

    def _show_hints(self, delivery: Delivery) -> None:
        wording, plan = self._desk.wording, self._desk.plan
        for hint, text in (
            (self._when_hint, self._minutes(delivery)),
            (self._where_hint, self._place(delivery)),
            (self._who_hint, wording.text("as in the programme") if delivery.lineup is None else ""),
            (self._fallback_hint, self._plan_b(plan, delivery)),
        ):
            hint.setText(text)
            hint.setVisible(bool(text))

    def _minutes(self, delivery: Delivery) -> str:
        wording = self._desk.wording
        setup, strike = setup_and_strike(self._desk.plan, delivery)
        end, assumed = end_minute(self._desk.plan, delivery)
        if delivery.start is None or end is None or (delivery.until and delivery.until != delivery.date):
            return ""
        show = end - delivery.start
        sentence = wording.text(
            "Set-up {setup} · show {show} · strike {strike} = {sum} min",
            setup=setup,
            show=show,
            strike=strike,
            sum=setup + show + strike,
        )
        end_assumed = wording.text("end assumed")
        return f"{sentence} · {end_assumed}" if assumed else sentence

    def _place(self, delivery: Delivery) -> str:
        plan, wording = self._desk.plan, self._desk.wording
        venue = plan.venues.get(delivery.venue) if delivery.venue else None
        area_id = area_of(plan, delivery)
        area = plan.areas.get(area_id) if area_id else None
        parts = [area.name if area else ""]
        if venue is not None:
            parts.append(wording.text(SETTING_WORDS[venue.setting]) if venue.setting else "")
            parts.append(wording.text("{n} seats", n=venue.seats) if venue.seats else "")
            if venue.access.pass_days is not None:
                parts.append(wording.text("gate pass {n} days ahead", n=venue.access.pass_days))
        return " · ".join(part for part in parts if part)

    def _plan_b(self, plan: Plan, delivery: Delivery) -> str:
        fallback, wording = delivery.fallback, self._desk.wording
        if fallback is None or fallback.venue is None:
            return ""
        venue = plan.venues.get(fallback.venue)
        return f"{venue.name if venue else ''} · {wording.text(FALLBACK_STATE_WORDS[fallback.state])}"

    # -- what the user did ---------------------------------------------------------------------------------

    def _set_date(self, day: datetime.date | None) -> None:
        if self._delivery is not None:
            self._edits.set_date(self._delivery, day)

    def _set_span(self, span: object) -> None:
        if self._delivery is not None:
            self._edits.set_span(self._delivery, span)  # type: ignore[arg-type]  # the signal carries a TypedSpan

    def _set_venue(self, venue: str) -> None:
        if self._delivery is not None:
            self._edits.set_venue(self._delivery, venue)

    def _set_lineup(self, artists: object) -> None:
        if self._delivery is not None and isinstance(artists, list):
            self._edits.set_lineup(self._delivery, artists or None)

    def _set_heads(self, text: str) -> None:
        if self._delivery is None:
            return
        digits = "".join(letter for letter in text if letter.isdigit())
        self._edits.set_heads(self._delivery, int(digits) if digits else None)
        self.heads.show_value(digits)

    def _set_fallback(self, kind: str) -> None:
        if self._delivery is not None:
            self._edits.set_fallback(self._delivery, kind)

    def _set_responsible(self, text: str) -> None:
        if self._delivery is not None:
            name = self._desk.wording.text("Responsible")
            self._edits.set_text(self._delivery, "responsible", text, name)

    def _set_note(self, text: str) -> None:
        if self._delivery is not None:
            self._edits.set_text(self._delivery, "internal_note", text, self._desk.wording.text("Internal note"))

    def _unknown_name(self, name: str) -> None:
        self._desk.say(self._desk.wording.text("“{name}” is not in this plan yet.", name=name), level="warning")
        self._show_again()

    def _ambiguous_name(self, name: str) -> None:
        self._desk.say(self._desk.wording.text("Several records are called “{name}”.", name=name), level="warning")
        self._show_again()

    def _show_again(self) -> None:
        if self._delivery is not None:
            self.show_delivery(self._delivery, may_change=True)
