"""Stories: which articles are about the same happenings."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from made_reports import DAY, told

from kawat.stories import Grouper, Told, article_terms
from kawat.stories.grouping import GAP, LONGEST

FLOOD = ("n:tolitoli", "n:bnpb", "d:1.200", "n:suharyanto")
STRIKE = ("n:morowali", "n:sagara", "n:fsps", "d:600")


def group(articles: list[Told]) -> list[tuple[int, int]]:
    """Return each article, which come in the order of publication, with the first article of its story."""
    grouper = Grouper()
    return [(article.article, grouper.add(article).story) for article in articles]


def test_articles_that_name_the_same_are_one_story_in_whatever_order_others_come_between():
    articles = [told(1, *FLOOD), told(2, *STRIKE), told(3, *FLOOD[:3]), told(4, *STRIKE[1:])]
    assert list(group(articles)) == [(1, 1), (2, 2), (3, 1), (4, 2)]


def test_names_that_everybody_uses_make_no_story():
    crowd = [told(number, "n:jakarta", f"n:orang{number}", f"n:kantor{number}") for number in range(1, 200)]
    stories = dict(group(crowd))
    assert len(set(stories.values())) > 180


def test_the_same_names_weeks_later_are_another_story():
    later = DAY + GAP + timedelta(1)
    assert list(group([told(1, *FLOOD), told(2, *FLOOD, published=later)])) == [(1, 1), (2, 2)]


def test_a_quarrel_of_months_is_many_stories():
    articles = [told(number, *FLOOD, published=DAY + timedelta(number)) for number in range(60)]
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for article, story in group(articles):
        first.setdefault(story, article)
        last[story] = article
    assert all(last[story] - first[story] <= LONGEST.days for story in first)
    assert len(first) > 1


def test_an_article_without_a_day_stands_alone():
    assert list(group([told(1, *FLOOD), told(2, *FLOOD, published=None)])) == [(1, 1), (2, 2)]


def test_articles_without_names_stand_alone():
    assert list(group([told(1), told(2)])) == [(1, 1), (2, 2)]


def test_an_article_that_keeps_all_names_and_numbers_in_another_language_is_a_translation():
    def add(grouper: Grouper, article: int, language: str, *terms: str, day: int = 0) -> int | None:
        one = Told(article=article, published=DAY + timedelta(day), terms=Counter(terms), language=language)
        return grouper.add(one).translation_of

    grouper = Grouper()
    assert add(grouper, 1, "id", *FLOOD) is None
    assert add(grouper, 2, "id", *FLOOD) is None  # in one language the words tell copies
    assert add(grouper, 3, "en", *FLOOD[:3], "n:palu") == 1
    assert add(grouper, 4, "en", FLOOD[0], "n:budi", "d:14", "n:walhi", "n:palu", "n:donggala") is None
    assert add(grouper, 5, "en", *FLOOD, day=3) is None


names = st.lists(st.sampled_from([*FLOOD, *STRIKE, "n:jakarta"]), max_size=6, unique=True)
articles = st.lists(st.tuples(st.integers(0, 30), names), max_size=30)


@given(articles, st.integers(0, 30))
def test_going_on_from_a_day_gives_what_doing_all_at_once_gives(some, cut):
    """Stories before the day are known; two spans of sight before it are enough to go on."""
    some = sorted(some, key=lambda pair: pair[0])
    made = [told(k, *terms, published=DAY + timedelta(day)) for k, (day, terms) in enumerate(some)]
    whole = dict(group(made))
    published: dict[int, date | None] = {article.article: article.published for article in made}
    since = DAY + timedelta(cut)
    grouper = Grouper()
    for article in made:
        assert article.published is not None
        if article.published < since - 2 * GAP:
            continue
        known = whole[article.article] if article.published < since else None
        first = published[known] if known is not None else None
        assert grouper.add(article, known, first).story == whole[article.article]


def test_names_and_numbers_are_read_alike_in_two_languages():
    indonesian = article_terms("Banjir melanda Tolitoli. Menurut BNPB, 1.200 orang mengungsi, kata Suharyanto.")
    english = article_terms("Floods hit Tolitoli, the BNPB said. Suharyanto said 1.200 people fled to Palu.")
    assert {"n:tolitoli", "n:bnpb", "d:1.200"} <= indonesian.keys() & english.keys()
    assert "n:banjir" not in indonesian and "n:floods" not in english


@given(st.text(max_size=200))
def test_terms_come_from_any_text(text):
    assert all(term[:2] in ("n:", "d:") and count > 0 for term, count in article_terms(text).items())
