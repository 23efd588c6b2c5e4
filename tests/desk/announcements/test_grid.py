"""Rows, cells and columns of a table in text."""

from __future__ import annotations

from desk.announcements.grid import Column, guessed, heads_of, rows_of
from desk.announcements.letters import Letters


def cells(text: str) -> list[list[str]]:
    letters = Letters.of(text)
    return [[letters.words(*cell) for cell in row.cells] for row in rows_of(letters) if row.cells]


def test_tabs_and_bars() -> None:
    assert cells("Thứ\tGiờ\tViệc\nHai\t8h\tHọp\nBa\t9h\tHọp")[1] == ["Hai", "8h", "Họp"]
    bars = "| Ngày | Giờ | Nội dung |\n|---|---|---|\n| 14/4 | 8h | Họp |"
    assert cells(bars + "\n| 15/4 | 9h | Họp |")[:2] == [["Ngày", "Giờ", "Nội dung"], ["14/4", "8h", "Họp"]]
    assert cells("STT |Giờ |Nơi\n |8h |P1\n2 |9h |P2")[1] == ["", "8h", "P1"]


def test_wide_gaps_are_columns_when_a_head_names_them() -> None:
    text = (
        "NGÀY            BUỔI     NỘI DUNG                 ĐỊA ĐIỂM\n"
        "Thứ Hai         Sáng     8h00: Giao ban với       P1\n"
        "09/12                    các ban\n"
        "                Chiều    14h00: Hội nghị          P2"
    )
    assert cells(text)[2] == ["09/12", "", "các ban", ""]
    assert cells(text)[3] == ["", "Chiều", "14h00: Hội nghị", "P2"]
    assert cells("UBND TỈNH        CỘNG HÒA\nSỞ NỘI VỤ        Độc lập\nSố 1        Ngày") == []


def test_heads_and_guesses() -> None:
    letters = Letters.of("Thứ\tBuổi\tNội dung\tChủ trì\tĐịa điểm\nHai 14/4\tSáng\tHọp\tÔng A\tP1")
    head, row = rows_of(letters)
    assert heads_of(letters, head) == (Column.DAY, Column.PART, Column.TITLE, Column.CHAIR, Column.PLACE)
    assert heads_of(letters, row) is None
    plain = Letters.of(
        "Thứ 2 14/4\t8h00\tHọp giao ban cơ quan\tPhòng họp 1\nThứ 3 15/4\t9h00\tHội nghị sơ kết\tHội trường"
    )
    assert guessed(plain, rows_of(plain)) == (Column.DAY, Column.TIME, Column.TITLE, Column.PLACE)


def test_leaders_have_columns_of_their_own() -> None:
    letters = Letters.of("Thời gian\tChủ tịch Ông A\tPhó Chủ tịch Bà B\nSáng\tHọp\tHọp\nChiều\tHọp\tHọp")
    assert heads_of(letters, rows_of(letters)[0]) == (Column.TIME, Column.LEADER, Column.LEADER)


def test_a_row_like_a_head_is_none_where_the_name_has_a_column() -> None:
    letters = Letters.of("Thời gian | Nội dung | Địa điểm\nCả ngày | Trực | Cơ quan\n8h | Họp | P1")
    head, row, _ = rows_of(letters)
    seen = heads_of(letters, head)
    assert seen is not None
    assert heads_of(letters, row, seen) is None


def test_semicolons_part_cells_under_a_head() -> None:
    text = "STT;Ngày;Giờ;Nội dung\n1;21/04;08:00;Giao ban"
    assert cells(text)[1] == ["1", "21/04", "08:00", "Giao ban"]
    assert cells("Họp A; họp B; họp C; họp D\nHọp E; họp G; họp H; họp I") == []


def test_a_page_gives_a_table_up_cell_by_cell() -> None:
    head = "Thời gian\n\nNội dung\n\nThành phần\n\nĐịa điểm\n\n"
    first = "Thứ Hai, ngày 09/10/2023\n\n07:00\n\nChào cờ\n\n- Viên chức;\n- Sinh viên\n\nSân cờ\n\n"
    second = "14:00 (MỚI)\n\nHọp\n\n- Ban Thanh tra\n\nPhòng A1"
    made = cells(f"LỊCH TUẦN 41\n\n{head}{first}{second}")
    assert made[1:] == [
        ["07:00", "Chào cờ", "- Viên chức; - Sinh viên", "Sân cờ"],
        ["14:00 (MỚI)", "Họp", "- Ban Thanh tra", "Phòng A1"],
    ]
    lacking = second.replace("- Ban Thanh tra\n\n", "")  # then nobody knows which cell is which
    assert cells(f"{head}{first}{lacking}\n\n15:00\n\nHọp\n\n- Ban\n\nPhòng A2") == []
