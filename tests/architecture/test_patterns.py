"""What has broken programs like this one before is not written here."""

import ast
import re

import pytest

from tests.architecture.sources import PACKAGE, ROOT, Source, imported, program, said_texts, sources

FORBIDDEN = {
    r"\.connect\(\s*(lambda|partial)": "keeps widgets alive: connect a bound method",
    r"\bprocessEvents\(": "events inside events: make it a job",
    r"except Exception:\s*pass|except:\s*(#.*)?$": "swallows errors",
    r"\btime\.sleep\(": "waits by the clock",
    r"# type: ignore(?!\[)|# noqa(?!:)": "silences everything: name the rule",
    r"\(QThread\)|\(QRunnable\)": "nobody subclasses threads: ui/background does the work",
    r"\.(text|context|plural)\(\s*f[\"']": "a text filled before it is translated is never translated",
    r"\bTODO\b|\bFIXME\b|\bXXX\b": "left for later",
    r"\bTRIGRAM\b|trigram": "finds nothing with LIKE in the SQLite of Debian 12",
}
LEFT_BY_A_MACHINE = re.compile(
    r"(?:^|[\s\"'`(=:])(?:/home/[a-z]|/root/|/work/)|[A-Z]:\\Users|pypi\.org|pythonhosted|registry\.npmjs", re.MULTILINE
)
# Modules whose Hangul is no sentence: what other people's files say, and how Korean is written and sorted.
TALKS_TO_READERS = ("director_app/ui/", "director_app/cli/", "director_app/calendars/", "director_app/documents/")


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_forbidden_patterns(pattern: str) -> None:
    found = [
        f"{each.path}:{number}: {FORBIDDEN[pattern]}: {line.strip()}"
        for each in program()
        for number, line in enumerate(each.text.splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert not found


def test_key_clicks_in_tests_are_ascii() -> None:
    """Anything else ends the interpreter; the fixture `korean_typing` types as an input method does."""
    clicks = re.compile(r"keyClicks?\(.*[^\x00-\x7f]")
    assert not [
        f"{each.path}:{n}"
        for each in sources("tests")
        for n, line in enumerate(each.text.splitlines(), 1)
        if clicks.search(line)
    ]


def test_tests_do_not_wait_by_the_clock() -> None:
    waits = re.compile(r"qtbot\.wait\(\d|\btime\.sleep\(")
    assert not [
        f"{each.path}:{n}"
        for each in sources("tests")
        for n, line in enumerate(each.text.splitlines(), 1)
        if waits.search(line)
    ]


def test_nothing_names_the_machine_it_was_written_on() -> None:
    kinds = {".py", ".md", ".toml", ".txt", ".json", ".po", ".spec", ".qss", ".svg"}
    skipped = {".git", ".venv", "build", "dist"}
    found = [
        str(file.relative_to(ROOT))
        for file in ROOT.rglob("*")
        if file.suffix in kinds
        and not skipped & set(file.relative_to(ROOT).parts)
        and file.name != "test_patterns.py"
        and not any(part.startswith(".") and part.endswith("_cache") for part in file.parts)
        and LEFT_BY_A_MACHINE.search(file.read_text(encoding="utf-8"))
    ]
    assert not found


def test_korean_sentences_are_in_the_catalogues() -> None:
    """What is said to readers is translated; Hangul that is only read, or held by a plan, is not said."""
    found = [
        f"{each.path}:{text.lineno}: {text.value!r}"
        for each in program()
        if each.path.startswith(TALKS_TO_READERS)
        for text in said_texts(each)
        if re.search("[가-힣]{2}", str(text.value))
        and not ONLY_READ.fullmatch(str(text.value))
        and id(text) not in _read_and_held(each)
    ]
    assert not found


# Letters of weekdays and units as people type them, and the one language that is named in itself.
ONLY_READ = re.compile("[월화수목금토일분명원석㎡a-zA-Z²  ]+|한국어")


def _read_and_held(source: Source) -> set[int]:
    """Texts that nobody is told: keys of tables, what is compared, patterns, words of module constants' lists."""
    found = {id(key) for node in ast.walk(source.tree) if isinstance(node, ast.Dict) for key in node.keys}
    for node in ast.walk(source.tree):
        is_pattern = isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
        if is_pattern or isinstance(node, ast.Compare):
            found |= {id(inner) for inner in ast.walk(node)}
    for statement in source.tree.body:
        if isinstance(statement, ast.AnnAssign) and statement.value is not None and _is_data(statement):
            found |= {id(inner) for inner in ast.walk(statement.value)}
    return found


def _is_data(constant: ast.AnnAssign) -> bool:
    """A list of words, a piece of a pattern, or the default of a field of the plan."""
    is_list = isinstance(constant.value, ast.Tuple | ast.Set | ast.Dict) or (
        isinstance(constant.value, ast.Call) and ast.unparse(constant.value.func) == "frozenset"
    )
    is_piece = isinstance(constant.value, ast.Constant | ast.JoinedStr) and "\\" in ast.unparse(constant.value)
    is_piece = is_piece or (isinstance(constant.value, ast.Constant) and "(?:" in str(constant.value.value))
    return is_list or is_piece or ast.unparse(constant.target).startswith("DEFAULT_")


def test_no_module_keeps_state() -> None:
    """Two plans may be open at once: what changes belongs to an object, not to a module."""
    found = [
        f"{each.path}:{statement.lineno}"
        for each in program()
        for statement in each.tree.body
        if _makes_something_mutable(statement)
    ]
    assert not found


def _makes_something_mutable(statement: ast.stmt) -> bool:
    if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
        return False
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    names = [target.id for target in targets if isinstance(target, ast.Name)]
    if all(name.strip("_").isupper() or name == "__all__" for name in names):
        return False  # a constant
    value = statement.value
    made = value.func.id if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) else ""
    return isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp) or made in {
        "list", "dict", "set", "defaultdict", "Counter", "deque",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("library", "allowed"),
    [
        ("PySide6", ("director_app/ui/", "director_app/startup.py", "director_app/demo.py")),
        ("PySide6.QtPdf", ()),  # not in the small Qt package, though its types are
        ("PySide6.QtCharts", ()),  # GPL only
        ("sqlite3", ("director_app/store/",)),
        ("sqlite_utils", ("director_app/store/",)),
        ("reportlab", ("director_app/documents/",)),
        ("pypdfium2", ("director_app/documents/",)),
        ("docx", ("director_app/documents/",)),
        ("icalendar", ("director_app/calendars/", "director_app/imports/ical_files.py")),
        ("ortools", ("director_app/planner/",)),
        ("astral", ("director_app/planner/",)),
        ("recurring_ical_events", ("director_app/imports/ical_files.py",)),
        ("urllib.request", ()),  # the program works without a network
        ("http.client", ()),
        ("pickle", ()),
    ],
)
def test_who_may_know_which_library(library: str, allowed: tuple[str, ...]) -> None:
    found = [
        f"{each.path}:{line}"
        for each in program()
        for name, line in imported(each)
        if (name == library or name.startswith(f"{library}.")) and not each.path.startswith(allowed)
    ]
    assert not found


def test_heavy_libraries_are_not_loaded_with_a_module() -> None:
    """Read at the top of a module, they are loaded with the first window."""
    heavy = {
        "reportlab",
        "icalendar",
        "sqlite_utils",
        "numpy",
        "holidays",
        "xlsxwriter",
        "python_calamine",
        "pypdfium2",
        "docx",
        "ortools",
        "pandas",
        "astral",
    }
    leaves = (
        "director_app/ui/",
        "director_app/cli/",
        "director_app/operations/",
        "director_app/domain/",
        "director_app/planner/",
    )
    found = [
        f"{each.path}: {name}"
        for each in program()
        if each.path.startswith(leaves) or each.path.count("/") == 1
        for name in _at_the_top(each)
        if name.split(".")[0] in heavy
    ]
    assert not found


def _at_the_top(source: Source) -> set[str]:
    top = ast.Module(
        body=[node for node in source.tree.body if isinstance(node, ast.Import | ast.ImportFrom)], type_ignores=[]
    )
    return {name for name, _ in imported(Source(source.path, "", top))}


def test_every_package_is_one() -> None:
    folders = {file.parent for file in PACKAGE.rglob("*.py")}
    assert not [str(folder) for folder in folders if not (folder / "__init__.py").exists()]
