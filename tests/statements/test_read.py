"""Who says what as the model reads it: reported speech, its extent, its source, and those who pass it on."""

from __future__ import annotations

import pytest
from making import article, model_coder

from kawat.records import CodedArticle, Statement


def read(text: str, language: str = "id") -> CodedArticle:
    """Return a text coded, its paragraphs parted by blank lines."""
    return model_coder().code_article(article(*text.split("\n\n"), language=language))


def said(found: CodedArticle, statement: Statement) -> tuple[str, str, str, str]:
    """Return (kind, stance, source words, content) of a statement."""
    text = found.article.text
    source = statement.source
    shown = text[source.start : source.end] if source else ""
    return statement.kind, statement.stance, shown, statement.content.of(text)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "id",
            "Kepala Stasiun Geofisika Ambon Herlina Tuhumury mengatakan gempa itu tidak berpotensi tsunami.",
            (
                "indirect",
                "asserts",
                "Kepala Stasiun Geofisika Ambon Herlina Tuhumury",
                "gempa itu tidak berpotensi tsunami",
            ),
        ),
        (
            "id",
            "Gubernur Maluku menyebut jembatan itu “mimpi yang akhirnya berwujud”.",
            ("mixed", "asserts", "Gubernur Maluku", "jembatan itu “mimpi yang akhirnya berwujud"),
        ),
        (
            "id",
            "Menteri Perdagangan membantah mengimpor bawang putih dari China.",
            ("indirect", "denies", "Menteri Perdagangan", "mengimpor bawang putih dari China"),
        ),
        (
            "id",
            "Presiden Ukraina Volodymyr Zelenskyy memuji Turki sebagai “jembatan yang tidak pernah ditutup”.",
            (
                "mixed",
                "praises",
                "Presiden Ukraina Volodymyr Zelenskyy",
                "Turki sebagai “jembatan yang tidak pernah ditutup",
            ),
        ),
        (
            "en",
            "The harbour master, Ingrid Solheim, said the ferry had ignored two warnings.",
            ("indirect", "asserts", "The harbour master, Ingrid Solheim", "the ferry had ignored two warnings"),
        ),
        (
            "en",
            "The minister hopes that the talks will resume in March.",
            ("indirect", "hopes", "The minister", "that the talks will resume in March"),
        ),
    ],
)
def test_reported_speech_has_its_extent_and_source(
    language: str, text: str, expected: tuple[str, str, str, str]
) -> None:
    found = read(text, language)
    assert [said(found, statement) for statement in found.statements] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "contents"),
    [
        (
            "id",
            "“Kapalnya sudah sangat tua,” kata Menteri Perhubungan Budi Karya Sumadi, “tetapi mesinnya baru.”",
            ["Kapalnya sudah sangat tua,", "tetapi mesinnya baru."],
        ),
        (
            "id",
            "“Kami menunggu tiga hari,” ujar Presiden Joko Widodo. “Bantuan tidak kunjung datang.”",
            ["Kami menunggu tiga hari,", "Bantuan tidak kunjung datang."],
        ),
        (
            "en",
            '"The bridge will open in May," said Mayor Tadeusz Wolski, "if the steel arrives."',
            ["The bridge will open in May,", "if the steel arrives."],
        ),
    ],
)
def test_a_quotation_that_goes_on_has_one_speaker(language: str, text: str, contents: list[str]) -> None:
    found = read(text, language)
    assert [s.content.of(found.article.text) for s in found.statements] == contents
    assert len({s.source.actor_id for s in found.statements if s.source}) == 1


@pytest.mark.parametrize(
    ("language", "text", "source", "via"),
    [
        (
            "id",
            "“Kami menunggu tiga hari,” ujar Presiden Joko Widodo, dikutip dari Antara.",
            "joko-widodo",
            ("antara",),
        ),
        ("id", "“Kami tidak mundur,” kata Vladimir Putin kepada CNN.", "vladimir-putin", ("cnn",)),
        (
            "id",
            "“Kami tidak mundur,” kata Vladimir Putin, sebagaimana dilaporkan TASS dan dikutip Reuters.",
            "vladimir-putin",
            ("reuters", "tass"),
        ),
        (
            "id",
            "Mengutip Vladimir Putin, kantor berita TASS melaporkan Ukraina menyerang tiga desa.",
            "vladimir-putin",
            ("tass",),
        ),
        ("en", 'KCNA reported that Kim Jong Un had praised the letter as "warm".', "kim-jong-un", ("kcna",)),
        ("en", '"We will not retreat," Vladimir Putin told CNN.', "vladimir-putin", ("cnn",)),
    ],
)
def test_media_that_pass_it_on_stand_in_the_chain(language: str, text: str, source: str, via: tuple[str, ...]) -> None:
    found = read(text, language)
    chains = [(s.source.actor_id, s.via) for s in found.statements if s.source is not None]
    assert (source, via) in chains


