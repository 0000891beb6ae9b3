/* What the reader chose. */
const state = {
  basis: bases[0] || 'venue',
  period: 'all',
  hidden: new Set(),
  hiddenThemes: new Set(),
  from: null,
  to: null,
};

function organizationsShown() {
  return tables.organizations.filter(row => row.basis === state.basis && !state.hidden.has(row.organization_id));
}

function inBasis(rows) {
  return rows.filter(row => row.basis === state.basis);
}

function isShown(id) {
  return !state.hidden.has(id);
}

function themesShown() {
  return themesInOrder.filter(theme => !state.hiddenThemes.has(theme.theme_id));
}

function isThemeShown(id) {
  return !state.hiddenThemes.has(id);
}

/* Whether a year, a number or its text, lies in the years chosen. */
function isInYears(year) {
  return (state.from === null || Number(year) >= Number(state.from)) && (state.to === null || Number(year) <= Number(state.to));
}

const yearsWithShares = distinct(tables.shares.map(row => row.period).filter(period => period !== 'all')).sort();
const level = tables.shares.length > 0 ? percent(tables.shares[0].ci_level) : '';

/* Headline, deck and figures. */
function renderMasthead() {
  const originals = tables.speeches.filter(row => !row.is_copy);
  const speeches = total(originals, 'speeches');
  const years = originals.map(row => row.year).filter(year => year !== null);
  const organizations = (tables.organizations.find(row => row.basis === bases[0]) || {n_all: 0}).n_all;
  byId('run-id').textContent = DATA.run.id;
  byId('headline').textContent = speeches === 0
      ? 'No speech could be read'
      : 'What ' + plural(speeches, 'speech is', 'speeches are') + ' about';
  byId('deck').textContent = deck(speeches, organizations, years);
  const figures = [
    [whole.format(speeches), speeches === 1 ? 'speech' : 'speeches'],
    [whole.format(organizations), 'organizations compared'],
    [yearSpan(years), 'years'],
    [compact.format(total(originals, 'words')), 'words'],
    [whole.format(total(tables.speeches.filter(row => row.is_copy), 'speeches')), 'copies set aside'],
    [whole.format(total(tables.rejects, 'inputs')), 'inputs rejected'],
  ];
  fill(byId('figures'), figures.map(([value, word]) => el('div', null, el('dt', null, word), el('dd', null, value))));
}

function yearSpan(years) {
  if (years.length === 0) {
    return '–';
  }
  const first = years.reduce((a, b) => Math.min(a, b));
  const last = years.reduce((a, b) => Math.max(a, b));
  return first === last ? String(first) : first + '–' + last;
}

function deck(speeches, organizations, years) {
  if (speeches === 0) {
    return 'Every input was rejected or the corpus was empty; the reasons are listed below.';
  }
  const clearest = clearContrasts(bases[0])[0];
  const span = years.length === 0 ? '' : ', ' + yearSpan(years);
  const scope = plural(organizations, 'organization', 'organizations') + span + '. ';
  if (!clearest) {
    return scope + (organizations > 1
        ? 'No difference between organizations can yet be told from chance.'
        : 'With one organization there is nothing to compare yet.');
  }
  return scope + 'The clearest difference: ' + contrastWords(clearest);
}

/* Differences that are no chance: the largest of each theme first, then all others by size. */
function clearContrasts(basis) {
  const sorted = tables.contrasts
      .filter(row => row.basis === basis && row.measure === 'share_difference' && isClear(row))
      .sort((a, b) => (a.theme_id === 'other') - (b.theme_id === 'other') || Math.abs(b.value) - Math.abs(a.value));
  const largest = new Set([...group(sorted, row => row.theme_id).values()].map(rows => rows[0]));
  return [...largest, ...sorted.filter(row => !largest.has(row))];
}

function shareOf(basis, organization, theme, period) {
  return tables.shares.find(row => row.basis === basis && row.organization_id === organization
      && row.theme_id === theme && row.period === period);
}

function contrastWords(row) {
  const [more, less] = row.value >= 0
      ? [row.organization_id_a, row.organization_id_b]
      : [row.organization_id_b, row.organization_id_a];
  const high = shareOf(row.basis, more, row.theme_id, 'all');
  const low = shareOf(row.basis, less, row.theme_id, 'all');
  return themeLabel(row.theme_id) + ' takes ' + percent(high && high.share) + ' of the words at ' + more
      + ' and ' + percent(low && low.share) + ' at ' + less + '.';
}

/* What was read. */
function renderRead(section) {
  const originals = tables.speeches.filter(row => !row.is_copy);
  const dated = originals.filter(row => row.year !== null);
  const byYear = group(dated, row => row.year);
  const languages = [...group(originals, row => row.language)]
      .map(([language, rows]) => ({language, speeches: total(rows, 'speeches')}))
      .sort((a, b) => b.speeches - a.speeches);
  const undated = total(originals, 'speeches') - total(dated, 'speeches');
  const withoutVenue = total(originals.filter(row => !row.has_venue), 'speeches');
  const sentences = [
    languages.length > 0 ? 'Languages: ' + languages.map(row => languageName(row.language) + ' (' + whole.format(row.speeches) + ')').join(', ') + '.' : '',
    undated > 0 ? plural(undated, 'speech has', 'speeches have') + ' no date and count only over all years.' : '',
    withoutVenue > 0 ? 'Of ' + plural(withoutVenue, 'speech', 'speeches') + ' it is not known at which organization it was given.' : '',
  ];
  const content = [el('p', {class: 'lead'}, originals.length === 0 ? 'Nothing that counts as a speech.' : sentences.filter(text => text).join(' '))];
  for (const warning of DATA.run.warnings) {
    content.push(el('p', {class: 'notice'}, warning));
  }
  if (byYear.size > 0) {
    const first = Math.min(...byYear.keys());
    const last = Math.max(...byYear.keys());
    const years = Array.from({length: last - first + 1}, (_, i) => first + i);
    const values = years.map(year => total(byYear.get(year) || [], 'speeches'));
    content.push(chartFigure({
      title: 'Speeches by year',
      label: 'Columns: number of speeches in each year from ' + first + ' to ' + last + '.',
      height: 170,
      option: columnOption(years, values, 'speech'),
      columns: [{name: 'Year', text: row => row.year}, {name: 'Speeches', text: row => row.n, number: true}],
      rows: years.map((year, i) => ({year, n: values[i]})),
    }));
  }
  fill(section, content);
}

