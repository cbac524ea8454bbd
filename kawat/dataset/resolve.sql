-- Queries of resolve.py, by name. "scratch" is a database in memory that DuckDB takes to disk where it must.
-- $since: the first day of which anything has changed; articles before it keep their copies and stories.

-- name: numbered
-- Articles in the order of publication, those without a day last.
CREATE TABLE scratch.numbered AS
SELECT id, row_number() OVER (ORDER BY published NULLS LAST, id) AS article, published
FROM articles;
CREATE TABLE scratch.signatures (article BIGINT, signature BLOB, runs BIGINT);
CREATE TABLE scratch.bands (article BIGINT, band UTINYINT, hash UBIGINT);
CREATE TABLE scratch.copies (article BIGINT, original BIGINT);
CREATE TABLE scratch.stories (original BIGINT, story BIGINT, translation_of BIGINT);
CREATE TABLE scratch.drafts (report_id VARCHAR, draft VARCHAR, key VARCHAR, chance DOUBLE, why VARCHAR[]);
CREATE TABLE scratch.joined (draft VARCHAR, event VARCHAR);
CREATE TABLE scratch.events AS SELECT * FROM events LIMIT 0;

-- name: changed
-- The first day that has changed; null where all is to be done anew: an article without a day may copy any other.
SELECT CASE WHEN (SELECT count(*) FROM kawat_internal.changed WHERE published IS NULL) = 0
             AND (SELECT count(*) FROM articles WHERE published IS NULL) = 0
       THEN (SELECT min(published) FROM kawat_internal.changed) END;

-- name: texts
SELECT n.article, a.text
FROM articles a JOIN scratch.numbered n ON n.id = a.id
WHERE n.published IS NULL OR n.published >= $since::DATE - $span::INTEGER
ORDER BY n.article;

-- name: similar
-- Articles that agree in a band: each with the two before it.
WITH met AS (
    SELECT article, lag(article) OVER bucket AS before, lag(article, 2) OVER bucket AS earlier
    FROM scratch.bands WINDOW bucket AS (PARTITION BY band, hash ORDER BY article)
), pairs AS (
    SELECT article, before AS other FROM met WHERE before IS NOT NULL
    UNION SELECT article, earlier FROM met WHERE earlier IS NOT NULL
)
SELECT pairs.article, pairs.other, a.signature AS one, b.signature AS two, a.runs AS runs_one, b.runs AS runs_two
FROM pairs
JOIN scratch.signatures a ON a.article = pairs.article
JOIN scratch.signatures b ON b.article = pairs.other
JOIN scratch.numbered n ON n.article = pairs.article
JOIN scratch.numbered m ON m.article = pairs.other
WHERE n.published IS NULL OR m.published IS NULL
    OR (n.published >= $since AND n.published - m.published <= $span)
ORDER BY pairs.article, pairs.other;

-- name: known copies
SELECT n.article, original.article AS other
FROM articles a
JOIN scratch.numbered n ON n.id = a.id
JOIN scratch.numbered original ON original.id = a.duplicate_of
WHERE n.published < $since
ORDER BY n.article;

-- name: changed originals
-- The first day before $since of which an article's original is another now, as one of the new links two families.
SELECT min(n.published)
FROM articles a
JOIN scratch.numbered n ON n.id = a.id
LEFT JOIN scratch.copies c ON c.article = n.article
LEFT JOIN scratch.numbered original ON original.article = c.original
WHERE n.published < $since AND original.id IS DISTINCT FROM a.duplicate_of;

-- name: told
-- Articles that copy no other, with the actors and places in them; with the story of those that keep it.
SELECT n.article, n.published, a.language, concat_ws('. ', a.title, a.text) AS text,
    coalesce(who.ids, []) AS actors, coalesce(whither.ids, []) AS places,
    CASE WHEN n.published < $since THEN first.article END AS story,
    CASE WHEN n.published < $since THEN first.published END AS story_first,
    CASE WHEN n.published < $since THEN retold.article END AS translation_of
FROM articles a
JOIN scratch.numbered n ON n.id = a.id
ANTI JOIN scratch.copies c ON c.article = n.article
LEFT JOIN (SELECT article_id, list_sort(list(id)) AS ids FROM actors GROUP BY article_id) who ON who.article_id = a.id
LEFT JOIN (
    SELECT article_id, list_sort(list(DISTINCT place_geonames_id)) AS ids FROM reports
    WHERE place_geonames_id IS NOT NULL GROUP BY article_id
) whither ON whither.article_id = a.id
LEFT JOIN stories s ON s.id = a.story_id
LEFT JOIN scratch.numbered first ON first.id = s.articles[1]
LEFT JOIN scratch.numbered retold ON retold.id = a.translation_of
WHERE n.published IS NULL OR n.published >= $since::DATE - $span::INTEGER
ORDER BY n.article;

