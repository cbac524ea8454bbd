"""Files of actors in other formats: what becomes of their names, codes and dates, and of what cannot be taken."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from own_actors import body

from kawat.actors import RegistryError, load_registry
from kawat.actors.importers import FORMATS, Imported, guess, import_file
from kawat.actors.importers.cameo import decode
from kawat.actors.importers.collecting import Collector
from kawat.actors.importers.countries import country_code
from kawat.actors.importers.names import from_capitals
from kawat.actors.registry import check_content
from kawat.actors.rows import Row, in_order, parse, to_text


def imported(content: str | bytes, format: str, **options) -> Imported:
    """Return what becomes of a file with this content."""
    raw = content.encode() if isinstance(content, str) else content
    return Collector("uji", **options).collect(FORMATS[format](iter([raw])))


def only(found: Imported) -> Row:
    (row,) = found.rows
    return row


def said(problems) -> list[str]:
    return [str(problem) for problem in problems]


# ------------------------------------------------------------------ PETRARCH


def test_an_entry_with_synonyms_and_a_code() -> None:
    row = only(imported("AFGHAN_NATIONAL_ARMY_ [AFGMIL] # a comment\n+AFGHAN_ARMY_\n", "petrarch"))
    assert row["names"] == "Afghan National Army|Afghan Army"
    assert (row["id"], row["kind"], row["country"], row["sectors"]) == ("afghan-national-army", "body", "AFG", "MIL")


KARZAI = """
HAMID_KARZAI_  ; CountryInfo.txt
+KARZAI_
    [AFGELI 750101-000101]
    [AFGGOV >011222]
    [AFGOPP <19700101]
    [AFGELI]
