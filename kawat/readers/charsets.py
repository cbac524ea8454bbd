"""Which encoding a page that is not UTF-8 is in: what is declared, as browsers understand it, or a guess."""

from __future__ import annotations

import re

import charset_normalizer

_META = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,80}?encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:+-]{2,40})", re.I
)
_META_WITHIN = 4096
_HIGH = re.compile(rb"[\x80-\xff]+")
_MARKUP = re.compile(rb"<(?:script|style)\b[^>]{0,300}>[^<]{0,20000}|<[^<>]{0,2000}>", re.I)
_SAMPLE = 1 << 14

WESTERN = "cp1252"
_WESTERN_LABELS = "ascii us-ascii latin1 latin-1 l1 iso8859-1 iso-8859-1 iso_8859-1 cp1252 windows-1252 x-cp1252"
_LABELS = dict.fromkeys(_WESTERN_LABELS.split(), WESTERN) | {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs", "x-x-big5": "big5hkscs", "cn-big5": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "euc-jp": "euc_jp", "x-euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "windows-949": "cp949", "cp949": "cp949",
    "iso-8859-9": "cp1254", "latin5": "cp1254", "tis-620": "cp874", "iso-8859-11": "cp874", "windows-874": "cp874",
    "koi8-r": "koi8_r", "koi8-u": "koi8_u", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic",
    "cp866": "cp866", "ibm866": "cp866",
}  # fmt: skip
_LABELS |= {f"windows-{page}": f"cp{page}" for page in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258)}
_LABELS |= {f"cp{page}": f"cp{page}" for page in (1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258)}
_LABELS |= {f"iso-8859-{part}": f"iso8859_{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}
_UNLIKELY = {"iso2022_jp", "mac_roman", "mac_cyrillic", "cp866"}  # without being declared
_GUESSED = [*sorted({*_LABELS.values()} - _UNLIKELY), "big5"]

_WESTERN_RUN = (
    1.6  # characters above ASCII in a row, on the average: accents and quotes stand alone, other scripts do not
)
_MAX_DAMAGE = 0.01  # of what is above ASCII: a page in its declared encoding may be damaged, too


def declared_codecs(raw: bytes, *, meta: bool, charset: str | None) -> list[str]:
    """Return Python's names for the encodings that a page declares, the likelier to be meant first.

    Labels that a page in a superset of ASCII cannot mean (UTF-16) and those that no browser knows are left out.
    Western ones come last: servers name them by default, whatever they send.
    """
    labels = [charset] if charset else []
    if meta:
        labels += [found.decode("ascii") for found in _META.findall(raw[:_META_WITHIN])]
    codecs = [_LABELS[label] for label in (label.strip().lower() for label in labels) if label in _LABELS]
    return sorted(dict.fromkeys(codecs), key=lambda codec: codec == WESTERN)


def legacy_text(raw: bytes, declared: list[str]) -> str:
    """Decode what is not UTF-8."""
    prose = _prose(raw)
    western = _mean_run(prose) < _WESTERN_RUN
    for codec in declared:
        if codec == WESTERN and not western:
            continue
        text = raw.decode(codec, "replace")
        if text.count("\ufffd") <= _MAX_DAMAGE * sum(map(len, _HIGH.findall(raw))) + 1:
            return text
    if not western:
        best = charset_normalizer.from_bytes(prose, cp_isolation=_GUESSED).best()
        if best is not None and best.encoding != "ascii":
            return raw.decode(best.encoding, "replace")
    return raw.decode(WESTERN, "replace")


def _prose(raw: bytes) -> bytes:
    """Return a sample of the bytes that are neither ASCII markup nor scripts, where there are any."""
    first = _HIGH.search(raw)
    start = max(0, first.start() - 200) if first else 0
    return _MARKUP.sub(b" ", raw[start : start + 4 * _SAMPLE])[:_SAMPLE] or raw[:_SAMPLE]


def _mean_run(raw: bytes) -> float:
    runs = [len(run) for run in _HIGH.findall(raw)]
    return sum(runs) / len(runs) if runs else 0.0
