-- The tables of a Kawat dataset. A change here is a change of SCHEMA_VERSION in schema.py.
-- Spans count Unicode code points of articles.text; ends are exclusive.

CREATE TABLE runs (
    id VARCHAR NOT NULL,
    kawat VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    model_digest VARCHAR NOT NULL,
    codebook VARCHAR NOT NULL
);
COMMENT ON TABLE runs IS 'The versions that coded the articles: one row for each combination';
COMMENT ON COLUMN runs.id IS 'Digest of the other columns';
COMMENT ON COLUMN runs.kawat IS 'Version of Kawat';
COMMENT ON COLUMN runs.model IS 'Name of the model';
COMMENT ON COLUMN runs.model_digest IS 'Digest of the model''s files and of actors of your own';
COMMENT ON COLUMN runs.codebook IS 'Version of the codebook';

CREATE TABLE articles (
    id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    url VARCHAR,
    title VARCHAR,
    language VARCHAR,
    published DATE,
    published_from VARCHAR,
    published_day DATE[],
    published_where VARCHAR[],
    dateline_place VARCHAR,
    dateline_outlet VARCHAR,
    bylines VARCHAR[],
    agencies VARCHAR[],
    outlet VARCHAR,
    outlet_country VARCHAR,
    text VARCHAR NOT NULL,
    paragraph_start INTEGER[],
    paragraph_end INTEGER[],
    removed_text VARCHAR[],
    removed_reason VARCHAR[],
    story_id VARCHAR,
    duplicate_of VARCHAR,
    translation_of VARCHAR,
    run_id VARCHAR NOT NULL,
    input_digest VARCHAR NOT NULL,
    digest VARCHAR NOT NULL
);
COMMENT ON TABLE articles IS 'Cleaned articles';
COMMENT ON COLUMN articles.id IS 'The id given with the input, or one made from it';
COMMENT ON COLUMN articles.source IS 'The input: a path, path#row or -';
COMMENT ON COLUMN articles.url IS 'Address of the page';
COMMENT ON COLUMN articles.title IS 'Title; not part of text';
COMMENT ON COLUMN articles.language IS 'ISO 639-1';
COMMENT ON COLUMN articles.published IS 'Day of publication';
COMMENT ON COLUMN articles.published_from IS 'metadata, url, text or given';
COMMENT ON COLUMN articles.published_day IS 'Every day of publication that some place tells, whether they agree or not';
COMMENT ON COLUMN articles.published_where IS 'The place that tells each of them';
COMMENT ON COLUMN articles.dateline_place IS 'Place named in the dateline';
COMMENT ON COLUMN articles.dateline_outlet IS 'Outlet named in the dateline';
COMMENT ON COLUMN articles.bylines IS 'Reporters named';
COMMENT ON COLUMN articles.agencies IS 'News agencies that the article credits';
COMMENT ON COLUMN articles.outlet IS 'Who publishes it: by its dateline, else by its address';
COMMENT ON COLUMN articles.outlet_country IS 'Country of the outlet, ISO 3166-1 alpha-3: of the registry, or by its address';
COMMENT ON COLUMN articles.text IS 'Paragraphs joined by a blank line; every span counts its Unicode code points';
COMMENT ON COLUMN articles.paragraph_start IS 'First character of each paragraph';
COMMENT ON COLUMN articles.paragraph_end IS 'End of each paragraph, exclusive';
COMMENT ON COLUMN articles.removed_text IS 'Pieces of the page that are not the article''s body';
COMMENT ON COLUMN articles.removed_reason IS 'Why each piece was removed: chrome, repeat, byline, dateline, caption or metadata';
COMMENT ON COLUMN articles.story_id IS 'The story that the article belongs to';
COMMENT ON COLUMN articles.duplicate_of IS 'Id of the earliest article that this one nearly copies';
COMMENT ON COLUMN articles.translation_of IS 'The article in another language that it most probably retells, by its names and numbers';
COMMENT ON COLUMN articles.run_id IS 'The row of runs that coded it';
COMMENT ON COLUMN articles.input_digest IS 'Digest of the page and the options it was coded with';
COMMENT ON COLUMN articles.digest IS 'Digest of the article and all that was coded in it';