"""


def test_codes_with_dates_are_the_times_of_a_person() -> None:
    found = imported(KARZAI, "petrarch")
    assert {row["kind"] for row in found.rows} == {"person"}
    assert {row["names"] for row in found.rows} == {"Hamid Karzai|Karzai"}
    assert [(row["sectors"], row["from"], row["to"]) for row in in_order(found.rows)] == [
        ("OPP", "", "1969-12-31"), ("ELI", "", ""), ("ELI", "1975-01-01", "2000-01-01"), ("GOV", "2001-12-22", "")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "sector"),
    [("1965-01-01", "OPP"), ("1972-01-01", "ELI"), ("1980-01-01", "ELI"), ("2000-06-01", "ELI"), ("2010-01-01", "GOV")],
)
def test_the_code_without_a_date_holds_where_no_other_does(day: str, sector: str) -> None:
    content = to_text(imported(KARZAI, "petrarch").rows).encode()
    entry = check_content(content, "uji", load_registry()).over(load_registry()).entries["hamid-karzai"]
    assert entry.at(day).sectors == (sector,)


@pytest.mark.parametrize(
    ("written", "day"), [("300101", "2030-01-01"), ("310101", "1931-01-01"), ("20140101", "2014-01-01")]
)
def test_years_of_two_digits_up_to_30_are_of_this_century(written: str, day: str) -> None:
    assert only(imported(f"ANA_TAN [SGPGOV >{written}]", "petrarch"))["from"] == day


@pytest.mark.parametrize(
    ("code", "country", "sectors"),
    [
        ("RUSGOV", "RUS", "GOV"),
        ("USAMIL", "USA", "MIL"),
        ("PSEREB", "PSE", "REB"),
        ("PSEREBHMS", "PSE", "REB"),
        ("AFGGOVHLH", "AFG", "GOV|MED"),
        ("AFGGOVMED", "AFG", "GOV|JRN"),
        ("AFGGOVENV", "AFG", "GOV"),
        ("AFGENV", "AFG", "SOC"),
        ("AFGGOVMOS", "AFG", "GOV|REL"),
        ("COLINS", "COL", "REB"),
        ("IGOUNO", "UNO", "GOV"),
        ("IGOUNOREFHCR", "UNO", "GOV|REF"),
        ("IGOEUREEC", "EUR", "GOV"),
        ("IGOWSTNAT", "IGO", "GOV"),
        ("NGO", "NGO", "SOC"),
        ("MNC", "MNC", "BUS"),
        ("IMGMOSALQ", "IMG", "REL|REB"),
        ("INTREB", "IMG", "REB"),
        ("SASREB", "IMG", "REB"),
        ("ROMGOV", "ROU", "GOV"),
        ("ELI", "", "ELI"),
        ("psegov", "PSE", "GOV"),
    ],
)
def test_codes_are_country_and_sectors(code: str, country: str, sectors: str) -> None:
    coded = decode(code)
    assert (coded.country, "|".join(coded.sectors)) == (country, sectors)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("~COP", "common nouns"),
        ("USAG", "groups of three letters"),
        ("", "groups of three"),
        ("QQQ", "no country and no role"),
    ],
)
def test_a_code_that_says_nothing_of_use_is_refused(code: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        decode(code)


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("SHINING_PATH_ [PERREB]", "armed_group"),
        ("ANA_TAN_ [SGPREB 900101-910101]", "person"),
        ("LABOUR_PARTY_ [GBRPTY]", "party"),
        ("RULING_COUNCIL_ [IRQGOV 030713-040628]", "body"),
        ("UNOCAL_ [MNC]", "company"),
        ("NATO_ [IGOWSTNAT]", "body"),
    ],
)
def test_the_kind_is_told_from_dates_words_and_codes(entry: str, kind: str) -> None:
    assert only(imported(entry, "petrarch"))["kind"] == kind


def test_names_of_countries_alone_and_marks_of_nobody_are_counted_not_taken() -> None:
    found = imported("IRAQ_\n+IRAQI_\n[IRQ <20030320]\n[IRQ >20060520]\nISILDUR [+++]\nNASGUL [###]\n", "petrarch")
    assert found.rows == found.problems == []
    assert sorted(found.skipped.values()) == [1, 2]


def test_an_acronym_in_brackets_is_a_name_of_its_own() -> None:
    assert only(imported("ABU_NIDAL_ORGANIZATION_(ANO)_ [INTREB]", "petrarch"))["names"] == "Abu Nidal Organization|ANO"
    assert only(imported("DIRECT_ACTION_(GREECE_X)_ [GRCREB]", "petrarch"))["names"] == "Direct Action"


def test_comments_of_all_kinds_are_passed_over() -> None:
    text = "<!-- one\n[USAGOV]\ntwo -->\nANA [SGPGOV] ; said [USAGOV]\n# BEN [SGPGOV]\n+TAN # [USAGOV]\n<!-- x --> \n"
    found = imported(text, "petrarch")
    assert only(found)["names"] == "ANA|TAN"
    assert found.problems == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ANA_TAN_\n", "uji:1: ANA_TAN has no code"),
        ("\n+ANA_TAN_\n", "uji:2: it belongs to no entry before it"),
        ("POLICE [~COP]", "uji:1: POLICE: [~COP] is for common nouns"),
        ("ANA_TAN [SGPGOV 991399-991400]", "uji:1: ANA_TAN: 19991399 is no date"),
        ("ANA_TAN [SGPGOV 990101-980101]", "ends before it begins"),
        ("ANA_TAN [SGP GOV]", "is no code"),
        ("ANA_TAN [QQQ]", "[QQQ] has no country"),
        ("39649 [ITAREB]", "uji:1: no name is left that can be used"),
        (b"ANA_T\xc1N [SGPGOV]", "uji:1: not valid UTF-8"),
        ("A" * 70_000 + " [SGPGOV]", "uji:1: a line of more than"),
    ],
)
def test_an_entry_that_cannot_be_taken_is_named_and_the_rest_goes_on(text, reason: str) -> None:
    raw = text if isinstance(text, bytes) else text.encode()
    found = imported(raw + b"\nBEN_LO_ [SGPGOV]\n", "petrarch")
    assert reason in said(found.problems)[0]
    assert only(found)["names"] == "Ben Lo"


def test_a_code_that_cannot_be_read_beside_good_ones_is_noted() -> None:
    found = imported("BAN_KI-MOON\n[IGOUNO >20070101]\n[KORGOV 2004017-20061201]\n", "petrarch")
    assert only(found)["country"] == "UNO"
    assert said(found.notes) == ["uji:3: BAN_KI-MOON: 2004017 is no date"]


# ------------------------------------------------------------------ names in capitals


@pytest.mark.parametrize(
    ("capitals", "names"),
    [
        ("HAMID KARZAI", ("Hamid Karzai",)),
        ("NURI AL MALIKI", ("Nuri al-Maliki", "Nuri Al Maliki")),
        ("AL-QAEDA", ("Al-Qaeda", "al-Qaeda")),
        ("BAN KI-MOON", ("Ban Ki-Moon", "Ban Ki-moon")),
        ("ROBERT MCNAMARA", ("Robert McNamara",)),
        ("SEAN O'CASEY", ("Sean O'Casey",)),
        ("WORKERS' PARTY OF KOREA", ("Workers' Party of Korea",)),
        ("UN SECRETARY GENERAL", ("UN Secretary General",)),
        ("PKK", ("PKK",)),
        ("IAEA", ("IAEA",)),
        ("HAMAS", ("Hamas",)),
        ("EU", ("EU",)),
        ("U.N.", ("U.N.",)),
        ("DHKP/C", ("DHKP/C",)),
        ("2ND OF JUNE MOVEMENT", ("2nd of June Movement",)),
        ("MANFRED WÖRNER", ("Manfred Wörner",)),
        ("XI JINPING", ("Xi Jinping",)),
        ("JOHN PAUL II", ("John Paul II",)),
        ("detikcom", ("detikcom",)),
        ("Joe Biden", ("Joe Biden",)),
    ],
)
def test_names_in_capitals_are_written_as_news_writes_them(capitals: str, names: tuple[str, ...]) -> None:
    assert from_capitals(capitals, person=True) == names


def test_a_name_from_a_dictionary_is_found_in_news() -> None:
    rows = imported("MASROOR_BARZANJI_AL_UJI_\n[IRQGOV >20190610]\nFRONT_UJI_ [IDNREB]\n", "petrarch").rows
    registry = check_content(to_text(rows).encode(), "uji", load_registry()).over(load_registry())
    from kawat.coder import Coder

    text = "Masroor Barzanji al-Uji met leaders of Front Uji in Baghdad on Monday."
    found = Coder(registry=registry, events="lexicon").code(text, published="2023-07-27", language="en")
    assert {"masroor-barzanji-al-uji", "front-uji"} <= {actor.id for actor in found.actors}


@given(st.text(st.characters(categories=["Lu", "Nd"], include_characters="-'/.() "), min_size=1, max_size=40))
def test_case_is_all_that_changes_in_a_name(name: str) -> None:
    for variant in from_capitals(" ".join(name.split()), person=True):
        assert variant.casefold().replace("-", " ") == " ".join(name.split()).casefold().replace("-", " ")


# ------------------------------------------------------------------ tables


def test_a_table_is_read_with_its_columns_in_any_order_and_by_any_usual_name() -> None:
    text = (
        'Country;Name;"Also known as";Type;Sector;QID\n'
        'id;"Warga ""Lembah""";Lembah Hijau|WLH;NGO;civil society, BUS;https://www.wikidata.org/wiki/Q42\n'
    )
    assert only(imported(text, "csv")) == body(
        'warga-lembah', 'Warga "Lembah"|Lembah Hijau|WLH', sectors="SOC|BUS", wikidata="Q42"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("ID", "IDN"), ("idn", "IDN"), ("Indonesia", "IDN"), ("Amerika Serikat", "USA"), ("ivory coast", "CIV"),
        ("Türkiye", "TUR"), ("UK", "GBR"), ("EU", "EUR"), ("UNO", "UNO"), ("xk", "XKX"), ("Atlantis", None), ("", None),
    ],
)  # fmt: skip
def test_countries_are_names_or_codes_of_two_or_three_letters(country: str, code: str | None) -> None:
    assert country_code(country) == code


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_cells_are_separated_by_commas_semicolons_or_tabs(separator: str) -> None:
    text = separator.join(["name", "country"]) + "\r\n" + separator.join(["Warga Lembah", "IDN"]) + "\r\n"
    assert only(imported(b"\xef\xbb\xbf" + text.encode(), "csv")) == body(
        "warga-lembah", "Warga Lembah", "body", sectors=""
    )


