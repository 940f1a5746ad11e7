"""Korean particles that follow the last sound of the word before them: 은/는, 이/가, 을/를, 과/와, 으로/로.

The word may be Hangul, a number, or Latin letters as they are read in Korean ("KBS"케이비에스, "Rock" 록, "Band" 밴드).
Where the sound cannot be told, both forms are written: 을(를), (으)로. A trailing round bracket is passed over together
with what is in it (the particle belongs to the word before it); closing quotes and marks are passed over alone.
"""

import re
import unicodedata
from typing import Final, Literal

Sound = Literal["vowel", "rieul", "consonant", "unknown"]

_PAIR: Final = re.compile(r"[가-힣]+/[가-힣]*")
# Pairs often named the other way round; everywhere else the form after a consonant comes first.
_REVERSED: Final = frozenset({"는/은", "가/이", "를/을", "와/과", "로/으로", "야/아", "나/이나", "라/이라"})
_BRACKETED: Final = re.compile(r"[(\[（［][^()\[\]（）［］]*[)\]）］]$")
_CLOCK: Final = re.compile(r"\d{1,2}:(\d\d)$")
_DATE: Final = re.compile(r"\d{1,2}\. \d{1,2}\.(?:\([월화수목금토일]\))?$")
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?$")
_LATIN: Final = re.compile(r"[A-Za-z]+$")

_DIGITS: Final[dict[str, Sound]] = {
    "0": "consonant", "1": "rieul", "2": "vowel", "3": "consonant", "4": "vowel",
    "5": "vowel", "6": "consonant", "7": "rieul", "8": "rieul", "9": "vowel",
}  # fmt: skip
_SIGNS: Final[dict[str, Sound]] = {
    "%": "vowel",
    "℃": "vowel",
    "°": "vowel",
    "㎡": "vowel",
    "㎞": "vowel",
    "㎏": "consonant",
}
_UNITS: Final[dict[str, Sound]] = {
    "m": "vowel", "km": "vowel", "cm": "vowel", "mm": "vowel", "g": "consonant", "kg": "consonant", "kw": "vowel",
    "kva": "vowel", "kb": "vowel", "mb": "vowel",
}  # fmt: skip
_LETTER_NAMES: Final[dict[str, Sound]] = {
    "L": "rieul",
    "M": "consonant",
    "N": "consonant",
    "R": "rieul",
}

# How the end of a Latin word sounds in Korean spelling, longest ending first; the first that fits decides.
_ENDINGS: Final[tuple[tuple[re.Pattern[str], Sound], ...]] = (
    (re.compile(r"(?:le|l)$"), "rieul"),
    (re.compile(r"(?:ng|[aeiouy]mb|[mn]e|[mn]|ck|[aeiou]c)$"), "consonant"),
    (re.compile(r"[^aeiou][tkp]$"), "vowel"),
    (re.compile(r"[aeiou][pb]$"), "consonant"),
    (re.compile(r"[aeiouywdrsfvzxjh]$"), "vowel"),
)


def is_particle(spec: str) -> bool:
    """Whether a format specification names a particle, as "이/가" does."""
    return bool(_PAIR.fullmatch(spec))


def with_particle(word: str, pair: str) -> str:
    """`word` followed by the form of `pair` that its last sound asks for."""
    after_consonant, after_vowel = pair.split("/")
    if pair in _REVERSED:
        after_consonant, after_vowel = after_vowel, after_consonant
    sound = last_sound(word)
    if sound == "unknown":
        return word + _both(after_consonant, after_vowel)
    if sound == "rieul" and after_consonant.startswith("으로"):
        return word + after_vowel
    return word + (after_vowel if sound == "vowel" else after_consonant)


def _both(after_consonant: str, after_vowel: str) -> str:
    if after_consonant.endswith(after_vowel):
        return f"({after_consonant.removesuffix(after_vowel)}){after_vowel}"
    return f"{after_consonant}({after_vowel})"


def last_sound(word: str) -> Sound:
    """How `word` ends when it is read aloud in Korean."""
    if _DATE.search(word):
        return "rieul"  # "10. 14.(화)" is read to its 일
    spoken = _spoken_end(word)
    if not spoken:
        return "unknown"
    if clock := _CLOCK.search(spoken):
        return "vowel" if clock.group(1) == "00" else "consonant"  # 시 or 분
    if number := _NUMBER.search(spoken):
        return _sound_of_number(number.group())
    if latin := _LATIN.search(spoken):
        return _sound_of_latin(latin.group(), after_digit=spoken[: latin.start()].rstrip()[-1:].isdigit())
    last = spoken[-1]
    if "가" <= last <= "힣":
        return _sound_of_final((ord(last) - ord("가")) % 28)
    return _SIGNS.get(last) or _sound_of_other_letter(last)


def _spoken_end(word: str) -> str:
    """The word without the bracket, quotes and marks at its end; accents taken off Latin letters."""
    text = unicodedata.normalize("NFC", word).rstrip()
    while text and not _is_spoken(text[-1]):
        bracket = _BRACKETED.search(text)
        shorter = text[: bracket.start()].rstrip() if bracket else ""
        text = shorter or text[:-1].rstrip()
    if text[-1:] and "LATIN" in unicodedata.name(text[-1], ""):
        plain = unicodedata.normalize("NFKD", text)
        return "".join(letter for letter in plain if not unicodedata.combining(letter))
    return text


def _is_spoken(character: str) -> bool:
    return character.isalnum() or character in _SIGNS


def _sound_of_final(index: int) -> Sound:
    """From the number of a syllable's final consonant, 0 for none; 8 is ㄹ."""
    return "vowel" if index == 0 else "rieul" if index == 8 else "consonant"


def _sound_of_number(number: str) -> Sound:
    digits = number.replace(",", "")
    zeros = len(digits) - len(digits.rstrip("0"))
    if "." in digits or zeros == 0 or zeros == len(digits):
        return _DIGITS[digits[-1]]  # after the point, and zero alone, digits are read one by one
    return "vowel" if 12 <= zeros < 16 else "consonant"  # 십 백 천 만 억 경 end in a consonant, only 조 does not


def _sound_of_latin(letters: str, *, after_digit: bool) -> Sound:
    if after_digit and letters.lower() in _UNITS:
        return _UNITS[letters.lower()]
    spelled = _LETTER_NAMES.get(letters[-1].upper(), "vowel")
    if len(letters) == 1 or (letters.isupper() and (len(letters) <= 3 or not re.search("[AEIOUY]", letters))):
        return spelled
    read = _sound_of_latin_word(letters.lower())
    return "unknown" if letters.isupper() and read != spelled else read  # NASA is a word, IBMC is spelled


def _sound_of_latin_word(word: str) -> Sound:
    for ending, sound in _ENDINGS:
        if ending.search(word):
            return sound
    return "unknown"


def _sound_of_other_letter(letter: str) -> Sound:
    """Single jamo by their names (기역, 리을, 아) and Japanese kana; anything else is not ours to read."""
    if "ㄱ" <= letter <= "ㅎ":
        return "rieul" if letter == "ㄹ" else "consonant"
    if "ㅏ" <= letter <= "ㅣ":
        return "vowel"
    if "ぁ" <= letter <= "ヿ":
        return "consonant" if letter in "んン" else "vowel"
    return "unknown"
