/* Puts the sections into the page and draws them again when the reader filters. */
const SECTIONS = [
  ['read', renderRead, false],
  ['themes', renderThemes, true],
  ['differences', renderDifferences, true],
  ['years', renderYears, true],
  ['speakers', renderSpeakers, true],
  ['topics', renderTopics, false],
  ['words', renderWords, true],
  ['initiatives', renderInitiatives, true],
  ['evidence', renderEvidence, true],
  ['method', renderMethod, false],
].map(([id, render, filtered]) => {
  const body = el('div', null);
  byId(id).append(body);
  return {id, body, render, filtered};
});

function renderSections(those) {
  for (const {body, render} of those) {
    render(body);
  }
  drawFigures();
}

/* One section after the other, so that the first chart can be seen while the last is drawn; then says that all are there. */
function renderInTurn(sections) {
  renderSections(sections.slice(0, 1));
  if (sections.length > 1) {
    setTimeout(() => renderInTurn(sections.slice(1)));
    return;
  }
  renderContents();
  if (location.hash.length > 1 && byId(location.hash.slice(1))) {
    byId(location.hash.slice(1)).scrollIntoView();
  }
  document.documentElement.dataset.ready = '';
}

function renderContents() {
  fill(byId('contents'), SECTIONS
      .filter(({id}) => !byId(id).hidden)
      .map(({id}) => el('li', null, el('a', {href: '#' + id}, byId(id + '-title').textContent))));
}

function renderFilters() {
  const changed = () => renderSections(SECTIONS.filter(section => section.filtered));
  const fields = [];
  if (bases.length > 1) {
    fields.push(choice('A speech belongs to an organization', [
      ['venue', 'where it was given'],
      ['members', 'by its speaker’s country'],
      ['country', 'no: compare countries'],
      ['speaker', 'no: compare speakers'],
      ['language', 'no: compare languages'],
      ['year', 'no: compare years'],
    ].filter(([basis]) => bases.includes(basis)), state.basis, value => {
      state.basis = value;
      state.hidden.clear();
      renderFilters();
      changed();
      byId('filters').querySelector('select').focus();
    }));
  }
  const all = tables.organizations.filter(row => row.basis === state.basis);
  if (all.length > 2) {
    fields.push(checkboxes('Organizations', state.hidden, all.map(row => [row.organization_id, row.organization_id + ' – ' + row.name]), changed));
  }
  if (themesInOrder.length > 1) {
    fields.push(checkboxes('Themes', state.hiddenThemes, themesInOrder.map(theme => [theme.theme_id, theme.label]), changed));
  }
  if (yearsWithShares.length > 1) {
    fields.push(choice('Shares of', [['all', 'all years'], ...yearsWithShares.map(year => [year, year]).reverse()], state.period, value => {
      state.period = value;
      renderSections(SECTIONS.filter(({id}) => id === 'themes'));
    }));
    fields.push(yearChoice('Years from', 'from', yearsWithShares[0]), yearChoice('to', 'to', yearsWithShares[yearsWithShares.length - 1]));
  }
  fill(byId('filters'), fields);
}

/* One end of the years; the other end follows where it would lie on the wrong side. */
function yearChoice(label, end, unbounded) {
  return choice(label, yearsWithShares.map(year => [year, year]), state[end] || unbounded, value => {
    state[end] = value === unbounded ? null : value;
    if (state.from !== null && state.to !== null && state.from > state.to) {
      state.from = value;
      state.to = value;
      renderFilters();
      [...byId('filters').querySelectorAll('label')].find(node => node.textContent === label).control.focus();
    }
    renderSections(SECTIONS.filter(({id}) => id === 'years' || id === 'initiatives'));
  });
}

/* A list of boxes that opens; `hidden` collects what is not checked, choices are [value, text]. */
function checkboxes(name, hidden, choices, changed) {
  const label = el('summary', {class: 'button'});
  const boxes = choices.map(([value]) => el('input', {type: 'checkbox', checked: !hidden.has(value), value, onchange: update}));
  function update() {
    hidden.clear();
    boxes.filter(box => !box.checked).forEach(box => hidden.add(box.value));
    say();
    changed();
  }
  function say() {
    const n = boxes.filter(box => box.checked).length;
    fill(label, el('span', {class: 'visually-hidden'}, name + ': '), n === boxes.length ? 'All ' + n : n + ' of ' + boxes.length);
  }
  const setAll = checked => () => {
    boxes.forEach(box => { box.checked = checked; });
    update();
  };
  say();
  const details = el('details', {class: 'choices'}, label,
      el('div', {class: 'choices-list', role: 'group', 'aria-label': name},
          el('div', {class: 'row'},
              el('button', {type: 'button', onclick: setAll(true)}, 'All'),
              el('button', {type: 'button', onclick: setAll(false)}, 'None')),
          choices.map(([, text], i) => el('label', null, boxes[i], text))));
  details.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      details.open = false;
      label.focus();
    }
  });
  document.addEventListener('click', event => {
    if (!details.contains(event.target)) {
      details.open = false;
    }
  });
  return el('div', {class: 'field'}, el('span', {class: 'label'}, name), details);
}

byId('filters').addEventListener('submit', event => event.preventDefault());
renderMasthead();
renderFilters();
renderContents();
renderInTurn(SECTIONS);
