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
    ], state.basis, value => {
      state.basis = value;
      state.hidden.clear();
      renderFilters();
      changed();
      byId('filters').querySelector('select').focus();
    }));
  }
  const all = tables.organizations.filter(row => row.basis === state.basis);
  if (all.length > 2) {
    fields.push(organizationFilter(all, changed));
  }
  if (yearsWithShares.length > 1) {
    fields.push(choice('Shares of', [['all', 'all years'], ...yearsWithShares.map(year => [year, year]).reverse()], state.period, value => {
      state.period = value;
      renderSections(SECTIONS.filter(({id}) => id === 'themes'));
    }));
  }
  fill(byId('filters'), fields);
}

function organizationFilter(all, changed) {
  const label = el('summary', {class: 'button'});
  const boxes = all.map(row => el('input', {type: 'checkbox', checked: isShown(row.organization_id), value: row.organization_id, onchange: update}));
  function update() {
    state.hidden = new Set(boxes.filter(box => !box.checked).map(box => box.value));
    say();
    changed();
  }
  function say() {
    const n = boxes.filter(box => box.checked).length;
    label.textContent = n === boxes.length ? 'All ' + n : n + ' of ' + boxes.length;
  }
  const setAll = checked => () => {
    boxes.forEach(box => { box.checked = checked; });
    update();
  };
  say();
  const details = el('details', {class: 'choices'}, label,
      el('div', {class: 'choices-list', role: 'group', 'aria-label': 'Organizations'},
          el('div', {class: 'row'},
              el('button', {type: 'button', onclick: setAll(true)}, 'All'),
              el('button', {type: 'button', onclick: setAll(false)}, 'None')),
          all.map((row, i) => el('label', null, boxes[i], row.organization_id + ' – ' + row.name))));
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
  return el('div', {class: 'field'}, el('span', {class: 'label'}, 'Organizations'), details);
}

byId('filters').addEventListener('submit', event => event.preventDefault());
renderMasthead();
renderFilters();
renderSections(SECTIONS);
renderContents();
