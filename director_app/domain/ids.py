"""The typed identities of records, and which kind of record each one names."""

from __future__ import annotations

import uuid
from typing import Final, NewType

SeasonId = NewType("SeasonId", str)
ComplexId = NewType("ComplexId", str)
AreaId = NewType("AreaId", str)
OrganisationId = NewType("OrganisationId", str)
SiteId = NewType("SiteId", str)
ArtistId = NewType("ArtistId", str)
VenueId = NewType("VenueId", str)
TravelId = NewType("TravelId", str)
SpecialDayId = NewType("SpecialDayId", str)
InitiativeId = NewType("InitiativeId", str)
EventId = NewType("EventId", str)
ProgrammeId = NewType("ProgrammeId", str)
SeriesId = NewType("SeriesId", str)
DeliveryId = NewType("DeliveryId", str)
SegmentId = NewType("SegmentId", str)
AvailabilityId = NewType("AvailabilityId", str)
ApplicationId = NewType("ApplicationId", str)
NoteId = NewType("NoteId", str)
GrantId = NewType("GrantId", str)
BudgetLineId = NewType("BudgetLineId", str)
AttachmentId = NewType("AttachmentId", str)
ReleaseId = NewType("ReleaseId", str)
HandoverId = NewType("HandoverId", str)
TemplateId = NewType("TemplateId", str)
ToldId = NewType("ToldId", str)
AcceptedProblemId = NewType("AcceptedProblemId", str)
WorkId = NewType("WorkId", str)
OutcomeId = NewType("OutcomeId", str)
ReportTextId = NewType("ReportTextId", str)
CouncilMemberId = NewType("CouncilMemberId", str)
MeetingId = NewType("MeetingId", str)
DecisionId = NewType("DecisionId", str)
RouteId = NewType("RouteId", str)
StopId = NewType("StopId", str)
PostId = NewType("PostId", str)
BoothId = NewType("BoothId", str)
GuestId = NewType("GuestId", str)
CallId = NewType("CallId", str)
StayId = NewType("StayId", str)
SupportId = NewType("SupportId", str)

#: The plural kind name (also the plan's attribute, the table and the JSON key) that an id type refers to.
KIND_OF_ID: Final[dict[str, str]] = {
    "SeasonId": "seasons",
    "ComplexId": "complexes",
    "AreaId": "areas",
    "OrganisationId": "organisations",
    "SiteId": "sites",
    "ArtistId": "artists",
    "VenueId": "venues",
    "TravelId": "travels",
    "SpecialDayId": "special_days",
    "InitiativeId": "initiatives",
    "EventId": "events",
    "ProgrammeId": "programmes",
    "SeriesId": "series",
    "DeliveryId": "deliveries",
    "SegmentId": "segments",
    "AvailabilityId": "availabilities",
    "ApplicationId": "applications",
    "NoteId": "notes",
    "GrantId": "grants",
    "BudgetLineId": "budget_lines",
    "AttachmentId": "attachments",
    "ReleaseId": "releases",
    "HandoverId": "handovers",
    "TemplateId": "templates",
    "ToldId": "tellings",
    "AcceptedProblemId": "accepted_problems",
    "WorkId": "works",
    "OutcomeId": "outcomes",
    "ReportTextId": "report_texts",
    "CouncilMemberId": "council_members",
    "MeetingId": "meetings",
    "DecisionId": "decisions",
    "RouteId": "routes",
    "StopId": "stops",
    "PostId": "posts",
    "BoothId": "booths",
    "GuestId": "guests",
    "CallId": "calls",
    "StayId": "stays",
    "SupportId": "supports",
}

_OURS: Final = uuid.UUID("6f0c1f0e-5a0b-5d0a-9a54-2f6f3a1c8e11")


def new_id() -> str:
    """A fresh identity that no other record on any machine has."""
    return uuid.uuid4().hex


def derived_id(*parts: str) -> str:
    """The same identity for the same words on every machine, so that samples and imports can be made again."""
    return uuid.uuid5(_OURS, "\x1f".join(parts)).hex