CREATE TABLE actors (
    article_id VARCHAR NOT NULL,
    id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    country VARCHAR,
    sectors VARCHAR[],
    wikidata VARCHAR
);
COMMENT ON TABLE actors IS 'Who acts, speaks or is acted upon, article by article';
COMMENT ON COLUMN actors.article_id IS 'The article';
COMMENT ON COLUMN actors.id IS 'The same in all articles: the id in the registry, or one made of country and name';
COMMENT ON COLUMN actors.name IS 'Name';
COMMENT ON COLUMN actors.country IS 'ISO 3166-1 alpha-3, or IGO, NGO, IMG, MNC, UNO, EUR';
COMMENT ON COLUMN actors.sectors IS 'Sectors, the primary one first';
COMMENT ON COLUMN actors.wikidata IS 'Wikidata id';

CREATE TABLE mentions (
    article_id VARCHAR NOT NULL,
    actor_id VARCHAR NOT NULL,
    mention_start INTEGER NOT NULL,
    mention_end INTEGER NOT NULL,
    how VARCHAR NOT NULL
);
COMMENT ON TABLE mentions IS 'The places in the text that name an actor';
COMMENT ON COLUMN mentions.article_id IS 'The article';
COMMENT ON COLUMN mentions.actor_id IS 'The actor';
COMMENT ON COLUMN mentions.mention_start IS 'First character';
COMMENT ON COLUMN mentions.mention_end IS 'End, exclusive';
COMMENT ON COLUMN mentions.how IS 'The step that resolved the mention';

CREATE TABLE statements (
    id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    stance VARCHAR NOT NULL,
    content_start INTEGER NOT NULL,
    content_end INTEGER NOT NULL,
    cue_start INTEGER,
    cue_end INTEGER,
    source_start INTEGER,
    source_end INTEGER,
    source_actor_id VARCHAR,
    source_name VARCHAR,
    via VARCHAR[],
    links STRUCT(statement_id VARCHAR, how VARCHAR)[]
);
COMMENT ON TABLE statements IS 'What somebody other than the outlet says or writes';
COMMENT ON COLUMN statements.id IS 'Begins with the id of the article';
COMMENT ON COLUMN statements.article_id IS 'The article';
COMMENT ON COLUMN statements.kind IS 'direct, indirect or mixed';
COMMENT ON COLUMN statements.stance IS 'asserts, denies, alleges, asks, promises, warns, hopes or praises';
COMMENT ON COLUMN statements.content_start IS 'First character of what is said';
COMMENT ON COLUMN statements.content_end IS 'Its end, exclusive';
COMMENT ON COLUMN statements.cue_start IS 'First character of the words that announce it';
COMMENT ON COLUMN statements.cue_end IS 'Their end, exclusive';
COMMENT ON COLUMN statements.source_start IS 'First character of the words that name the speaker';
COMMENT ON COLUMN statements.source_end IS 'Their end, exclusive';
COMMENT ON COLUMN statements.source_actor_id IS 'The speaker; null where unresolved';
COMMENT ON COLUMN statements.source_name IS 'Name of the speaker, or the words that name it';
COMMENT ON COLUMN statements.via IS 'Ids of the actors it passed through, from the outlet inwards';
COMMENT ON COLUMN statements.links IS 'Earlier statements of the article that it contradicts, confirms or answers';