function languageName(tag) {
  if (tag === 'und') {
    return 'unknown';
  }
  try {
    return new Intl.DisplayNames(['en'], {type: 'language'}).of(tag);
  } catch {
    return tag;
  }
}

/* Shares of the themes. */
const SHARE_COLUMNS = [
  {name: 'Organization', text: row => row.organization_id},
  {name: 'Theme', text: row => themeLabel(row.theme_id)},
  {name: 'Period', text: row => row.period},
  {name: 'Share', text: row => percent(row.share), raw: row => row.share, number: true},
  {name: 'From', text: row => percent(row.share_low), raw: row => row.share_low, number: true},
  {name: 'To', text: row => percent(row.share_high), raw: row => row.share_high, number: true},
  {name: 'Speeches', text: row => whole.format(row.n_speeches), raw: row => row.n_speeches, number: true},
  {name: 'Words', text: row => whole.format(row.n_words), raw: row => row.n_words, number: true},
];

function renderThemes(section) {
  const rows = inBasis(tables.shares).filter(row => row.period === state.period && isShown(row.organization_id) && isThemeShown(row.theme_id));
  if (rows.length === 0) {
    fill(section, el('p', {class: 'empty'}, 'No organization has speeches here.'));
    return;
  }
  const max = roundUp(Math.max(...rows.map(row => Math.max(row.share, row.share_high || 0))));
  const period = state.period === 'all' ? 'all years' : state.period;
  fill(section,
      el('p', {class: 'lead'}, 'Share of the words of ' + BASIS_WORDS[state.basis] + ', ' + period
          + '. Dots are shares, lines their ' + level + ' intervals from resampling speeches; a hollow dot has too few speeches for an interval. Click a dot to read its sentences.'),
      truncation(),
      el('div', {class: 'grid'}, themesShown().map(theme => themePanel(theme, rows.filter(row => row.theme_id === theme.theme_id), max))));
}

function truncation() {
  const all = (tables.organizations.find(row => row.basis === state.basis) || {n_all: 0}).n_all;
  const here = tables.organizations.filter(row => row.basis === state.basis).length;
  return all > here
      ? el('p', {class: 'note'}, 'This page shows the ' + here + ' of ' + all + ' organizations with most speeches; the tables have all of them.')
      : null;
}

function themePanel(theme, shares, max) {
  const sorted = [...shares].sort((a, b) => b.share - a.share || compare(a.organization_id, b.organization_id));
  const rows = sorted.map(row => ({
    label: row.organization_id,
    value: row.share,
    low: row.share_low,
    high: row.share_high,
    color: theme.color,
    hollow: row.share_low === null,
    text: percent(row.share),
    tip: () => tip(organizationName(row.organization_id),
        theme.label + ': ' + percent(row.share)
            + (row.share_low === null ? ', too few speeches for an interval' : ' (' + percent(row.share_low) + ' to ' + percent(row.share_high) + ')'),
        plural(row.n_speeches, 'speech', 'speeches') + ', ' + whole.format(row.n_words) + ' words'),
  }));
  return chartFigure({
    title: theme.label,
    subtitle: theme.description,
    swatch: theme.color,
    label: theme.label + ': ' + sorted.map(row => row.organization_id + ' ' + percent(row.share)).join(', ') + '.',
    height: dotHeight(rows),
    option: dotOption(rows, {min: 0, max, format: percentMark}),
    onClick: event => openEvidence(sorted[event.dataIndex].organization_id, theme.theme_id),
    columns: SHARE_COLUMNS,
    rows: sorted,
  });
}

/* Differences between organizations. */
const CONTRAST_COLUMNS = [
  {name: 'First', text: row => row.organization_id_a},
  {name: 'Second', text: row => row.organization_id_b},
  {name: 'Theme', text: row => themeLabel(row.theme_id)},
  {name: 'Difference, points', text: row => points(row.value), raw: row => row.value, number: true},
  {name: 'From', text: row => points(row.low), raw: row => row.low, number: true},
  {name: 'To', text: row => points(row.high), raw: row => row.high, number: true},
  {name: 'q', text: row => probability(row.q_value), raw: row => row.q_value, number: true},
  {name: 'Verdict', text: row => VERDICTS[row.verdict]},
  {name: 'Adjusted, points', text: row => points(adjusted(row).value), raw: row => adjusted(row).value, number: true},
  {name: 'Verdict, adjusted', text: row => VERDICTS[adjusted(row).verdict] || '–'},
];

const DISTANCE_COLUMNS = [
  {name: 'First', text: row => row.organization_id_a},
  {name: 'Second', text: row => row.organization_id_b},
  {name: 'Divergence, bits', text: row => decimal(row.value, 3), raw: row => row.value, number: true},
  {name: 'From', text: row => decimal(row.low, 3), raw: row => row.low, number: true},
  {name: 'To', text: row => decimal(row.high, 3), raw: row => row.high, number: true},
  {name: 'q', text: row => probability(row.q_value), raw: row => row.q_value, number: true},
  {name: 'Verdict', text: row => VERDICTS[row.verdict]},
];

let chosenPair = null;

const adjustedDifferences = new Map(tables.contrasts
    .filter(row => row.measure === 'adjusted_difference')
    .map(row => [contrastKey(row), row]));

function contrastKey(row) {
  return [row.basis, row.organization_id_a, row.organization_id_b, row.theme_id].join('|');
}

