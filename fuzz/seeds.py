"""What fuzzing starts from: small pages and archives of every kind, all invented."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

_SAMPLES = Path(__file__).parent.parent / "examples" / "pages"

LINES = [
    "Gubernur Resmikan Jembatan Baru", "JAKARTA, Kabar.uji - Gubernur meresmikan jembatan pada Senin (27/7/2023).",
    "“Kami siap,” kata Menteri Rina Sari. ‘Tidak,’ ujarnya – lagi.", "Baca juga: Harga Beras Naik", "ADVERTISEMENT",
    "(sya/ast)", "Penulis: Rina Sari | Editor: Budi", "SOLO (AFP) - Police said three people were hurt on Monday.",
    "Kamis, 27 Juli 2023 | 10:15 WIB", "[Gambas:Video 20detik]", "Foto: Antara/Rina", "Halaman 2 dari 2", "1.", "*",
    "By Jane Miller", "dia.Kami akan pergi ke Bandung.Besok pagi.", "Berita Terkait", "Google News", "×", "Ã© â€œ",
    "Kerajaan Malaysia berkata polis menahan dua lelaki kerana kes itu.", "Москва сообщила о переговорах.",
    "外交部发言人星期一表示。", "Presiden tiba di Hanoi, lalu bertemu Perdana Menteri Vietnam selama dua jam.",
]  # fmt: skip

TAGS = [
    "<p>", "</p>", "<div>", "</div>", "<article>", "</article>", "<br>", "<b>", "<a href='https://kabar.uji/x'>", "</a>",
    "<script>var a = 1;</script>", "<style>p{}</style>", "<ul><li>", "</li></ul>", "<table><tr><td>", "</table>",
    "<h1>", "</h1>", "<!--", "-->", "<time datetime='2023-07-27T10:00:00+07:00'>", "</time>", "&nbsp;", "&#147;", "&amp;",
    "<meta property='article:published_time' content='2023-07-27'>", "<img src=x alt='Foto'>", "<figure><figcaption>",
    "</figcaption></figure>", "<template>", "<svg>", "</svg>", "<math>", "<noscript>", "</noscript>", "<iframe>", "<![CDATA[",
    "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"Isi.\", \"headline\": \"J\"}</script>",
    "<blockquote>", "</blockquote>", "<section class='related'>", "</section>", "<body>", "</html>", "<select><option>",
]  # fmt: skip

PARTS = [
    b"WARC/1.0\r\n", b"WARC/1.1\r\n", b"WARC-Type: response\r\n", b"WARC-Type: conversion\r\n", b"WARC-Type: request\r\n",
    b"Content-Length: 10\r\n", b"Content-Length: 99999999999\r\n", b"Content-Length: -1\r\n", b"\r\n\r\n", b"\n\n",
    b"Content-Type: application/http; msgtype=response\r\n", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\n",
    b"Content-Encoding: gzip\r\n", b"Content-Encoding: br\r\n", b"Content-Encoding: deflate\r\n",
    b"Transfer-Encoding: chunked\r\n", b"5\r\nabcde\r\n0\r\n\r\n", b"Content-Type: text/html; charset=gb2312\r\n",
    b"WARC-Target-URI: <https://kabar.uji/x>\r\n", b"\x1f\x8b\x08", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe2\x80",
]  # fmt: skip


def page(lines: list[str]) -> str:
    """Return an HTML page around some lines."""
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = f"<!doctype html><html><head><title>{lines[0]}</title><meta charset=utf-8></head>"
    return f"{head}<body><h1>{lines[0]}</h1><article>{body}</article></body></html>"


def record(kind: str, content: bytes) -> bytes:
    """Return one WARC record."""
    type_ = "text/plain" if kind == "conversion" else "application/http"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://kabar.uji/x\r\nContent-Type: {type_}\r\n"
    return head.encode() + b"Content-Length: %d\r\n\r\n" % len(content) + content + b"\r\n\r\n"


def answer(body: bytes, *fields: str) -> bytes:
    """Return an HTTP answer."""
    head = "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", *fields])
    return head.encode() + b"\r\n\r\n" + body


def seeds(target: str) -> list[bytes]:
    """Return the inputs that a target's fuzzing starts from."""
    texts = ["\n".join(LINES[start : start + size]) for size in (1, 3, 8, 24) for start in range(0, 22, 4)]
    pages = [page(LINES[start : start + 8]) for start in range(0, 16, 4)]
    rows = [json.dumps({"id": 1, "text": text, "published": "2023-07-27"}) for text in texts[:4]]
    html = pages[0].encode()
    samples = {kind: [path.read_bytes() for path in sorted(_SAMPLES.glob(f"*.{kind}"))] for kind in ("txt", "html")}
    records = [
        record("response", answer(html)),
        record("response", answer(gzip.compress(html, mtime=0), "Content-Encoding: gzip")),
        record("response", answer(b"%x\r\n%b\r\n0\r\n\r\n" % (len(html), html), "Transfer-Encoding: chunked")),
        record("conversion", texts[8].encode()),
        record("request", b"GET /x HTTP/1.1\r\n\r\n"),
    ]
    archive = b"".join(records)
    found: dict[str, list[bytes]] = {
        "text": [text.encode() for text in texts] + samples["txt"],
        "language": [text.encode() for text in texts],
        "html": [text.encode() for text in pages] + samples["html"],
        "warc": [*records, archive],
        "packed": [b"\0\0\0\0" + archive, b"\0\x01\0\xff" + archive],
        "gz": [gzip.compress(archive, mtime=0), b"".join(gzip.compress(part, mtime=0) for part in records)],
        "jsonl": [row.encode() for row in rows] + ["\n".join(rows).encode()],
        "parquet": [_table(texts[:3])],
    }
    encodings = ("utf-8", "cp1252", "utf-16", "utf-16-le", "cp1251", "gb18030", "cp932")
    found["decode"] = [b"\0" + text.encode(name, "ignore") for text in texts[::3] for name in encodings]
    found["any"] = [items[-1] for items in found.values()]
    return found[target]


def _table(texts: list[str]) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.table({"id": [str(n) for n in range(len(texts))], "text": texts}), sink, compression="none")
    return sink.getvalue()


def tokens(target: str) -> list[bytes]:
    """Return what a target's mutations put in."""
    lines = [line.encode() for line in LINES]
    if target == "html":
        return lines + [tag.encode() for tag in TAGS] * 2
    if target in ("text", "language"):
        return [*lines, b"\n", b"\n\n", b" "]
    if target == "jsonl":
        return [
            b'{"text": "',
            b'"}\n',
            b"[",
            b"{",
            b'"html": "<p>',
            b'"published": 1690416000,',
            b"NaN",
            b"\\ud800",
            b"null",
        ]
    return PARTS