CREATE TABLE reports (
    id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    event_id VARCHAR,
    event_chance DOUBLE,
    event_why VARCHAR[],
    type VARCHAR NOT NULL,
    modes VARCHAR[],
    contexts VARCHAR[],
    quad VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    actor_ids VARCHAR[],
    actor_names VARCHAR[],
    actor_countries VARCHAR[],
    actor_start INTEGER[],
    actor_end INTEGER[],
    recipient_ids VARCHAR[],
    recipient_names VARCHAR[],
    recipient_countries VARCHAR[],
    recipient_start INTEGER[],
    recipient_end INTEGER[],
    "symmetric" BOOLEAN NOT NULL,
    status VARCHAR NOT NULL,
    attributed_to VARCHAR[],
    attributed_names VARCHAR[],
    agencies VARCHAR[],
    disputed_by VARCHAR[],
    date_start DATE,
    date_end DATE,
    date_text_start INTEGER,
    date_text_end INTEGER,
    date_precision VARCHAR,
    date_contradicts BOOLEAN,
    place_name VARCHAR,
    place_country VARCHAR,
    place_admin1 VARCHAR,
    place_latitude DOUBLE,
    place_longitude DOUBLE,
    place_geonames_id BIGINT,
    place_start INTEGER,
    place_end INTEGER,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    confidence DOUBLE NOT NULL
);
COMMENT ON TABLE reports IS 'Events as articles tell them: one row for each act in each article';
COMMENT ON COLUMN reports.id IS 'Begins with the id of the article';
COMMENT ON COLUMN reports.article_id IS 'The article';
COMMENT ON COLUMN reports.event_id IS 'The event in the world that it reports';
COMMENT ON COLUMN reports.event_chance IS 'Mean chance that it tells the same event as the other reports of it; null where there is none';
COMMENT ON COLUMN reports.event_why IS 'What speaks most for that, the strongest first';
COMMENT ON COLUMN reports.type IS 'PLOVER event type';
COMMENT ON COLUMN reports.modes IS 'PLOVER modes: how';
COMMENT ON COLUMN reports.contexts IS 'PLOVER contexts: why';
COMMENT ON COLUMN reports.quad IS 'Quad class';
COMMENT ON COLUMN reports.score IS 'PLOVER''s conflict-cooperation scale, -10 to +10';
COMMENT ON COLUMN reports.actor_ids IS 'Ids of who acts, as in actors';
COMMENT ON COLUMN reports.actor_names IS 'Names of who acts';
COMMENT ON COLUMN reports.actor_countries IS 'Countries of who acts; null where unknown';
COMMENT ON COLUMN reports.actor_start IS 'First character of the words that name who acts';
COMMENT ON COLUMN reports.actor_end IS 'Their ends, exclusive';
COMMENT ON COLUMN reports.recipient_ids IS 'Ids of who is acted upon, as in actors';
COMMENT ON COLUMN reports.recipient_names IS 'Names of who is acted upon';
COMMENT ON COLUMN reports.recipient_countries IS 'Countries of who is acted upon; null where unknown';
COMMENT ON COLUMN reports.recipient_start IS 'First character of the words that name who is acted upon';
COMMENT ON COLUMN reports.recipient_end IS 'Their ends, exclusive';
COMMENT ON COLUMN reports."symmetric" IS 'Whether both sides do the same thing together';
COMMENT ON COLUMN reports.status IS 'asserted, claimed, denied, future, hypothetical or historical';
COMMENT ON COLUMN reports.attributed_to IS 'Ids of the statements that say so';
COMMENT ON COLUMN reports.attributed_names IS 'Names of who says so';
COMMENT ON COLUMN reports.agencies IS 'News agencies on the way from the event to the outlet';
COMMENT ON COLUMN reports.disputed_by IS 'Ids of reports in the same article that dispute it';
COMMENT ON COLUMN reports.date_start IS 'First day';
COMMENT ON COLUMN reports.date_end IS 'Last day, inclusive';
COMMENT ON COLUMN reports.date_text_start IS 'First character of the words that give the date';
COMMENT ON COLUMN reports.date_text_end IS 'Their end, exclusive';
COMMENT ON COLUMN reports.date_precision IS 'day, week, month or year: the unit in which the text tells it';
COMMENT ON COLUMN reports.date_contradicts IS 'Whether weekday and date in the text are of different days: the first and last day are these';
COMMENT ON COLUMN reports.place_name IS 'Where it happened';
COMMENT ON COLUMN reports.place_country IS 'Country of the place, ISO 3166-1 alpha-3';
COMMENT ON COLUMN reports.place_admin1 IS 'First-level division of the place';
COMMENT ON COLUMN reports.place_latitude IS 'Latitude, WGS 84';
COMMENT ON COLUMN reports.place_longitude IS 'Longitude, WGS 84';
COMMENT ON COLUMN reports.place_geonames_id IS 'GeoNames id of the place';
COMMENT ON COLUMN reports.place_start IS 'First character of the words that name the place';
COMMENT ON COLUMN reports.place_end IS 'Their end, exclusive';
COMMENT ON COLUMN reports.trigger_start IS 'First character of the word that tells the event';
COMMENT ON COLUMN reports.trigger_end IS 'Its end, exclusive';
COMMENT ON COLUMN reports.sentence_start IS 'First character of its sentence';
COMMENT ON COLUMN reports.sentence_end IS 'Its end, exclusive';
COMMENT ON COLUMN reports.confidence IS '0 to 1';

