"""The outline of a formal report: lines numbered 1. 가. 1) 가) as they are added, typed parts, tables and bars."""

from __future__ import annotations

from typing import Final

from director_app.documents.layout import Job
from director_app.documents.sheets import Block, Item
from director_app.domain.outcomes import ReportPart
from director_app.wording import Wording, message

#: Letters of the second and fourth level on Korean official papers (행정업무규정 시행규칙 art. 2).
_HANGUL: Final = ("가", "나", "다", "라", "마", "바", "사", "아", "자", "차", "카", "타", "파", "하")
#: After 하 come 거, 너 and so on, then 고, 노 (the same article): how far each vowel is from ㅏ among the syllables.
_VOWELS: Final = tuple(vowel * 28 for vowel in (0, 4, 8, 13, 18, 20))
_LATIN: Final = tuple("abcdefghijklmnopqrstuvwxyz")
LATER: Final = message("to be written")


def mark(wording: Wording, level: int, number: int) -> str:
    """The mark of the n-th line (from 1) of a level: 1. 가. 1) 가), in English 1. a. 1) a).

    After 하. comes 거.; of more than 84 lines the last vowel comes again.
    """
    if level % 2 == 0:
        return f"{number}." if level == 0 else f"{number})"
    letters = _HANGUL if wording.language == "ko" else _LATIN
    rounds, at = divmod(number - 1, len(letters))
    if wording.language == "ko":
        letter = chr(ord(letters[at]) + _VOWELS[min(rounds, len(_VOWELS) - 1)])
    else:
        letter = letters[at] * (rounds + 1)
    return f"{letter}." if level == 1 else f"{letter})"


class Outline:
    """Collects the blocks of a report and numbers its lines."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.wording = job.wording
        self.blocks: list[Block] = []
        self._counts = [0]

    def part(self, title: str) -> None:
        """Begin a part: 1."""
        self._line(0, self.wording.text(title))

    def heading(self, title: str) -> None:
        """Begin a heading inside a part: 가."""
        self._line(1, self.wording.text(title), is_heading=True)

    def fact(self, label: str, text: str) -> None:
        """A labelled line at the level of headings; what is not known is said so."""
        said = text or self.wording.undecided()
        self._line(1, self.wording.text("{label}: {text}", label=self.wording.text(label), text=said))

    def text(self, text: str, level: int = 2) -> None:
        """A numbered line of text under the heading before it."""
        self._line(level, text)

    def typed(self, part: ReportPart, level: int = 1) -> bool:
        """The typed words of a part, a numbered line each; whether there were any."""
        texts = [one.text for _name, one in sorted(self.job.plan.report_texts.items()) if one.part is part]
        lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
        for line in lines:
            self._line(level, line)
        return bool(lines)

    def typed_part(self, title: str, part: ReportPart) -> None:
        """A part that consists of typed words, or says that they are still to be written."""
        self.part(title)
        if not self.typed(part):
            self._line(1, self.wording.text(LATER))

    def add(self, *blocks: Block) -> None:
        """Tables and charts between the lines."""
        self.blocks += blocks

    def _line(self, level: int, text: str, *, is_heading: bool = False) -> None:
        del self._counts[level + 1 :]
        self._counts += [0] * (level + 1 - len(self._counts))
        self._counts[level] += 1
        self.blocks.append(Item(level, mark(self.wording, level, self._counts[level]), text, is_heading))
