-- Views for BI tools over the Parquet files of a publication, with names joined in and traps taken out.
--
--   sed "s#PUBLICATION#$PWD/out/sample/reports/current#" jobs/bi/views.sql | duckdb themes.duckdb
--
-- The views hold the path, not the rows: with reports/current in it they show the newest run without being made again.

CREATE OR REPLACE VIEW dim_organization AS SELECT * FROM 'PUBLICATION/parquet/dim_organization/*.parquet';
CREATE OR REPLACE VIEW bridge_membership AS SELECT * FROM 'PUBLICATION/parquet/bridge_membership/*.parquet';
CREATE OR REPLACE VIEW dim_theme AS SELECT * FROM 'PUBLICATION/parquet/dim_theme/*.parquet';
CREATE OR REPLACE VIEW dim_topic AS SELECT * FROM 'PUBLICATION/parquet/dim_topic/*.parquet';
CREATE OR REPLACE VIEW dim_speech AS SELECT * FROM 'PUBLICATION/parquet/dim_speech/*.parquet';
CREATE OR REPLACE VIEW dim_date AS SELECT * FROM 'PUBLICATION/parquet/dim_date/*.parquet';
CREATE OR REPLACE VIEW dim_run AS SELECT * FROM 'PUBLICATION/parquet/dim_run/*.parquet';
CREATE OR REPLACE VIEW fact_sentence_theme AS SELECT * FROM 'PUBLICATION/parquet/fact_sentence_theme/*.parquet';
CREATE OR REPLACE VIEW fact_speech_theme AS SELECT * FROM 'PUBLICATION/parquet/fact_speech_theme/*.parquet';
CREATE OR REPLACE VIEW fact_speech_topic AS SELECT * FROM 'PUBLICATION/parquet/fact_speech_topic/*.parquet';
CREATE OR REPLACE VIEW fact_organization_theme AS SELECT * FROM 'PUBLICATION/parquet/fact_organization_theme/*.parquet';
CREATE OR REPLACE VIEW fact_organization_contrast AS SELECT * FROM 'PUBLICATION/parquet/fact_organization_contrast/*.parquet';
CREATE OR REPLACE VIEW fact_speaker_contrast AS SELECT * FROM 'PUBLICATION/parquet/fact_speaker_contrast/*.parquet';
CREATE OR REPLACE VIEW fact_theme_shift AS SELECT * FROM 'PUBLICATION/parquet/fact_theme_shift/*.parquet';
CREATE OR REPLACE VIEW fact_theme_change_point AS SELECT * FROM 'PUBLICATION/parquet/fact_theme_change_point/*.parquet';
CREATE OR REPLACE VIEW fact_distinctive_term AS SELECT * FROM 'PUBLICATION/parquet/fact_distinctive_term/*.parquet';
CREATE OR REPLACE VIEW fact_typical_sentence AS SELECT * FROM 'PUBLICATION/parquet/fact_typical_sentence/*.parquet';
CREATE OR REPLACE VIEW fact_topic_term AS SELECT * FROM 'PUBLICATION/parquet/fact_topic_term/*.parquet';
CREATE OR REPLACE VIEW fact_topic_lineage AS SELECT * FROM 'PUBLICATION/parquet/fact_topic_lineage/*.parquet';
CREATE OR REPLACE VIEW fact_model_diagnostic AS SELECT * FROM 'PUBLICATION/parquet/fact_model_diagnostic/*.parquet';
CREATE OR REPLACE VIEW fact_mention AS SELECT * FROM 'PUBLICATION/parquet/fact_mention/*.parquet';
CREATE OR REPLACE VIEW fact_proposal AS SELECT * FROM 'PUBLICATION/parquet/fact_proposal/*.parquet';
CREATE OR REPLACE VIEW fact_rejected_input AS SELECT * FROM 'PUBLICATION/parquet/fact_rejected_input/*.parquet';

-- Speeches that count: copies of others are left out.
CREATE OR REPLACE VIEW speeches AS
SELECT
  s.speech_id, s.title, s.speaker_name, s.country_id, s.organization_id, o.name AS organization_name, o.kind AS organization_kind,
  s.event_name, s.event_date, year(s.event_date) AS year, s.place, s.language, s.n_sentences, s.n_words, s.source_uri
FROM dim_speech s LEFT JOIN dim_organization o USING (organization_id)
WHERE s.duplicate_of IS NULL;

-- Every sentence that counts, with its speech: the evidence to drill down to.
CREATE OR REPLACE VIEW sentences AS
SELECT
  f.speech_id, f.sentence_no, f.text, f.theme_id, t.label AS theme, f.confidence, f.topic_id, p.label AS topic, f.voice, f.n_words,
  s.title, s.speaker_name, s.country_id, s.organization_id, s.organization_name, s.event_date, s.year, s.language
FROM fact_sentence_theme f
  JOIN speeches s USING (speech_id)
  JOIN dim_theme t USING (theme_id)
  LEFT JOIN dim_topic p ON p.topic_id = f.topic_id;

-- Shares over all years, a row for each basis, organization and theme. Filter on one basis.
CREATE OR REPLACE VIEW organization_themes AS
SELECT
  f.basis, f.organization_id, o.name AS organization_name, o.kind AS organization_kind, f.theme_id, t.label AS theme,
  f.share, f.share_low, f.share_high, f.ci_level, f.n_speeches, f.n_theme_words, f.n_words
