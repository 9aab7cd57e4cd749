// The numbers of a chart: read from its table, added to, told in words and as CSV. chart.js draws them.
window.FacewrightCharts = (() => {
  const MOST_POINTS = 6000;
  const MOST_ROWS = 500;

  const number = (text) => (text.trim() === '' ? null : Number(text));
  const share = (value) => `${Number((value * 100).toPrecision(4))} %`;
  const power = (value) => (value > 0 && value < 0.01 && Math.log10(value) % 1 === 0 ? `1e${Math.log10(value)}` : null);

  // as people read it beside the picture
  const write = (value, unit) => {
    if (value == null) return '–';
    return power(value) ?? (unit === 'share' ? share(value) : Number(value.toPrecision(5)).toString());
  };

  class Numbers {
    constructor(figure) {
      const { chart, across, up, summary, summaryEmpty } = figure.dataset;
      Object.assign(this, { named: chart === 'bars', across, up, summary, summaryEmpty });
      const table = figure.querySelector('table');
      this.names = [...table.querySelectorAll('thead th')].map((cell) => cell.textContent.trim());
      const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
      this.places = this.named ? rows.map((row) => row[0]) : [];
      this.columns = this.names.map((name, at) => rows.map((row, place) => (this.named && at === 0 ? place : number(row[at]))));
    }

    get size() {
      return this.columns[0].length;
    }

    // a row that goes back to where others are takes the place of all from there on
    append(rows) {
      rows.forEach((row) => {
        let keep = this.size;
        while (keep > 0 && this.columns[0][keep - 1] >= row[0]) keep -= 1;
        this.columns.forEach((column, at) => {
          column.length = keep;
          column.push(row[at]);
        });
      });
      if (this.size > MOST_POINTS) this.columns = this.columns.map((column) => column.filter((value, at) => at % 2 === 0));
    }

    place(value) {
      return this.named ? (this.places[Math.round(value)] ?? '') : write(value, this.across);
    }

    // what the picture shows, for those who do not see it
    words() {
      const [at, ...series] = this.columns;
      return series.map((values, place) => {
        const known = values.map((value, index) => index).filter((index) => values[index] != null);
        if (!known.length) return this.summaryEmpty;
        const least = known.reduce((best, index) => (values[index] < values[best] ? index : best));
        const most = known.reduce((best, index) => (values[index] > values[best] ? index : best));
        const facts = {
          name: this.names[place + 1], count: known.length,
          first: this.place(at[known[0]]), last: this.place(at[known.at(-1)]),
          lowest: write(values[least], this.up), lowestAt: this.place(at[least]),
          highest: write(values[most], this.up), highestAt: this.place(at[most]),
        };
        return this.summary.replace(/\{(\w+)}/g, (whole, fact) => facts[fact]);
      }).join(' ');
    }

    rows() {
      return this.columns[0].map((at, place) => [this.named ? this.places[at] : at, ...this.columns.slice(1).map((column) => column[place])]);
    }

    csv() {
      const cell = (value) => (/[",\n]/.test(value ?? '') ? `"${String(value).replaceAll('"', '""')}"` : (value ?? ''));
      return [this.names, ...this.rows()].map((row) => row.map(cell).join(',')).join('\r\n');
    }

    // the table as the numbers are now; of very many every so manieth
    writeTable(body) {
      const every = Math.ceil(this.size / MOST_ROWS);
      const rows = this.rows().filter((row, at) => at % every === 0 || at === this.size - 1);
      body.replaceChildren(...rows.map((values) => {
        const row = document.createElement('tr');
        values.forEach((value, at) => {
          const cell = row.appendChild(document.createElement(at ? 'td' : 'th'));
          if (at) cell.className = 'right';
          else cell.scope = 'row';
          cell.textContent = value == null ? '' : value;
        });
        return row;
      }));
    }
  }

  return { Numbers, write };
})();
