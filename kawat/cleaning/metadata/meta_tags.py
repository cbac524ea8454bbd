"""The names of the meta tags that are read, in lower case; of each kind, the more trusted first."""

from __future__ import annotations


def _listed(names: str) -> tuple[str, ...]:
    return tuple(names.split())


PUBLISHED = _listed(
    """
    article:published_time article:published article:published:time og:published_time og:article:published_time
    og:pubdate datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime
    article.published article_date_original article:post_time publishdate publish-date publish_date publisheddate
    published-date published_date publication_date publicationdate publication-date published_time published pubdate
    pub_date content:publishdate date.available dc.date.issued dcterms.issued dcterms.date dc.date.published dc.date
    dc.issued citation_publication_date citation_date prism.publicationdate date originalpublicationdate
    original-publish-date firstcreate firstpublished displaydate article.created created date.created datecreated
    dcterms.created dc.date.created article:created_time time release_date og:date postdate post_date dc:date
    creation_date pagedate uploaddate rnews:datepublished
    """
)
MODIFIED = _listed(
    """
    article:modified_time og:updated_time datemodified article:modified last-modified lastmod modified date.updated
    dcterms.modified dc.date.modified lastupdate article:updated_time revised
    """
)
AUTHORS = _listed(
    """
    article:author_name author article:author parsely-author sailthru.author byl dc.creator dcterms.creator dc:creator
    dc.contributor cxenseparse:author article:byline citation_author og:article:author authors article.author
    rnews:creator content_author creator vr:author
    """
)
INVERTED_AUTHORS = frozenset({"citation_author"})  # "Lee, Ann"
SITES = _listed(
    """
    og:site_name application-name apple-mobile-web-app-title site_name al:ios:app_name twitter:app:name:iphone
    dc.publisher publisher
    """
)
DESCRIPTIONS = ("og:description", "description", "twitter:description")
# With how much each counts beside 3 for the headline of JSON-LD.
TITLES = {
    "og:title": 2.0,
    "parsely-title": 0.9,
    "sailthru.title": 0.9,
    "headline": 0.9,
    "citation_title": 0.9,
    "dc.title": 0.8,
    "dcterms.title": 0.8,
    "twitter:title": 0.7,
    "title": 0.5,
    "cxenseparse:title": 0.5,
}
