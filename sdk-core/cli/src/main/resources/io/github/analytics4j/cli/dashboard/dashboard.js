(() => {
  'use strict';
  // The page's policy refuses style attributes; the same declarations through the object model are allowed.
  const setAttribute = SVGElement.prototype.setAttribute;
  SVGElement.prototype.setAttribute = function (name, value) {
    if (name === 'style') this.style.cssText = value;
    else setAttribute.call(this, name, value);
  };

  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const MANY = 120; // bars that are narrower than about three pixels are drawn as a line

  // --- words and numbers

  const number = (value, most, least = 0) =>
    value.toLocaleString('en-US', {maximumFractionDigits: most, minimumFractionDigits: least});
  const digits = value => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 4);

  function time(seconds) {
    const whole = Math.round(Math.abs(seconds));
    if (whole < 120) return number(seconds, digits(seconds)) + ' s';
    const sign = seconds < 0 ? '-' : '';
    if (whole < 3600) return sign + Math.floor(whole / 60) + ' min' + (whole % 60 ? ' ' + (whole % 60) + ' s' : '');
    const minutes = Math.round(whole / 60);
    if (minutes >= 6000) return sign + number(minutes / 60, 0) + ' h';
    return sign + Math.floor(minutes / 60) + ' h' + (minutes % 60 ? ' ' + (minutes % 60) + ' min' : '');
  }

  const money = value => (Math.abs(value) >= 10000 ? number(value, 0) : Math.abs(value) < 1 && value !== 0 ? number(value, 4, 2) : number(value, 2, 2));
  const FORMATS = {
    count: value => number(value, digits(value)),
    number: value => number(value, digits(value)),
    percent: value => number(value, Math.abs(value) >= 1 ? 1 : 2) + ' %',
    dollars: value => (value < 0 ? '-$' : '$') + money(Math.abs(value)),
    money,
    milliseconds: value => number(value, digits(value)) + ' ms',
    seconds: time,
    minutes: value => number(value, digits(value)) + ' min',
  };
  const format = (measure, value) => (value === null || value === undefined ? 'none' : FORMATS[measure](value));
  const short = (measure, value) => {
    if (Math.abs(value) >= 10000 && measure !== 'seconds') {
      const compact = value.toLocaleString('en-US', {notation: 'compact', maximumFractionDigits: 1});
      return (measure === 'dollars' ? '$' : '') + compact;
    }
    if (measure === 'dollars' || measure === 'money') {
      return (measure === 'dollars' ? '$' : '') + number(value, Math.abs(value) >= 10 ? 0 : 4);
    }
    return format(measure, value);
  };

  /** "2026-03-01" reads "1 Mar", with its year if told, and a span of days "1–7 Mar"; other texts stay. */
  function day(text, withYear) {
    const span = /^\d{4}-(\d\d)-(\d\d)(?:\/\d{4}-(\d\d)-(\d\d))?$/.exec(text);
    if (!span) return text;
    const year = withYear ? ' ' + text.slice(0, 4) : '';
    const name = (month, date) => Number(date) + ' ' + MONTHS[Number(month) - 1] + year;
    if (!span[3] || (span[1] === span[3] && span[2] === span[4])) return name(span[1], span[2]);
    return (span[1] === span[3] ? Number(span[2]) : name(span[1], span[2])) + '–' + name(span[3], span[4]);
  }

  // --- colours and small parts

  const look = name => getComputedStyle(root).getPropertyValue('--' + name).trim();
  const TONES = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10', 'c11', 'c12'];
  const tone = (series, index) => look(series.tone || TONES[index % TONES.length]);

  function element(tag, type, text) {
    const made = document.createElement(tag);
    if (type) made.className = type;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function swatch(colour) {
    const made = element('i');
    made.style.background = colour;
    return made;
  }

  /** A tooltip as nodes, so that no text from outside is ever read as HTML. */
  function tip(title, lines) {
    const made = element('div', 'tip');
    made.append(element('strong', '', title));
    for (const [colour, label, value] of lines) {
      const line = element('div');
      line.append(swatch(colour), element('span', '', label), element('b', '', value));
      made.append(line);
    }
    return made;
  }

  function tooltip(trigger, formatter) {
    return {
      trigger, formatter, confine: true, transitionDuration: 0, backgroundColor: look('card'), borderColor: look('line'), borderWidth: 1,
      padding: [8, 10], textStyle: {color: look('text')}, extraCssText: 'box-shadow: 0 4px 18px rgba(0, 0, 0, .22);',
      axisPointer: {type: 'line', lineStyle: {color: look('muted'), type: 'dashed'}},
    };
  }

  const axisText = () => ({color: look('muted'), fontSize: 12, hideOverlap: true});
  const grid = more => ({left: 4, right: 14, top: 10, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all', ...more});

  /** Whether days need their year. */
  function withYears(chart) {
    const [first, last] = [chart.categories[0], chart.categories[chart.categories.length - 1]];
    return day(first) !== first && first.slice(0, 4) !== last.slice(0, 4);
  }

  function categories(chart, gap) {
    const years = withYears(chart);
    return {
      type: 'category', data: chart.categories, boundaryGap: gap, axisTick: {show: false}, axisLine: {lineStyle: {color: look('line')}},
      axisLabel: {...axisText(), margin: 13, ...(gap || chart.categories.length < 2 ? {} : {alignMinLabel: 'left', alignMaxLabel: 'right'}),
        formatter: text => day(text, years)},
    };
  }

  /** Steps of an axis of seconds that are whole seconds, minutes or hours. */
  const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400];

  function values(measure, most) {
    const axis = {type: 'value', splitNumber: 4, splitLine: {lineStyle: {color: look('line')}}};
    const step = measure === 'seconds' && most > 5 ? STEPS.find(each => most / each <= 5) : undefined;
    if (step) Object.assign(axis, {interval: step, max: Math.ceil(most / step) * step});
    if (measure === 'percent' && most > 60 && most <= 102) Object.assign(axis, {interval: 25, max: 100});
    return {...axis, axisLabel: {...axisText(), formatter: value => short(measure, value)}};
  }

  const highest = numbers => Math.max(0, ...numbers.map(value => value ?? 0));
  const sums = series => series[0].values.map((value, i) => series.reduce((sum, each) => sum + (each.values[i] ?? 0), 0));

  // --- the kinds of chart, each from its data to what ECharts draws

  function overCategories(chart, style) {
    const many = chart.categories.length > MANY;
    const bars = style !== 'line' && !many;
    const zoom = chart.categories.length > 4 * MANY;
    return {
      grid: grid({...(zoom ? {bottom: 44} : {}), ...(withYears(chart) ? {right: 40} : {})}),
      xAxis: categories(chart, bars),
      yAxis: values(chart.series[0].measure, style === 'stack' ? highest(sums(chart.series)) : highest(chart.series.map(each => highest(each.values)))),
      dataZoom: zoom ? [{type: 'slider', height: 22, bottom: 8, left: 48, right: 48, brushSelect: false, labelFormatter: (i, text) => day(text),
        textStyle: {color: look('muted')}, borderColor: look('line'), fillerColor: look('track')}] : [],
      tooltip: tooltip('axis', found => tip(found[0].axisValue, found.map(p =>
        [p.color, chart.series[p.seriesIndex].label, format(chart.series[p.seriesIndex].measure, p.value)]))),
      series: chart.series.map((series, i) => (bars ? bar : line)(chart, series, i, style === 'stack')),
    };
  }

  function bar(chart, series, i, stacked) {
    const style = {color: tone(series, i), borderRadius: stacked ? 0 : [3, 3, 0, 0]};
    if (stacked) Object.assign(style, {borderColor: look('card'), borderWidth: chart.categories.length > 45 ? 0 : 0.5});
    return {name: 's' + i, type: 'bar', data: series.values, stack: stacked ? 'all' : undefined, barMaxWidth: 64, barCategoryGap: '24%',
      itemStyle: style};
  }

  function line(chart, series, i, stacked) {
    const colour = tone(series, i);
    const lone = index => (series.values[index - 1] ?? null) === null && (series.values[index + 1] ?? null) === null;
    const made = {name: 's' + i, type: 'line', data: series.values, color: colour, lineStyle: {width: stacked || series.values.length > 500 ? 1 : 2},
      stack: stacked ? 'all' : undefined, symbol: 'circle', symbolSize: 7, showSymbol: false};
    if (series.values.some((value, index) => value !== null && lone(index))) {
      Object.assign(made, {showSymbol: true, showAllSymbol: true, symbolSize: (value, point) => (lone(point.dataIndex) ? 7 : 0)});
    }
    if (series.values.length > 1000) made.sampling = 'lttb';
    if (stacked) made.areaStyle = {opacity: 0.75};
    else if (chart.series.length === 1) made.areaStyle = {opacity: 0.14};
    return made;
  }

  const FONT = 13;
  const font = () => FONT + 'px ' + getComputedStyle(document.body).fontFamily;
  const widthOf = text => echarts.format.getTextRect(text, font()).width;
  const cut = (text, width) => echarts.format.truncateText(text, Math.max(width, 40), font(), '…');
  const row = (y, width) => ({type: 'rect', shape: {x: 0, y: y - 20, width, height: 42}, style: {fill: 'transparent'}}); // what a pointer hits
  const written = (text, x, y, align) => ({type: 'text', silent: true, x, y, style: {text, align, verticalAlign: 'bottom', fill: look('text'), font: font()}});

  /** Bars that lie, each under its name and its number: a long name is cut, a number never. */
  function ranks(chart, width) {
    const series = chart.series[0];
    const colour = look(series.tone || 'c1');
    function draw(params, api) {
      const i = params.dataIndex;
      const value = series.values[i];
      const [zero, y] = api.coord([0, i]);
      const end = api.coord([value ?? 0, i])[0];
      const text = format(series.measure, value);
      const top = y + 9;
      const bar = {x: Math.min(zero, end), y: top, width: Math.max(2, Math.abs(end - zero)), height: 10, r: 5};
      return {type: 'group', children: [
        row(y, width),
        {type: 'rect', shape: {x: 1, y: top, width: width - 2, height: 10, r: 5}, style: {fill: look('track')}},
        ...(value === null ? [] : [{type: 'rect', shape: bar, style: {fill: colour}}]),
        written(cut(chart.categories[i], width - widthOf(text) - 18), 1, top - 8, 'left'),
        written(text, width - 1, top - 8, 'right'),
      ]};
    }
    return lying(chart, series, {
      tooltip: tooltip('item', p => tip(chart.categories[p.dataIndex], [[colour, series.label, format(series.measure, series.values[p.dataIndex])]])),
      series: [{type: 'custom', renderItem: draw, data: series.values.map((value, i) => [value ?? 0, i]), encode: {x: 0, y: 1}, clip: false}],
    });
  }

  function lying(chart, series, more) {
    const share = series.measure === 'percent' && highest(series.values) <= 100;
    const most = share ? 100 : highest(series.values);
    const least = Math.min(0, ...series.values.map(value => value ?? 0));
    return {
      grid: {left: 1, right: 1, top: chart.kind === 'funnel' ? 16 : 4, bottom: 0, outerBoundsMode: 'none'},
      xAxis: {type: 'value', show: false, min: least, max: most === least ? least + 1 : most},
      yAxis: {type: 'category', show: false, inverse: true, data: chart.categories},
      ...more,
    };
  }

  /** Stages as bars in the middle, each under its name, its count and its share of the stage before. */
  function funnel(chart, width) {
    const [stage, rate] = chart.series;
    const counts = stage.values.map(value => value ?? 0);
    const most = Math.max(1, ...counts);
    const share = i => (i > 0 && rate && rate.values[i - 1] !== null ? format(rate.measure, rate.values[i - 1]) : '');
    function text(i) {
      const numbers = '  ·  ' + format(stage.measure, stage.values[i]) + (share(i) ? '  ·  ' + share(i) : '');
      return cut(chart.categories[i], width - widthOf(numbers) - 8) + numbers;
    }
    const lines = i => [[look('c1'), stage.label, format(stage.measure, stage.values[i])],
      ...(share(i) ? [['transparent', 'of the stage before', share(i)]] : [])];
    const half = 13;
    function draw(params, api) {
      const i = params.dataIndex;
      const [middle, y] = api.coord([most / 2, i]);
      const [, below] = api.coord([most / 2, Math.min(i + 1, counts.length - 1)]);
      const side = at => Math.max(1.5, counts[at] / most * (width - 2) / 2);
      const next = i + 1 < counts.length ? i + 1 : i;
      const slope = [[middle - side(i), y + half], [middle + side(i), y + half], [middle + side(next), below - half], [middle - side(next), below - half]];
      return {type: 'group', children: [
        row(y, width),
        ...(next > i ? [{type: 'polygon', silent: true, shape: {points: slope}, style: {fill: look('c1'), opacity: 0.13}}] : []),
        {type: 'rect', shape: {x: middle - side(i), y: y - half, width: 2 * side(i), height: 2 * half, r: 4}, style: {fill: look('c1')}},
        written(text(i), middle, y - half - 7, 'center'),
      ]};
    }
    return lying(chart, {values: [most]}, {
      tooltip: tooltip('item', p => tip(chart.categories[p.dataIndex], lines(p.dataIndex))),
      series: [{type: 'custom', renderItem: draw, data: counts.map((value, i) => [value, i]), encode: {x: 0, y: 1}, clip: false}],
    });
  }

  function parts(chart) {
    const series = chart.series[0];
    const total = series.values.reduce((sum, value) => sum + (value ?? 0), 0);
    return {
      title: {text: series.additive ? format(series.measure, total) : '', left: 'center', top: 'center', padding: 0,
        textStyle: {color: look('text'), fontSize: 17, fontWeight: 600}},
      tooltip: tooltip('item', p => tip(chart.categories[p.dataIndex], [[p.color, '', part(series, p.dataIndex)]])),
      series: [{type: 'pie', radius: ['64%', '92%'], label: {show: false}, cursor: 'default', emphasis: {scaleSize: 3},
        itemStyle: {borderColor: look('card'), borderWidth: 2},
        data: series.values.map((value, i) => ({name: 's' + i, value, itemStyle: {color: partTone(chart, i)}}))}],
    };
  }

  /** The value of a part, and its share of the whole where it is not a share itself. */
  function part(series, i) {
    const whole = series.values.reduce((sum, value) => sum + (value ?? 0), 0);
    const text = format(series.measure, series.values[i]);
    return series.additive && whole > 0 ? text + '  ·  ' + number(100 * (series.values[i] ?? 0) / whole, 0) + ' %' : text;
  }

  const partTone = (chart, i) => tone({tone: chart.tones ? chart.tones[i] : undefined}, i);

  function heat(chart, width) {
    const series = chart.series[0];
    const across = chart.categories;
    const down = chart.rows;
    const found = new Map(series.values.map(([x, y, value]) => [x + ':' + y, value]));
    const cells = down.flatMap((name, y) => across.map((text, x) => [x, y, found.get(x + ':' + y) ?? 0]));
    const axis = {type: 'category', axisTick: {show: false}, axisLine: {show: false}, splitLine: {show: false}};
    return {
      grid: grid({right: 2}),
      xAxis: {...axis, data: across, axisLabel: {...axisText(), interval: width < 520 ? 5 : width < 760 ? 2 : 1}},
      yAxis: {...axis, data: down, inverse: true, axisLabel: {...axisText(), hideOverlap: false, interval: 0,
        formatter: text => (width < 520 ? text.slice(0, 3) : text)}},
      visualMap: {show: false, min: 0, max: most(chart), inRange: {color: RAMP.map(look)}},
      tooltip: tooltip('item', p => tip(down[p.value[1]] + ', ' + across[p.value[0]], [[p.color, series.label, format(series.measure, p.value[2])]])),
      series: [{type: 'heatmap', data: cells, itemStyle: {borderColor: look('card'), borderWidth: width < 520 ? 1 : 2, borderRadius: 3},
        emphasis: {itemStyle: {borderColor: look('text'), borderWidth: 1}}}],
    };
  }

  const RAMP = ['heat0', 'heat1', 'heat2', 'heat3', 'heat4'];
  const most = chart => Math.max(1, ...chart.series[0].values.map(cell => cell[2] ?? 0));

  function dots(chart) {
    const series = chart.series[0];
    const data = series.values.map((value, i) => [Date.parse(chart.categories[i]), value]).filter(([at]) => !Number.isNaN(at));
    const when = millis => new Date(millis).toISOString().replace('T', ' ').slice(0, 16) + ' UTC';
    return {
      useUTC: true,
      grid: grid(),
      xAxis: {type: 'time', axisTick: {show: false}, axisLine: {lineStyle: {color: look('line')}}, splitLine: {show: false},
        axisLabel: {...axisText(), margin: 13, alignMinLabel: 'left', alignMaxLabel: 'right', formatter: {year: '{yyyy}', month: '{d} {MMM}', day: '{d} {MMM}', hour: '{HH}:{mm}', minute: '{HH}:{mm}'}}},
      yAxis: values(series.measure, highest(series.values)),
      tooltip: tooltip('item', p => tip(when(p.value[0]), [[p.color, series.label, format(series.measure, p.value[1])]])),
      series: [{type: 'scatter', data, symbolSize: data.length > 2000 ? 3 : 6, large: data.length > 2000, largeThreshold: 2000,
        itemStyle: {color: look('c1'), opacity: data.length > 300 ? 0.4 : 0.7}}],
    };
  }

  const KINDS = {
    line: chart => overCategories(chart, 'line'), bars: chart => overCategories(chart, 'bars'), stack: chart => overCategories(chart, 'stack'),
    ranks, funnel, parts, heatmap: heat, dots,
  };

  const GROWING = ['line', 'bars', 'stack', 'dots'];

  function height(chart, width) {
    switch (chart.kind) {
      case 'ranks': return 8 + 44 * chart.categories.length;
      case 'funnel': return 24 + 66 * chart.categories.length;
      case 'parts': return 190;
      case 'heatmap': return 30 + chart.rows.length * (width < 520 ? 24 : 30);
      default: return width < 520 ? 220 : 260;
    }
  }

  // --- one chart on the page

  function place(chart) {
    const plot = document.querySelector('#' + CSS.escape(chart.id) + ' .plot');
    const off = {};
    const named = chart.kind === 'parts' ? chart.categories : ['line', 'bars', 'stack'].includes(chart.kind) ? chart.series.map(s => s.label) : [];
    const list = named.length > 1 ? plot.parentNode.insertBefore(element('ul', 'legend'), plot) : null;
    const ramp = chart.kind === 'heatmap' ? plot.parentNode.appendChild(element('div', 'ramp')) : null;
    if (chart.kind === 'parts') plot.parentNode.classList.add('split');
    const drawn = {};

    /** Gives the drawing its height: that of its kind, and of a kind that can grow all that a taller neighbour leaves. */
    function fit(grow) {
      const own = height(chart, plot.clientWidth);
      const free = grow && GROWING.includes(chart.kind) ? plot.parentNode.clientHeight - (list ? list.offsetHeight + 8 : 0) : 0;
      plot.style.height = Math.max(own, Math.min(free, 480)) + 'px';
    }

    function draw() {
      const width = plot.clientWidth;
      drawn.on = drawn.on || echarts.init(plot, null, {renderer: 'svg'});
      drawn.on.resize();
      drawn.on.setOption({
        animation: false,
        aria: {enabled: true, label: {description: chart.spoken}},
        textStyle: {fontFamily: getComputedStyle(document.body).fontFamily},
        legend: {show: false, data: named.map((name, i) => 's' + i), selected: Object.fromEntries(named.map((name, i) => ['s' + i, !off[i]]))},
        ...KINDS[chart.kind](chart, width),
      }, true);
      if (list) list.replaceChildren(...named.map(entry));
      if (ramp) {
        const series = chart.series[0];
        ramp.replaceChildren(element('span', '', '0'), ...RAMP.map(name => swatch(look(name))), element('span', '', format(series.measure, most(chart))));
      }
    }

    function entry(name, i) {
      const item = element('li');
      const button = element('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', String(!off[i]));
      button.append(swatch(chart.kind === 'parts' ? partTone(chart, i) : tone(chart.series[i], i)), element('span', '', name));
      if (chart.kind === 'parts') button.append(element('b', '', part(chart.series[0], i)));
      button.onclick = () => {
        off[i] = !off[i];
        button.setAttribute('aria-pressed', String(!off[i]));
        drawn.on.dispatchAction({type: 'legendToggleSelect', name: 's' + i});
      };
      item.append(button);
      return item;
    }

    if (list) list.replaceChildren(...named.map(entry));
    return {fit, draw};
  }

  const charts = JSON.parse(document.getElementById('data').textContent).map(place);

  function redraw() {
    charts.forEach(chart => chart.fit(false));
    charts.forEach(chart => chart.fit(true));
    charts.forEach(chart => chart.draw());
  }

  const button = document.getElementById('theme');
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
  const label = () => { button.textContent = isDark() ? 'Light colours' : 'Dark colours'; };
  button.hidden = false;
  button.onclick = () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    label();
    redraw();
  };
  dark.addEventListener('change', () => { label(); redraw(); });
  let before;
  addEventListener('beforeprint', () => { before = root.dataset.theme; root.dataset.theme = 'light'; redraw(); });
  addEventListener('afterprint', () => {
    if (before) root.dataset.theme = before;
    else delete root.dataset.theme;
    redraw();
  });
  let width = root.clientWidth;
  addEventListener('resize', () => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    requestAnimationFrame(redraw);
  });
  label();
  redraw();
  root.dataset.drawn = String(charts.length);
})();
