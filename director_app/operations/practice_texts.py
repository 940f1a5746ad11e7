"""Names, titles and sentences of the practice season, and the chance they fall by.

Chance is the same on every machine and Python: only `random()` of the generator is used, whose sequence for a seed the
standard library guarantees; nothing depends on the order of a set or on a hash.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from functools import cache
from typing import Final, Generic, NamedTuple, TypeVar

from director_app.operations import practice_words as words
from director_app.particles import with_particle

Item = TypeVar("Item")
Pair = tuple[str, str]


class Dice:
    """Chance that can be thrown again."""

    def __init__(self, seed: int) -> None:
        self._next = random.Random(seed).random  # noqa: S311 - a rehearsal, not a secret

    def below(self, limit: int) -> int:
        """A whole number from 0 up to, but not including, the limit."""
        return int(self._next() * limit)

    def between(self, least: int, most: int) -> int:
        """A whole number from least to most, both included."""
        return least + int(self._next() * (most - least + 1))

    def chance(self, share: float) -> bool:
        """Whether something happens that happens in this share of all cases."""
        return self._next() < share

    def pick(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[int(self._next() * len(items))]

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """The items in another order."""
        mixed = list(items)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed


class Deck(Generic[Item]):
    """A shuffled deck that is dealt again and again, so that every card comes up equally often."""

    def __init__(self, dice: Dice, items: Sequence[Item]) -> None:
        self._items = dice.shuffled(items)
        self._at = -1

    def draw(self) -> Item:
        """The next card."""
        self._at = (self._at + 1) % len(self._items)
        return self._items[self._at]


class Identities:
    """Record ids that are the same for the same seed, kind and position."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def of(self, kind: str, position: int) -> str:
        """32 hexadecimal digits."""
        return hashlib.blake2b(f"{self._seed}/{kind}/{position}".encode(), digest_size=16).hexdigest()


@cache
def fitted(word: str, particle: str) -> str:
    """The word with the particle its last sound asks for."""
    return with_particle(word, particle)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split())