def test_unknown_columns_are_noted_and_left_out() -> None:
    found = imported("name,population,country,iso3\nWarga Lembah,3,ID,IDN\n", "csv")
    assert only(found)["country"] == "IDN"
    assert said(found.notes) == [
        "uji:1: the column 'population' is not known and left out",
        "uji:1: the column 'iso3' is left out; another one is read for it",
    ]


def test_the_registrys_own_columns_are_read_too() -> None:
    rows = [
        {**body("p", "Ana Tan", "person", "SGP", "GOV", office="minister", since="2020", until="2021")},
        {**body("p", "Ana Tan", "person", "SGP", "GOV", office="president", since="2021", note="x")},
    ]
    assert in_order(imported(to_text(rows), "csv").rows) == in_order(rows)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Warga,Atlantis,,,", "unknown country 'Atlantis'"),
        ("Warga,,ZZZ,,", "unknown sector 'ZZZ'"),
        ("Warga,,,planet,", "unknown kind 'planet'"),
        ("Warga,,,,27/7/2023", "from '27/7/2023' is no date"),
        ("Warga", "1 cells where the header has 5"),
        ("Warga,,,,,", "6 cells where the header has 5"),
        (",IDN,,,", "no name is left"),
        ("warga,IDN,,,", "no name is left"),
        (b"Warga \xe9,IDN,,,", "not valid UTF-8"),
        ('"' + "x" * 200_000 + '",IDN,,,', "it cannot be read"),
        ("Warga\x1b[31m,IDN,,,", "a character that is no text"),
    ],
)
def test_a_row_of_a_table_that_cannot_be_taken_is_named(line, reason: str) -> None:
    raw = line if isinstance(line, bytes) else line.encode()
    found = imported(b"name,country,sector,kind,from\n" + raw + b"\nLembah Hijau,IDN,,,\n", "csv")
    assert said(found.problems)[0].startswith("uji:2: ")
    assert reason in said(found.problems)[0]
    assert only(found)["names"] == "Lembah Hijau"