def test_journalists_who_listen_are_no_mouth() -> None:
    found = read("“Kami menunggu tiga hari,” ujar Presiden Joko Widodo kepada wartawan di Ambon.")
    assert [statement.via for statement in found.statements] == [()]


def test_whoever_is_called_by_a_description_goes_on_speaking() -> None:
    found = read(
        "Ketua Serikat Petani Blora Kasminah mengatakan harga jagung jatuh. "
        "Perempuan itu berharap gudang desa segera dibuka."
    )
    assert len({s.source.actor_id for s in found.statements if s.source}) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Pasar lama kata Presiden Joko Widodo terlalu sempit.", "Pasar lama kata Presiden Joko Widodo terlalu sempit"),
        (
            "Menurut Presiden Joko Widodo, penyewa boleh masuk, tetapi, lanjut dia, harus mendaftar lebih dulu.",
            "penyewa boleh masuk, tetapi, lanjut dia, harus mendaftar lebih dulu",
        ),
    ],
)
def test_a_bare_root_in_the_midst_of_what_is_said_does_not_part_it(text: str, content: str) -> None:
    found = read(text)
    assert [(s.content.of(text), s.source and s.source.actor_id) for s in found.statements] == [
        (content, "joko-widodo")
    ]


def test_who_confirms_the_sentence_before_speaks_of_it() -> None:
    found = read(
        "Pasar lama kata Presiden Joko Widodo terlalu sempit. "
        "Hal tersebut dibenarkan Menteri Dalam Negeri Tito Karnavian."
    )
    first, second = found.statements
    assert second.source is not None and second.source.actor_id == "tito-karnavian"
    assert [(link.statement_id, link.how) for link in second.links] == [(first.id, "confirms")]


def test_that_matter_is_the_sentence_before() -> None:
    found = read("Harga jagung harus naik. Hal itu disampaikan Presiden Joko Widodo di Blora.")
    assert [said(found, s)[3] for s in found.statements] == ["Harga jagung harus naik"]


def test_a_denial_speaks_of_the_accusation() -> None:
    found = read(
        "Serikat Buruh Pelabuhan Bitung menuduh polisi memukuli tiga anggotanya.\n\n"
        "“Itu tidak benar,” kata Kapolres Bitung AKBP Alfaris Pattiwael."
    )
    accusation, denial = found.statements
    assert [(link.statement_id, link.how) for link in denial.links] == [(accusation.id, "contradicts")]
    assert denial.stance == "denies"
    (beaten,) = [event for event in found.events if event.type == "ASSAULT"]
    assert beaten.status == "claimed"


def test_two_who_speak_of_other_things_are_not_linked() -> None:
    found = read(
        "Presiden Joko Widodo mengatakan jembatan itu selesai Maret. Menteri Agama Yaqut Cholil Qoumas mengimbau "
        "jemaah haji menjaga kesehatan."
    )
    assert [statement.links for statement in found.statements] == [(), ()]


def test_a_claim_with_its_owner_is_an_accusation_and_its_denial_disputes_it() -> None:
    found = read("Korea Utara menolak klaim Amerika Serikat bahwa Pyongyang memasok senjata kepada Rusia.")
    types = {event.type: event for event in found.events}
    assert {"ACCUSE", "AID", "REJECT"} <= types.keys()
    assert (types["AID"].status, types["AID"].disputed_by) == ("claimed", (types["REJECT"].id,))


@pytest.mark.parametrize(
    "text",
    [
        "“Kami tidak mundur, kata Vladimir Putin.\n\nKremlin diam.\n\nPasukan Rusia bergerak ke Kyiv.",
        "\"Ia berkata, 'Pergi!' lalu “menutup pintu,” kata Joko Widodo.\n\nHujan turun di Bogor.",
        "“Satu.\n\n“Dua.\n\n“Tiga,” kata Joko Widodo.\n\nHujan turun di Bogor.",
        '\'\'\'"""“““Putin”””"""\'\'\' mengatakan "',
    ],
)
def test_quotation_marks_gone_wrong_do_not_swallow_the_article(text: str) -> None:
    found = read(text)
    last = found.article.paragraphs[-1]
    if len(found.article.paragraphs) > 1:
        assert not any(s.content.overlaps(last) for s in found.statements)
    for statement in found.statements:
        assert 0 <= statement.content.start < statement.content.end <= len(found.article.text)
