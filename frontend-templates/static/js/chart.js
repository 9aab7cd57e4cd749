// Every figure[data-chart] of a page as a picture to zoom into and to read value by value. A script that has more to show sends
// it to the figure: new CustomEvent('chart:append', { detail: [[x, y, ...], ...] }).
(() => {
  const charts = window.FacewrightCharts;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  const CALM_MILLIS = 5000;
  const KEYS = { '+': 'in', '=': 'in', '-': 'out', 0: 'all', ArrowLeft: 'left', ArrowRight: 'right' };

  class Chart {
    constructor(figure) {
      this.figure = figure;
      this.kind = figure.dataset.chart;
      this.numbers = new charts.Numbers(figure);
      this.marks = [...figure.querySelectorAll('.chart-mark')].map((mark) => Number(mark.dataset.at));
      // one scale can be switched: the one across where it begins as a logarithmic one, else the one of the values
      this.switched = figure.dataset.acrossScale === 'log' ? 'across' : 'up';
      this.log = figure.dataset[`${this.switched}Scale`] === 'log';
      this.shown = null; // what was zoomed into; null: everything
      this.tools = figure.querySelector('.chart-tools');
      this.details = figure.querySelector('.chart-data');
      this.area = document.createElement('div');
      Object.assign(this.area, { className: 'chart-area', tabIndex: 0, role: 'img', title: figure.dataset.keys });
      this.told = document.createElement('p');
      Object.assign(this.told, { className: 'visually-hidden', role: 'status' });
      this.details.before(this.area, this.told);
      this.details.open = false;
      this.tools.hidden = false;
      this.tools.querySelector('[data-do="log"]').hidden = this.kind === 'bars' || this.kind === 'scatter';
      figure.dataset.ready = '';
      this.listen();
      this.draw();
    }

    listen() {
      this.tools.addEventListener('click', (event) => this.act(event.target.closest('[data-do]')?.dataset.do));
      this.area.addEventListener('keydown', (event) => {
        if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        this.act(KEYS[event.key]);
      });
      this.figure.addEventListener('chart:append', (event) => this.append(event.detail));
      this.details.addEventListener('toggle', () => {
        if (this.details.open) this.numbers.writeTable(this.details.querySelector('tbody'));
      });
      new ResizeObserver(() => this.plot.setSize(charts.size(this.area))).observe(this.area);
    }

    act(does) {
      if (does === 'csv') this.download();
      else if (does === 'log') this.switchLog();
      else if (does === 'all') this.zoom(null);
      else if (does === 'in' || does === 'out') this.zoom(does === 'in' ? 0.5 : 2);
      else if (does === 'left' || does === 'right') this.step(does === 'left' ? -1 : 1);
    }

    draw() {
      this.plot?.destroy();
      this.plot = charts.plot(this);
      this.tools.querySelector('[data-do="log"]').setAttribute('aria-pressed', this.log);
      this.look(this.shown ?? this.whole());
      this.describe();
    }

    describe() {
      this.area.setAttribute('aria-label', `${this.figure.querySelector('.chart-caption').textContent} ${this.numbers.words()}`);
    }

    // ---- what is looked at ----

    isLog(axis) {
      return this.log && this.switched === axis;
    }

    whole() {
      const at = this.numbers.columns[0];
      if (!at.length) return [0, 1];
      if (this.kind === 'bars') return [-0.6, at.length - 0.4];
      const { acrossLeast, acrossMost } = this.figure.dataset;
      const low = Number(acrossLeast ?? (this.isLog('across') ? at.find((value) => value > 0) : at[0]));
      const high = Number(acrossMost ?? at.at(-1) + (this.kind === 'histogram' ? at[1] - at[0] : 0));
      return low === high ? [low - 0.5, high + 0.5] : [low, high];
    }

    look([min, max]) {
      this.plot.setScale('x', { min, max });
    }

    // told by the plot, however it came about
    looked({ min, max }) {
      const [low, high] = this.whole();
      this.shown = min <= low && max >= high ? null : [min, max];
    }

    // distances are as they look: of a logarithmic scale in decades. Around what is pointed at, if anything is
    zoom(factor) {
      let range = this.whole();
      if (factor !== null) {
        const [low, high] = range;
        const [to, from] = this.isLog('across') ? [Math.log10, (value) => 10 ** value] : [Number, Number];
        const [min, max] = (this.shown ?? range).map(to);
        const pointed = this.plot.cursor.idx == null ? null : to(this.plot.data[0][this.plot.cursor.idx]);
        const middle = pointed !== null && pointed >= min && pointed <= max ? pointed : (min + max) / 2;
        const half = (max - min) / 2 * factor;
        range = [Math.max(low, from(middle - half)), Math.min(high, from(middle + half))];
      }
      this.look(range);
      this.tell(range.map((value) => this.numbers.place(value)).join(' – '));
    }

    switchLog() {
      this.log = !this.log;
      this.shown = null;
      this.draw();
    }

    // ---- value by value ----

    step(by) {
      const { numbers, plot } = this;
      const last = numbers.size - 1;
      if (last < 0) return;
      const now = plot.cursor.idx ?? (by > 0 ? -1 : last + 1);
      const idx = Math.min(last, Math.max(0, now + by));
      plot.setCursor({ left: plot.valToPos(plot.data[0][idx], 'x'), top: 1 });
      const values = numbers.columns.slice(1).map((column, at) => `${numbers.names[at + 1]} ${charts.write(column[idx], numbers.up)}`);
      this.tell(`${numbers.place(numbers.columns[0][idx])}: ${values.join(', ')}`);
    }

    tell(words) {
      this.told.textContent = words;
    }

    // ---- what changes, and what is taken home ----

    append(rows) {
      this.numbers.append(rows);
      this.waiting ??= window.setTimeout(() => this.show(), calm.matches && this.drawn ? CALM_MILLIS : 0);
    }

    show() {
      this.waiting = null;
      this.drawn = true;
      const shown = this.shown;
      this.plot.setData(charts.data(this), false);
      this.look(shown ?? this.whole());
      // what was measured last, unless the reader points at something else
      if (this.plot.cursor.idx == null) this.plot.setLegend({ idx: this.numbers.size - 1 });
      this.describe();
    }

    download() {
      const caption = this.figure.querySelector('.chart-caption').textContent.trim();
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([`\ufeff${this.numbers.csv()}`], { type: 'text/csv;charset=utf-8' }));
      link.download = `${caption.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.csv`;
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    }
  }

  const all = new Set();
  const mount = (root) => root.querySelectorAll('figure[data-chart]:not([data-ready])').forEach((figure) => all.add(new Chart(figure)));
  const redraw = () => all.forEach((chart) => (chart.figure.isConnected ? chart.draw() : all.delete(chart)));
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  document.addEventListener('htmx:load', (event) => mount(event.detail.elt.parentElement ?? event.detail.elt));
  mount(document);
})();