/* The same difference with other circumstances held constant; empty if it was not computed. */
function adjusted(row) {
  return adjustedDifferences.get(contrastKey(row)) || {value: null, verdict: null};
}

function renderDifferences(section) {
  const contrasts = inBasis(tables.contrasts)
      .filter(row => isShown(row.organization_id_a) && isShown(row.organization_id_b));
  const names = organizationsShown().map(row => row.organization_id).sort();
  if (contrasts.length === 0) {
    fill(section, el('p', {class: 'empty'}, 'There is nothing to compare: a comparison needs two organizations with speeches.'));
    return;
  }
  const shares = contrasts.filter(row => row.measure === 'share_difference' && isThemeShown(row.theme_id));
  const clear = clearContrasts(state.basis).filter(row => shares.includes(row));
  const few = shares.filter(row => row.verdict === 'too_few_speeches').length;
  const pair = el('div', null);
  fill(section,
      el('p', {class: 'lead'}, plural(clear.length, 'difference', 'differences') + ' out of ' + whole.format(shares.length)
          + ' can be told from chance, allowing for the number of comparisons.'
          + (few > 0 ? ' For ' + whole.format(few) + ' there are too few speeches to say.' : '')),
      clear.length > 0 ? shortList(clear.map(finding), 6, 'findings') : null,
      el('div', {class: 'halves'}, heatMap(contrasts.filter(row => row.measure === 'jensen_shannon'), names, pair), pair));
  showPair(pair, shares, names);
}

function finding(row) {
  const [more, less] = row.value >= 0 ? [row.n_speeches_a, row.n_speeches_b] : [row.n_speeches_b, row.n_speeches_a];
  return el('li', null, contrastWords(row), ' ', el('span', {class: 'detail'},
      'Difference ' + points(Math.abs(row.value)) + ' points'
      + (row.low === null ? '' : ' (' + bounds(row) + ')') + ', q ' + probability(row.q_value) + ', '
      + whole.format(more) + ' and ' + whole.format(less) + ' speeches.'));
}

function bounds(row) {
  return row.value >= 0
      ? points(row.low) + ' to ' + points(row.high)
      : points(-row.high) + ' to ' + points(-row.low);
}

function heatMap(distances, names, pair) {
  if (distances.length === 0) {
    return el('p', {class: 'empty'}, 'There are no distances to show.');
  }
  const place = new Map(names.map((name, i) => [name, i]));
  const max = Math.max(0.05, ...distances.map(row => row.value || 0));
  const cells = distances.filter(row => row.value !== null).flatMap(row => {
    const a = place.get(row.organization_id_a);
    const b = place.get(row.organization_id_b);
    const cell = {
      value: row.value,
      clear: isClear(row),
      text: row.value.toFixed(2),
      row,
      tip: () => tip(row.organization_id_a + ' and ' + row.organization_id_b,
          'Divergence ' + decimal(row.value, 3) + ' bits' + (row.low === null ? '' : ' (' + decimal(row.low, 3) + ' to ' + decimal(row.high, 3) + ')'),
          VERDICTS[row.verdict]),
    };
    return [{...cell, x: a, y: b}, {...cell, x: b, y: a}];
  });
  const closest = [...distances].filter(row => row.value !== null).sort((a, b) => a.value - b.value);
  const ends = closest.length > 1
      ? ' Closest: ' + pairName(closest[0]) + '; farthest: ' + pairName(closest[closest.length - 1]) + '.'
      : '';
  return chartFigure({
    title: 'Distance between organizations',
    subtitle: 'Jensen-Shannon divergence of their themes in bits: 0 is the same, 1 is nothing in common. Bold: can be told from chance. Click a cell for its themes.',
    label: 'Heat map of the distances between ' + names.length + ' organizations.' + ends,
    height: Math.min(620, 70 + 44 * names.length),
    option: heatOption(names, cells, max),
    onClick: event => {
      chosenPair = [cells[event.dataIndex].row.organization_id_a, cells[event.dataIndex].row.organization_id_b];
      showPair(pair, inBasis(tables.contrasts).filter(row => row.measure === 'share_difference' && isThemeShown(row.theme_id)), names);
    },
    columns: DISTANCE_COLUMNS,
    rows: distances,
  });
}

function pairName(row) {
  return row.organization_id_a + ' and ' + row.organization_id_b;
}

function showPair(node, contrasts, names) {
  if (!chosenPair || !names.includes(chosenPair[0]) || !names.includes(chosenPair[1])) {
    const first = clearContrasts(state.basis).find(row => contrasts.includes(row)) || contrasts[0];
    if (!first) {
      fill(node, el('p', {class: 'empty'}, 'No theme is chosen.'));
      return;
    }
    chosenPair = [first.organization_id_a, first.organization_id_b];
  }
  const [a, b] = chosenPair;
  const choose = (one, other) => {
    chosenPair = [one, other].sort();
    showPair(node, contrasts, names);
  };
  const of = contrasts.filter(row => row.organization_id_a === a && row.organization_id_b === b);
  fill(node,
      el('div', {class: 'controls'},
          choice('First', names.filter(name => name !== b).map(name => [name, name]), a, value => choose(value, b)),
          choice('Second', names.filter(name => name !== a).map(name => [name, name]), b, value => choose(a, value))),
      contrastFigure(a + ' against ' + b, a, b, of));
  drawFigures();
}