CREATE TABLE events (
    id VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    modes VARCHAR[],
    contexts VARCHAR[],
    quad VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    actor_ids VARCHAR[],
    actor_names VARCHAR[],
    actor_countries VARCHAR[],
    recipient_ids VARCHAR[],
    recipient_names VARCHAR[],
    recipient_countries VARCHAR[],
    "symmetric" BOOLEAN NOT NULL,
    status VARCHAR NOT NULL,
    attributed_to VARCHAR[],
    asserted_by VARCHAR[],
    claimed_by VARCHAR[],
    denied_by VARCHAR[],
    disputed_by VARCHAR[],
    date_start DATE,
    date_end DATE,
    days_told DATE[],
    place_name VARCHAR,
    place_country VARCHAR,
    place_admin1 VARCHAR,
    place_latitude DOUBLE,
    place_longitude DOUBLE,
    place_geonames_id BIGINT,
    places_told VARCHAR[],
    reports VARCHAR[],
    report_count INTEGER NOT NULL,
    independent_reports INTEGER NOT NULL,
    sides VARCHAR[],
    confidence DOUBLE NOT NULL,
    story_id VARCHAR
);
COMMENT ON TABLE events IS 'Events in the world, each with the reports that tell it';
COMMENT ON COLUMN events.id IS 'Made from the id of its earliest report';
COMMENT ON COLUMN events.type IS 'PLOVER event type';
COMMENT ON COLUMN events.modes IS 'PLOVER modes: how';
COMMENT ON COLUMN events.contexts IS 'PLOVER contexts: why';
COMMENT ON COLUMN events.quad IS 'Quad class';
COMMENT ON COLUMN events.score IS 'PLOVER''s conflict-cooperation scale, -10 to +10';
COMMENT ON COLUMN events.actor_ids IS 'Ids of who acts, as in actors';
COMMENT ON COLUMN events.actor_names IS 'Names of who acts';
COMMENT ON COLUMN events.actor_countries IS 'Countries of who acts; null where unknown';
COMMENT ON COLUMN events.recipient_ids IS 'Ids of who is acted upon, as in actors';
COMMENT ON COLUMN events.recipient_names IS 'Names of who is acted upon';
COMMENT ON COLUMN events.recipient_countries IS 'Countries of who is acted upon; null where unknown';
COMMENT ON COLUMN events."symmetric" IS 'Whether both sides do the same thing together';
COMMENT ON COLUMN events.status IS 'The most asserted status among its reports';
COMMENT ON COLUMN events.attributed_to IS 'Names of who says so';
COMMENT ON COLUMN events.asserted_by IS 'Outlets and agencies that report it as fact';
COMMENT ON COLUMN events.claimed_by IS 'Names of who claims it';
COMMENT ON COLUMN events.denied_by IS 'Names of who denies it';
COMMENT ON COLUMN events.disputed_by IS 'Ids of the events that dispute it, in whatever article';
COMMENT ON COLUMN events.date_start IS 'First day';
COMMENT ON COLUMN events.date_end IS 'Last day, inclusive';
COMMENT ON COLUMN events.days_told IS 'Every first day that its reports tell, the most told first';
COMMENT ON COLUMN events.place_name IS 'Where it happened';
COMMENT ON COLUMN events.place_country IS 'Country of the place, ISO 3166-1 alpha-3';
COMMENT ON COLUMN events.place_admin1 IS 'First-level division of the place';
COMMENT ON COLUMN events.place_latitude IS 'Latitude, WGS 84';
COMMENT ON COLUMN events.place_longitude IS 'Longitude, WGS 84';
COMMENT ON COLUMN events.place_geonames_id IS 'GeoNames id of the place';
COMMENT ON COLUMN events.places_told IS 'Every place that its reports tell, the most told first';
COMMENT ON COLUMN events.reports IS 'Ids of its reports, the earliest first';
COMMENT ON COLUMN events.report_count IS 'How many reports tell it';
COMMENT ON COLUMN events.independent_reports IS 'How many of them neither copy another nor come from the same agency or outlet';
COMMENT ON COLUMN events.sides IS 'Countries whose media tell it';
COMMENT ON COLUMN events.confidence IS '0 to 1: that of its surest report';
COMMENT ON COLUMN events.story_id IS 'The story of its earliest report';

