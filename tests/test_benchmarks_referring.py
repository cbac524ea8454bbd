"""The labelled texts with references, and how they are scored."""

from __future__ import annotations

import pytest

from benchmarks.resolution.referring import NOBODY, Text, read, right
from kawat.records import Actor, Mention


@pytest.mark.parametrize(("language", "count"), [("id", 240), ("en", 120)])
def test_every_text_is_read_without_its_marks_and_refers_to_who_is_in_it(language, count):
    texts = list(read(language))
    assert len(texts) == count
    for text in texts:
        assert not set("{}|") & set(text.article.text)
        keys = frozenset().union(*(one.keys for one in text.marked))
        named = frozenset().union(*(one.keys for one in text.marked if not one.refers))
        assert keys - named <= {NOBODY}, text.article.id
        for paragraph in text.article.paragraphs:
            assert paragraph.of(text.article.text).strip() == paragraph.of(text.article.text)


def actors(text: Text, **keys: str) -> tuple[Actor, ...]:
    """Return an actor for each id, with the mentions that mean the key."""
    return tuple(
        Actor(
            id=id,
            name=id,
            mentions=tuple(Mention(start=m.span.start, end=m.span.end) for m in text.marked if key in m.keys),
        )
        for id, key in keys.items()
    )


def test_all_is_right_where_every_key_is_an_actor_and_nothing_where_none_is():
    text = next(read("id"))
    keys = {key for one in text.marked for key in one.keys}
    told = right(text, actors(text, **{f"a-{key}": key for key in keys}))
    assert told["all"] == told["found"] == told["right"] > 0
    assert right(text, ())["found"] == 0


def test_the_wrong_actor_is_not_right():
    text = next(read("id"))
    keys = sorted({key for one in text.marked if not one.refers for key in one.keys})
    everybody = Actor(
        id="one",
        name="one",
        mentions=tuple(Mention(start=m.span.start, end=m.span.end) for m in text.marked if m.refers),
    )
    assert len(keys) > 1
    assert right(text, (everybody,))["right"] == 0