function contrastFigure(title, a, b, contrasts) {
  const byTheme = themesShown()
      .map(theme => contrasts.find(row => row.theme_id === theme.theme_id))
      .filter(row => row !== undefined);
  const rows = byTheme.map(row => ({
    label: themeLabel(row.theme_id),
    value: row.value,
    low: row.low,
    high: row.high,
    color: themeById.get(row.theme_id).color,
    hollow: !isClear(row),
    text: row.verdict === 'too_few_speeches' ? points(row.value) + ' too few' : points(row.value),
    mark: adjusted(row).value,
    tip: () => tip(themeLabel(row.theme_id), points(row.value) + ' points'
        + (row.low === null ? '' : ' (' + points(row.low) + ' to ' + points(row.high) + ')'), VERDICTS[row.verdict] + ', q ' + probability(row.q_value),
        ...(adjusted(row).value === null ? [] : ['Adjusted: ' + points(adjusted(row).value) + ' points, ' + VERDICTS[adjusted(row).verdict]])),
  }));
  const marks = rows.some(row => row.mark !== null);
  const reach = roundUp(Math.max(0.05, ...byTheme.map(row => Math.max(Math.abs(row.value || 0), Math.abs(row.low || 0), Math.abs(row.high || 0), Math.abs(adjusted(row).value || 0)))));
  return chartFigure({
    title,
    subtitle: 'Share at ' + a + ' minus share at ' + b + ', in percentage points. To the right: more at ' + a + '. Filled dots can be told from chance, hollow ones cannot.'
        + (marks ? ' Upright lines: the difference with year, length of speeches and, at venues, country held constant.' : ''),
    label: title + ': ' + byTheme.map(row => themeLabel(row.theme_id) + ' ' + points(row.value) + ' points, ' + VERDICTS[row.verdict]).join('; ') + '.',
    height: dotHeight(rows),
    option: dotOption(rows, {min: -reach, max: reach, format: points, zero: true}),
    columns: CONTRAST_COLUMNS,
    rows: byTheme,
  });
}

/* Over the years. */
let chosenForYears = null;

/* More grey lines than these would be a thicket; names come with the largest organization first. */
const OTHERS = 7;

function renderYears(section) {
  const rows = inBasis(tables.shares).filter(row => row.period !== 'all' && isInYears(row.period) && isShown(row.organization_id));
  const names = organizationsShown().map(row => row.organization_id).filter(name => rows.some(row => row.organization_id === name));
  if (names.length === 0) {
    fill(section, el('p', {class: 'empty'}, 'No speech has one of these years.'));
    return;
  }
  if (!names.includes(chosenForYears)) {
    chosenForYears = names[0];
  }
  const periods = rows.map(row => Number(row.period));
  const first = periods.reduce((a, b) => Math.min(a, b));
  const last = periods.reduce((a, b) => Math.max(a, b));
  const years = Array.from({length: last - first + 1}, (_, i) => first + i);
  const cells = new Map(rows.map(row => [row.organization_id + '|' + row.theme_id + '|' + row.period, row]));
  const chosen = rows.filter(row => row.organization_id === chosenForYears);
  const max = roundUp(Math.max(...rows.map(row => row.share), ...chosen.map(row => row.share_high || 0)));
  const shifts = inBasis(tables.shifts).filter(row => isShown(row.organization_id) && isThemeShown(row.theme_id)
      && isInYears(row.period_from) && isInYears(row.period_to));
  const levels = inBasis(tables.changePoints).filter(row => isShown(row.organization_id) && isThemeShown(row.theme_id) && isInYears(row.period));
  fill(section,
      el('p', {class: 'lead'}, 'Shares year by year: in colour one organization with its ' + level + ' intervals, in grey '
          + (names.length > OTHERS + 1 ? 'the ' + OTHERS + ' others with most speeches' : 'the others') + '. Hollow dots have too few speeches for an interval.'),
      el('div', {class: 'controls'}, choice('Organization in colour', names.map(name => [name, name]), chosenForYears, value => {
        chosenForYears = value;
        renderYears(section);
        drawFigures();
        section.querySelector('select').focus();
      })),
      el('div', {class: 'grid'}, themesShown().map(theme => yearPanel(theme, years, names, cells))),
      ...(levels.length > 0 ? [el('h3', null, 'New levels'), shortList(levels.map(levelWords), 6, 'findings')] : []),
      el('h3', null, 'Changes that can be told from chance'),
      shifts.length > 0
          ? shortList(shifts.map(shiftWords), 6, 'findings')
          : el('p', {class: 'empty'}, 'None: no change from one year to another stands out from chance.'));
}

/* A year from which on a theme has another share than before. */
function levelWords(row) {
  return el('li', null,
      'In ' + row.period + ' ' + themeLabel(row.theme_id) + ' ' + row.verdict + ' at ' + row.organization_id + ' to a new level: '
      + percent(row.share_after) + ' until ' + row.period_to + ', ' + percent(row.share_before) + ' from ' + row.period_from + ' on. ',
      el('span', {class: 'detail'}, 'q ' + probability(row.q_value) + '.'));
}

function shiftWords(row) {
  return el('li', null,
      themeLabel(row.theme_id) + ' ' + row.verdict + ' at ' + row.organization_id + ' from ' + row.period_from + ' to ' + row.period_to
      + ' by ' + points(Math.abs(row.change)).slice(1) + ' points. ',
      el('span', {class: 'detail'}, 'Change ' + points(row.change) + ' (' + points(row.low) + ' to ' + points(row.high) + '), q ' + probability(row.q_value) + '.'
          + (row.partial_period === 'from' ? ' ' + row.period_from + ' is a partial year.' : row.partial_period === 'to' ? ' ' + row.period_to + ' is a partial year.' : '')));
}

function yearPanel(theme, years, names, cells) {
  const ordered = [chosenForYears, ...names.filter(name => name !== chosenForYears).slice(0, OTHERS)];
  const series = ordered.map(name => {
    const of = years.map(year => cells.get(name + '|' + theme.theme_id + '|' + year));
    return {
      name,
      chosen: name === chosenForYears,
      color: theme.color,
      values: of.map(row => (row ? row.share : null)),
      low: of.map(row => (row ? row.share_low : null)),
      high: of.map(row => (row ? row.share_high : null)),
      tip: i => tip(organizationName(name) + ', ' + years[i], theme.label + ': ' + percent(of[i] && of[i].share), plural(of[i] ? of[i].n_speeches : 0, 'speech', 'speeches')),
    };
  });
  const shown = [...series[0].values].filter(value => value !== null);
  const visible = series.flatMap(line => line.values.concat(line.chosen ? line.high : [])).filter(value => value !== null);
  return chartFigure({
    title: theme.label,
    swatch: theme.color,
    label: theme.label + ' at ' + chosenForYears + ': ' + years.map((year, i) => year + ' ' + percent(series[0].values[i])).join(', ') + '.',
    height: 190,
    option: lineOption(years, series, roundUp(Math.max(0.05, ...visible))),
    columns: SHARE_COLUMNS,
    rows: shown.length === 0 ? [] : ordered.flatMap(name => years.map(year => cells.get(name + '|' + theme.theme_id + '|' + year)).filter(row => row)),
  });
}

