"""Bytes become the characters that were meant, whatever is declared, and good text is left alone."""

from __future__ import annotations

import json

import ftfy.bad_codecs  # noqa: F401 - brings the codec sloppy-windows-1252
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.readers import page_from_row
from kawat.readers.decoding import NotTextError, decode
from kawat.readers.mojibake import is_suspect, repair

INDONESIAN = "“Kami siap,” kata Menteri Luar Negeri – pada Senin… Café di Zürich tutup; ‘tidak,’ ujarnya. "
TEXTS = {
    "ar": "قال وزير الخارجية إن المحادثات ستستأنف يوم الاثنين. ",
    "de": "Der Außenminister äußerte sich am Montag über die Gespräche in Köln – „nützlich“, wie er sagte. ",
    "el": "Ο υπουργός Εξωτερικών δήλωσε ότι οι συνομιλίες θα συνεχιστούν. ",
    "fr": "L’été à Besançon, où les élèves ont protesté : « déjà », a-t-il dit, « ça suffit ». ",
    "he": "שר החוץ אמר כי השיחות יימשכו ביום שני. ",
    "id": INDONESIAN,
    "ja": "外務省は月曜日、ミサイルが発射されたと発表した。",
    "ko": "북한은 월요일에 미사일을 발사했다고 합동참모본부가 밝혔다. ",
    "pl": "Prezydent powiedział, że żołnierze wrócą do Łodzi już w środę. ",
    "pt": "São Paulo e a região já não têm informações, disse à imprensa o órgão – “não há”. ",
    "ru": "Москва и Пхеньян подписали договор о сотрудничестве. ",
    "th": "รัฐมนตรีต่างประเทศกล่าวว่าการเจรจาจะดำเนินต่อไป ",
    "tr": "Cumhurbaşkanı İstanbul’da görüştü, dışişleri açıkladı. ",
    "tw": "外交部發言人星期二在臺北表示，雙方將繼續保持溝通。",
    "vi": "Bộ trưởng Ngoại giao nói rằng cuộc đàm phán sẽ tiếp tục. ",
    "zh": "外交部发言人星期二在北京表示，双方将继续保持沟通。",
}
LEGACY = [
    ("ar", "cp1256", "windows-1256"), ("el", "iso8859_7", "iso-8859-7"), ("fr", "cp1252", "ISO-8859-1"),
    ("he", "cp1255", "windows-1255"), ("id", "cp1252", "latin1"), ("ja", "cp932", "Shift_JIS"),
    ("ja", "euc_jp", "EUC-JP"), ("ja", "iso2022_jp", "iso-2022-jp"), ("ko", "cp949", "euc-kr"),
    ("pl", "iso8859_2", "iso-8859-2"), ("pl", "cp1250", "windows-1250"), ("ru", "cp1251", "windows-1251"),
    ("ru", "koi8_r", "KOI8-R"), ("th", "cp874", "tis-620"), ("tr", "cp1254", "iso-8859-9"), ("tw", "big5", "big5"),
    ("zh", "gb18030", "gb2312"),
]  # fmt: skip


def html(text: str, charset: str = "tidak-ada") -> str:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    return f"<html><head>{head}</head><body><p>{text * 8}</p><p>{text * 8}</p></body></html>"


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("claimed", ["iso-8859-1", "windows-1251", "gb2312", "utf-16", "rot13"])
def test_utf_8_is_utf_8_whatever_is_declared(language, claimed):
    page = html(TEXTS[language], claimed)
    assert decode(page.encode(), declared=True, charset=claimed) == page


@pytest.mark.parametrize(("language", "encoding", "label"), LEGACY)
def test_legacy_encodings_are_read_as_declared_in_the_page_or_by_the_server(language, encoding, label):
    text = TEXTS[language].replace("’", "'") if encoding.startswith("iso8859") else TEXTS[language]
    declared, bare = html(text, label), html(text)
    assert decode(declared.encode(encoding), declared=True) == declared
    assert decode(bare.encode(encoding), declared=True, charset=label) == bare
    assert decode(declared.encode(encoding), declared=True, charset="ISO-8859-1") == declared


@pytest.mark.parametrize(
    ("language", "encoding"),
    [("ru", "cp1251"), ("ru", "koi8_r"), ("ja", "cp932"), ("ko", "cp949"), ("zh", "gb18030"), ("tw", "big5")],
)
@pytest.mark.parametrize("claimed", ["utf-8", "iso-8859-1", "tidak-ada", "utf-16", "unicode_escape"])
def test_other_scripts_are_recognised_where_the_declaration_is_wrong(language, encoding, claimed):
    page = html(TEXTS[language], claimed)
    assert decode(page.encode(encoding), declared=True, charset=claimed) == page


