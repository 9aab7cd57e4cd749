// The live charts of a run: the course so far, then every recorded step as it comes.
(() => {
  const charts = document.getElementById('run-charts');
  if (!charts || !window.uPlot) return;

  const MOST_POINTS = 6000;
  const steps = [];
  const figures = [...charts.querySelectorAll('[data-series]')].map((figure) => ({
    figure,
    name: figure.dataset.series,
    scale: Number(figure.dataset.scale ?? 1),
    values: [],
    plot: null,
  }));

  // a canvas does not know light-dark(): an element does, and says what it came to
  const swatch = charts.appendChild(document.createElement('span'));
  swatch.hidden = true;
  const colour = (name) => {
    swatch.style.color = `var(${name})`;
    return getComputedStyle(swatch).color;
  };
  const size = (figure) => ({ width: Math.max(200, figure.clientWidth - 32), height: 200 });

  const draw = (chart) => {
    chart.plot?.destroy();
    const axis = { stroke: colour('--muted'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') } };
    chart.plot = new window.uPlot({
      ...size(chart.figure),
      legend: { live: true },
      cursor: { sync: { key: 'run' }, y: false },
      scales: { x: { time: false } },
      series: [
        { label: charts.dataset.step },
        { label: chart.figure.dataset.label, stroke: colour('--accent'), width: 1.5, points: { show: false }, value: (plot, value) => (value == null ? '–' : Number(value.toPrecision(5)).toString()) },
      ],
      axes: [axis, { ...axis, size: 64 }],
    }, [steps, chart.values], chart.figure);
  };

  // a run that went on from a checkpoint does some steps again: they take the place of the first ones
  const rewind = (step) => {
    let keep = steps.length;
    while (keep > 0 && steps[keep - 1] >= step) keep -= 1;
    steps.length = keep;
    figures.forEach((chart) => { chart.values.length = keep; });
  };

  const thin = () => {
    if (steps.length <= MOST_POINTS) return;
    const every = (value, index) => index % 2 === 0;
    const kept = steps.filter(every);
    steps.splice(0, steps.length, ...kept);
    figures.forEach((chart) => { chart.values = chart.values.filter(every); });
  };

  const append = (metrics) => {
    metrics.forEach((metric) => {
      if (steps.length && metric.step <= steps[steps.length - 1]) rewind(metric.step);
      steps.push(metric.step);
      figures.forEach((chart) => { chart.values.push(metric[chart.name] / chart.scale); });
    });
    thin();
    figures.forEach((chart) => {
      chart.plot.setData([steps, chart.values]);
      // what was measured last, unless the reader points at something else
      if (chart.plot.cursor.idx == null) chart.plot.setLegend({ idx: steps.length - 1 });
    });
  };

  // the server draws the state: it knows the words and who may cancel
  const refresh = () => {
    const state = document.getElementById('run-state');
    if (state && window.htmx) window.htmx.trigger(state, 'run-changed');
  };

  // a redrawn state keeps the log as the reader left it, and tells what changed to who does not see it
  let kept = null;
  document.addEventListener('htmx:beforeSwap', () => {
    const entries = document.getElementById('run-log-entries');
    if (entries) kept = { open: document.getElementById('run-log').open, top: entries.scrollTop };
  });
  let told = '';
  document.addEventListener('htmx:afterSettle', () => {
    if (kept) {
      document.getElementById('run-log').open = kept.open;
      document.getElementById('run-log-entries').scrollTop = kept.top;
    }
    const state = document.getElementById('run-state');
    const tenths = Math.floor(state.querySelector('progress').value / 10) * 10;
    const news = `${state.querySelector('.badge').textContent} ${tenths} %`;
    if (news !== told) document.getElementById('run-announcement').textContent = news;
    told = news;
  });

  figures.forEach(draw);
  new ResizeObserver(() => figures.forEach((chart) => chart.plot.setSize(size(chart.figure)))).observe(charts);
  const redraw = () => figures.forEach(draw);
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

  const events = new EventSource(charts.dataset.events);
  events.addEventListener('metrics', (event) => append(JSON.parse(event.data)));
  events.addEventListener('run', refresh);
  events.addEventListener('end', () => {
    events.close();
    const state = document.getElementById('run-state');
    if (state?.dataset.status === 'QUEUED' || state?.dataset.status === 'RUNNING') window.setTimeout(refresh, 1100);
  });
})();
