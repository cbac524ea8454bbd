"""Who wrote a page: persons and desks as credited, in any language, without roles, places, dates and addresses."""

from __future__ import annotations

import json

import pytest
from lxml import html as markup

from kawat.cleaning.metadata import read_metadata
from kawat.cleaning.metadata.names import names_of


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("By Jane Miller and Tom Ray", ["Jane Miller", "Tom Ray"]),
        ("Oleh: Tim Redaksi", ["Tim Redaksi"]),
        ("Penulis: Rina Sari, Budi Utomo dan Sri Lestari", ["Rina Sari", "Budi Utomo", "Sri Lestari"]),
        ("Penulis: Rina Sari | Editor: Joko Purwanto", ["Rina Sari"]),
        ("Von Jana Weber und Uwe Berg, Korrespondent", ["Jana Weber", "Uwe Berg"]),
        ("Por Ana Ruiz y Luis Gil", ["Ana Ruiz", "Luis Gil"]),
        ("Par Élodie Petit et Jean Roux", ["Élodie Petit", "Jean Roux"]),
        ("Автор: Олена Коваль и Иван Петренко", ["Олена Коваль", "Иван Петренко"]),
        ("Jane Miller, Political Editor", ["Jane Miller"]),
        ("Reporter Rina Sari", ["Rina Sari"]),
        ("Ann Lee in London", ["Ann Lee"]),
        ("Ann Lee (Reuters)", ["Ann Lee"]),
        ("Ann Lee, AP", ["Ann Lee", "AP"]),
        ("Sam Cook Jr.", ["Sam Cook Jr."]),
        ("Dr. Max Kolb, PhD", ["Dr. Max Kolb"]),
        ("ann.lee@example.org", []),
        ("Ann Lee @annlee https://example.org/ann", ["Ann Lee"]),
        ("Ann Lee, 3 May 2024 10:05", ["Ann Lee"]),
        ("ANN LEE; Ann Lee", ["ANN LEE"]),
        ("山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
        ("asp/idh", ["asp/idh"]),
        ("Rina Sari/Budi Utomo", ["Rina Sari", "Budi Utomo"]),
        ("Ministry of Trade and Industry", ["Ministry of Trade and Industry"]),
        ("Rise and Shine", ["Rise and Shine"]),
        ("Tom O&#8217;Neil", ["Tom O’Neil"]),
        ("Per Olsen", ["Per Olsen"]),
        ("Theo van Dijk", ["Theo van Dijk"]),
        ("Ángel Di María", ["Ángel Di María"]),
        ("di Mario Rossi", ["Mario Rossi"]),
        ("Av Kari Nordmann og Ola Hansen", ["Kari Nordmann", "Ola Hansen"]),
        ("Foto Budi Utomo", []),
        ("admin", []),
        ("", []),
    ],
)
def test_names_in_credits(credit, names):
    assert names_of(credit) == names


def page(head: str = "", body: str = "") -> markup.HtmlElement:
    html = f'<html><head><meta property="og:site_name" content="Kabar Uji">{head}</head><body>{body}</body></html>'
    return markup.document_fromstring(html)


def data(**fields: object) -> str:
    described = json.dumps({"@type": "NewsArticle", "headline": "Sidang dibuka di Hanoi", **fields})
    return f'<script type="application/ld+json">{described}</script>'


@pytest.mark.parametrize(
    "author",
    [
        "Rina Sari",
        ["Rina Sari"],
        {"@type": "Person", "name": "Rina Sari"},
        [[{"name": ["Rina Sari"]}], None, 7],
        {"@type": "Person", "name": "Oleh Rina Sari, wartawan"},
    ],
)
def test_authors_in_data_come_in_many_shapes(author):
    assert read_metadata(page(data(author=author))).authors == ("Rina Sari",)


def test_a_reference_is_followed():
    graph = [
        {"@type": "NewsArticle", "headline": "Sidang dibuka", "author": {"@id": "#rina"}},
        {"@type": "Person", "@id": "#rina", "name": "Rina Sari"},
    ]
    script = f'<script type="application/ld+json">{json.dumps({"@graph": graph})}</script>'
    assert read_metadata(page(script)).authors == ("Rina Sari",)


def test_the_site_is_the_author_only_where_nobody_else_is():
    itself = data(author={"@type": "Organization", "name": "Kabar Uji"})
    assert read_metadata(page(itself)).authors == ("Kabar Uji",)
    shown = '<h1>Sidang dibuka di Hanoi</h1><div class="byline">Oleh: Rina Sari</div>'
    found = read_metadata(page(itself, shown))
    assert (found.authors, found.authors_from) == (("Rina Sari",), "byline")


def test_an_editor_is_no_author():
    head = data(author={"@type": "Person", "name": "Joko Purwanto"})
    body = (
        '<h1>Sidang dibuka di Hanoi</h1><div class="author-box"><span class="author-name">Rina Sari</span></div>'
        '<div>Editor : <a href="/joko">Joko Purwanto</a></div>'
    )
    assert read_metadata(page(head, body)).authors == ("Rina Sari",)
    assert read_metadata(page(head)).authors == ("Joko Purwanto",)


def test_accounts_and_addresses_in_meta_tags_name_nobody():
    head = (
        '<meta property="article:author" content="https://www.facebook.com/kabaruji">'
        '<meta name="author" content="redaksi@kabaruji.example"><meta name="dc.creator" content="Rina Sari">'
    )
    assert read_metadata(page(head)).authors == ("Rina Sari",)


@pytest.mark.parametrize(
    "body",
    [
        '<h1>Judul</h1><p>Oleh <a rel="author" href="/r">Rina Sari</a></p>',
        '<h1>Judul</h1><span itemprop="author"><span itemprop="name">Rina Sari</span>, wartawan</span>',
        '<h1>Judul</h1><div class="article-byline">Penulis: Rina Sari</div><div class="author-bio">Lahir di Solo</div>',
        '<h1>Judul</h1><p>Oleh: Rina Sari</p><p>Rabu, 26 Juli 2023</p>',
        '<aside class="related"><a rel="author">Orang Lain</a></aside><h1>Judul</h1><p class="Author">Rina Sari</p>',
        '<h1>Judul</h1><div class="autor"><a href="/autor/rina">Rina Sari</a></div>',
    ],
)  # fmt: skip
def test_bylines_that_are_only_shown(body):
    assert read_metadata(page(body=body)).authors == ("Rina Sari",)


def test_a_signature_closes_the_article():
    long = "<p>Perundingan batas laut tahap kedua dibuka pagi ini di Hanoi dan akan berlangsung selama empat hari.</p>"
    body = f"<h1>Judul</h1><div>{long * 4}<p style='text-align:right'><strong>Rina Sari</strong></p></div>"
    found = read_metadata(page(body=body))
    assert (found.authors, found.authors_from) == (("Rina Sari",), "signature")