-- name: placed
-- Each article with its original, if it copies one, the story of that, and the article where both come from if that is a
-- translation.
CREATE TABLE scratch.placed AS
SELECT n.id, n.article, n.published, o.article AS original, coalesce(s.story, first.article) AS story,
    CASE WHEN s.story IS NULL THEN retold.article ELSE s.translation_of END AS translation_of,
    coalesce(CASE WHEN s.story IS NULL THEN retold.article ELSE s.translation_of END, o.article) AS origin,
    'story-' || md5(coalesce(found.id, first.id))[:16] AS story_id
FROM scratch.numbered n
LEFT JOIN scratch.copies c ON c.article = n.article
JOIN scratch.numbered o ON o.article = coalesce(c.original, n.article)
LEFT JOIN scratch.stories s ON s.original = o.article
LEFT JOIN scratch.numbered found ON found.article = s.story
JOIN articles a ON a.id = o.id
LEFT JOIN stories k ON k.id = a.story_id
LEFT JOIN scratch.numbered first ON first.id = k.articles[1]
LEFT JOIN scratch.numbered retold ON retold.id = a.translation_of;

-- name: touched
-- The stories whose reports are to be put together anew: those with an article of the changed days, now or before.
CREATE TABLE scratch.touched AS
WITH before AS (SELECT id AS story_id, unnest(articles) AS id FROM stories),
broken AS (
    SELECT DISTINCT b.story_id FROM before b
    LEFT JOIN scratch.placed p ON p.id = b.id WHERE p.story_id IS DISTINCT FROM b.story_id
)
SELECT DISTINCT story FROM scratch.placed
WHERE published IS NULL OR published >= $since OR story_id IN (SELECT story_id FROM broken);

-- name: reports by story
SELECT r.*, p.article, p.origin AS original, p.story, a.published, a.language, a.outlet, a.outlet_country,
    substring(a.text, r.sentence_start + 1, r.sentence_end - r.sentence_start) AS sentence
FROM reports r
JOIN articles a ON a.id = r.article_id
JOIN scratch.placed p ON p.id = r.article_id
JOIN scratch.touched t ON t.story = p.story
ORDER BY p.story, p.article, r.trigger_start, r.id;

-- name: keys
-- What is known of events within single stories once the touched ones are done, and the keys to look at again.
CREATE TABLE scratch.gone AS
SELECT d.* FROM kawat_internal.drafts d
LEFT JOIN reports r ON r.id = d.report_id
LEFT JOIN scratch.placed p ON p.id = r.article_id
WHERE r.id IS NULL OR p.story IN (SELECT story FROM scratch.touched);
CREATE TABLE scratch.all_drafts AS
SELECT * FROM kawat_internal.drafts d WHERE NOT EXISTS (SELECT 1 FROM scratch.gone g WHERE g.report_id = d.report_id)
UNION ALL SELECT * FROM scratch.drafts;
CREATE TABLE scratch.again AS
WITH keys AS (
    SELECT key FROM scratch.drafts WHERE key IS NOT NULL UNION SELECT key FROM scratch.gone WHERE key IS NOT NULL
)
SELECT DISTINCT d.draft, d.key FROM scratch.all_drafts d JOIN keys USING (key)
UNION SELECT DISTINCT draft, key FROM scratch.drafts;
CREATE TABLE scratch.shared AS SELECT key FROM scratch.again WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1;

-- name: reports by key
SELECT d.draft, d.chance, d.why, d.key, r.*, p.article, p.origin AS original, p.story, a.published, a.language, a.outlet, a.outlet_country,
    substring(a.text, r.sentence_start + 1, r.sentence_end - r.sentence_start) AS sentence
FROM scratch.all_drafts d
JOIN scratch.shared USING (key)
JOIN reports r ON r.id = d.report_id
JOIN articles a ON a.id = r.article_id
JOIN scratch.placed p ON p.id = r.article_id
ORDER BY d.key, d.draft, p.article, r.sentence_start, r.id;

-- name: finals
CREATE TABLE scratch.finals AS
SELECT d.report_id, coalesce(j.event, d.draft) AS event, d.chance, d.why
FROM scratch.all_drafts d
JOIN scratch.again a ON a.draft = d.draft
LEFT JOIN scratch.joined j ON j.draft = d.draft;

-- name: reports by event
SELECT f.event, r.*, p.article, p.origin AS original, p.story, a.published, a.language, a.outlet, a.outlet_country,
    '' AS sentence