def test_a_table_without_names_is_refused() -> None:
    assert "uji:1: no column of names" in said(imported("country,sector\nIDN,GOV\n", "csv").problems)[0]


def test_an_id_that_stands_twice_is_refused_unless_it_is_a_person() -> None:
    found = imported("id,name\na,Warga Lembah\na,Lembah Hijau\n", "csv")
    assert said(found.problems) == ["uji:3: the id 'a' stands in line 2 already"]


# ------------------------------------------------------------------ FollowTheMoney


def entity(schema: str = "Person", id: str = "NK-1", caption: str = "", **properties: list[str]) -> str:
    return json.dumps({"id": id, "caption": caption, "schema": schema, "properties": properties}) + "\n"


def test_a_person_of_open_sanctions() -> None:
    text = entity(
        caption="Imran Uji Khan",
        name=["IMRAN UJI KHAN", "Imran Uji Khan"],
        alias=["Imran U. Khan", "عمران خان"],
        weakAlias=["Khan"],
        country=["pk"],
        topics=["sanction", "crime.terror"],
        wikidataId=["Q42"],
    )
    found = imported(text, "ftm")
    row = only(found)
    assert (row["kind"], row["country"], row["sectors"], row["wikidata"]) == ("person", "PAK", "REB", "Q42")
    assert row["names"] == "Imran Uji Khan|Imran U. Khan"
    assert row["note"] == "ftm:NK-1"
    assert sum(found.skipped.values()) == 2