@pytest.mark.parametrize("claimed", ["utf-8", "tidak-ada", "ascii", "iso-8859-1"])
@pytest.mark.parametrize("language", ["id", "fr", "de", "pt"])
def test_windows_quotes_and_accents_are_read_whatever_is_declared(language, claimed):
    page = html(TEXTS[language], claimed)
    assert decode(page.encode("cp1252"), declared=True) == page


def test_a_page_in_its_declared_encoding_may_be_damaged():
    page = html(TEXTS["zh"], "gbk")
    raw = page.encode("gb18030")
    found = decode(raw[:-40] + b"\xff" + raw[-40:], declared=True)
    assert found.count(TEXTS["zh"]) >= 15


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["id", "ru", "ko", "ar", "fr"])
def test_utf_16_is_known_without_its_mark(order, language):
    page = html(TEXTS[language])
    assert decode(page.encode(order)) == page


@pytest.mark.parametrize("language", TEXTS)
def test_damaged_utf_8_loses_no_more_than_was_damaged(language):
    page = html(TEXTS[language], "iso-8859-1")
    raw = page.encode()
    found = decode(raw[:200] + b"\xff" + raw[200:-30] + b"\xfe" + raw[-30:], declared=True)
    assert len(found) <= len(page) + 6
    assert found.count(TEXTS[language]) >= 13


def test_stray_windows_bytes_in_utf_8_are_read_for_what_they_are():
    raw = INDONESIAN.encode() * 3 + b" \x93Siap,\x94 kata Ren\xe9 di caf\xe9."
    assert decode(raw) == INDONESIAN * 3 + " “Siap,” kata René di café."


def test_marks_and_zeros_are_dropped():
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbf" + INDONESIAN.encode()) == INDONESIAN
    assert not decode(b"\xef\xbb\xbf" * 5 + b"\xab" * 150).startswith("\ufeff")
    assert decode(INDONESIAN.encode() * 30 + b"\0Selesai.") == INDONESIAN * 30 + "Selesai."


@pytest.mark.parametrize(
    "raw", [b"", b" \n", b"\xef\xbb\xbf \n", b"\0\0\0\0", b"abc\0def" * 9, bytes(range(1, 32)) * 9, b"\xff\xfe"]
)
def test_what_is_no_text_is_refused(raw):
    with pytest.raises(NotTextError):
        decode(raw)


# ---------------------------------------------------------------- decoded wrongly before


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("times", [1, 2])
def test_text_that_was_decoded_wrongly_before_is_put_right(language, times):
    page = broken = html(TEXTS[language])
    for _ in range(times):
        broken = broken.encode().decode("latin-1" if language in ("zh", "tw", "ja") else "sloppy-windows-1252")
    assert decode(broken.encode()) == page


def test_a_lone_wrong_letter_is_put_right_beside_others():
    text = "Presiden ErdoÄŸan tiba. <p>â€œSelamat datang,â€\x9d kata RenÃ©.</p> <p>CafÃ© itu tutup.</p>"
    assert repair(text) == "Presiden Erdoğan tiba. <p>“Selamat datang,” kata René.</p> <p>Café itu tutup.</p>"


def test_rows_are_repaired_as_files_are():
    row = json.loads(json.dumps({"text": "â€œKami siap,â€\x9d kata RenÃ© di kantornya."}))
    assert page_from_row(row, "uji#1").text == "“Kami siap,” kata René di kantornya."  # ty: ignore[possibly-missing-attribute]


@pytest.mark.parametrize("language", TEXTS)
def test_good_text_is_left_alone(language):
    page = html(TEXTS[language])
    assert repair(page) == page


@pytest.mark.parametrize(
    "text",
    [
        "SÃO PAULO",
        "“é” «à»",
        "à €5",
        "voilà”",
        "café’s",
        "déjà…",
        "Zürich™ ÄÖÜ„“",
        "naïve—résumé–",
        "NGUYỄN ÂU",
        "Île-de-France ½",
    ],
)
def test_letters_beside_marks_are_no_sign_of_wrong_decoding(text):
    assert repair(text) == text


_WORDS = st.sampled_from(sorted({word for text in TEXTS.values() for word in text.split()}))
_MARKS = st.sampled_from(["”", "’", "…", " – ", "€", "™", "» ", "°", "½", " ", ", ", "\n"])


@given(st.lists(st.tuples(_WORDS, _MARKS), max_size=30))
def test_no_mixture_of_good_words_is_repaired(pairs):
    text = "".join(word + mark for word, mark in pairs)
    assert repair(text) == text


@given(st.text(alphabet=st.characters(codec="ascii")))
def test_ascii_is_never_suspect(text):
    assert not is_suspect(text)


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "gb2312", "utf-7", "koi8-r", "hex", "iso-2022-jp", "?"])
)
def test_any_bytes_are_decoded_or_refused(raw, charset):
    try:
        text = decode(raw, declared=True, charset=charset)
    except NotTextError as error:
        assert str(error)
    else:
        assert text.strip()
        text.encode()
