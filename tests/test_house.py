"""Texts, notices and documents agree with the program."""

import re
import string
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from babel.messages.catalog import Message

import director_app
import tasks
from director_app.particles import is_particle
from tests import catalogues

ROOT = Path(__file__).resolve().parent.parent
PARTS_WITH_TEXTS = [part for part in catalogues.PARTS if len(catalogues.extracted(part))]


def translated(part: str) -> list[Message]:
    """The entries of one Korean catalogue."""
    return [entry for entry in catalogues.written(part) if entry.id]


def forms(value: object) -> tuple[str, ...]:
    """The singular and plural forms of a text, or the one it has."""
    return tuple(value) if isinstance(value, tuple | list) else (str(value),)


def placeholders(text: str) -> dict[str, str]:
    """The placeholders of a text with what follows their colon."""
    return {name: spec or "" for _, name, spec, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("part", PARTS_WITH_TEXTS)
def test_every_text_has_its_korean(part: str) -> None:
    assert not list(catalogues.untranslated(catalogues.brought_together(part)))


@pytest.mark.parametrize("part", PARTS_WITH_TEXTS)
def test_catalogues_are_up_to_date(part: str) -> None:
    """When this fails: `python3 tasks.py texts`, and commit what it wrote."""
    text = (catalogues.korean_folder() / f"{part}.po").read_text(encoding="utf-8")
    assert text == catalogues.po_text(catalogues.brought_together(part))
    assert (catalogues.korean_folder() / f"{part}.mo").read_bytes() == catalogues.mo_bytes(text)


@pytest.mark.parametrize("part", PARTS_WITH_TEXTS)
def test_korean_fills_in_what_english_does(part: str) -> None:
    for entry in translated(part):
        known = {name for form in forms(entry.id) for name in placeholders(form)}
        for form in forms(entry.string):
            used = placeholders(form)
            assert set(used) <= known, f"{entry.id!r}: {form!r}"
            assert all(is_particle(spec) for spec in used.values() if re.search("[가-힣]", spec)), form
            lost = known - set(used) - {"n"}
            assert not lost, f"{form!r} leaves out {lost}"


@pytest.mark.parametrize("part", PARTS_WITH_TEXTS)
def test_no_particle_stands_after_a_name_unasked(part: str) -> None:
    """ "{artist}이" is wrong for half of all names; "{artist:이/가}" is right for all."""
    glued = re.compile(r"\{[a-z_]+\}[”’\"'〉》)]?(은|는|이|가|을|를|과|와|으로|로)(?=[\s.,?!]|$)")
    assert not [form for entry in translated(part) for form in forms(entry.string) if glued.search(form)]


def test_one_english_text_has_one_korean() -> None:
    said: dict[tuple[str, str | None], set[str]] = {}
    for part in PARTS_WITH_TEXTS:
        for entry in translated(part):
            said.setdefault((forms(entry.id)[0], entry.context), set()).add(forms(entry.string)[0])
    assert not {text: korean for text, korean in said.items() if len(korean) > 1}


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert director_app.__version__ == project["version"]


def test_every_library_that_is_shipped_is_named_in_the_notices() -> None:
    notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text(encoding="utf-8").casefold()
    pinned = re.findall(r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert pinned
    assert not [name for name in pinned if f"| {name.casefold()} |" not in notices]


def test_every_library_that_is_required_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = {re.split(r"[\[<>=~!]", line)[0].casefold() for line in project["dependencies"]}
    pinned = set(
        re.findall(
            r"^([A-Za-z0-9_.-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf-8").casefold(), re.MULTILINE
        )
    )
    assert not required - pinned
    assert not [name for name in required if not metadata.version(name)]


def test_the_readme_names_the_commands_there_are() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"python3 tasks\.py ([a-z]+)", readme))
    assert {"run", "test"} <= named
    assert all(callable(getattr(tasks, name, None)) for name in named)
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", readme)
    assert pictures
    assert not [picture for picture in pictures if not (ROOT / picture).is_file()]


@pytest.mark.parametrize(
    "document", ["README.md", "CHANGELOG.md", *(str(file.relative_to(ROOT)) for file in (ROOT / "docs").rglob("*.md"))]
)
def test_documents_name_only_files_that_are_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    here = (ROOT / document).parent
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
    assert not [link for link in links if link and not (here / link).exists()]
    modules = re.findall(r"`((?:director_app|tests|resources|docs)/[\w./-]+)`", text)
    assert not [name for name in modules if not (ROOT / name).exists()]


def test_continuous_integration_runs_the_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 tasks.py test" in script
    assert "python3 tasks.py build" in script