CREATE TABLE stories (
    id VARCHAR NOT NULL,
    title VARCHAR,
    articles VARCHAR[],
    article_count INTEGER NOT NULL,
    event_count INTEGER NOT NULL,
    actors VARCHAR[],
    countries VARCHAR[],
    outlets VARCHAR[],
    published_first DATE,
    published_last DATE
);
COMMENT ON TABLE stories IS 'Articles about the same happenings';
COMMENT ON COLUMN stories.id IS 'Made from the id of its earliest article';
COMMENT ON COLUMN stories.title IS 'Title of its earliest article that has one';
COMMENT ON COLUMN stories.articles IS 'Ids of its articles, the earliest first';
COMMENT ON COLUMN stories.article_count IS 'How many articles';
COMMENT ON COLUMN stories.event_count IS 'How many events its articles report';
COMMENT ON COLUMN stories.actors IS 'Names of the five actors that most of its reports name';
COMMENT ON COLUMN stories.countries IS 'Countries of the actors and recipients of those events';
COMMENT ON COLUMN stories.outlets IS 'Outlets that tell it';
COMMENT ON COLUMN stories.published_first IS 'Day of its earliest article';
COMMENT ON COLUMN stories.published_last IS 'Day of its latest article';

CREATE TABLE rejects (
    id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    sample VARCHAR NOT NULL
);
COMMENT ON TABLE rejects IS 'Input that could not be read or coded';
COMMENT ON COLUMN rejects.id IS 'Digest of the other columns';
COMMENT ON COLUMN rejects.source IS 'The input: a path, path#row or -';
COMMENT ON COLUMN rejects.reason IS 'Why it was rejected';
COMMENT ON COLUMN rejects.sample IS 'Its first characters, if it has any';

-- Views for what people ask most. Each counts events of the world, not reports; what is denied or only supposed is left
-- out, and every view says how much of what it counts is claimed or disputed.
CREATE VIEW dyad_weeks AS
WITH sided AS (
    SELECT id, quad, score, status, len(disputed_by) > 0 AS disputed, independent_reports, confidence,
        date_trunc('week', date_start)::DATE AS week,
        list_distinct(list_filter(actor_countries, lambda c: c IS NOT NULL)) AS sources,
        list_distinct(list_filter(recipient_countries, lambda c: c IS NOT NULL)) AS targets
    FROM events WHERE date_start IS NOT NULL AND status NOT IN ('denied', 'hypothetical', 'future')
), pairs AS (
    SELECT * EXCLUDE (sources, targets), unnest(sources) AS source, targets FROM sided
), dyads AS (
    SELECT * EXCLUDE (targets), unnest(targets) AS target FROM pairs
)
SELECT week, source, target, count(*) AS events,
    count(*) FILTER (quad = 'verbal cooperation') AS verbal_cooperation,
    count(*) FILTER (quad = 'material cooperation') AS material_cooperation,
    count(*) FILTER (quad = 'verbal conflict') AS verbal_conflict,
    count(*) FILTER (quad = 'material conflict') AS material_conflict,
    sum(score) AS score_sum, avg(score) AS score_mean,
    count(*) FILTER (status = 'claimed') AS claimed, count(*) FILTER (disputed) AS disputed,
    sum(independent_reports)::BIGINT AS independent_reports
