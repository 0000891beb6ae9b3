# %% [markdown]
# # Topics
#
# Themes are what the analyst named; topics are what the model found: one *seeded* by each theme, the others *discovered*.

# %%
import os

import duckdb
import matplotlib.pyplot as plt
import numpy as np

PUBLICATION = os.environ.get("PUBLICATION", "../out/sample/reports/current")
db = duckdb.connect()
for folder in sorted(os.listdir(f"{PUBLICATION}/parquet")):
    db.sql(f"CREATE VIEW {folder} AS SELECT * FROM '{PUBLICATION}/parquet/{folder}/*.parquet'")
COLOURS = {"energy": "#2a7f52", "security": "#b03a48", "trade": "#1f6fb2", "transport": "#9a6a00"}
plt.rcParams.update({"axes.spines.top": False, "axes.spines.right": False})

# %% [markdown]
# ## The model and its measures
#
# `npmi` is the coherence of a topic's first terms, `exclusivity` how much they are its own, `token_share` its part of all words.

# %%
topics = db.sql("""
    SELECT t.topic_id, t.kind, t.theme_id, t.label,
           max(value) FILTER (measure = 'token_share') AS token_share,
           max(value) FILTER (measure = 'npmi') AS npmi,
           max(value) FILTER (measure = 'exclusivity') AS exclusivity,
           max(value) FILTER (measure = 'map_x') AS x,
           max(value) FILTER (measure = 'map_y') AS y
    FROM dim_topic t JOIN fact_model_diagnostic d USING (topic_id)
    WHERE t.status = 'active' GROUP BY ALL ORDER BY token_share DESC, topic_id
""").df()
topics[["topic_id", "kind", "label", "token_share", "npmi", "exclusivity"]].style.hide(axis="index").format(
    {"token_share": "{:.1%}", "npmi": "{:.2f}", "exclusivity": "{:.2f}"})

# %% [markdown]
# ## A map
#
# Topics with similar words lie close together; the axes mean nothing by themselves.

# %%
fig, ax = plt.subplots(figsize=(8, 5))
colours = [COLOURS.get(theme, "#767b82") for theme in topics.theme_id]
ax.scatter(topics.x, topics.y, s=9000 * topics.token_share, c=colours, alpha=0.5, edgecolor=colours)
for topic in topics.itertuples():
    ax.annotate(topic.label.split(", ")[0], (topic.x, topic.y), ha="center", va="center", fontsize=9)
ax.margins(0.12)
ax.set(xticks=[], yticks=[])
ax.spines[:].set_visible(False)
plt.show()

# %% [markdown]
# ## Words by relevance
#
# The order that LDAvis made known: λ ln(weight) + (1 - λ) ln(lift). λ = 1 orders by frequency, λ = 0 by what is the topic's own.

# %%
LAMBDA = 0.6
terms = db.execute("""
    SELECT topic_id, term, weight, lift, is_seed,
           row_number() OVER (
               PARTITION BY topic_id ORDER BY $1 * ln(weight) + (1 - $1) * ln(lift) DESC, rank) AS place
    FROM fact_topic_term QUALIFY place <= 10 ORDER BY topic_id, place
""", [LAMBDA]).df()
seeded = [topic for topic in COLOURS if topic in set(terms.topic_id)]
fig, axes = plt.subplots(1, len(seeded), figsize=(2.7 * len(seeded), 3))
for ax, topic in zip(np.atleast_1d(axes), seeded):
    rows = terms[terms.topic_id == topic][::-1]
    labels = [term + (" ●" if seed else "") for term, seed in zip(rows.term, rows.is_seed)]
    ax.barh(labels, rows.weight, color=COLOURS[topic])
    ax.set_title(topic, loc="left", fontsize=11)
    ax.xaxis.set_major_formatter(plt.matplotlib.ticker.PercentFormatter(1))
fig.tight_layout()
plt.show()

# %% [markdown]
# ● a word of the catalog that seeds the topic.
#
# ## Speeches that are most about a topic

# %%
db.sql("""
    SELECT f.topic_id AS topic, coalesce(s.organization_id, '–') AS organization,
           coalesce(year(s.event_date)::TEXT, '–') AS year, format('{:.2f}', f.share) AS share, s.title
    FROM fact_speech_topic f JOIN dim_speech s USING (speech_id) JOIN dim_topic t USING (topic_id)
    WHERE t.kind = 'seeded'
    QUALIFY row_number() OVER (PARTITION BY f.topic_id ORDER BY f.share DESC, speech_id) <= 2
    ORDER BY topic, f.share DESC, speech_id
""").df().style.hide(axis="index").set_properties(subset=["title"], **{"text-align": "left"})
