/* Charts: each is a figure with a caption, a drawing and its numbers. */
const plots = new Map();
const waiting = [];

const LABEL_SIZE = 12;

function cssValue(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}

const ruler = document.createElement('canvas').getContext('2d');

/* Room for the longest of some labels, at most a part of the width. */
function labelRoom(labels, width) {
  ruler.font = LABEL_SIZE + 'px ' + cssValue('sans');
  const longest = Math.max(0, ...labels.map(label => ruler.measureText(label).width));
  return Math.ceil(Math.min(longest * 1.06, 0.42 * width)) + 12;
}

/*
 * A figure. `option` makes the chart's settings for a width, so that it can be drawn again when the
 * width or the colours change; `label` says in words what the chart shows.
 */
function chartFigure({title, subtitle, swatch, label, height, option, onClick, columns, rows, heading}) {
  const plot = el('div', {class: 'plot', role: 'img', 'aria-label': label});
  plot.style.height = height + 'px';
  const mark = swatch ? el('span', {class: 'swatch', 'aria-hidden': 'true'}) : null;
  if (mark) {
    mark.style.backgroundColor = 'var(--' + swatch + ')';
  }
  waiting.push({plot, option, onClick});
  return el('figure', null,
      el('figcaption', null, el(heading || 'h3', null, mark, title), subtitle ? el('p', null, subtitle) : null),
      plot,
      numbers(title, () => ({columns, rows})));
}

/* Draws the figures that were made since the last call and drops those that left the page. */
function drawFigures() {
  for (const [plot, drawn] of plots) {
    if (!plot.isConnected) {
      resizes.unobserve(plot);
      drawn.chart.dispose();
      plots.delete(plot);
    }
  }
  for (const {plot, option, onClick} of waiting.splice(0)) {
    const chart = echarts.init(plot, null, {renderer: 'svg'});
    if (onClick) {
      chart.on('click', event => onClick(event));
    }
    const drawn = {chart, option, width: plot.clientWidth};
    plots.set(plot, drawn);
    draw(plot, drawn);
    resizes.observe(plot);
  }
}

/* ECharts gives the background of every drawing the same id, which an id must not be; the view box lets paper shrink it. */
function draw(plot, {chart, option, width}) {
  chart.setOption(complete(option(width)), true);
  plot.querySelectorAll('svg rect[id]').forEach(rect => rect.removeAttribute('id'));
  const svg = plot.querySelector('svg');
  svg.setAttribute('viewBox', '0 0 ' + svg.getAttribute('width') + ' ' + svg.getAttribute('height'));
}

const resizes = new ResizeObserver(entries => {
  for (const {target} of entries) {
    const drawn = plots.get(target);
    if (drawn && drawn.width !== target.clientWidth) {
      redraw(target, drawn);
    }
  }
});

function redraw(plot, drawn) {
  drawn.width = plot.clientWidth;
  drawn.chart.resize();
  draw(plot, drawn);
}

function redrawAll() {
  plots.forEach((drawn, plot) => redraw(plot, drawn));
}

window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redrawAll);

/* On paper: light colours and the width of the paper. */
window.addEventListener('beforeprint', () => {
  document.documentElement.dataset.paper = '';
  redrawAll();
});
window.addEventListener('afterprint', () => {
  delete document.documentElement.dataset.paper;
  redrawAll();
});

/* What all charts share. */
function complete(option) {
  return {
    animation: false,
    textStyle: {fontFamily: cssValue('sans'), color: cssValue('ink')},
    ...option,
    tooltip: option.tooltip && {
      confine: true,
      backgroundColor: cssValue('card'),
      borderColor: cssValue('rule'),
      textStyle: {color: cssValue('ink')},
      ...option.tooltip,
    },
  };
}

function tip(title, ...lines) {
  return el('div', {class: 'tip'}, el('strong', null, title), lines.map(line => el('div', null, line)));
}

function valueAxis(extra) {
  return {
    type: 'value',
    axisLabel: {color: cssValue('soft'), fontSize: 11, hideOverlap: true},
    splitLine: {lineStyle: {color: cssValue('grid')}},
    ...extra,
  };
}

