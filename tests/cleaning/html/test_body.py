"""Which blocks of a page are its article, given what the extractor found of it."""

from __future__ import annotations

from kawat.cleaning.html.blocks import blocks_of
from kawat.cleaning.html.body import choose
from kawat.cleaning.html.evidence import Evidence
from kawat.cleaning.html.tree import parse

FIRST = "Pemerintah Kolombia dan kelompok gerilya ELN melanjutkan perundingan damai di Caracas pada hari Senin."
SECOND = "Kedua pihak membahas perpanjangan gencatan senjata yang akan habis masa berlakunya pada akhir bulan."
THIRD = "Utusan Norwegia yang menjadi penengah mengatakan suasana pertemuan itu jauh lebih baik dari sebelumnya."
FOURTH = "Warga di tepi Sungai Atrato menunggu hasilnya karena bentrokan telah memaksa ribuan orang mengungsi."


def chosen(page: str, *found: str, **evidence: object) -> tuple[list[str], dict[str, str]]:
    """Return the body and what was left out of it with the reasons; ``found``: what the extractor gave."""
    tree = parse(f"<html><body>{page}</body></html>")
    blocks = choose(blocks_of(tree), Evidence("\n".join(found), **evidence))  # type: ignore[arg-type]
    return [text for text, why in blocks if why is None], {text: why for text, why in blocks if why is not None}


def test_paragraphs_made_alike_are_kept_where_the_extractor_stopped_at_a_gap():
    body = "".join(f'<div class="chunk"><p class="par">{text}</p></div>' for text in (FIRST, SECOND, THIRD, FOURTH))
    assert chosen(f"<article>{body}</article>", FIRST, SECOND)[0] == [FIRST, SECOND, THIRD, FOURTH]


def test_what_stands_apart_from_the_container_of_the_text_is_left_out():
    body = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD, FOURTH))
    notice = "Langganan Anda sedang dipakai di perangkat lain, silakan masuk sekali lagi di sini."
    modal = f"<div><div><p>{notice}</p></div></div>"
    assert chosen(f"<main>{body}</main>{modal}", FIRST, SECOND, THIRD, FOURTH, notice)[0] == [
        FIRST, SECOND, THIRD, FOURTH,
    ]  # fmt: skip


def test_parts_named_as_chrome_or_caption_are_left_out_with_their_reason():
    caption = "Perundingan di Caracas dihadiri utusan dari empat negara penjamin. Foto: Rosa Medina"
    box = "Ikuti kabar terbaru dari kami setiap pagi dengan mendaftarkan alamat surel Anda di bawah ini."
    body = (
        f"<article><p>{FIRST}</p><figure><figcaption>{caption}</figcaption></figure><p>{SECOND}</p>"
        f'<div class="newsletter-box"><p>{box}</p></div><p>{THIRD}</p><p>{FOURTH}</p></article>'
    )
    kept, left = chosen(body, FIRST, caption, SECOND, box, THIRD, FOURTH)
    assert kept == [FIRST, SECOND, THIRD, FOURTH]
    assert left == {caption: "caption", box: "chrome"}


def test_a_name_does_not_condemn_the_element_that_holds_the_text():
    body = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))
    assert chosen(f'<div class="has-sidebar related-off"><div>{body}</div></div>', FIRST, SECOND, THIRD)[0] == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_lists_of_links_to_other_stories_are_left_out_and_lists_of_facts_are_kept():
    links = "<ul><li><a href='/1'>Perundingan serupa gagal di Havana tahun lalu</a></li></ul>"
    facts = "<ul><li>Gencatan senjata enam bulan</li><li>Pembebasan sandera</li></ul>"
    body = f"<article><p>{FIRST}</p>{links}<p>{SECOND}</p>{facts}<p>{THIRD}</p></article>"
    story = "Perundingan serupa gagal di Havana tahun lalu"
    kept, left = chosen(body, FIRST, story, SECOND, "Gencatan senjata enam bulan", "Pembebasan sandera", THIRD)
    assert kept == [FIRST, SECOND, "Gencatan senjata enam bulan", "Pembebasan sandera", THIRD]
    assert left == {story: "chrome"}


def test_a_second_article_with_its_own_headline_is_another_story():
    other = [f"{text} Ini cerita lain." for text in (FIRST, SECOND, THIRD)]
    body = (
        f"<article><h1>Damai</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
        f"<article><h1>Lain</h1>{''.join(f'<p>{text}</p>' for text in other)}</article>"
    )
    assert chosen(body, FIRST, SECOND, THIRD, *other)[0] == [FIRST, SECOND, THIRD]


def test_entries_of_a_live_blog_are_all_kept():
    entries = [f"Pukul {hour}.00: {text}" for hour, text in enumerate((FIRST, SECOND, THIRD, FOURTH) * 2, start=9)]
    body = "".join(f"<article><h2>Kabar {k}</h2><p>{entry}</p></article>" for k, entry in enumerate(entries))
    assert set(entries) <= set(chosen(f"<main>{body}</main>", *entries)[0])


def test_the_whole_text_once_more_in_one_block_is_a_copy():
    body = f"<article><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>"
    machine = f"<div><div>{FIRST} {SECOND} {THIRD}</div></div>"
    assert chosen(body + machine, FIRST, SECOND, THIRD, f"{FIRST} {SECOND} {THIRD}")[0] == [FIRST, SECOND, THIRD]


def test_a_notice_that_stands_again_and_again_is_no_news():
    notice = "<div><p>Konten luar tidak tersedia.</p></div>"
    body = f"<article><p>{FIRST}</p>{notice}<p>{SECOND}</p>{notice}<p>{THIRD}</p>{notice}<p>{FOURTH}</p></article>"
    kept, _ = chosen(body, FIRST, SECOND, THIRD, FOURTH, "Konten luar tidak tersedia.")
    assert kept == [FIRST, SECOND, THIRD, FOURTH]


def test_the_headline_is_left_out_and_the_standfirst_is_kept():
    standfirst = "Perpanjangan gencatan senjata menjadi pokok pembicaraan di ibu kota Venezuela."
    body = (
        f'<article><header><h1>ELN Berunding Lagi</h1><p class="standfirst">{standfirst}</p></header>'
        f"<div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></article>"
    )
    kept, _ = chosen(body, "ELN Berunding Lagi", FIRST, SECOND, THIRD, titles=("ELN Berunding Lagi",))
    assert kept == [standfirst, FIRST, SECOND, THIRD]


def test_the_body_that_the_page_gives_to_machines_brings_back_what_the_extractor_lost():
    body = f'<article><p>{FIRST}</p><div class="x"><div><span>{SECOND}</span></div></div><p>{THIRD}</p></article>'
    whole = " ".join((FIRST, SECOND, THIRD, FOURTH, FIRST))
    assert chosen(body, FIRST, THIRD, body=whole)[0] == [FIRST, SECOND, THIRD]


def test_nothing_found_gives_nothing():
    assert chosen("<p>Beranda</p>", "Lain sama sekali") == ([], {})
