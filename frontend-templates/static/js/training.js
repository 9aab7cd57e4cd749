// A run as it goes on: every recorded step goes to the charts, and what else changes is asked for.
(() => {
  const charts = document.getElementById('run-charts');
  if (!charts) return;

  const MEBIBYTE = 1048576;
  const VALUES = {
    loss: (metric) => metric.loss,
    learningRate: (metric) => metric.learningRate,
    imagesPerSecond: (metric) => metric.imagesPerSecond,
    memory: (metric) => metric.residentBytes / MEBIBYTE,
  };
  const append = (metrics) => charts.querySelectorAll('[data-live]').forEach((figure) => {
    const rows = metrics.map((metric) => [metric.step, VALUES[figure.dataset.live](metric)]);
    figure.dispatchEvent(new CustomEvent('chart:append', { detail: rows }));
  });

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

  const events = new EventSource(charts.dataset.events);
  events.addEventListener('metrics', (event) => append(JSON.parse(event.data)));
  events.addEventListener('run', refresh);
  events.addEventListener('end', () => {
    events.close();
    const state = document.getElementById('run-state');
    if (state?.dataset.status === 'QUEUED' || state?.dataset.status === 'RUNNING') window.setTimeout(refresh, 1100);
  });
})();