function categoryAxis(names, extra) {
  return {
    type: 'category',
    data: names,
    axisTick: {show: false},
    axisLine: {show: false},
    axisLabel: {color: cssValue('ink'), fontSize: LABEL_SIZE},
    ...extra,
  };
}

/* The rows' labels from top to bottom, cut where there is no room for them. */
function labelAxis(rows, width) {
  const labels = rows.map(row => row.label);
  return categoryAxis(labels, {
    inverse: true,
    axisLabel: {
      color: cssValue('ink'),
      fontSize: LABEL_SIZE,
      width: labelRoom(labels, width) - 8,
      overflow: 'truncate',
    },
  });
}

/*
 * Dots with whiskers, one row below the other. Rows are {label, value, low, high, color, hollow,
 * mark, text, tip}; a row without value has only its text.
 */
function dotOption(rows, {min, max, format, zero}) {
  return width => ({
    grid: {left: labelRoom(rows.map(row => row.label), width), right: 52, top: 4, bottom: 24},
    tooltip: {trigger: 'item', formatter: event => rows[event.dataIndex].tip()},
    xAxis: valueAxis({
      min,
      max,
      interval: max / (zero ? 2 : 4),
      axisLabel: {color: cssValue('soft'), fontSize: 11, hideOverlap: true, formatter: format},
    }),
    yAxis: labelAxis(rows, width),
    series: [{
      type: 'custom',
      data: rows.map((row, i) => [row.value, i, row.low, row.high]),
      encode: {x: [0, 2, 3], y: 1},
      renderItem: (params, api) => dotShape(rows[params.dataIndex], params.dataIndex, api),
      markLine: zero && {
        silent: true,
        symbol: 'none',
        label: {show: false},
        lineStyle: {color: cssValue('faint'), type: 'solid', width: 1},
        data: [{xAxis: 0}],
      },
    }],
  });
}

function dotShape(row, index, api) {
  const color = cssValue(row.color);
  const [x, y] = api.coord([row.value === null ? 0 : row.value, index]);
  const hasWhisker = row.low !== null && row.high !== null;
  const right = hasWhisker ? Math.max(x, api.coord([row.high, index])[0]) : x;
  const shapes = [];
  if (hasWhisker) {
    shapes.push({
      type: 'line',
      shape: {x1: api.coord([row.low, index])[0], y1: y, x2: right, y2: y},
      style: {stroke: color, lineWidth: 3, opacity: 0.45},
    });
  }
  if (row.value !== null) {
    shapes.push({
      type: 'circle',
      shape: {cx: x, cy: y, r: 5},
      style: {fill: row.hollow ? cssValue('paper') : color, stroke: color, lineWidth: 1.5},
    });
  }
  if (row.mark !== null && row.mark !== undefined) {
    const at = api.coord([row.mark, index])[0];
    shapes.push({type: 'line', shape: {x1: at, y1: y - 9, x2: at, y2: y + 9}, style: {stroke: cssValue('ink'), lineWidth: 2}});
  }
  shapes.push({
    type: 'text',
    style: {x: right + 9, y, text: row.text, fill: cssValue('soft'), fontSize: 11.5, fontFamily: cssValue('sans'), textVerticalAlign: 'middle'},
  });
  return {type: 'group', children: shapes};
}

function dotHeight(rows) {
  return 40 + 27 * rows.length;
}

/* The end of an axis at or above the largest share, such that its quarters are round. */
function roundUp(share) {
  const steps = [0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8, 1];
  return steps.find(step => step >= share) || 1;
}

/* A line for each organization over the years; the chosen one in colour and with its intervals. */
function lineOption(years, series, max) {
  return width => ({
    grid: {left: 4, right: labelRoom(series.map(line => line.name), width), top: 10, bottom: 4, containLabel: true},
    tooltip: {trigger: 'item', formatter: event => series[event.seriesIndex] ? series[event.seriesIndex].tip(event.dataIndex) : ''},
    xAxis: categoryAxis(years.map(String), {
      boundaryGap: years.length === 1,
      axisLine: {show: true, lineStyle: {color: cssValue('rule')}},
      axisLabel: {color: cssValue('soft'), fontSize: 11, hideOverlap: true, interval: labelInterval(years.length, width)},
    }),
    yAxis: valueAxis({
      min: 0,
      max,
      interval: max / 4,
      axisLabel: {color: cssValue('soft'), fontSize: 11, formatter: percentMark},
    }),
    series: series.map(lineSeries).concat(series.filter(line => line.chosen).map(line => whiskers(line, years))),
  });
}