#: First, middle and last sounds of a syllable in Unicode order; "_" is silent.
_FIRST: Final = _parts("g kk n d tt r m b pp s ss _ j jj ch k t p h")
_MIDDLE: Final = _parts("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
_LAST: Final = _parts("_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t")


@cache
def romanised(name: str) -> str:
    """A Korean name in Latin letters, syllable by syllable (Revised Romanisation without sound changes)."""
    return "".join(_syllable(letter) for letter in name).title()


def _syllable(letter: str) -> str:
    place = ord(letter) - 0xAC00
    if not 0 <= place < 11172:
        return letter
    return (_FIRST[place // 588] + _MIDDLE[place % 588 // 28] + _LAST[place % 28]).replace("_", "")


class Title(NamedTuple):
    """A programme's title in both languages, with its short form for calendars."""

    korean: str
    english: str
    short: str


_SHORT: Final = 12


class Writer:
    """Writes every text of the practice season; no title twice."""

    def __init__(self, dice: Dice) -> None:
        self._dice = dice
        self._titles: set[str] = set()
        self._names: set[str] = set()
        self._surnames = Deck(dice, words.SURNAMES)
        self._given = Deck(dice, words.GIVEN_SYLLABLES)
        self._plants = Deck(dice, words.PLANTS)
        self._animals = Deck(dice, words.ANIMALS)
        self._foods = Deck(dice, words.FOODS)
        self._tools = Deck(dice, words.TOOLS)
        self._instruments = Deck(dice, words.INSTRUMENTS)
        self._styles = Deck(dice, words.STYLES)
        self._crafts = Deck(dice, words.CRAFTS)
        self._sounds = Deck(dice, words.SOUNDS)
        self._doings = Deck(dice, words.DOINGS)
        self._town = Deck(dice, words.TOWN)

    def person(self) -> str:
        """The name of an invented person."""
        first = self._given.draw() if self._dice.chance(0.5) else self._dice.pick(words.GIVEN_SYLLABLES)
        return self._surnames.draw() + first + self._dice.pick(words.GIVEN_SYLLABLES)

    def name(self, endings: Sequence[Pair], *, with_adjective: bool) -> Pair:
        """A name that no other has, called after a thing: of a group, a company, a place."""
        while True:
            thing, thing_english = self._dice.pick(words.THINGS)
            ending, ending_english = self._dice.pick(endings)
            if with_adjective:
                adjective, adjective_english = self._dice.pick(words.ADJECTIVES)
                korean, english = f"{adjective} {thing}{ending}", f"{adjective_english} {thing_english}{ending_english}"
            else:
                korean, english = thing + ending, thing_english + ending_english
            if korean not in self._names:
                self._names.add(korean)
                return korean, english
            with_adjective = True

    def title(self, forms: Sequence[Pair]) -> Title:
        """A title that no other programme has."""
        while True:
            title = self._title(self._dice.pick(forms))
            if title.korean not in self._titles:
                self._titles.add(title.korean)
                return title

    def _title(self, form: Pair) -> Title:
        dice, (kind, kind_english) = self._dice, form
        (adjective, adjective_english), (thing, thing_english) = dice.pick(words.ADJECTIVES), dice.pick(words.THINGS)
        short = f"{thing} {kind}"[:_SHORT].rstrip()
        shape = dice.below(10)
        if shape < 5:
            return Title(f"{adjective} {thing} {kind}", f"{adjective_english} {thing_english} {kind_english}", short)
        other, other_english = dice.pick(words.THINGS)
        if shape < 8:
            korean = f"{fitted(thing, '과/와')} {other}, {kind}"
            return Title(korean, f"The {thing_english} and the {other_english}: {kind_english}", short)
        korean = f"{kind} ‘{adjective} {thing}의 {other}’"
        return Title(korean, f"{kind_english} “The {adjective_english} {thing_english}’s {other_english}”", short)

    def subtitle(self) -> str:
        """A few words below a title."""
        return f"{self._styles.draw()}에서 {self._town.draw()}까지"

    def intro(self) -> str:
        """What a programme is, in four sentences."""
        music = f"{self._sounds.draw()} {fitted(self._instruments.draw(), '이/가')} 울리고 "
        music += f"{self._styles.draw()} 장단이 {fitted(self._town.draw(), '을/를')} 지나갑니다."
        hands = f"{self._doings.draw()} {self._doings.draw()}, 손이 기억하는 {self._crafts.draw()} 시간을 나눕니다."
        road = f"{fitted(self._plants.draw(), '과/와')} {fitted(self._animals.draw(), '이/가')} 사는 길,"
        road += f" {self._town.draw()} 앞에서 주운 이야기입니다."
        warmth = f"{self._foods.draw()} 한 그릇의 온기에 {fitted(self._tools.draw(), '을/를')} 쥐던 하루를 얹었습니다."
        return f"{music} {hands} {road} {warmth}"

    def remark(self) -> str:
        """An internal remark on a delivery."""
        shape = self._dice.below(4)
        if shape == 0:
            return f"{fitted(self._tools.draw(), '은/는')} 정문 안내실에 맡기고 {self._town.draw()} 옆으로 들어갈 것."
        if shape == 1:
            return f"{self._instruments.draw()} 자리와 전원 위치를 다시 재고, {self._foods.draw()} 간식을 챙길 것."
        if shape == 2:
            return f"담당자와 통화함. {self._town.draw()} 쪽 소리가 커서 {self._doings.draw()} 옮기기로 함."
        return f"지난 회차 {self._plants.draw()} 화분이 통로를 막았음. 무대 방향 바꾸기."

    def public_note(self) -> str:
        """A line that readers of the programme see."""
        if self._dice.chance(0.5):
            return f"{self._crafts.draw()} 재료는 나누어 드립니다."
        return f"{self._town.draw()} 옆 문으로 들어오세요."
