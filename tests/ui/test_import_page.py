"""Taking in a table: real clicks from the file to the month, and what is said on the way."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from director_app import paths
from director_app.domain.edits import MoveDelivery
from director_app.domain.timeline import WallMinute
from director_app.imports.field_names import KINDS
from director_app.ui.frame.plan_frame import PlanFrame
from director_app.ui.importing.import_page import ImportPage
from director_app.ui.main_window import MainWindow
from director_app.ui.schedule.gestures import Cargo, Target
from director_app.ui.schedule.moves import Place
from tests.plan_files import STEP

DATES = """일시,행사명,장소,출연
2025. 10. 7.(화) 12:10~12:50,런치콘서트,2공장 식당,다온밴드
10/14 12:10,런치콘서트,2공장 식당,국악앙상블 봄
10/21,사생 워크숍,선주원남공원,
"""
ARTISTS = "예술인,장르\n다온밴드,팝 밴드\n듀오 K,재즈\n"
APPLICATIONS = "접수일시,기업명,1지망\n2025-09-17 16:20,방림,9/29\n,,10/1\n"


def _table(tmp_path: Path, text: str, name: str = "일정.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def _read(window: MainWindow, path: Path, qtbot: Any) -> ImportPage:
    window.take_file(path)
    page = window.plans.import_page
    qtbot.waitUntil(lambda: page.proposal is not None)
    return page


def _take(window: MainWindow, path: Path, qtbot: Any) -> PlanFrame:
    page = _read(window, path, qtbot)
    QTest.mouseClick(page._accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.frame is not None and window.frame.isVisible())
    assert window.frame is not None
    return window.frame


def _press(frame: PlanFrame, text: str) -> None:
    (button,) = [one for one in frame.messages.findChildren(QPushButton) if one.text() == text]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_after_the_import_she_sees_the_month_and_may_undo(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    frame = _take(window, _table(tmp_path, DATES), qtbot)
    assert frame.present_page == "schedule"
    assert frame.messages.messages() == ["3건을 가져왔습니다."]
    assert sorted(str(one.date) for one in frame.desk.plan.deliveries.values()) == [
        "2025-10-07",
        "2025-10-14",
        "2025-10-21",
    ]
    _press(frame, "되돌리기")
    assert not frame.desk.plan.deliveries
    assert window.plans.import_page.isHidden()


def test_artists_alone_are_seen_among_the_artists(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    assert _take(window, _table(tmp_path, ARTISTS), qtbot).present_page == "artists"


def test_applications_are_seen_in_the_month_they_wish(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    frame = _take(window, _table(tmp_path, APPLICATIONS), qtbot)
    assert frame.present_page == "schedule"
    assert frame.page("schedule").toolbar_title() == "2025년 9월"


def test_a_table_of_artists_leads_back_to_where_she_came_from(
    sample_window: MainWindow, tmp_path: Path, qtbot: Any
) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.show_page("venues")
    assert _take(sample_window, _table(tmp_path, ARTISTS), qtbot).present_page == "venues"


def test_the_same_file_again_changes_nothing_and_says_so(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    path = _table(tmp_path, DATES)
    _take(window, path, qtbot)
    page = _read(window, path, qtbot)
    assert page._result.text() == "새로 바뀐 내용이 없습니다."
    assert page._accept.isHidden()
    assert page._leave.text() == "뒤로"
    QTest.mouseClick(page._leave, Qt.MouseButton.LeftButton)
    assert window.frame is not None
    assert window.frame.isVisible()


def test_rows_kept_aside_can_be_looked_at_later(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    frame = _take(window, _table(tmp_path, APPLICATIONS), qtbot)
    assert frame.messages.messages() == ["1건을 가져왔습니다. 확인이 필요한 행 1건은 가져오지 않았습니다."]
    page = window.plans.import_page
    _press(frame, "그 행 보기")
    qtbot.waitUntil(lambda: page.proposal is not None)
    assert page.isVisible()
    assert not page.is_reading


def test_undo_of_an_import_undoes_nothing_else(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    frame = _take(window, _table(tmp_path, APPLICATIONS), qtbot)
    (name,) = [one.text() for one in frame.messages.findChildren(QPushButton) if one.text() == "되돌리기"]
    _take(window, _table(tmp_path, ARTISTS, "예술인.csv"), qtbot)
    buttons = [one for one in frame.messages.findChildren(QPushButton) if one.text() == name]
    assert len(buttons) == 2
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert not frame.desk.plan.applications
    assert len(frame.desk.plan.artists) == 2
    assert any(text.endswith("그 뒤에 입력한 것은 남았습니다.") for text in frame.messages.messages())


def test_while_a_table_is_read_nothing_can_be_taken(window: MainWindow, tmp_path: Path) -> None:
    window.take_file(_table(tmp_path, DATES))
    page = window.plans.import_page
    assert page.is_reading
    assert page._result.text() == "읽는 중…"
    assert page._accept.isHidden()
    assert page._panels.isHidden()
    QTest.mouseClick(page._back, Qt.MouseButton.LeftButton)
    assert window.start_page.isVisible()
    assert not page.is_reading


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_page_says_everything_in_another_language(
    window: MainWindow, tmp_path: Path, qtbot: Any, language: str
) -> None:
    page = _read(window, _table(tmp_path, DATES), qtbot)
    window.choose_language("en" if language == "ko" else "ko")
    window.choose_language(language)
    assert page._accept.text() == {"ko": "3건 가져오기", "en": "Import 3 rows"}[language]
    nothing = _table(tmp_path, "", "nothing.csv")
    window.take_file(nothing)
    qtbot.waitUntil(lambda: not page.is_reading)
    window.choose_language("en" if language == "ko" else "ko")
    assert (
        page._result.text()
        == {"en": "여기에는 가져올 것이 없습니다.", "ko": "There is nothing to import here."}[language]
    )


def test_the_year_of_the_rows_is_the_year_of_the_month_shown(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    frame = _take(window, _table(tmp_path, DATES), qtbot)
    assert frame.desk.plan.season.first_day == date(2025, 10, 7)
    assert frame.desk.plan.season.last_day == date(2025, 10, 21)


# -- the rows in lists ---------------------------------------------------------------------------------------------

LATER = """일시,행사명,장소,출연
2025. 10. 7.(화) 12:30~13:00,런치콘서트,2공장 식당,다온밴드
10/14 18:00,런치콘서트,2공장 식당,국악앙상블 봄
10/21,사생 워크숍,선주원남공원,
2025. 10. 28.(수),사생 워크숍,선주원남공원,
,,,국악앙상블 봄
합계,5건,,
"""


def _chips(page: ImportPage) -> dict[str, str]:
    return {key: chip.text() for key, chip in page.rows.chips.items() if not chip.isHidden()}


def _later(window: MainWindow, tmp_path: Path, qtbot: Any) -> ImportPage:
    """The page with a second list, after the first was taken in and one delivery was moved by number."""
    frame = _take(
        window, _table(tmp_path, "번호," + DATES.replace("\n", "\nGM-1,", 1).replace("\n1", "\n,1"), "처음.csv"), qtbot
    )
    (second,) = (one for one in frame.desk.plan.deliveries.values() if one.number == "CD-002")
    moved = {"start": WallMinute(725)}  # what she moved herself, no later list moves without asking
    frame.desk.open_plan.perform(MoveDelivery(second.id, moved), STEP)
    changed = "번호," + LATER.replace("\n", "\nGM-1,", 1).replace("\n1", "\n,1").replace(
        "\n2025. 10. 28", "\n,2025. 10. 28"
    )
    changed = changed.replace("\n,,,국악", "\n,,,,국악").replace("\n합계", "\n합계,")
    return _read(window, _table(tmp_path, changed, "다음 주.csv"), qtbot)


def test_rows_stand_in_lists_with_counts(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    page = _later(window, tmp_path, qtbot)
    assert _chips(page) == {
        "new": "새 행 1", "changed": "바뀐 행 1", "same": "같은 행 1", "unclear": "확인이 필요한 행 1",
        "refused": "가져올 수 없는 행 1", "notes": "알아 둘 것 3",
    }  # fmt: skip
    assert [(row.level, row.place, row.what) for row in page.rows.listed()] == [("block", "6행", "국악앙상블 봄")]
    QTest.mouseClick(page.rows.chips["changed"], Qt.MouseButton.LeftButton)
    (changed,) = page.rows.listed()
    assert changed.what == "GM-1 런치콘서트 · 2025. 10. 7.(화) 12:30~13:00 · 2공장 식당"
    assert changed.lines[:2] == ("시작: 12:10 → 12:30", "종료: 12:50 → 13:00")
    QTest.mouseClick(page.rows.chips["unclear"], Qt.MouseButton.LeftButton)
    assert page.rows.listed()[0].lines[-1] == "혹시: CD-002 런치콘서트 · 2025. 10. 14.(화) 12:05 · 2공장 식당"
    QTest.mouseClick(page.rows.chips["notes"], Qt.MouseButton.LeftButton)
    assert "적힌 요일: 수요일" in " ".join(line for row in page.rows.listed() for line in row.lines)
    assert page.rows.listed()[-1].what == "합계 행은 제외했습니다."


def test_thousands_of_rows_are_shown_in_portions_and_can_be_filtered(
    window: MainWindow, tmp_path: Path, qtbot: Any
) -> None:
    rows = "".join(f"2025-{1 + n % 9:02d}-{1 + n % 28:02d},{n // 7 % 24}:00,Show {n}\n" for n in range(1500))
    page = _read(window, _table(tmp_path, "날짜,시간,프로그램명\n" + rows), qtbot)
    assert _chips(page) == {"new": "새 행 1,500"}
    assert page.rows._more.text() == "200건 더 보기"
    QTest.mouseClick(page.rows._more, Qt.MouseButton.LeftButton)
    assert page.rows._rows.count() == 2 * 260 - 1
    QTest.keyClicks(page.rows.filter, "show 149")
    assert [row.what.split(" · ")[0] for row in page.rows.listed()] == [f"Show {n}" for n in (149, *range(1490, 1500))]
    assert page.rows._more.isHidden()


def test_rows_left_out_are_saved_as_a_table_and_come_back_mended(
    window: MainWindow, tmp_path: Path, qtbot: Any
) -> None:
    page = _later(window, tmp_path, qtbot)
    out = tmp_path / "고칠 행.csv"
    window.questions.answer = out  # type: ignore[attr-defined]  # the answers of tests are data
    QTest.mouseClick(page.rows.save, Qt.MouseButton.LeftButton)
    assert page.rows.saved.text() == "고칠 행.csv에 2건을 담았습니다. 고친 뒤 그 파일을 가져오세요."
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "번호,일시,행사명,장소,출연,잘못된 점"
    assert lines[2] == ',,,,국악앙상블 봄,"일정에는 기업, 권역, 프로그램, 장소, 날짜 가운데 하나는 있어야 합니다."'
    out.write_text("\n".join([lines[0], lines[2].replace(",,,,", ",11/4,,,")]), encoding="utf-8")
    page = _read(window, out, qtbot)
    assert _chips(page)["new"] == "새 행 1"
    assert "2025. 11. 4.(화)" in page.rows._of("new")[0].what


def test_the_table_of_rows_left_out_never_takes_the_place_of_the_file(
    window: MainWindow, tmp_path: Path, qtbot: Any
) -> None:
    page = _later(window, tmp_path, qtbot)
    (source,) = page.files()
    before = source.read_bytes()
    window.questions.answer = source  # type: ignore[attr-defined]
    QTest.mouseClick(page.rows.save, Qt.MouseButton.LeftButton)
    assert page.rows.saved.text() == (
        "다음 주.csv는 지금 가져오는 파일입니다. 제외한 행은 다른 이름으로 저장해 주세요."
    )
    assert source.read_bytes() == before


def test_only_blanks_are_filled_when_she_ticks_it(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    page = _later(window, tmp_path, qtbot)
    QTest.mouseClick(page._fill_blanks, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.is_reading)
    assert "changed" not in _chips(page)
    QTest.mouseClick(page._accept, Qt.MouseButton.LeftButton)
    assert window.frame is not None
    frame = window.frame
    qtbot.waitUntil(lambda: len(frame.desk.plan.deliveries) == 4)
    assert [one.start for one in frame.desk.plan.deliveries.values() if one.number == "GM-1"] == [730]


# -- what she chose is remembered ----------------------------------------------------------------------------------


def test_columns_are_read_as_she_chose_them_last_time(window: MainWindow, tmp_path: Path, qtbot: Any) -> None:
    page = _read(window, _table(tmp_path, "날짜,프로그램명,칸\n2025-10-07,런치콘서트,첫 줄\n"), qtbot)
    page.mapping.meanings()[2].meant.emit(2, "responsible")
    qtbot.waitUntil(lambda: not page.is_reading)
    QTest.mouseClick(page._accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.frame is not None and window.frame.isVisible())
    again = "칸,날짜,프로그램명\n김담당,2025-10-08,런치콘서트\n"
    page = _read(window, _table(tmp_path, again, "다음.csv"), qtbot)
    assert page.proposal is not None
    assert [column.field for column in page.proposal.tables[0].mapping.columns] == ["responsible", "date", "title"]
    assert page._unsure.text() == "지난번에 고른 대로 열을 읽었습니다."


@pytest.mark.parametrize("damaged", ["", "[1]", "{", '{"x": 3}', "[" * 50_000])
def test_a_damaged_memory_of_columns_is_as_good_as_none(
    window: MainWindow, tmp_path: Path, qtbot: Any, damaged: str
) -> None:
    folder = paths.config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "columns.json").write_text(damaged, encoding="utf-8")
    assert _read(window, _table(tmp_path, DATES), qtbot).proposal is not None


CLIPPED = "접수일시\t회사\t프로그램\t인원\t1지망\n2025-09-17 16:20\t방림\t커피차 공연\t120\t12. 21. 12:00\n"


def test_pasted_applications_are_taken_in_by_enter_and_dragged_with_what_they_wish(
    window: MainWindow, qtbot: Any
) -> None:
    window.take_text(CLIPPED)
    page = window.plans.import_page
    qtbot.waitUntil(lambda: page.proposal is not None)
    assert page._accept.hasFocus()
    QTest.keyClick(page._accept, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame is not None and window.frame.isVisible())
    assert window.frame is not None
    schedule: Any = window.frame.page("schedule")
    plan = window.frame.desk.plan
    (wish,) = plan.applications.values()
    assert schedule.card.isVisible()
    assert schedule.card._new.isHidden()
    cargo = Cargo(application=wish)
    schedule.ghost.begin(cargo)
    wished = wish.wishes[0].first_day
    assert wished is not None
    other = wished - timedelta(days=1)
    schedule.ghost.move_to(QPoint(300, 300), Target(Place(other), QRect()))
    assert schedule.ghost._hint == "희망: 12. 21. 12:00"
    assert "12:00" in schedule.ghost.headline
    schedule.ghost.end()
    schedule.verbs.answer(wish.id, Place(other))
    (answer,) = window.frame.desk.plan.deliveries.values()
    assert (answer.date, answer.start, answer.shifts, answer.expected_heads) == (other, 720, (), 120)
    assert answer.programme is not None
    assert window.frame.desk.plan.programmes[answer.programme].title == "커피차 공연"
    assert not schedule.card.isVisible()


def test_going_back_keeps_the_columns_she_chose(window: MainWindow, qtbot: Any) -> None:
    window.take_text(CLIPPED)
    page = window.plans.import_page
    qtbot.waitUntil(lambda: page.proposal is not None)
    page._choose_kind(KINDS.index("artists"))
    qtbot.waitUntil(lambda: not page.is_reading)
    chosen = page.corrections()
    QTest.mouseClick(page._back, Qt.MouseButton.LeftButton)
    assert window.start_page._drop.button.hasFocus()
    window.take_text(CLIPPED)
    assert page.corrections() == chosen


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_first_window_leaves_room_for_its_title_bar(window: MainWindow) -> None:
    window.restore_place()
    room = window.screen().availableGeometry()
    assert window.width() < room.width()
    assert window.height() < room.height()