/* The same speaker at two organizations. */
let chosenSpeaker = null;

function renderSpeakers(section) {
  const pairs = group(
      tables.speakerContrasts.filter(row => row.measure === 'share_difference' && isThemeShown(row.theme_id) && isShown(row.organization_id_a) && isShown(row.organization_id_b)),
      row => row.speaker_id + '|' + row.organization_id_a + '|' + row.organization_id_b);
  if (pairs.size === 0) {
    fill(section, el('p', {class: 'empty'}, 'No speaker gave speeches at two of the organizations.'));
    return;
  }
  if (!pairs.has(chosenSpeaker)) {
    chosenSpeaker = pairs.keys().next().value;
  }
  const rows = pairs.get(chosenSpeaker);
  const first = rows[0];
  const options = [...pairs].map(([key, of]) => [key, speakerName(of[0]) + ': ' + of[0].organization_id_a + ' and ' + of[0].organization_id_b
      + ' (' + of[0].n_speeches_a + ' and ' + of[0].n_speeches_b + ' speeches)']);
  fill(section,
      el('p', {class: 'lead'}, 'Does a speaker talk about other things in another room? Differences between organizations may only reflect who speaks there; here the speaker is the same.'),
      el('div', {class: 'controls'}, choice('Speaker and organizations', options, chosenSpeaker, value => {
        chosenSpeaker = value;
        renderSpeakers(section);
        drawFigures();
        section.querySelector('select').focus();
      })),
      el('div', {class: 'half'}, contrastFigure(speakerName(first) + ': ' + pairName(first), first.organization_id_a, first.organization_id_b, rows)));
}

function speakerName(row) {
  return speakerNames.get(row.speaker_id) || row.speaker_id;
}

/* Topics of the model. */
let chosenTopic = null;

/* Weight of the probability against the lift in the order of terms; Sievert and Shirley found 0.6 best. */
let lambda = 0.6;

const TOPIC_TERMS = 20;

function renderTopics(section) {
  if (tables.topics.length === 0) {
    fill(section, el('p', {class: 'empty'}, 'There is no topic model in this run.'));
    return;
  }
  if (!tables.topics.some(topic => topic.topic_id === chosenTopic)) {
    chosenTopic = tables.topics[0].topic_id;
  }
  const map = el('div', null);
  const terms = el('div', null);
  const choose = id => {
    chosenTopic = id;
    fill(map, topicMap(choose));
    showTerms(terms, choose);
  };
  fill(section,
      el('p', {class: 'lead'}, 'A topic model groups words that occur together. Seeded topics start from the words of a theme and have its colour; discovered ones, in grey, are whatever else the speeches are about.'),
      el('div', {class: 'halves'}, el('div', null, map, prevalenceFigure(choose)), terms));
  choose(chosenTopic);
}

function topicColor(topic) {
  return topic.theme_id && themeById.has(topic.theme_id) ? themeById.get(topic.theme_id).color : 'other';
}

function topicKind(topic) {
  return topic.kind === 'seeded' ? 'seeded by ' + themeLabel(topic.theme_id) : 'discovered';
}

const TOPIC_COLUMNS = [
  {name: 'Topic', text: row => row.topic_id},
  {name: 'Label', text: row => row.label},
  {name: 'Kind', text: row => row.kind},
  {name: 'Theme', text: row => (row.theme_id ? themeLabel(row.theme_id) : '–')},
  {name: 'Prevalence', text: row => percent(row.prevalence), raw: row => row.prevalence, number: true},
  {name: 'First terms', text: row => topTerms(row.topic_id)},
];

function prevalenceFigure(choose) {
  const rows = tables.topics.map(topic => ({
    label: topic.label,
    value: topic.prevalence || 0,
    color: topicColor(topic),
    tip: () => tip(topic.label, topic.topic_id + ', ' + topicKind(topic), percent(topic.prevalence) + ' of all words'),
  }));
  return chartFigure({
    title: 'How much of all speeches',
    subtitle: 'Share of the words, by topic. Click a bar for its words.',
    label: 'Bars: ' + tables.topics.slice(0, 8).map(topic => topic.label + ' ' + percent(topic.prevalence)).join('; ') + '.',
    height: 50 + 25 * rows.length,
    option: barOption(rows, {format: percent, mark: percentMark}),
    onClick: event => choose(tables.topics[event.dataIndex].topic_id),
    columns: TOPIC_COLUMNS,
    rows: tables.topics,
  });
}

/* The topics on a plane, alike ones close together; nothing if the model has no map. */
function topicMap(choose) {
  const places = tables.topics
      .map(topic => ({...topic, x: diagnostic(topic, 'map_x'), y: diagnostic(topic, 'map_y')}))
      .filter(place => place.x !== null && place.y !== null);
  if (places.length < 3) {
    return null;
  }
  const most = Math.max(...places.map(place => place.prevalence || 0)) || 1;
  const points = places.map(place => ({
    x: place.x,
    y: place.y,
    size: 10 + 44 * Math.sqrt((place.prevalence || 0) / most),
    color: topicColor(place),
    chosen: place.topic_id === chosenTopic,
    text: place.label.split(', ')[0],
    tip: () => tip(place.label, place.topic_id + ', ' + topicKind(place), percent(place.prevalence) + ' of all words'),
  }));
  return chartFigure({
    title: 'Map of topics',
    subtitle: 'Topics with similar words lie close together; the larger, the more of all speeches. Click one for its words.',
    label: 'Map of ' + places.length + ' topics; the chosen one is ' + tables.topics.find(topic => topic.topic_id === chosenTopic).label + '. The list of topics beside it chooses the same.',
    height: 330,
    option: mapOption(points),
    onClick: event => choose(places[event.dataIndex].topic_id),
    columns: [...TOPIC_COLUMNS.slice(0, 4),
      {name: 'x', text: row => decimal(row.x, 3), raw: row => row.x, number: true},
      {name: 'y', text: row => decimal(row.y, 3), raw: row => row.y, number: true}],
    rows: places,
  });
}