FROM dyads WHERE source <> target GROUP BY ALL ORDER BY ALL;
COMMENT ON VIEW dyad_weeks IS 'Events between two countries a week (from Monday), by quad class, with scores';

CREATE VIEW protest_months AS
SELECT date_trunc('month', date_start)::DATE AS month, place_country AS country, place_admin1 AS province,
    count(*) AS events, sum(independent_reports)::BIGINT AS independent_reports,
    count(*) FILTER (len(disputed_by) > 0) AS disputed, list(id ORDER BY date_start, id) AS event_ids
FROM events
WHERE type = 'PROTEST' AND date_start IS NOT NULL AND status NOT IN ('denied', 'hypothetical', 'future')
GROUP BY ALL ORDER BY ALL;
COMMENT ON VIEW protest_months IS 'Protests a month, by country and province';

CREATE VIEW actor_statements AS
SELECT s.source_actor_id AS actor_id, s.source_name AS actor, a.published, s.stance, s.kind,
    substring(a.text, s.content_start + 1, s.content_end - s.content_start) AS content,
    s.via, a.outlet, a.title, a.url, s.article_id, s.id AS statement_id
FROM statements s JOIN articles a ON a.id = s.article_id
WHERE a.duplicate_of IS NULL
ORDER BY actor_id, a.published, s.article_id, s.content_start;
COMMENT ON VIEW actor_statements IS 'What each actor said, in its words; copies of an article are left out';

CREATE VIEW disputes AS
SELECT e.id AS event_id, e.type, e.status, e.date_start, e.actor_names, e.recipient_names, e.claimed_by, e.asserted_by,
    d.id AS disputed_by_id, d.type AS dispute_type, d.date_start AS dispute_date, d.actor_names AS disputed_by,
    e.independent_reports, d.independent_reports AS dispute_independent_reports
FROM (SELECT *, unnest(disputed_by) AS dispute FROM events) e JOIN events d ON d.id = e.dispute
ORDER BY e.date_start NULLS LAST, e.id, d.id;
COMMENT ON VIEW disputes IS 'Events beside the events that dispute them';

-- What people decide; no run touches it.
CREATE SCHEMA review;
CREATE TABLE review.locks (
    report_id VARCHAR NOT NULL,
    other_id VARCHAR NOT NULL,
    together BOOLEAN NOT NULL,
    reviewer VARCHAR NOT NULL,
    decided TIMESTAMP NOT NULL
);
COMMENT ON TABLE review.locks IS 'What people have said of two reports: that they tell one event, or that they do not';
COMMENT ON COLUMN review.locks.report_id IS 'A report';
COMMENT ON COLUMN review.locks.other_id IS 'Another report';
COMMENT ON COLUMN review.locks.together IS 'Whether both tell one event';
COMMENT ON COLUMN review.locks.reviewer IS 'Who says so';
COMMENT ON COLUMN review.locks.decided IS 'When, UTC';

CREATE TABLE review.corrections (
    report_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    value VARCHAR,
    reviewer VARCHAR NOT NULL,
    decided TIMESTAMP NOT NULL
);
COMMENT ON TABLE review.corrections IS 'What people have corrected in reports; the reports themselves stay as they were coded';
COMMENT ON COLUMN review.corrections.report_id IS 'The report';
COMMENT ON COLUMN review.corrections.field IS 'type, status, date_start, date_end or rejected';
COMMENT ON COLUMN review.corrections.value IS 'The right value; null takes an earlier correction back';
COMMENT ON COLUMN review.corrections.reviewer IS 'Who says so';
COMMENT ON COLUMN review.corrections.decided IS 'When, UTC; of two corrections of one field the later counts';

-- What the file is, by which version stories and events were resolved, which days' articles have changed since (null:
-- articles without a day), and the events of single stories, of which those of several are made.
CREATE SCHEMA kawat_internal;
CREATE TABLE kawat_internal.dataset (schema_version INTEGER NOT NULL, resolved_by VARCHAR);
CREATE TABLE kawat_internal.changed (published DATE);
CREATE TABLE kawat_internal.drafts (report_id VARCHAR, draft VARCHAR, key VARCHAR, chance DOUBLE, why VARCHAR[]);
