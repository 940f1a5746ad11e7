"""Files and functions stay small enough to be read at one go."""

from tests.architecture.sources import functions, program

FILE_LIMIT, FILE_USUAL = 500, 350
FUNCTION_LIMIT, FUNCTION_USUAL = 60, 30
USUAL_SHARE = 0.95
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "manager", "base", "misc", "common"}


def test_no_file_is_too_long() -> None:
    files = program()
    assert not [f"{each.path}: {each.lines} lines" for each in files if each.lines > FILE_LIMIT]
    usual = [each for each in files if each.lines <= FILE_USUAL]
    assert len(usual) >= USUAL_SHARE * len(files)


def test_no_function_is_too_long() -> None:
    lengths = [
        (
            f"{each.path}:{function.lineno} {function.name}",
            (function.end_lineno or function.lineno) - function.lineno + 1,
        )
        for each in program()
        for function in functions(each)
    ]
    assert not [f"{name}: {length} lines" for name, length in lengths if length > FUNCTION_LIMIT]
    usual = [length for _, length in lengths if length <= FUNCTION_USUAL]
    assert len(usual) >= USUAL_SHARE * len(lengths)


def test_every_module_is_named_after_what_is_in_it() -> None:
    assert not [
        each.path for each in program() if EMPTY_NAMES & set(each.path.removesuffix(".py").split("/")[-1].split("_"))
    ]