function diagnostic(topic, measure) {
  const row = tables.diagnostics.find(of => of.topic_id === topic.topic_id && of.measure === measure);
  return row ? row.value : null;
}

function termsOf(topic) {
  return tables.topicTerms.filter(term => term.topic_id === topic);
}

function topTerms(topic) {
  return termsOf(topic).sort((a, b) => a.rank - b.rank).slice(0, 8).map(term => term.term).join(', ');
}

function showTerms(node, choose) {
  const topic = tables.topics.find(row => row.topic_id === chosenTopic);
  const chart = el('div', null);
  const value = el('output', null, lambda.toFixed(1));
  const slider = el('input', {
    type: 'range', min: '0', max: '1', step: '0.1', value: String(lambda), id: freshId('slider'),
    'aria-valuetext': relevanceWords(),
    oninput: () => {
      lambda = Number(slider.value);
      value.textContent = lambda.toFixed(1);
      slider.setAttribute('aria-valuetext', relevanceWords());
      drawTerms(chart, topic);
    },
  });
  fill(node,
      el('div', {class: 'controls'},
          choice('Topic', tables.topics.map(row => [row.topic_id, row.label]), chosenTopic, id => {
            choose(id);
            node.querySelector('select').focus();
          }),
          el('div', {class: 'field'}, el('label', {for: slider.id}, 'Relevance λ = ', value),
              el('div', {class: 'ends'}, el('span', null, 'exclusive'), slider, el('span', null, 'frequent')))),
      chart);
  drawTerms(chart, topic);
}

function relevanceWords() {
  return lambda.toFixed(1) + ', from 0, words exclusive to the topic, to 1, frequent words';
}

function relevance(term) {
  return term.weight > 0 && term.lift > 0 ? lambda * Math.log(term.weight) + (1 - lambda) * Math.log(term.lift) : -Infinity;
}

function drawTerms(node, topic) {
  const sorted = termsOf(topic.topic_id)
      .map(term => ({...term, overall: term.lift > 0 ? term.weight / term.lift : null, relevance: relevance(term)}))
      .sort((a, b) => b.relevance - a.relevance || a.rank - b.rank);
  const rows = sorted.slice(0, TOPIC_TERMS).map(term => ({
    label: term.term + (term.is_seed ? ' ●' : ''),
    value: term.weight,
    mark: term.overall,
    color: topicColor(topic),
    tip: () => tip(term.term, 'Probability in the topic ' + percent(term.weight), 'In all topics ' + percent(term.overall) + ', so ' + decimal(term.lift, 1) + ' times as probable here', 'FREX ' + decimal(term.frex, 2), term.is_seed ? 'A word of the catalog' : ''),
  }));
  fill(node, chartFigure({
    title: 'Words of “' + topic.label + '”',
    subtitle: 'Length: probability in the topic; upright line: in all topics together. ● a word of the catalog that seeds the topic.',
    label: 'Words of the topic ' + topic.label + ': ' + sorted.slice(0, 10).map(term => term.term).join(', ') + '.',
    height: 50 + 23 * rows.length,
    option: barOption(rows, {format: percent, mark: percentMark}),
    columns: [
      {name: 'Term', text: row => row.term},
      {name: 'Rank', text: row => row.rank, number: true},
      {name: 'Probability', text: row => row.weight.toFixed(4), raw: row => row.weight, number: true},
      {name: 'Lift', text: row => decimal(row.lift, 2), raw: row => row.lift, number: true},
      {name: 'FREX', text: row => decimal(row.frex, 2), raw: row => row.frex, number: true},
      {name: 'Seed', text: row => (row.is_seed ? 'yes' : 'no')},
    ],
    rows: sorted,
  }));
  drawFigures();
}

/* Distinctive words. */
let chosenWordTheme = 'all';

function renderWords(section) {
  const terms = inBasis(tables.distinctiveTerms).filter(row => isShown(row.organization_id) && isThemeShown(row.theme_id));
  const themes = distinct(terms.map(row => row.theme_id));
  if (terms.length === 0) {
    fill(section, el('p', {class: 'empty'}, 'No word is used more by one organization than by the others, or there is only one.'));
    return;
  }
  if (!themes.includes(chosenWordTheme)) {
    chosenWordTheme = themes.includes('all') ? 'all' : themes[0];
  }
  const options = ['all', ...themesInOrder.map(theme => theme.theme_id)].filter(id => themes.includes(id)).map(id => [id, themeLabel(id)]);
  const here = terms.filter(row => row.theme_id === chosenWordTheme);
  const strongest = Math.max(...here.map(row => row.z_score), 1);
  const lists = organizationsShown()
      .map(organization => ({organization, words: here.filter(row => row.organization_id === organization.organization_id).sort((a, b) => a.rank - b.rank)}))
      .filter(({words}) => words.length > 0);
  fill(section,
      el('p', {class: 'lead'}, 'Words that an organization uses more than all others, by log-odds with an informative prior. The bar is the z-score: how sure the difference is; the number says how often the word occurs there.'),
      el('div', {class: 'controls'}, choice('Theme', options, chosenWordTheme, value => {
        chosenWordTheme = value;
        renderWords(section);
        drawFigures();
        section.querySelector('select').focus();
      })),
      el('div', {class: 'grid'}, lists.map(({organization, words}) => wordList(organization, words, strongest))),
      numbers('Distinctive words', () => ({columns: [
        {name: 'Organization', text: row => row.organization_id},
        {name: 'Theme', text: row => themeLabel(row.theme_id)},
        {name: 'Word', text: row => row.term},
        {name: 'Rank', text: row => row.rank, number: true},
        {name: 'z', text: row => decimal(row.z_score, 2), raw: row => row.z_score, number: true},
        {name: 'Here', text: row => whole.format(row.n_organization), raw: row => row.n_organization, number: true},
        {name: 'Elsewhere', text: row => whole.format(row.n_rest), raw: row => row.n_rest, number: true},
      ], rows: here})));
}

