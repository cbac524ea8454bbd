"""Sentences: where they end and where a dot ends nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import article

from kawat.encoder import encode
from kawat.encoder.sentences import MAX_SENTENCE, split


def sentences(text: str, language: str = "id") -> list[str]:
    return [text[start:end] for start, end in split(text, 0, len(text), language)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Shoigu tiba di Pyongyang.", "Kim menjamunya."],
        ["Siapa yang menang?", "Belum jelas!", "Semua menunggu."],
        ["Harga naik menjadi Rp 1.500.", "Warga mengeluh."],
        ["Menurut Prof. Dr. Azyumardi Azra hal itu wajar.", "Ia setuju."],
        ["Ia tinggal di Jl. Thamrin No. 5 Jakarta.", "Rumahnya besar."],
        ["Gugatan itu diajukan Johnny G. Plate kemarin.", "Hakim menolak."],
        ["“Kami siap.”", "Begitu kata dia."],
        ['"Mengapa?" tanya hakim itu.', "Saksi diam."],
        ["Ia berkata, “Kami akan datang.” lalu pergi.", "Tamu menyusul."],
        ["Mereka menunggu... lalu pulang.", "Hujan turun."],
        ["Tanpa titik di akhir"],
    ],
)
def test_indonesian(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Smith met Gen. Mark Milley.", "They talked."],
        ["George W. Bush spoke.", "Nobody answered."],
        ["The U.S. army left.", "Kabul fell."],
        ['"We are ready."', "He left."],
        ["It fell 3.5 percent.", "Shares rose."],
        ["“Why now?” he asked.", "There was no answer."],
        ["The deal (signed in May.)", "It holds."],
    ],
)
def test_english(parts: list[str]) -> None:
    assert sentences(" ".join(parts), "en") == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["Kerugiannya Rp 1,5 miliar.", "Polisi masih menghitung."],
        ["Ia menyetor Rp. 1.500.000 pada pukul 10.30.", "Sisanya menyusul."],
        ["Denda Rp1.500.000.", "Kapal itu disita."],
        ["Perkara nomor 12/Pid. Sus/2025 ditunda.", "Terdakwa sakit."],
        ["Tn. Wiranata dan Ny. Kusuma hadir.", "Sidang dimulai."],
        ["Dr. H. R. Soeprapto, S.H., M.Hum. menolak hadir.", "Ia sakit."],
        ["Gugatan itu disusun Dr. H. R. Soeprapto, S.H., M.Hum.", "Hakim diam."],
        ["Saksi ahli adalah R. Soeprapto, S.H.", "Ia diperiksa kemarin."],
        ["Puisi W.S. Rendra dibacakan K.H. Mas Anwar.", "Penonton berdiri."],
        ["Uang dikirim a.n. Bambang ke Jl. Jend. Sudirman No. 7.", "Bank membenarkan."],
        ["Surat itu d.a. Kedutaan Besar Chile.", "Alamatnya salah."],
        ["Ia tinggal di Jl.\u00a0Jend.\u00a0Sudirman.", "Rumahnya besar."],
        ["Hal itu dikatakan Kombes. Pol. Arif Nugraha.", "Penyidik bekerja."],
        ["Letjen (Purn.) Hadi Wibowo dan Plt. Bupati Sari diperiksa.", "Keduanya kooperatif."],
        ["Pasien dirawat dr. Ratna Dewi.", "Kondisinya stabil."],
        ["Hadir pula Ahmad Fauzi S.Pd. M.Si. hari itu.", "Acara ditutup."],
        ["PROF. DR. Lestari datang.", "Ia berpidato."],
        ["Warga membawa spanduk, poster, dll.", "Mereka lalu pulang."],
        ["Mereka bertemu perwira U.S. Navy.", "Duta besar diam."],
        ["“Apa salah kami?", "Kami hanya petani!” teriak massa.", "Polisi berjaga."],
        ["Ia bertanya, “Siapa?” lalu pergi.", "Pintu ditutup."],
        ["“Gugatan kami lawan PT.”", "Direksi membantah."],
    ],
)
def test_dots_of_indonesian_abbreviations(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["It reopens at 5 p.m. Monday in St. Petersburg.", "Tickets are free."],
        ["Polls close at 7 p.m.", "The count takes hours."],
        ["Troops crossed into the U.S.", "They were turned back."],
        ["She met U.S. Under Secretary Jane Doe.", "Nobody spoke."],
        ["“I want the troops out of the U.S.”", "Crowds cheered."],
        ["He never left the U.S.", "“I have a life here,” he said."],
        ["J.K. Rowling and J. A. Smith signed it.", "Others did not."],
        ["They met Gen. He Wei in Beijing.", "He was silent."],
        ["Sens. Ann Lee and Bo Cruz voted no.", "Gov. Kay Hill agreed."],
        ["Rep. C.L. “Butch” Ott spoke.", "Nobody listened."],
        ["Dr.\u00a0Okafor and Lt. Col. Reyes testified.", "The panel adjourned."],
        ["“Who fired?", "Why did they?” asked Rev. Amos Hill."],
    ],
)
def test_dots_of_english_abbreviations(parts: list[str]) -> None:
    assert sentences(" ".join(parts), "en") == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["“Kami tetap di sini,” kata dia.", "Ia menambahkan, jalan ditutup."],
        ["Bentrokan pecah kemarin.", "“Kami menolak,” ujarnya."],
        ["Bentrokan pecah kemarin.", '"Kami menolak," ujarnya.', "Polisi mundur."],
        ['"Kami menolak.', 'Kami siap."', "Ia lalu pergi."],
        ["“Kami menolak.”", "Ia lalu pergi."],
        ["Menlu tiba pada Senin (31/7/2023).", "Rombongan disambut gubernur."],
        ["Pemilu digelar pada 2024.", "Partai itu absen."],
        ["Rapat ditutup pukul 10.30 WIB.", "“Belum ada hasil,” kata ketua."],
        ["Keputusan itu ada di tangan DPR.", "Fraksi lain menolak."],
        ["Inflasi mencapai 2,6%.", "Harga beras naik."],
        ["Siapa yang menang?", "Belum ada yang tahu!", "Semua menunggu."],
        ["Hal itu ia sampaikan kepada Kompas.com.", "Ia enggan merinci."],
        ["Berkas diserahkan kemarin.", "Kompas.com menghubungi jaksa."],
        ["Acara itu disiarkan Kompas.TV.", "Ribuan orang menonton."],
        ["Warga mengungsi sejak Jumat.", "Dr. Siti memeriksa mereka."],
        ["Tersangka dibawa.", "(Baca juga: Sidang ditunda)"],
    ],
)
def test_sentences_without_a_space_between_them(parts: list[str]) -> None:
    assert sentences("".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["The council put off the vote.", "The minister said nothing."],
        ["The council put off the vote.", "“We need time,” she said."],
        ["“We need time.”", "The minister left."],
        ["He denied it.", "I saw him do it."],
        ["Why did they leave?", "Nobody knows."],
    ],
)
def test_english_sentences_without_a_space_between_them(parts: list[str]) -> None:
    assert sentences("".join(parts), "en") == parts


@pytest.mark.parametrize(
    "text",
    [
        "Rekaman itu dimuat Kompas.com, detik.com, Kompas.TV dan Jubi.Id kemarin",
        "Situs REPUBLIKA.CO.ID, KORIDOR.NEWS dan Tempo.Co tidak dapat dibuka",
        "Keterangan ada di https://kabar.uji/Berita.Utama/Hari.Ini dan www.kabar.Uji.Lain",
        "Surat dikirim ke redaksi@kabar.Uji dan Pos.Redaksi@kabar.uji",
        "Unggahan @warta.Kota dan tautan kabar.uji/arsip.Kota beredar",
        "Berkas laporan.Akhir_2023.Pdf, daftar.PDF dan foto.JPG disita",
        "Pukul 10.30 ada 1.500 orang dan denda Rp1.5 juta",
        "Ibu Sari, S.Pd., menemui Dr.Okto dan St.Yusuf",
        "Naskah J.K.Rowling dan W.S.Rendra disimpan Ph.D.Lestari",
        "Berkas Berita.Utama.Daerah dan Sidang.Kasus.Korupsi hilang",
        "Perkara nomor 12/Pid.Sus/2025/PN.Jkt.Pst dan 7/Fil.Sus-AB/2025 ditunda",
        "Senator (D-W.Va.) menolak usul Bukit.A",
        "Daftar: 1.Budi 2.Sari",
        "Tunggu...lalu pulang dan me?nunggu lagi",
        '"Mengapa?"tanya hakim itu',
        "teks “rusak” Ø¹ÙŽÙ„ÙÙŠÙ…ÙŒ dan Ø¨ÙÙ……ØªÙŽ",
    ],
)
def test_no_sentence_starts_within_a_name_an_address_or_a_number(text: str) -> None:
    assert sentences(text) == [text]
    assert sentences(text, "en") == [text]


def test_a_sentence_never_runs_over_a_paragraph() -> None:
    encoding = encode(article("Tanpa titik", "Kalimat kedua. Kalimat ketiga."), "id")
    assert [(s.paragraph, len(s.tokens)) for s in encoding.sentences] == [(0, 2), (1, 3), (1, 3)]


def test_an_endless_sentence_is_cut_at_white_space() -> None:
    text = "kata " * 1_000
    pieces = split(text, 0, len(text), "id")
    assert all(end - start <= MAX_SENTENCE for start, end in pieces)
    assert all(text[start:end].strip().split() == ["kata"] * text[start:end].count("kata") for start, end in pieces)


PIECES = [
    "Kata",
    "dia.",
    "Dr.",
    "A.",
    "“Ya,”",
    '"Why?"',
    "...",
    "?!",
    "1.500",
    "No.",
    "PBB",
    "he",
    "x",
    "\t",
    "—",
    "(ok.)",
]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join), min_size=1, max_size=4
    ),
    st.sampled_from(["id", "en"]),
)
def test_sentences_hold_every_character_that_is_no_space_once_and_in_order(parts: list[str], language: str) -> None:
    made = article(*parts)
    found = encode(made, language).sentences
    held = [i for sentence in found for token in sentence.tokens for i in range(token.start, token.end)]
    inside = [i for span in made.paragraphs for i in range(span.start, span.end) if not made.text[i].isspace()]
    assert held == inside
    assert all(one.end <= two.start for one, two in pairwise(found))
    for sentence in found:
        assert all(sentence.start <= token.start < token.end <= sentence.end for token in sentence.tokens)


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 5_000), st.sampled_from(["x", "kata ", "a.b", "“Ya.” "]))
def test_long_text_is_cut_without_loss(count: int, piece: str) -> None:
    text = piece * count
    pieces = split(text, 0, len(text), "id")
    inside = {i for start, end in pieces for i in range(start, end)}
    assert all(i in inside for i, char in enumerate(text) if not char.isspace())
    assert all(0 <= start < end <= len(text) for start, end in pieces)


END_OR_NOT = st.sampled_from([*"aZ5 .!?…\"'“”‘’()[]/@-\u00a0", "U.S", "Rp", "Kompas", "TV", "com", "Ia", "The"])


@settings(max_examples=300, deadline=None)
@given(st.lists(END_OR_NOT, max_size=40).map("".join), st.sampled_from(["id", "en"]), st.data())
def test_sentences_are_in_order_apart_and_together_hold_all_words(
    text: str, language: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = split(text, start, end, language)
    assert all(start <= first < last <= end for first, last in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert "".join("".join(text[first:last].split()) for first, last in spans) == "".join(text[start:end].split())


def test_an_abbreviation_may_have_lost_its_space() -> None:
    for text in ("Kantornya di Jl.Sudirman No.Tujuh a.n.Bambang", "Pasien dr.Ratna membayar Rp.Sepuluh"):
        assert sentences(text) == [text]
    for text in ("He met Gen.Mark Hale at St.Petersburg", "It opens at 5 p.m.Monday in the U.S.Virgin Islands"):
        assert sentences(text, "en") == [text]


def test_a_long_run_of_marks_is_read_in_one_go() -> None:
    text = "." * 300_000 + "a"
    assert "".join(sentences(text)) == text
