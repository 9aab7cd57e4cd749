// How the numbers of a chart become a picture by uPlot. chart.js has the buttons and the keys around it.
(() => {
  const { uPlot, FacewrightCharts: charts } = window;
  const COLOURS = ['--accent', '--line-strong', '--info', '--warn'];
  const NARROW = 480;
  const LEAST_WIDTH = 200;

  // a canvas does not know light-dark(): an element does, and says what it came to
  const colours = (parent) => {
    const swatch = parent.appendChild(document.createElement('span'));
    const of = (name) => {
      swatch.style.color = `var(${name})`;
      return getComputedStyle(swatch).color;
    };
    const found = { series: COLOURS.map(of), muted: of('--muted'), line: of('--line'), warn: of('--warn') };
    swatch.remove();
    return found;
  };

  const size = (area) => ({ width: Math.max(LEAST_WIDTH, area.clientWidth), height: area.clientWidth < NARROW ? 200 : 260 });

  // a logarithmic scale has no place for nought: across it stands at the edge, upwards nowhere
  const data = (chart) => chart.numbers.columns.map((column, at) => {
    if (at === 0 && chart.isLog('across')) return column.map((value) => Math.max(value, chart.whole()[0]));
    if (at > 0 && chart.isLog('up')) return column.map((value) => (value > 0 ? value : null));
    return column;
  });

  const paths = (kind) => ({
    bars: uPlot.paths.bars({ size: [0.8, 80] }),
    histogram: uPlot.paths.bars({ size: [1, Infinity], align: 1 }),
    scatter: () => null,
  })[kind];

  const upwards = (chart) => (plot, least, most) => {
    if (least == null) return [0, 1];
    const { upLeast, upMost } = chart.figure.dataset;
    if (chart.isLog('up')) return [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most * 1.0001))];
    if (upLeast !== undefined) return [Number(upLeast), Number(upMost)];
    if (chart.kind === 'bars' || chart.kind === 'histogram') return [0, most * 1.12 || 1];
    return uPlot.rangeNum(least, most, 0.1, true);
  };

  // every second name, or third, where they would run into each other
  const fitting = (names, plot) => {
    const pixels = plot.bbox.width / devicePixelRatio / names.length;
    const widest = Math.max(...names.map((name) => String(name).length)) * 7 + 8;
    const every = Math.max(1, Math.ceil(widest / pixels));
    return names.map((name, place) => (place % every === 0 ? name : ''));
  };

  const axes = (chart, colour) => {
    const { numbers, figure } = chart;
    const font = `12px ${getComputedStyle(document.body).fontFamily}`;
    const axis = { stroke: colour.muted, font, labelFont: font, labelSize: 20, grid: { stroke: colour.line, width: 1 }, ticks: { stroke: colour.line, size: 5 } };
    const written = (unit) => (plot, splits) => splits.map((value) => (value == null ? '' : charts.write(value, unit)));
    return [
      {
        ...axis, label: numbers.names[0], space: 56, size: 34, values: written(numbers.across),
        ...(numbers.named ? { splits: () => numbers.columns[0], values: (plot) => fitting(numbers.places, plot), grid: { show: false } } : {}),
      },
      { ...axis, label: figure.dataset.upWords, size: 60, values: written(numbers.up) },
    ];
  };

  // the lines from top to bottom, and what each named bar stands for
  const overlay = (chart, colour) => (plot) => {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.strokeStyle = colour.warn;
    ctx.lineWidth = 2 * devicePixelRatio;
    ctx.setLineDash([5 * devicePixelRatio, 4 * devicePixelRatio]);
    chart.marks.filter((at) => at >= plot.scales.x.min && at <= plot.scales.x.max).forEach((at) => {
      const x = plot.valToPos(at, 'x', true);
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
    });
    if (chart.kind === 'bars') {
      ctx.fillStyle = colour.muted;
      ctx.font = `${12 * devicePixelRatio}px ${getComputedStyle(document.body).fontFamily}`;
      ctx.textAlign = 'center';
      plot.data[1].forEach((value, at) => {
        if (value) ctx.fillText(value, plot.valToPos(at, 'x', true), plot.valToPos(value, 'y', true) - 4 * devicePixelRatio);
      });
    }
    ctx.restore();
  };

  charts.data = data;
  charts.size = size;
  charts.plot = (chart) => {
    const { numbers, kind, figure, area } = chart;
    const colour = colours(figure);
    const scale = (axis) => (chart.isLog(axis) ? { distr: 3, log: 10 } : {});
    const filled = kind === 'bars' || kind === 'histogram';
    return new uPlot({
      ...size(area),
      cursor: {
        y: false,
        bind: { dblclick: () => () => chart.zoom(null) },
        ...(figure.dataset.live ? { sync: { key: 'live' } } : {}),
      },
      scales: {
        x: { time: false, ...scale('across'), range: (plot, least, most) => (least == null ? [0, 1] : [least, most]) },
        y: { ...scale('up'), range: upwards(chart) },
      },
      axes: axes(chart, colour),
      series: [
        { label: numbers.names[0], value: (plot, value) => (value == null ? '–' : numbers.place(value)) },
        ...numbers.names.slice(1).map((label, at) => ({
          label, stroke: colour.series[at], width: filled ? 0 : 1.5, paths: paths(kind), points: { show: kind === 'scatter', size: 6 },
          ...(filled ? { fill: colour.series[at], alpha: numbers.names.length > 2 ? 0.7 : 1 } : {}),
          value: (plot, value) => charts.write(value, numbers.up),
        })),
      ],
      hooks: { draw: [overlay(chart, colour)], setScale: [(plot, key) => key === 'x' && chart.looked(plot.scales.x)] },
    }, data(chart), area);
  };
})();
