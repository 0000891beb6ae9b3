/* Reads the data block: frames are held column by column, texts as numbers into a list. */
const DATA = JSON.parse(document.getElementById('data').textContent);

function frame(name) {
  const stored = DATA.frames[name];
  const columns = Object.entries(stored.columns);
  return Array.from({length: stored.n}, (_, i) => {
    const row = {};
    for (const [column, content] of columns) {
      if (content.codes) {
        row[column] = content.codes[i] === null ? null : content.texts[content.codes[i]];
      } else {
        row[column] = content.values[i];
      }
    }
    return row;
  });
}

const tables = {};
for (const name of Object.keys(DATA.frames)) {
  tables[name] = frame(name);
}

const BASIS_WORDS = {
  venue: 'speeches given at its meetings',
  members: 'speeches by its members’ representatives',
  country: 'speeches for the country',
  speaker: 'the speaker’s speeches',
  language: 'speeches in the language',
  year: 'speeches of the year',
};

const themesInOrder = orderedThemes();
const themeById = new Map(themesInOrder.map(theme => [theme.theme_id, theme]));
const organizationNames = new Map(tables.organizations.map(row => [row.organization_id, row.name]));
const bases = orderedBases();
const speakerNames = new Map(tables.speakers.map(row => [row.speaker_id, row.speaker_name]));

/* Where speeches were given comes first, unless that is one organization and others can be compared. */
function orderedBases() {
  const all = Object.keys(BASIS_WORDS).filter(basis => tables.organizations.some(row => row.basis === basis));
  const compares = basis => tables.organizations.filter(row => row.basis === basis).length > 1;
  return [...all.filter(compares), ...all.filter(basis => !compares(basis))];
}

/* Themes by name, with what is about none of them last. */
function orderedThemes() {
  const used = new Set(tables.shares.map(row => row.theme_id));
  const themes = tables.themes
      .filter(theme => used.size === 0 || used.has(theme.theme_id))
      .sort((a, b) => (a.theme_id === 'other') - (b.theme_id === 'other') || compare(a.label, b.label));
  themes.forEach((theme, i) => { theme.color = theme.theme_id === 'other' ? 'other' : 'theme-' + i % 8; });
  return themes;
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function themeLabel(id) {
  return themeById.has(id) ? themeById.get(id).label : id === 'all' ? 'All themes' : id;
}

function organizationName(id) {
  return organizationNames.get(id) || id;
}

function group(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    const value = key(row);
    if (!groups.has(value)) {
      groups.set(value, []);
    }
    groups.get(value).push(row);
  }
  return groups;
}

function distinct(values) {
  return [...new Set(values)];
}

function total(rows, column) {
  return rows.reduce((sum, row) => sum + row[column], 0);
}

const whole = new Intl.NumberFormat('en-GB');
const compact = new Intl.NumberFormat('en-GB', {notation: 'compact', maximumFractionDigits: 1});

function percent(share) {
  if (share === null || share === undefined) {
    return '–';
  }
  const value = 100 * share;
  return (value > 0 && value < 9.95 ? value.toFixed(1) : value.toFixed(0)) + '%';
}

/* A mark on an axis of shares: 5% rather than 5.0%. */
function percentMark(share) {
  return String(Math.round(1000 * share) / 10) + '%';
}

function points(difference) {
  if (difference === null || difference === undefined) {
    return '–';
  }
  const value = 100 * difference;
  if (Math.abs(value) < 0.05) {
    return '0';
  }
  const digits = Math.abs(value) < 9.95 && !Number.isInteger(Math.round(1e6 * value) / 1e6) ? 1 : 0;
  return (value < 0 ? '−' : '+') + Math.abs(value).toFixed(digits);
}

function decimal(value, digits) {
  return value === null || value === undefined ? '–' : value.toFixed(digits).replace('-', '−');
}

function probability(value) {
  if (value === null || value === undefined) {
    return '–';
  }
  return value < 0.001 ? '< 0.001' : value.toFixed(3);
}

function dateWords(row) {
  if (!row.event_date) {
    return 'undated';
  }
  const length = {year: 4, month: 7}[row.date_precision] || 10;
  return row.event_date.slice(0, length);
}

function plural(n, one, many) {
  return whole.format(n) + ' ' + (n === 1 ? one : many);
}

const VERDICTS = {
  a_higher: 'higher in the first',
  b_higher: 'higher in the second',
  different: 'different',
  not_distinguishable: 'not distinguishable',
  too_few_speeches: 'too few speeches',
  rose: 'rose',
  fell: 'fell',
};

const isClear = row => ['a_higher', 'b_higher', 'different', 'rose', 'fell'].includes(row.verdict);