function wordList(organization, words, strongest) {
  const color = chosenWordTheme === 'all' ? 'theme-2' : themeById.get(chosenWordTheme).color;
  return el('div', null,
      el('h3', {title: organization.name}, organization.organization_id),
      el('ol', {class: 'words'}, words.map(word => {
        const bar = el('span', {class: 'bar', 'aria-hidden': 'true'});
        bar.style.width = Math.max(0, 100 * word.z_score / strongest) + '%';
        bar.style.backgroundColor = 'var(--' + color + ')';
        return el('li', null, bar, el('span', {dir: 'auto'}, word.term),
            el('span', {class: 'count'}, whole.format(word.n_organization) + ' ×'));
      })));
}

/* Initiatives. */
function renderInitiatives(section) {
  const rows = tables.proposals.filter(row => (row.organization_id === null || isShown(row.organization_id)) && isThemeShown(row.theme_id)
      && (row.event_date === null || isInYears(row.event_date.slice(0, 4))));
  section.parentElement.hidden = tables.proposals.length === 0;
  const columns = [
    {name: 'Date', text: row => row.event_date || '–', short: true},
    {name: 'Who', text: row => row.proposer_name || '–'},
    {name: 'Does', text: row => row.act.replace('_', ' ')},
    {name: 'What', text: row => row.title},
    {name: 'Theme', text: row => themeLabel(row.theme_id)},
    {name: 'Organization', text: row => row.organization_id || '–'},
    {name: 'Speech', text: row => row.speech_title || '–'},
  ];
  fill(section,
      el('p', {class: 'lead'}, 'Who put forward, supported or announced what: the newest first, calls to act last.'),
      initiativeGroups(),
      scrollable('Initiatives', dataTable(plural(rows.length, 'initiative', 'initiatives'), columns, rows)));
}

/* The same initiative in several speeches: its first use, and what became of it. */
function initiativeGroups() {
  const rows = tables.initiativeGroups;
  if (rows.length === 0) {
    return null;
  }
  const columns = [
    {name: 'First used as', text: row => row.title},
    {name: 'By', text: row => row.who || '–'},
    {name: 'First', text: row => row.first_date || '–', short: true},
    {name: 'Last', text: row => row.last_date || '–', short: true},
    {name: 'Acts', text: row => row.acts.replaceAll('_', ' ')},
    {name: 'Organizations', text: row => row.organizations || '–'},
    {name: 'Speeches', text: row => whole.format(row.speeches), number: true},
  ];
  return el('div', null,
      scrollable('Initiatives of several speeches', dataTable('The same initiative in several speeches', columns, rows)),
      folded('Read what was said of each', () => rows.map(row =>
          folded(row.title + ' (' + plural(row.speeches, 'speech', 'speeches') + ')', () => usesOf(row.group_id)))));
}

/* The sentences of a group, the first of them. */
function usesOf(group) {
  return el('ul', {class: 'quotes'}, tables.initiativeUses.filter(row => row.group_id === group).map(row => el('li', null,
      el('blockquote', {dir: 'auto', lang: row.language === 'und' ? null : row.language}, row.text),
      el('p', {dir: 'auto'}, [row.act.replace('_', ' '), row.proposer_name, row.event_date, row.speech_title].filter(part => part).join(' · ')),
      el('p', null, 'speech ' + row.speech_id + ', sentence ' + row.sentence_no))));
}

/* Evidence. */
let chosenCell = null;
const quotes = el('div', {id: 'quotes', 'aria-live': 'polite', tabindex: '-1'});

function renderEvidence(section) {
  const organizations = organizationsShown();
  if (organizations.length === 0 || themesShown().length === 0) {
    fill(section, el('p', {class: 'empty'}, 'There are no sentences to show.'));
    return;
  }
  fill(section,
      el('p', {class: 'lead'}, 'Choose a cell to read the sentences that were assigned to the theme with most confidence.'),
      el('div', {class: 'scroll matrix', tabindex: '0', role: 'group', 'aria-label': 'Shares of organizations and themes'},
          el('table', null,
              el('caption', {class: 'visually-hidden'}, 'Share of each theme at each organization over all years; each cell opens its sentences'),
              el('thead', null, el('tr', null, el('th', {scope: 'col'}, 'Share'), themesShown().map(theme => el('th', {scope: 'col'}, theme.label)))),
              el('tbody', null, organizations.map(organization => el('tr', null,
                  el('th', {scope: 'row', title: organization.name}, organization.organization_id),
                  themesShown().map(theme => el('td', null, cellButton(organization.organization_id, theme)))))))),
      quotes);
  if (chosenCell === null || !organizations.some(row => row.organization_id === chosenCell[0]) || !isThemeShown(chosenCell[1])) {
    chooseCell(...fullestCell(organizations));
  } else {
    showQuotes();
  }
}

/* The cell with the largest share of a theme of the catalog that has sentences to show. */
function fullestCell(organizations) {
  const cells = organizations.flatMap(({organization_id: id}) => themesShown()
      .filter(theme => evidenceOf(id, theme.theme_id).length > 0)
      .map(theme => ({id, theme: theme.theme_id, share: shareOf(state.basis, id, theme.theme_id, 'all').share})));
  cells.sort((a, b) => (a.theme === 'other') - (b.theme === 'other') || b.share - a.share);
  return cells.length > 0 ? [cells[0].id, cells[0].theme] : [organizations[0].organization_id, themesShown()[0].theme_id];
}