@pytest.mark.parametrize(
    ("schema", "topics", "kind", "sectors"),
    [
        ("Person", ["role.pep"], "person", "GOV"),
        ("Person", ["role.pep", "gov.legislative"], "person", "LEG|GOV"),
        ("Person", ["sanction", "wanted"], "person", "UNK"),
        ("Person", ["crime.fin", "role.oligarch"], "person", "BUS|CRM"),
        ("PublicBody", [], "body", "GOV"),
        ("PublicBody", ["mil"], "body", "MIL|GOV"),
        ("Company", ["sanction"], "company", "BUS"),
        ("Organization", ["pol.party"], "party", "PTY"),
        ("Organization", ["crime.terror"], "armed_group", "REB"),
        ("LegalEntity", ["gov"], "body", "GOV"),
    ],
)
def test_schema_and_topics_give_kind_and_sectors(schema: str, topics: list[str], kind: str, sectors: str) -> None:
    row = only(imported(entity(schema, name=["Alfa Uji"], topics=topics), "ftm"))
    assert (row["kind"], row["sectors"]) == (kind, sectors)


def test_a_position_is_an_office_only_with_the_day_it_began() -> None:
    dated = entity(name=["Alfa Uji"], position=["President of Pakistan"], startDate=["2020-01-02"], endDate=["2021"])
    row = only(imported(dated, "ftm"))
    assert (row["office"], row["from"], row["to"]) == ("president", "2020-01-02", "2021")
    row = only(imported(entity(name=["Alfa Uji"], position=["President of Pakistan"]), "ftm"))
    assert (row["office"], row["note"]) == ("", "ftm:NK-1 President of Pakistan")
    row = only(imported(entity(name=["Alfa Uji"], position=["Dog walker"], startDate=["2020"]), "ftm"))
    assert (row["office"], row["from"]) == ("", "")


def test_other_schemata_are_skipped_and_counted() -> None:
    found = imported(entity("Sanction") + entity("Address") + entity("Sanction"), "ftm")
    assert found.rows == found.problems == []
    assert found.skipped == {"entities of the schema Sanction": 2, "entities of the schema Address": 1}


@pytest.mark.parametrize(
    "line",
    [
        b'{"id":', b"[1]", b'{"id": "x"}', b'{"schema": 5}', b'{"schema": "Person", "properties": []}', b"null",
        b'{"schema": "Person", "properties": {"name": []}}', b'{"schema": "Person", "properties": {"name": ["\xff"]}}',
        b'{"schema": "Person", "properties": {"name": {"a": 1}}}', b"[" * 100_000, b"x" * (5 << 20),
        b'{"schema": "Person", "properties": {"name": ["\\ud800"]}}',
    ],
    ids=lambda line: line[:40].decode("latin-1"),
)  # fmt: skip
def test_a_line_that_is_no_actor_is_named_and_the_rest_goes_on(line: bytes) -> None:
    found = imported(line + b"\n" + entity(name=["Alfa Uji"]).encode(), "ftm")
    assert [problem.line for problem in found.problems] == [1]
    assert only(found)["names"] == "Alfa Uji"


# ------------------------------------------------------------------ rows together


def test_a_name_is_that_of_the_first_actor_who_has_it() -> None:
    found = imported("name,aliases\nAlfa Uji,Beta\nGama,Beta\nBeta,Alfa Uji\n", "csv")
    assert [row["names"] for row in found.rows] == ["Alfa Uji|Beta", "Gama"]
    assert "uji:3: the name 'Beta' is that of 'alfa-uji' already (line 2)" in said(found.notes)
    assert said(found.problems) == ["uji:4: all its names are those of other actors: 'Beta'"]


def test_actors_whose_names_give_the_same_id_get_numbers() -> None:
    found = imported("name\nAlfa Uji\nAlfa-Uji\nAlfa. Uji\n", "csv")
    assert [row["id"] for row in found.rows] == ["alfa-uji", "alfa-uji-2", "alfa-uji-3"]


def test_names_of_rows_that_are_there_stay_theirs() -> None:
    before = [(2, body("lembah", "Alfa Uji")), (3, body("gama", "Gama Lama"))]
    found = imported("name,aliases\nAlfa Uji,Beta Uji\nGama,Gama Lama\n", "csv", before=before)
    assert [(row["id"], row["names"]) for row in found.rows] == [
        ("alfa-uji", "Beta Uji"), ("gama", "Gama|Gama Lama")
    ]  # fmt: skip
    assert said(found.notes) == ["uji:2: the name 'Alfa Uji' is that of 'lembah' already (line 2 of your file)"]