FROM scratch.finals f
JOIN reports r ON r.id = f.report_id
JOIN articles a ON a.id = r.article_id
JOIN scratch.placed p ON p.id = r.article_id
ORDER BY f.event, p.article, r.sentence_start, r.id;

-- name: gone
-- Events that any report to be told anew belonged to go, and so do those of reports that are no more.
CREATE TABLE scratch.old AS
WITH told AS (SELECT id, unnest(reports) AS report_id FROM events)
SELECT id FROM told WHERE report_id IN (SELECT report_id FROM scratch.finals)
    OR report_id NOT IN (SELECT report_id FROM scratch.all_drafts);
-- and the rows of stories that are told anew.
CREATE TABLE scratch.told_again AS
SELECT DISTINCT p.story_id AS id FROM scratch.touched t JOIN scratch.placed p ON p.story = t.story;

-- name: articles
UPDATE articles
SET story_id = found.story_id, duplicate_of = found.duplicate_of, translation_of = found.translation_of
FROM (
    SELECT p.id, p.story_id, CASE WHEN p.original <> p.article THEN original.id END AS duplicate_of,
        CASE WHEN p.original = p.article THEN retold.id END AS translation_of
    FROM scratch.placed p
    JOIN scratch.numbered original ON original.article = p.original
    LEFT JOIN scratch.numbered retold ON retold.article = p.translation_of
) found
WHERE articles.id = found.id AND (articles.story_id IS DISTINCT FROM found.story_id
    OR articles.duplicate_of IS DISTINCT FROM found.duplicate_of
    OR articles.translation_of IS DISTINCT FROM found.translation_of);

-- name: reports
DELETE FROM events WHERE id IN (SELECT id FROM scratch.old);
UPDATE reports SET event_id = NULL, event_chance = NULL, event_why = NULL
WHERE event_id IS NOT NULL AND id NOT IN (SELECT report_id FROM scratch.all_drafts);
UPDATE reports SET event_id = told.id, event_chance = f.chance, event_why = f.why
FROM (SELECT id, unnest(reports) AS report_id FROM scratch.events) told
JOIN scratch.finals f ON f.report_id = told.report_id
WHERE reports.id = told.report_id AND (reports.event_id IS DISTINCT FROM told.id
    OR reports.event_chance IS DISTINCT FROM f.chance OR reports.event_why IS DISTINCT FROM f.why);
DELETE FROM kawat_internal.drafts
WHERE report_id IN (SELECT report_id FROM scratch.gone) OR report_id IN (SELECT report_id FROM scratch.drafts);
INSERT INTO kawat_internal.drafts BY NAME SELECT * FROM scratch.drafts;

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
DELETE FROM stories WHERE id IN (SELECT id FROM scratch.told_again) OR id NOT IN (SELECT story_id FROM articles);
INSERT INTO stories BY NAME
WITH told AS (
    SELECT a.story_id, count(DISTINCT r.event_id) AS events,
        list_sort(list_distinct(flatten(list(list_concat(r.actor_countries, r.recipient_countries))))) AS countries
    FROM reports r JOIN articles a ON a.id = r.article_id
    WHERE a.story_id IN (SELECT id FROM scratch.told_again)
    GROUP BY a.story_id
), named AS (
    SELECT a.story_id, unnest(list_distinct(list_concat(r.actor_names, r.recipient_names))) AS name
    FROM reports r JOIN articles a ON a.id = r.article_id
    WHERE a.story_id IN (SELECT id FROM scratch.told_again)
), counted AS (SELECT story_id, name, count(*) AS times FROM named GROUP BY ALL
), foremost AS (SELECT story_id, list(name ORDER BY times DESC, name)[:5] AS actors FROM counted GROUP BY story_id)
SELECT a.story_id AS id,
    first(a.title ORDER BY n.article) FILTER (WHERE a.title IS NOT NULL) AS title,
    list(a.id ORDER BY n.article) AS articles,
    count(*) AS article_count,
    coalesce(any_value(told.events), 0) AS event_count,
    coalesce(any_value(foremost.actors), []) AS actors,
    coalesce(any_value(told.countries), []) AS countries,
    coalesce(list_sort(list(DISTINCT a.outlet) FILTER (WHERE a.outlet IS NOT NULL)), []) AS outlets,
    min(a.published) AS published_first,
    max(a.published) AS published_last
FROM articles a
JOIN scratch.numbered n ON n.id = a.id
LEFT JOIN told ON told.story_id = a.story_id
LEFT JOIN foremost ON foremost.story_id = a.story_id
WHERE a.story_id IN (SELECT id FROM scratch.told_again)
GROUP BY a.story_id
ORDER BY published_first NULLS LAST, a.story_id;
