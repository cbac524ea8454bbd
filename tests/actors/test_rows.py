"""Files of actors: read whatever they hold, checked row by row, written whole and in order."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_actors import HEADER, body, line, own_file, text

from kawat.actors.checks import KINDS, check_rows, is_date, unsafe
from kawat.actors.registry import FILES, RegistryError, check_content, load_registry
from kawat.actors.rows import COLUMNS, LISTS, in_order, new_row, parse, to_text, write

GOOD = line(id="a", kind="body", country="IDN", sectors="GOV|MIL", names="Alfa Uji")


def reasons(*lines: str) -> list[str]:
    """Return what is wrong with a file that has these lines."""
    checked = check_content(text(*lines).encode(), "uji.tsv", load_registry())
    return [str(problem) for problem in checked.problems]


# ------------------------------------------------------------------ reading


def test_a_byte_order_mark_and_carriage_returns_are_passed_over() -> None:
    plain, _ = parse(text(GOOD).encode(), "uji.tsv")
    marked, problems = parse(b"\xef\xbb\xbf" + text(GOOD).replace("\n", "\r\n").encode(), "uji.tsv")
    assert marked == plain
    assert problems == []


def test_the_last_line_needs_no_end_and_blank_lines_are_passed_over() -> None:
    lines, problems = parse(f"{HEADER}\n\n{GOOD}\n\t\t\n{GOOD}".encode(), "uji.tsv")
    assert [number for number, _ in lines] == [3, 5]
    assert problems == []


def test_spaces_around_cells_and_values_are_passed_over() -> None:
    ((_, row),), _ = parse(text(GOOD.replace("Alfa Uji", " Alfa  Uji | Beta ")).encode(), "uji.tsv")
    assert row["names"] == "Alfa Uji|Beta"


@pytest.mark.parametrize("space", ["  ", "\u00a0", "\u2003", "\u2028", "\x1f", "\r", "\x0b"])
@pytest.mark.parametrize("cell", ["Alfa{}Uji", "{}Alfa Uji", "Alfa Uji{}", "Alfa Uji|{}Beta", "Alfa Uji{}|Beta"])
def test_spaces_of_every_kind_are_passed_over_wherever_they_stand(space: str, cell: str) -> None:
    written = cell.format(space)
    ((_, row),), _ = parse(text(GOOD.replace("Alfa Uji", written)).encode(), "uji.tsv")
    assert row["names"] == cell.format(" ").replace(" |", "|").replace("| ", "|").strip()
    remarked = line(id="a", kind="body", names="Beta", note="Alfa Uji").replace("Alfa Uji", written)
    ((_, noted),), _ = parse(text(remarked).encode(), "uji.tsv")
    assert noted["note"] == " ".join(written.split())


def test_one_row_with_spaces_leaves_the_others_as_they_are() -> None:
    lines, problems = parse(text(GOOD, GOOD.replace("Alfa Uji", " Alfa\u00a0Uji "), GOOD).encode(), "uji.tsv")
    assert [row for _, row in lines] == [lines[0][1]] * 3
    assert problems == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "uji.tsv:1: columns must be id kind"),
        (b"id,kind\n", "uji.tsv:1: columns must be id kind"),
        ("\ufeff".encode("utf-16-le") + text(GOOD).encode("utf-16-le"), "uji.tsv:1: this is UTF-16"),
        (text("a\tbody\tIDN").encode(), "uji.tsv:2: 3 cells where 12 are needed"),
        (text(GOOD + "\t").encode(), "uji.tsv:2: 13 cells where 12 are needed"),
        (text(GOOD).encode().replace(b"Alfa", b"Alf\xe9"), "uji.tsv:2: not valid UTF-8"),
        (text(line(id="a", kind="body")).encode(), "uji.tsv:2: id, kind and names must not be empty"),
        (text(line(kind="body", names="A")).encode(), "uji.tsv:2: id, kind and names must not be empty"),
    ],
)
def test_what_is_no_row_is_named_with_its_line(content: bytes, said: str) -> None:
    lines, (problem,) = parse(content, "uji.tsv")
    assert lines == []
    assert said in str(problem)


def test_good_rows_beside_bad_ones_are_read() -> None:
    lines, problems = parse(text("bad", GOOD, "worse\tagain").encode(), "uji.tsv")
    assert [number for number, _ in lines] == [3]
    assert [problem.line for problem in problems] == [2, 4]


# ------------------------------------------------------------------ rules


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"kind": "planet"}, "unknown kind 'planet'; there are agency"),
        ({"country": "ID"}, "unknown country 'ID': write ISO 3166-1 alpha-3"),
        ({"country": "XYZ"}, "unknown country 'XYZ'"),
        ({"sectors": "GOV|ZZZ"}, "unknown sector 'ZZZ'"),
        ({"sectors": "GOV|GOV"}, "sector GOV stands twice"),
        ({"since": "27/7/2023"}, "from '27/7/2023' is no date; write YYYY"),
        ({"until": "2023-02-30"}, "to '2023-02-30' is no date"),
        ({"since": "2014", "until": "2013"}, "from 2014 is after to 2013"),
        ({"since": "2014-07-02", "until": "2014-07-01"}, "from 2014-07-02 is after to 2014-07-01"),
        ({"names": "Alfa||Beta"}, "an empty name in names"),
        ({"names_en": "|"}, "an empty name in names_en"),
        ({"id": "Not An Id"}, "id 'Not An Id': write it in small letters"),
        ({"wikidata": "42"}, "wikidata '42' is no id such as Q42"),
        ({"kind": "country"}, "the id of a country is its code"),
        ({"names": "Alfa\x1b[31m"}, "names has a character that is no text"),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused_with_file_line_and_reason(cells: dict[str, str], said: str) -> None:
    row = {"id": "x", "kind": "body", "country": "IDN", "names": "Alfa"} | cells
    (reason,) = reasons(GOOD, line(**row))
    assert reason.startswith("uji.tsv:3: ")
    assert said in reason


def test_a_row_with_several_faults_is_one_problem_with_all_reasons() -> None:
    (reason,) = reasons(line(id="x", kind="planet", country="XYZ", names="Alfa"))
    assert "unknown kind" in reason
    assert "unknown country" in reason


def test_a_year_may_hold_the_day_on_which_an_office_began() -> None:
    assert reasons(line(id="x", kind="person", names="Alfa", since="2014-07-01", until="2014")) == []


def test_a_name_in_two_entries_is_refused_in_the_language_that_they_share() -> None:
    other = {"kind": "body", "country": "IDN"}
    shared = (line(id="a", names="Alfa", **other), line(id="b", names="Beta", names_en="Alfa", **other))
    assert reasons(*shared) == ["uji.tsv:3: the name 'Alfa' is that of 'a' already (line 2)"]
    apart = (
        line(id="a", names="A a", names_id="Alfa", **other),
        line(id="b", names="B b", names_en="Alfa", **other),
    )
    assert reasons(*apart) == []


def test_only_a_person_has_several_rows() -> None:
    assert "id 'a' stands in line 2" in reasons(GOOD, GOOD.replace("Alfa Uji", "Beta"))[0]
    rows = [line(id="p", kind="person", names="Alfa", office=office) for office in ("minister", "president")]
    assert reasons(*rows) == []
    assert "id 'p' is already a person (line 2)" in reasons(rows[0], line(id="p", kind="body", names="Alfa"))[0]


def test_a_country_of_a_file_is_known_to_the_rest_of_it() -> None:
    country = line(id="YUG", kind="country", country="YUG", names="Yugoslavia", sectors="GOV")
    assert reasons(country, line(id="x", kind="body", country="YUG", names="Alfa")) == []


def test_the_bundled_files_keep_the_rules() -> None:
    countries = {entry.id for entry in load_registry().entries.values() if entry.kind == "country"}
    for name in FILES:
        content = (resources.files("kawat") / "data" / "registry" / f"{name}.tsv").read_bytes()
        lines, problems = parse(content, name)
        assert problems == []
        assert check_rows(lines, name, countries) == []


@pytest.mark.parametrize(
    "name", ["PBB", "UN", "detik.com", "Xi Jinping", "al-Qaeda", "Uni", "17 November", "tim sukses"]
)
def test_names_that_mean_one_actor_are_safe(name: str) -> None:
    assert unsafe(name) is None


@pytest.mark.parametrize("name", ["warga", "Xi", "x", "X", "12345", "...", "A" * 201])
def test_names_that_would_be_found_anywhere_are_unsafe(name: str) -> None:
    assert unsafe(name)


@pytest.mark.parametrize(
    ("value", "right"),
    [
        ("2023", True), ("2023-07", True), ("2024-02-29", True), ("2023-02-29", False), ("0000", False), ("23", False),
        ("2023-7", False), ("2023-13", False), ("٢٠٢٣", False), ("2023-07-27T00", False), ("", False),
    ],
)  # fmt: skip
def test_dates_are_years_months_or_days(value: str, right: bool) -> None:
    assert is_date(value) is right


# ------------------------------------------------------------------ writing


def test_rows_are_written_by_id_and_the_offices_of_a_person_by_date(tmp_path) -> None:
    cells = {"id": "p", "kind": "person", "names": "Alfa"}
    rows = [new_row(**cells, since="2020"), body("z", "Zet"), new_row(**cells, until="2010"), new_row(**cells)]
    path = own_file(tmp_path)
    write(path, rows)
    written = [row for _, row in parse(path.read_bytes(), "own.tsv")[0]]
    assert [(row["id"], row["from"], row["to"]) for row in written] == [
        ("p", "", "2010"), ("p", "", ""), ("p", "2020", ""), ("z", "", "")
    ]  # fmt: skip


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path) -> None:
    path = own_file(tmp_path, body("a", "Alfa"))
    before = path.read_bytes()
    with pytest.raises(RegistryError, match="cannot be written"):
        write(path, [body("b", "\udcff")])
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(RegistryError, match="cannot be written"):
        write(tmp_path / "tiada" / "own.tsv", [])


def test_a_link_stays_a_link_and_a_file_keeps_who_may_read_it(tmp_path) -> None:
    path = own_file(tmp_path)
    path.chmod(0o600)
    link = tmp_path / "link.tsv"
    link.symlink_to(path)
    write(link, [body("a", "Alfa")])
    assert link.is_symlink()
    assert "Alfa" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600


# ------------------------------------------------------------------ whatever comes

CELL = st.text(st.characters(exclude_characters="|", exclude_categories=["Cs"]), max_size=8)
NAME = CELL.filter(lambda cell: bool(cell.split()))
ROWS = st.lists(
    st.builds(
        lambda id, kind, names, rest: new_row(id=id, kind=kind, names="|".join(names), **rest),
        NAME,
        st.sampled_from(KINDS),
        st.lists(NAME, min_size=1, max_size=3),
        st.dictionaries(st.sampled_from([c for c in COLUMNS[2:] if c not in ("names", "from", "to")]), CELL),
    )
)


@given(ROWS)
def test_rows_that_are_written_and_read_again_are_the_same(rows) -> None:
    lines, problems = parse(to_text(rows).encode(), "uji.tsv")
    assert problems == []
    assert [row for _, row in lines] == in_order(rows)


@given(st.binary(max_size=300) | st.text(st.sampled_from("ab|\t\n\r\ufeff né1-"), max_size=300).map(str.encode))
def test_no_content_breaks_the_reader(content: bytes) -> None:
    for whole in (content, f"{HEADER}\n".encode() + content):
        checked = check_content(whole, "uji.tsv", load_registry())
        lines = whole.count(b"\n") + 1
        assert all(1 <= problem.line <= lines and problem.reason for problem in checked.problems)
        checked.over(load_registry())


@given(
    st.lists(
        st.fixed_dictionaries(
            {column: st.sampled_from(["", "a", "IDN", "2020", "none", "person", "A|B", "A"]) for column in COLUMNS}
        )
    )
)
def test_good_rows_of_any_file_make_a_registry(rows) -> None:
    lists = [{c: (v if c in LISTS else v.replace("|", "")) for c, v in row.items()} for row in rows]
    checked = check_content(to_text(lists).encode(), "uji.tsv", load_registry())
    made = checked.over(load_registry())
    kept = {row["id"] for _, row in checked.lines if row["kind"] != "none"}
    assert kept <= made.entries.keys()
