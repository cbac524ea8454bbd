-- Queries of resolve.py, by name. "scratch" is a database in memory that DuckDB takes to disk where it must.

-- name: numbered
-- Articles in the order of publication.
CREATE TABLE scratch.numbered AS
SELECT id, row_number() OVER (ORDER BY published NULLS LAST, id) AS article, published
FROM articles;

-- name: tables
CREATE TABLE scratch.signatures (article BIGINT, signature BLOB);
CREATE TABLE scratch.bands (article BIGINT, band UTINYINT, hash UBIGINT);
CREATE TABLE scratch.copies (article BIGINT, original BIGINT);
CREATE TABLE scratch.stories (original BIGINT, story BIGINT);
CREATE TABLE scratch.told (report_id VARCHAR, event_id VARCHAR);
CREATE TABLE scratch.events AS SELECT * FROM events LIMIT 0;

-- name: texts
SELECT n.article, a.text FROM articles a JOIN scratch.numbered n ON n.id = a.id;

-- name: similar
-- Articles that agree in a band: each with the one before it and with the first.
WITH met AS (
    SELECT article, lag(article) OVER bucket AS before, first(article) OVER bucket AS head
    FROM scratch.bands WINDOW bucket AS (PARTITION BY band, hash ORDER BY article)
), pairs AS (SELECT article, before AS other FROM met UNION SELECT article, head FROM met)
SELECT pairs.article, pairs.other, a.signature AS one, b.signature AS two
FROM pairs
JOIN scratch.signatures a ON a.article = pairs.article
JOIN scratch.signatures b ON b.article = pairs.other
WHERE pairs.other < pairs.article
ORDER BY pairs.article, pairs.other;

-- name: placed
-- Each article with its original, if it copies one, and the story of that.
CREATE TABLE scratch.placed AS
SELECT n.id, n.article, coalesce(c.original, n.article) AS original, s.story
FROM scratch.numbered n
LEFT JOIN scratch.copies c ON c.article = n.article
JOIN scratch.stories s ON s.original = coalesce(c.original, n.article);

-- name: originals
SELECT n.article, n.published FROM scratch.numbered n
ANTI JOIN scratch.copies c ON c.article = n.article
ORDER BY n.article;

-- name: reports by article
SELECT r.id, n.article, n.article AS original, n.article AS story, r.* EXCLUDE (id, article_id), n.published
FROM reports r JOIN scratch.numbered n ON n.id = r.article_id
ANTI JOIN scratch.copies c ON c.article = n.article
ORDER BY n.article, r.trigger_start, r.id;

-- name: reports by block
SELECT r.id, p.article, p.original, p.story, r.* EXCLUDE (id, article_id), a.published,
    substring(a.text, r.sentence_start + 1, r.sentence_end - r.sentence_start) AS sentence
FROM reports r
JOIN articles a ON a.id = r.article_id
JOIN scratch.placed p ON p.id = r.article_id
ORDER BY r.type, list_sort(list_distinct(list_concat(r.actor_countries, r.recipient_countries))),
    coalesce(r.date_start, CASE WHEN r.status <> 'historical' THEN a.published END) NULLS FIRST,
    p.article, r.trigger_start, r.id;

-- name: articles
UPDATE articles SET story_id = found.story_id, duplicate_of = found.duplicate_of
FROM (
    SELECT p.id, 'story-' || md5(first.id)[:16] AS story_id,
        CASE WHEN p.original <> p.article THEN original.id END AS duplicate_of
    FROM scratch.placed p
    JOIN scratch.numbered first ON first.article = p.story
    JOIN scratch.numbered original ON original.article = p.original
) found
WHERE articles.id = found.id AND (articles.story_id IS DISTINCT FROM found.story_id
    OR articles.duplicate_of IS DISTINCT FROM found.duplicate_of);

-- name: reports
UPDATE reports SET event_id = told.event_id FROM scratch.told told
WHERE reports.id = told.report_id AND reports.event_id IS DISTINCT FROM told.event_id;

-- name: events
INSERT INTO events BY NAME
WITH disputes AS (
    SELECT told.event_id, list_sort(list(DISTINCT other.event_id)) AS disputed_by
    FROM (SELECT event_id, unnest(disputed_by) AS report_id FROM reports) told
    JOIN reports other ON other.id = told.report_id
    WHERE other.event_id <> told.event_id
    GROUP BY told.event_id
)
SELECT e.* REPLACE (
    coalesce(d.disputed_by, []) AS disputed_by,
    a.story_id AS story_id
)
FROM scratch.events e
LEFT JOIN disputes d ON d.event_id = e.id
JOIN reports r ON r.id = e.reports[1]
JOIN articles a ON a.id = r.article_id
ORDER BY e.date_start NULLS LAST, e.type, e.id;

-- name: stories
INSERT INTO stories BY NAME
WITH told AS (
    SELECT a.story_id, count(DISTINCT r.event_id) AS events,
        list_sort(list_distinct(flatten(list(list_concat(r.actor_countries, r.recipient_countries))))) AS countries
    FROM reports r JOIN articles a ON a.id = r.article_id
    GROUP BY a.story_id
)
SELECT a.story_id AS id,
    first(a.title ORDER BY n.article) FILTER (WHERE a.title IS NOT NULL) AS title,
    list(a.id ORDER BY n.article) AS articles,
    count(*) AS article_count,
    coalesce(any_value(told.events), 0) AS event_count,
    coalesce(any_value(told.countries), []) AS countries,
    min(a.published) AS published_first,
    max(a.published) AS published_last
FROM articles a
JOIN scratch.numbered n ON n.id = a.id
LEFT JOIN told ON told.story_id = a.story_id
GROUP BY a.story_id
ORDER BY published_first NULLS LAST, a.story_id;