FROM fact_organization_theme f
  JOIN dim_organization o USING (organization_id)
  JOIN dim_theme t USING (theme_id)
WHERE f.period = 'all';

-- The same by year; the rows over all years are left out, so that they are not added to those of the years.
CREATE OR REPLACE VIEW organization_themes_by_year AS
SELECT
  f.basis, f.organization_id, o.name AS organization_name, o.kind AS organization_kind, f.theme_id, t.label AS theme,
  CAST(f.period AS INTEGER) AS year, make_date(CAST(f.period AS INTEGER), 1, 1) AS year_start,
  f.share, f.share_low, f.share_high, f.ci_level, f.n_speeches, f.n_theme_words, f.n_words
FROM fact_organization_theme f
  JOIN dim_organization o USING (organization_id)
  JOIN dim_theme t USING (theme_id)
WHERE f.period <> 'all';

-- Differences between the shares of two organizations; each pair once, is_clear for those that can be told from chance; beside
-- them the same differences with other circumstances held constant, where they were computed.
CREATE OR REPLACE VIEW organization_differences AS
SELECT
  f.basis, f.organization_id_a, a.name AS organization_a, f.organization_id_b, b.name AS organization_b, f.theme_id, t.label AS theme,
  f.value AS difference, f.low, f.high, f.ci_level, f.p_value, f.q_value, f.verdict, f.verdict IN ('a_higher', 'b_higher') AS is_clear,
  f.n_speeches_a, f.n_speeches_b, d.value AS adjusted_difference, d.q_value AS adjusted_q_value, d.verdict AS adjusted_verdict
FROM fact_organization_contrast f
  LEFT JOIN fact_organization_contrast d ON d.basis = f.basis AND d.organization_id_a = f.organization_id_a
    AND d.organization_id_b = f.organization_id_b AND d.theme_id = f.theme_id AND d.measure = 'adjusted_difference'
  JOIN dim_organization a ON a.organization_id = f.organization_id_a
  JOIN dim_organization b ON b.organization_id = f.organization_id_b
  JOIN dim_theme t ON t.theme_id = f.theme_id
WHERE f.measure = 'share_difference';

-- Distances between organizations, each pair in both orders, as a heat map wants it.
CREATE OR REPLACE VIEW organization_distances AS
SELECT basis, organization_id_a AS organization_id, organization_id_b AS other_organization_id, value AS divergence, low, high,
  verdict, verdict = 'different' AS is_clear
FROM fact_organization_contrast WHERE measure = 'jensen_shannon'
UNION ALL
SELECT basis, organization_id_b, organization_id_a, value, low, high, verdict, verdict = 'different'
FROM fact_organization_contrast WHERE measure = 'jensen_shannon';

-- Changes from one year to another.
CREATE OR REPLACE VIEW theme_shifts AS
SELECT
  f.basis, f.organization_id, o.name AS organization_name, f.theme_id, t.label AS theme, f.period_from, f.period_to,
  f.change, f.low, f.high, f.p_value, f.q_value, f.verdict, f.verdict IN ('rose', 'fell') AS is_clear, f.partial_period
FROM fact_theme_shift f
  JOIN dim_organization o USING (organization_id)
  JOIN dim_theme t USING (theme_id);

-- Years in which a theme's share changed to a new level.
CREATE OR REPLACE VIEW theme_change_points AS
SELECT
  f.basis, f.organization_id, o.name AS organization_name, f.theme_id, t.label AS theme, f.period, f.period_from, f.period_to,
  f.share_before, f.share_after, f.change, f.low, f.high, f.p_value, f.q_value, f.verdict, f.verdict IN ('rose', 'fell') AS is_clear
FROM fact_theme_change_point f
  JOIN dim_organization o USING (organization_id)
  JOIN dim_theme t USING (theme_id);

-- Terms of the topics of the current model.
CREATE OR REPLACE VIEW topic_terms AS
SELECT p.topic_id, p.label AS topic, p.kind, p.theme_id, f.term, f.rank, f.weight, f.frex, f.lift, f.is_seed
FROM fact_topic_term f JOIN dim_topic p USING (topic_id);

-- Words that set an organization apart.
CREATE OR REPLACE VIEW distinctive_terms AS
SELECT
  f.basis, f.organization_id, o.name AS organization_name, f.theme_id, coalesce(t.label, 'All themes') AS theme,
  f.term, f.rank, f.log_odds, f.z_score, f.n_organization, f.n_rest
FROM fact_distinctive_term f
  JOIN dim_organization o USING (organization_id)
  LEFT JOIN dim_theme t USING (theme_id);

-- Who put forward what.
CREATE OR REPLACE VIEW proposals AS
SELECT
  f.proposal_id, f.act, f.title, f.proposer_name, f.organization_id, o.name AS organization_name, f.theme_id, t.label AS theme,
  f.confidence, f.group_id, s.event_date, year(s.event_date) AS year, f.speech_id, s.title AS speech_title
FROM fact_proposal f
  JOIN dim_speech s USING (speech_id)
  LEFT JOIN dim_organization o ON o.organization_id = f.organization_id
  LEFT JOIN dim_theme t ON t.theme_id = f.theme_id;
