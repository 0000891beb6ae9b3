# %% [markdown]
# # Comparing organizations
#
# The job has compared every pair of organizations: how large the difference is, how sure, and whether it can be told
# from chance at all. This notebook reads those verdicts; it tests nothing itself.

# %%
import os

import duckdb
import matplotlib.pyplot as plt
import numpy as np

PUBLICATION = os.environ.get("PUBLICATION", "../out/sample/reports/current")
db = duckdb.connect()
for folder in sorted(os.listdir(f"{PUBLICATION}/parquet")):
    db.sql(f"CREATE VIEW {folder} AS SELECT * FROM '{PUBLICATION}/parquet/{folder}/*.parquet'")
COLOURS = {
    "energy": "#2a7f52", "security": "#b03a48", "trade": "#1f6fb2", "transport": "#9a6a00", "other": "#767b82",
}
plt.rcParams.update({"axes.spines.top": False, "axes.spines.right": False})

# %% [markdown]
# ## Shares with their intervals
#
# The lines are intervals from resampling whole speeches, because sentences of one speech are not independent.
# A hollow dot has too few speeches for an interval.

# %%
shares = db.sql("""
    SELECT organization_id, theme_id, share, share_low, share_high, ci_level, n_speeches
    FROM fact_organization_theme WHERE basis = 'venue' AND period = 'all'
    ORDER BY organization_id, theme_id
""").df()
themes = [theme for theme in COLOURS if theme in set(shares.theme_id)]
fig, axes = plt.subplots(1, len(themes), figsize=(2.1 * len(themes), 3), sharey=True, sharex=True)
names = sorted(shares.organization_id.unique(), reverse=True)
for ax, theme in zip(np.atleast_1d(axes), themes):
    rows = shares[shares.theme_id == theme].set_index("organization_id").reindex(names)
    ax.hlines(range(len(names)), rows.share_low, rows.share_high, color=COLOURS[theme], alpha=0.45, lw=3)
    ax.scatter(rows.share, range(len(names)), s=36, zorder=3, edgecolor=COLOURS[theme],
               color=[COLOURS[theme] if known else "white" for known in rows.share_low.notna()])
    ax.set_title(theme, loc="left", fontsize=11)
    ax.set_yticks(range(len(names)), names)
    ax.xaxis.set_major_formatter(plt.matplotlib.ticker.PercentFormatter(1, decimals=0))
    ax.grid(axis="x", color="#e6e3db")
    ax.set_axisbelow(True)
fig.tight_layout()
plt.show()

# %% [markdown]
# ## Differences that can be told from chance
#
# `value` is the first organization's share minus the second's. `q_value` allows for the number of comparisons.
# Sort by size only within the clear verdicts: a large difference between two small collections may be nothing.

# %%
clear = db.sql("""
    SELECT organization_id_a AS a, organization_id_b AS b, theme_id AS theme,
           value AS difference, low, high, q_value AS q, verdict, n_speeches_a AS n_a, n_speeches_b AS n_b
    FROM fact_organization_contrast
    WHERE basis = 'venue' AND measure = 'share_difference' AND theme_id <> 'other'
      AND verdict IN ('a_higher', 'b_higher')
    ORDER BY abs(value) DESC, a, b, theme LIMIT 12
""").df()
clear.style.hide(axis="index").format(
    {"difference": "{:+.0%}", "low": "{:+.0%}", "high": "{:+.0%}", "q": "{:.3f}"})

# %%
db.sql("""
    SELECT verdict, count(*) AS comparisons FROM fact_organization_contrast
    WHERE basis = 'venue' AND measure = 'share_difference' GROUP BY ALL ORDER BY verdict
""").df()

# %% [markdown]
# ## Distances
#
# Jensen-Shannon divergence of the themes, in bits: 0 is the same mixture, 1 is nothing in common. Bold: can be told from chance.

# %%
distances = db.sql("""
    SELECT organization_id_a AS a, organization_id_b AS b, value, verdict FROM fact_organization_contrast
    WHERE basis = 'venue' AND measure = 'jensen_shannon' ORDER BY a, b
""").df()
order = sorted(set(distances.a) | set(distances.b))
square = np.full((len(order), len(order)), np.nan)
fig, ax = plt.subplots(figsize=(5, 4.4))
for row in distances.itertuples():
    i, j = order.index(row.a), order.index(row.b)
    square[i, j] = square[j, i] = row.value
image = ax.imshow(square, cmap="OrRd", vmin=0)
for row in distances.itertuples():
    i, j = order.index(row.a), order.index(row.b)
    for x, y in ((i, j), (j, i)):
        ax.text(x, y, f"{row.value:.2f}", ha="center", va="center", fontsize=9,
                weight="bold" if row.verdict == "different" else "normal",
                color="white" if row.value > 0.6 * np.nanmax(square) else "black")
ax.set_xticks(range(len(order)), order)
ax.set_yticks(range(len(order)), order)
ax.spines[:].set_visible(False)
plt.show()

# %% [markdown]
# ## Words that set an organization apart
#
# Log-odds with an informative prior; `z_score` says how sure the difference is.

# %%
words = db.sql("""
    SELECT organization_id AS organization, string_agg(term, ', ' ORDER BY rank) AS "distinctive words"
    FROM fact_distinctive_term WHERE basis = 'venue' AND theme_id = 'all' AND rank <= 8
    GROUP BY ALL ORDER BY organization
""").df()
words.style.hide(axis="index").set_properties(**{"text-align": "left"})

# %% [markdown]
# ## The same speaker in two rooms
#
# Differences between organizations may only reflect who speaks there. `fact_speaker_contrast` holds the speaker fixed.

# %%
db.sql("""
    SELECT speaker_id AS speaker, organization_id_a AS a, organization_id_b AS b,
           n_speeches_a AS n_a, n_speeches_b AS n_b, round(value, 3) AS divergence, verdict
    FROM fact_speaker_contrast WHERE measure = 'jensen_shannon'
    ORDER BY least(n_speeches_a, n_speeches_b) DESC, speaker, a, b LIMIT 8
""").df()