def test_unsafe_names_are_dropped_with_a_note() -> None:
    found = imported("name,aliases\nWarga Lembah,warga|Xi|UN|WL\n", "csv")
    assert only(found)["names"] == "Warga Lembah|UN|WL"
    assert said(found.notes) == [
        "uji:2: the name 'warga' is an ordinary word in small letters and left out",
        "uji:2: the name 'Xi' is too short to mean one actor and left out",
    ]


def test_actors_that_take_the_place_of_bundled_ones_are_counted_or_left_out() -> None:
    text = "name\nJoko Widodo\nAlfa Uji\n"
    assert (imported(text, "csv").actors, imported(text, "csv").bundled) == (2, 1)
    found = imported(text, "csv", new_only=True)
    assert only(found)["names"] == "Alfa Uji"
    assert sum(found.skipped.values()) == 1


# ------------------------------------------------------------------ files


@pytest.mark.parametrize(
    ("content", "format"),
    [
        (entity(), "ftm"),
        ("\ufeff" + entity(), "ftm"),
        ("name,country\n", "csv"),
        ("Nama\tNegara\n", "csv"),
        ('"name"\nx\n', "csv"),
        ("# a dictionary\nANA_TAN_ [SGPGOV]\n", "petrarch"),
        ("ANA_TAN_\n\t[SGPGOV >20200101]\n", "petrarch"),
        ("FARMER [~AGR]", "petrarch"),
        ("", None),
        ("Once upon a time", None),
    ],
)
def test_the_format_is_told_from_the_content(content: str, format: str | None) -> None:
    assert guess(content.encode()) == format


def test_a_compressed_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "entities.ftm.json.gz"
    path.write_bytes(gzip.compress(entity(name=["Alfa Uji"]).encode()))
    assert only(import_file(path))["names"] == "Alfa Uji"
    path.write_bytes(gzip.compress(entity(name=["Alfa Uji"]).encode() * 20)[:-30])
    assert said(import_file(path, "ftm").problems)[-1].startswith(f"{path}:")


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"Once upon a time", "name it with --from petrarch|csv|ftm"), (b"", "name it"), (b"\xff\xfen\0", "is UTF-16")],
)
def test_a_file_of_no_known_format_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(RegistryError, match=reason.replace("|", r"\|")):
        import_file(path)


@pytest.mark.parametrize(("name", "reason"), [("tiada", "no such file"), (".", "is a folder")])
def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(RegistryError, match=reason):
        import_file(tmp_path / name)


# ------------------------------------------------------------------ whatever comes

PIECES = st.lists(
    st.sampled_from(
        [
            "ANA_TAN_", "+BEN", " [SGPGOV]", "[AFGELI <960101]", "[IGOUNO 200101-20140101]", "[", "]", "#", ";", "<!--",
            "-->", "{", "}", "!", "\n", "\n", "\t", "_", "(X)", "(ABC)", ",", ";", '"', "|", "name", "country", "ID",
            "id", "sector", "GOV", "\r", "\ufeff", "é", "\x00", "\u2028", "Ana Tan", "kind", "person", "from", "2020",
            '{"schema":"Person","properties":{"name":["', '"]}}', '","', "\\u0000", "al", "AL-", "|", "~COP", "country",
        ]
    ),
    max_size=40,
).map(lambda pieces: "".join(pieces).encode())  # fmt: skip


@given(st.sampled_from(sorted(FORMATS)), PIECES | st.binary(max_size=200))
def test_no_content_breaks_an_importer_and_what_comes_out_can_be_read(format: str, content: bytes) -> None:
    found = imported(content, format)
    rows = to_text(found.rows).encode()
    checked = check_content(rows, "uji", load_registry())
    assert checked.problems == []
    assert [row for _, row in parse(rows, "uji")[0]] == in_order(found.rows)
    assert all(problem.reason and problem.line >= 0 for problem in (*found.problems, *found.notes))