function cellButton(organization, theme) {
  const share = shareOf(state.basis, organization, theme.theme_id, 'all');
  const count = evidenceOf(organization, theme.theme_id).length;
  const button = el('button', {
    type: 'button',
    disabled: count === 0,
    'aria-pressed': String(isChosen(organization, theme.theme_id)),
    'aria-label': organization + ', ' + theme.label + ': ' + percent(share && share.share) + ', ' + plural(count, 'sentence', 'sentences'),
    'data-cell': organization + '|' + theme.theme_id,
    onclick: () => chooseCell(organization, theme.theme_id),
  }, percent(share && share.share));
  button.style.backgroundColor = 'color-mix(in srgb, var(--' + theme.color + ') ' + Math.round(45 * Math.min(1, (share ? share.share : 0) / 0.5)) + '%, transparent)';
  return button;
}

function isChosen(organization, theme) {
  return chosenCell !== null && chosenCell[0] === organization && chosenCell[1] === theme;
}

function evidenceOf(organization, theme) {
  return tables.evidence.filter(row => row.basis === state.basis && row.organization_id === organization && row.theme_id === theme);
}

function chooseCell(organization, theme) {
  chosenCell = [organization, theme];
  for (const button of byId('evidence').querySelectorAll('.matrix button')) {
    button.setAttribute('aria-pressed', String(button.dataset.cell === organization + '|' + theme));
  }
  showQuotes();
}

function openEvidence(organization, theme) {
  chooseCell(organization, theme);
  byId('evidence').scrollIntoView();
  quotes.focus({preventScroll: true});
}

function showQuotes() {
  const rows = chosenCell === null ? [] : evidenceOf(chosenCell[0], chosenCell[1]);
  if (rows.length === 0) {
    fill(quotes, el('p', {class: 'empty'}, 'No sentence was assigned to this cell.'));
    return;
  }
  fill(quotes,
      el('h3', null, themeLabel(chosenCell[1]) + ' at ' + chosenCell[0]),
      el('ul', {class: 'quotes'}, rows.map(row => el('li', null,
          el('blockquote', {dir: 'auto', lang: row.language === 'und' ? null : row.language}, row.text),
          el('p', {dir: 'auto'}, [row.speaker_name, row.title, row.venue_id, row.place, dateWords(row)].filter(part => part).join(' · ')),
          el('p', null, 'Confidence ' + percent(row.confidence) + ' · speech ' + row.speech_id + ', sentence ' + row.sentence_no + ' · ' + row.source_uri)))));
}

/* Method, settings, limits. */
const LIMITS = [
  'Themes are assigned to sentences by a program that makes mistakes; the sentences under “Evidence” show how it decides. Shares are shares of words in sentences of the theme.',
  'The unit of evidence is the speech: sentences of one speech are not independent. Intervals come from resampling speeches, tests from permuting speeches between organizations, and q-values allow for the number of comparisons. Where there are too few speeches the page says so instead of giving a verdict.',
  'A speech that is a copy of another counts once. Inputs that could not be read as a speech are listed below and count for nothing.',
  'The corpus is whatever was given to the program. Differences between organizations may reflect which speeches were collected, and who spoke, as much as what the organizations are about.',
];

function renderMethod(section) {
  const settings = flattened(DATA.run.config, '');
  const counts = Object.entries(DATA.run.counts);
  const versions = Object.entries(DATA.run.versions);
  const twoColumns = [{name: 'Name', text: row => row[0]}, {name: 'Value', text: row => row[1]}];
  fill(section,
      el('div', {class: 'prose'}, LIMITS.map(text => el('p', null, text))),
      el('h3', null, 'Rejected inputs'),
      rejected(),
      foldedTable('The model’s quality', [
        {name: 'Topic', text: row => row.topic_id},
        {name: 'Measure', text: row => row.measure.replace(/_/g, ' ')},
        {name: 'Value', text: row => decimal(row.value, 3), raw: row => row.value, number: true},
      ], tables.diagnostics),
      foldedTable('Settings', twoColumns, settings),
      foldedTable('Counts', [twoColumns[0], {name: 'Value', text: row => whole.format(row[1]), raw: row => row[1], number: true}], counts),
      foldedTable('Versions', twoColumns, versions));
}

function rejected() {
  const all = total(tables.rejects, 'inputs');
  if (all === 0) {
    return el('p', {class: 'empty'}, 'None.');
  }
  const reasons = tables.rejects.map(row => row.reason_code.replace(/_/g, ' ') + ' (' + whole.format(row.inputs) + ')').join(', ');
  return el('div', null,
      el('p', {class: 'note'}, plural(all, 'input', 'inputs') + ': ' + reasons + '.'),
      foldedTable(all > tables.rejectedInputs.length ? 'The first ' + tables.rejectedInputs.length : 'All of them', [
        {name: 'Input', text: row => row.source_uri},
        {name: 'Reason', text: row => row.reason_code.replace(/_/g, ' ')},
        {name: 'Detail', text: row => row.detail},
      ], tables.rejectedInputs));
}

/* A table that is made when somebody opens it: the settings alone have thousands of rows. */
function foldedTable(name, columns, rows) {
  return rows.length === 0 ? null : folded(name, () => [scrollable(name, dataTable(name, columns, rows))]);
}

function flattened(node, path) {
  if (node === null || typeof node !== 'object') {
    return [[path, String(node)]];
  }
  if (Array.isArray(node)) {
    return node.every(item => item === null || typeof item !== 'object')
        ? [[path, node.join(', ')]]
        : node.flatMap((item, i) => flattened(item, path + '[' + i + ']'));
  }
  return Object.entries(node).flatMap(([key, value]) => flattened(value, path === '' ? key : path + '.' + key));
}