function labelInterval(count, width) {
  return Math.max(0, Math.ceil(count / Math.max(2, Math.floor(width / 52))) - 1);
}

function lineSeries(line) {
  const color = cssValue(line.chosen ? line.color : 'faint');
  return {
    type: 'line',
    name: line.name,
    data: line.values.map((value, i) => ({
      value,
      itemStyle: line.chosen && line.low[i] === null ? {color: cssValue('paper'), borderColor: color, borderWidth: 1.5} : {color},
    })),
    connectNulls: false,
    symbol: 'circle',
    symbolSize: line.values.length > 30 ? (line.chosen ? 4 : 0) : (line.chosen ? 7 : 3),
    showAllSymbol: true,
    z: line.chosen ? 3 : 2,
    lineStyle: {color, width: line.chosen ? 2.5 : 1, opacity: line.chosen ? 1 : 0.5},
    itemStyle: {opacity: line.chosen ? 1 : 0.6},
    emphasis: {focus: 'none', lineStyle: {width: 2.5}},
    endLabel: {show: !line.chosen, formatter: () => line.name, distance: 5, fontSize: 10.5, color: cssValue('soft'), opacity: 1},
    labelLayout: {hideOverlap: true},
  };
}

function whiskers(line, years) {
  return {
    type: 'custom',
    silent: true,
    data: years.map((year, i) => [i, line.low[i], line.high[i]]),
    encode: {x: 0, y: [1, 2]},
    renderItem: (params, api) => {
      const i = params.dataIndex;
      if (line.low[i] === null || line.high[i] === null) {
        return {type: 'group', children: []};
      }
      const [x, low] = api.coord([i, line.low[i]]);
      return {
        type: 'line',
        shape: {x1: x, y1: low, x2: x, y2: api.coord([i, line.high[i]])[1]},
        style: {stroke: cssValue(line.color), lineWidth: 3, opacity: 0.3},
      };
    },
  };
}

/* Horizontal bars; rows are {label, value, color, tip}. */
function barOption(rows, {format, mark}) {
  return width => ({
    grid: {left: labelRoom(rows.map(row => row.label), width), right: 50, top: 4, bottom: 24},
    tooltip: {trigger: 'item', formatter: event => rows[event.dataIndex].tip()},
    xAxis: valueAxis({min: 0, splitNumber: 3, axisLabel: {color: cssValue('soft'), fontSize: 11, hideOverlap: true, formatter: mark}}),
    yAxis: labelAxis(rows, width),
    series: [{
      type: 'bar',
      barWidth: '62%',
      data: rows.map(row => ({
        value: row.value,
        itemStyle: {color: cssValue(row.color)},
      })),
      label: {show: true, position: 'right', color: cssValue('soft'), fontSize: 11, formatter: event => format(event.value)},
    }, ...markSeries(rows)],
  });
}

/* Upright lines across bars, for rows that have a mark. */
function markSeries(rows) {
  const marks = rows.map((row, i) => [row.mark, i]).filter(([mark]) => mark !== null && mark !== undefined);
  return marks.length === 0 ? [] : [{
    type: 'custom',
    silent: true,
    data: marks,
    encode: {x: 0, y: 1},
    renderItem: (params, api) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      return {type: 'line', shape: {x1: x, y1: y - 10, x2: x, y2: y + 10}, style: {stroke: cssValue('ink'), lineWidth: 2}};
    },
  }];
}

