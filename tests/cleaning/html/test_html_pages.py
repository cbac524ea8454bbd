"""HTML pages: body and metadata are taken out; hostile markup is refused, not followed."""

from __future__ import annotations

import pytest

from kawat.cleaning import clean
from kawat.records import Article, Page, Reject

PARAGRAPHS = "".join(
    f"<p>Menteri Luar Negeri mengatakan bahwa perundingan tahap {number} akan dimulai di Hanoi pekan depan.</p>"
    for number in ("pertama", "kedua", "ketiga", "keempat", "kelima")
)
HTML = f"""<!doctype html><html lang="en"><head><title>Perundingan Dimulai di Hanoi | KabarUji</title>
<meta property="og:title" content="Perundingan Dimulai di Hanoi - KabarUji">
<meta property="og:site_name" content="KabarUji">
<meta property="article:published_time" content="2024-08-14T09:15:00+07:00">
<meta name="author" content="Rina Wulandari">
</head><body><nav><a href="/">Beranda</a><a href="/x">Politik</a></nav><article><h1>Perundingan Dimulai di Hanoi</h1>
<p>JAKARTA, KabarUji.com - Perundingan batas laut dimulai di Hanoi pada Rabu (14/8/2024).</p>
<p>Baca juga: <a href="/y">Lima Hal tentang Perundingan</a></p>{PARAGRAPHS}</article>
<footer>Hak cipta KabarUji</footer></body></html>"""


def test_an_html_page_becomes_an_article():
    found = clean(Page(source="uji.html", html=HTML))
    assert isinstance(found, Article)
    assert found.title == "Perundingan Dimulai di Hanoi"
    assert found.text.startswith("Perundingan batas laut dimulai di Hanoi")
    assert len(found.paragraphs) == 6
    assert (found.dateline.place, found.dateline.outlet) == ("JAKARTA", "KabarUji.com")
    assert (found.published, found.published_from) == ("2024-08-14", "metadata")
    assert found.bylines == ("Rina Wulandari",)
    assert found.language == "id"


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<html></html>",
        "<html><body></body></html>",
        "<!-- " * 1000,
        "<div>" * 5000 + "Halo" + "</div>" * 5000,
        "<a <b <c " * 50_000,
        "<table><tr><td>" * 20_000,
        "<html><script>" + "[" * 100_000 + "</script></html>",
    ],
)
def test_markup_without_an_article_is_rejected_with_a_reason(html):
    found = clean(Page(source="uji.html", html=html))
    assert isinstance(found, Reject)
    assert "HTML" in found.reason
