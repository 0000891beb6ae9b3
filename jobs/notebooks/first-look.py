# %% [markdown]
# # First look
#
# A publication is a folder of tables. DuckDB reads the Parquet files where they are: nothing to install but the
# package, nothing to import. Every column is explained in `DICTIONARY.md` beside the tables.

# %%
import os

import duckdb
import matplotlib.pyplot as plt

PUBLICATION = os.environ.get("PUBLICATION", "../out/sample/reports/current")
db = duckdb.connect()
for folder in sorted(os.listdir(f"{PUBLICATION}/parquet")):
    db.sql(f"CREATE VIEW {folder} AS SELECT * FROM '{PUBLICATION}/parquet/{folder}/*.parquet'")

# %% [markdown]
# ## What is there
#
# Tables that begin with `dim_` describe things, `fact_` tables measure them, `bridge_membership` says who belonged where and when.

# %%
tables = sorted(os.listdir(f"{PUBLICATION}/parquet"))
db.sql(" UNION ALL ".join(f"SELECT '{table}' AS name, count(*) AS rows FROM {table}" for table in tables)).df()

# %% [markdown]
# ## What was read
#
# One row of `dim_speech` is one report of a speech. A copy of another report has `duplicate_of` and counts for nothing.

# %%
db.sql("""
    SELECT coalesce(organization_id, '(unknown)') AS organization,
           count(*) AS speeches, sum(n_sentences)::INT AS sentences, sum(n_words)::INT AS words,
           min(year(event_date)) AS first_year, max(year(event_date)) AS last_year,
           string_agg(DISTINCT language, ', ' ORDER BY language) AS languages
    FROM dim_speech WHERE duplicate_of IS NULL
    GROUP BY ALL ORDER BY speeches DESC, organization
""").df()

# %% [markdown]
# What could not be read, and why:

# %%
db.sql("SELECT source_uri, reason_code, detail FROM fact_rejected_input ORDER BY source_uri").df()

# %% [markdown]
# ## What they talk about
#
# `fact_organization_theme` has the share of an organization's words that stand in sentences of a theme. Two traps:
# `basis` says how a speech belongs to an organization (`venue`: given there; `members`: by a member's
# representative), and `period` is a year or `all`. Choose one of each before adding anything up.

# %%
shares = db.sql("""
    PIVOT (
        SELECT organization_id, theme_id, share FROM fact_organization_theme
        WHERE basis = 'venue' AND period = 'all'
    ) ON theme_id USING first(share) GROUP BY organization_id ORDER BY organization_id
""").df().set_index("organization_id")
shares.style.format("{:.0%}").background_gradient(cmap="Blues", axis=None)

# %%
COLOURS = {
    "energy": "#2a7f52", "security": "#b03a48", "trade": "#1f6fb2", "transport": "#9a6a00", "other": "#b9bcc1",
}
columns = [theme for theme in COLOURS if theme in shares.columns]
ax = shares[columns].plot.barh(
    stacked=True, width=0.7, figsize=(8, 0.5 * len(shares) + 1.2), color=[COLOURS[theme] for theme in columns])
ax.invert_yaxis()
ax.set(xlabel="share of words", ylabel="", xlim=(0, 1))
ax.xaxis.set_major_formatter(plt.matplotlib.ticker.PercentFormatter(1))
ax.legend(ncols=len(columns), loc="lower left", bbox_to_anchor=(0, 1), frameon=False)
ax.spines[["top", "right"]].set_visible(False)
plt.show()

# %% [markdown]
# ## The sentences behind a number
#
# `fact_sentence_theme` has every sentence with its theme and how sure the label is.

# %%
db.sql("""
    SELECT coalesce(s.organization_id, '–') AS organization, coalesce(s.event_date::TEXT, '–') AS date,
           format('{:.2f}', t.confidence) AS confidence, t.text
    FROM fact_sentence_theme t JOIN dim_speech s USING (speech_id)
    WHERE t.theme_id = 'transport' AND s.language = 'en' AND s.duplicate_of IS NULL
    ORDER BY t.confidence DESC, t.speech_id, t.sentence_no LIMIT 5
""").df().style.hide(axis="index").set_properties(subset=["text"], **{"text-align": "left"})