/* Discs on a plane whose axes mean nothing; points are {x, y, size, color, chosen, text, tip}. */
function mapOption(points) {
  return width => {
    const room = Math.min(1, width / 560);
    return {
      grid: {left: 30, right: 30, top: 24, bottom: 24},
      tooltip: {trigger: 'item', formatter: event => points[event.dataIndex].tip()},
      xAxis: planeAxis(points.map(point => point.x)),
      yAxis: planeAxis(points.map(point => point.y)),
      series: [{
        type: 'scatter',
        data: points.map(point => ({
          value: [point.x, point.y],
          symbolSize: Math.max(8, point.size * room),
          itemStyle: {
            color: cssValue(point.color),
            opacity: point.chosen ? 0.9 : 0.45,
            borderColor: cssValue(point.chosen ? 'ink' : point.color),
            borderWidth: point.chosen ? 2.5 : 1,
          },
          label: {
            show: true,
            formatter: () => point.text,
            position: 'bottom',
            distance: 2,
            opacity: 1,
            color: cssValue(point.chosen ? 'ink' : 'soft'),
            fontWeight: point.chosen ? 700 : 400,
            fontSize: 11,
          },
        })),
        labelLayout: {hideOverlap: true},
      }],
    };
  };
}

function planeAxis(values) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = 0.08 * (high - low) || 1;
  return valueAxis({
    min: low - margin,
    max: high + margin,
    axisLabel: {show: false},
    axisTick: {show: false},
    axisLine: {show: true, lineStyle: {color: cssValue('rule')}},
    splitLine: {show: false},
  });
}

/* Columns over the years. */
function columnOption(years, values, word) {
  return width => ({
    grid: {left: 4, right: 8, top: 10, bottom: 4, containLabel: true},
    tooltip: {trigger: 'item', formatter: event => tip(String(years[event.dataIndex]), plural(values[event.dataIndex], word, word + 'es'))},
    xAxis: categoryAxis(years.map(String), {
      axisLine: {show: true, lineStyle: {color: cssValue('rule')}},
      axisLabel: {color: cssValue('soft'), fontSize: 11, interval: labelInterval(years.length, width)},
    }),
    yAxis: valueAxis({minInterval: 1, splitNumber: 3}),
    series: [{type: 'bar', data: values, barMaxWidth: 34, itemStyle: {color: cssValue('theme-2')}}],
  });
}

function channels(hex) {
  return [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));
}

function mixed(low, high, part) {
  const [from, to] = [channels(low), channels(high)];
  return from.map((channel, i) => channel + (to[i] - channel) * Math.min(1, part));
}

function luminance(rgb) {
  const [r, g, b] = rgb.map(channel => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/* Black or white, whichever has more contrast. */
function readableOn(rgb) {
  return luminance(rgb) > 0.179 ? '#000000' : '#ffffff';
}

/* A square of distances between organizations; cells are {x, y, value, clear, tip}. */
function heatOption(names, cells, max) {
  return width => {
    const room = width / (names.length + 1.5);
    return {
      grid: {left: 4, right: 4, top: 4, bottom: 4, containLabel: true},
      tooltip: {trigger: 'item', formatter: event => cells[event.dataIndex].tip()},
      visualMap: {show: false, min: 0, max, inRange: {color: [cssValue('ramp-low'), cssValue('ramp-high')]}},
      xAxis: categoryAxis(names, {
        position: 'top',
        axisLabel: {color: cssValue('ink'), fontSize: 11, interval: 0, rotate: room < 46 ? 90 : 0},
      }),
      yAxis: categoryAxis(names, {inverse: true, axisLabel: {color: cssValue('ink'), fontSize: 11, interval: 0}}),
      series: [{
        type: 'heatmap',
        data: cells.map(cell => ({
          value: [cell.x, cell.y, cell.value],
          label: {
            show: room >= 30,
            fontSize: 11,
            fontWeight: cell.clear ? 700 : 400,
            color: readableOn(mixed(cssValue('ramp-low'), cssValue('ramp-high'), cell.value / max)),
          },
          itemStyle: {borderColor: cssValue('paper'), borderWidth: 2},
        })),
        label: {formatter: event => cells[event.dataIndex].text},
        emphasis: {itemStyle: {borderColor: cssValue('ink'), borderWidth: 2}},
      }],
    };
  };
}
