/* Builds elements. Texts are only ever added as text nodes, never parsed as markup. */
function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined));
  return node;
}

function byId(id) {
  return document.getElementById(id);
}

function fill(node, ...children) {
  node.replaceChildren(...children.flat().filter(child => child !== null && child !== undefined));
  return node;
}

let counter = 0;
function freshId(stem) {
  counter += 1;
  return stem + '-' + counter;
}

/* A labelled drop-down; options are [value, text]. */
function choice(label, options, selected, onChange) {
  const id = freshId('choice');
  const select = el('select', {id, onchange: () => onChange(select.value)},
      options.map(([value, text]) => el('option', {value, selected: value === selected}, text)));
  return el('div', {class: 'field'}, el('label', {for: id}, label), select);
}

/* A table; columns are {name, text(row), number}. */
function dataTable(caption, columns, rows) {
  return el('table', null,
      el('caption', null, caption),
      el('thead', null, el('tr', null,
          columns.map(column => el('th', {scope: 'col', class: column.number ? 'number' : null}, column.name)))),
      el('tbody', null, rows.map(row => el('tr', null,
          columns.map(column => el('td', {class: column.number ? 'number' : column.short ? 'short' : null, dir: column.number ? null : 'auto'},
              String(column.text(row))))))));
}

function scrollable(label, ...children) {
  return el('div', {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': label}, ...children);
}

/* What is made when somebody opens it. */
function folded(summary, content) {
  const body = el('div', null);
  const details = el('details', {class: 'numbers'}, el('summary', null, summary), body);
  details.addEventListener('toggle', () => {
    if (details.open) {
      fill(body, content());
    }
  });
  return details;
}

/* The numbers behind a chart. */
function numbers(name, content) {
  return folded('Show the numbers', () => {
    const {columns, rows} = content();
    return [
      scrollable('Numbers: ' + name, dataTable(name, columns, rows)),
      el('div', {class: 'tools'}, el('button', {type: 'button', onclick: () => download(name, columns, rows)}, 'Save as CSV')),
    ];
  });
}

function download(name, columns, rows) {
  const lines = [columns.map(column => csvCell(column.name)).join(',')]
      .concat(rows.map(row => columns.map(column => csvCell(column.raw ? column.raw(row) : column.text(row))).join(',')));
  const link = el('a', {
    href: URL.createObjectURL(new Blob([lines.join('\n') + '\n'], {type: 'text/csv;charset=utf-8'})),
    download: name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') + '.csv',
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function csvCell(value) {
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value === 'number') {
    return String(value);
  }
  const text = String(value);
  return '"' + (/^[=+\-@\t\r]/.test(text) ? "'" : '') + text.replace(/"/g, '""') + '"';
}

/* A list that shows its first items and the others on request. */
function shortList(items, most, cssClass) {
  const list = el('ul', {class: cssClass}, items.slice(0, most));
  if (items.length <= most) {
    return [list];
  }
  const more = el('button', {type: 'button', onclick: () => { list.append(...items.slice(most)); more.remove(); }},
      'Show all ' + whole.format(items.length));
  return [list, more];
}
