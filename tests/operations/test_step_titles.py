"""The name of a step says titles in the reader's language, whatever the language was when the step was made."""

from director_app.domain.ids import ProgrammeId
from director_app.domain.plan import Plan
from director_app.domain.programme import Programme
from director_app.operations.sentences import step_sentence
from director_app.store.undo_journal import StepName
from director_app.wording import Wording

PLAN = Plan.of(
    [
        Programme(ProgrammeId("a"), title="골목 버스킹", title_en="Alley busking"),
        Programme(ProgrammeId("b"), title="골목", title_en=""),
    ]
)


def said(language: str, title: str) -> str:
    wording = Wording("en" if language == "en" else "ko")
    return step_sentence(wording, StepName("{title}: goes indoors", {"title": title}), PLAN)


def test_a_title_of_the_other_language_is_said_in_this_one() -> None:
    assert said("en", "골목 버스킹") == "Alley busking: goes indoors"
    assert said("en", "골목 버스킹 2부") == "Alley busking 2부: goes indoors"
    assert "골목 버스킹" in said("ko", "Alley busking")


def test_what_has_no_other_name_stays() -> None:
    assert said("en", "골목") == "골목: goes indoors"
    assert said("en", "Tea") == "Tea: goes indoors"
    assert "골목 버스킹" in said("ko", "골목 버스킹")
