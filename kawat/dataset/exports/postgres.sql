-- The views of schema.sql in PostgreSQL's words, by name.

-- name: dyad_weeks
SELECT date_trunc('week', e.date_start::timestamp)::date AS week, s.source, t.target, count(*) AS events,
    count(*) FILTER (WHERE e.quad = 'verbal cooperation') AS verbal_cooperation,
    count(*) FILTER (WHERE e.quad = 'material cooperation') AS material_cooperation,
    count(*) FILTER (WHERE e.quad = 'verbal conflict') AS verbal_conflict,
    count(*) FILTER (WHERE e.quad = 'material conflict') AS material_conflict,
    sum(e.score) AS score_sum, avg(e.score) AS score_mean,
    count(*) FILTER (WHERE e.status = 'claimed') AS claimed,
    count(*) FILTER (WHERE cardinality(e.disputed_by) > 0) AS disputed,
    sum(e.independent_reports) AS independent_reports
FROM events e
CROSS JOIN LATERAL (SELECT DISTINCT country FROM unnest(e.actor_countries) country) s (source)
CROSS JOIN LATERAL (SELECT DISTINCT country FROM unnest(e.recipient_countries) country) t (target)
WHERE e.date_start IS NOT NULL AND e.status NOT IN ('denied', 'hypothetical', 'future') AND s.source <> t.target
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3

-- name: protest_months
SELECT date_trunc('month', date_start::timestamp)::date AS month, place_country AS country, place_admin1 AS province,
    count(*) AS events, sum(independent_reports) AS independent_reports,
    count(*) FILTER (WHERE cardinality(disputed_by) > 0) AS disputed,
    array_agg(id ORDER BY date_start, id COLLATE "C") AS event_ids
FROM events
WHERE type = 'PROTEST' AND date_start IS NOT NULL AND status NOT IN ('denied', 'hypothetical', 'future')
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3

-- name: actor_statements
SELECT s.source_actor_id AS actor_id, s.source_name AS actor, a.published, s.stance, s.kind,
    substring(a.text FROM s.content_start + 1 FOR s.content_end - s.content_start) AS content,
    s.via, a.outlet, a.title, a.url, s.article_id, s.id AS statement_id
FROM statements s JOIN articles a ON a.id = s.article_id
WHERE a.duplicate_of IS NULL
ORDER BY actor_id, a.published, s.article_id, s.content_start

-- name: disputes
SELECT e.id AS event_id, e.type, e.status, e.date_start, e.actor_names, e.recipient_names, e.claimed_by, e.asserted_by,
    d.id AS disputed_by_id, d.type AS dispute_type, d.date_start AS dispute_date, d.actor_names AS disputed_by,
    e.independent_reports, d.independent_reports AS dispute_independent_reports
FROM events e CROSS JOIN LATERAL unnest(e.disputed_by) dispute JOIN events d ON d.id = dispute
ORDER BY e.date_start NULLS LAST, e.id, d.id
