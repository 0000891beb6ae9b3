# %% [markdown]
# # A chart for a paper
#
# One theme, organizations against each other, with intervals, the numbers of speeches and a caption that says what was
# measured. Column width, a vector file, readable in print without colour.

# %%
import json
import os

import duckdb
import matplotlib.pyplot as plt

PUBLICATION = os.environ.get("PUBLICATION", "../out/sample/reports/current")
THEME = "security"
BASIS = "venue"

db = duckdb.connect()
shares = db.execute(f"""
    SELECT organization_id, name, share, share_low, share_high, ci_level, n_speeches, n_words
    FROM '{PUBLICATION}/parquet/fact_organization_theme/*.parquet'
    JOIN '{PUBLICATION}/parquet/dim_organization/*.parquet' USING (organization_id)
    WHERE basis = $basis AND period = 'all' AND theme_id = $theme AND share_low IS NOT NULL
    ORDER BY share, organization_id
""", {"basis": BASIS, "theme": THEME}).df()
shares

# %%
plt.rcParams.update({
    "font.family": "serif", "font.size": 8, "axes.linewidth": 0.6, "axes.spines.top": False,
    "axes.spines.right": False, "axes.spines.left": False, "ytick.major.size": 0,
    "svg.hashsalt": "summit-themes", "svg.fonttype": "none",
})
fig, ax = plt.subplots(figsize=(3.4, 0.26 * len(shares) + 0.6), dpi=200)
ax.hlines(range(len(shares)), shares.share_low, shares.share_high, color="black", lw=0.9)
ax.scatter(shares.share, range(len(shares)), s=14, color="black", zorder=3, clip_on=False)
for place, row in enumerate(shares.itertuples()):
    ax.annotate(row.n_speeches, (1.02, place), xycoords=("axes fraction", "data"), va="center", fontsize=7)
ax.annotate("speeches", (1.02, len(shares) - 0.3), xycoords=("axes fraction", "data"), fontsize=7)
ax.set_yticks(range(len(shares)), shares.organization_id)
ax.set(xlim=(0, None), ylim=(-0.6, len(shares) - 0.4), xlabel=f"share of words about {THEME}")
ax.xaxis.set_major_formatter(plt.matplotlib.ticker.PercentFormatter(1, decimals=0))
ax.grid(axis="x", lw=0.4, color="#cccccc")
ax.set_axisbelow(True)
fig.savefig("chart-for-a-paper.svg", bbox_inches="tight", metadata={"Date": None})
plt.show()

# %% [markdown]
# The caption comes from the run itself, so that it cannot disagree with the figure.

# %%
with open(f"{PUBLICATION}/run.json", encoding="utf-8") as file:
    run = json.load(file)
print(
    f"Share of words in sentences about {THEME}, by the organization at whose meeting a speech was given,\n"
    f"all years. Lines: {shares.ci_level.iloc[0]:.0%} intervals from resampling speeches; {shares.n_speeches.sum()} speeches,\n"
    f"{shares.n_words.sum():,} words. Organizations with too few speeches for an interval are left out.\n"
    f"summit-themes {run['versions']['summit-themes']}, run {run['runId']}."
)
