// Behaviour that every page shares.
(() => {
  const csrfToken = () => {
    const found = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
    return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : null;
  };

  document.addEventListener('htmx:configRequest', (event) => {
    const token = csrfToken();
    if (token && event.detail.verb !== 'get') {
      event.detail.headers['X-XSRF-TOKEN'] = token;
    }
  });

  // an answer that is fine takes the last problem away
  document.addEventListener('htmx:afterRequest', (event) => {
    const slot = document.getElementById('problem');
    if (slot && event.detail.successful && event.detail.requestConfig.verb !== 'get') {
      slot.replaceChildren();
    }
  });

  // forms and buttons that cannot be undone ask first: data-confirm="..."
  document.addEventListener('submit', (event) => {
    const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
    if (question && !window.confirm(question)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  // a form sent twice by a double click is sent once
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method !== 'post') return;
    if (event.target.dataset.sent) {
      event.preventDefault();
      return;
    }
    event.target.dataset.sent = 'true';
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => { delete form.dataset.sent; });
  });

  // data-copy="#id" copies the text of that element
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button) return;
    const source = document.querySelector(button.dataset.copy);
    await navigator.clipboard.writeText(source.textContent.trim());
    button.textContent = button.dataset.copied ?? button.textContent;
  });

  // times are written in UTC by the server and shown in the reader's own zone
  const localTimes = (root) => {
    root.querySelectorAll('time[datetime]:not([data-local])').forEach((time) => {
      const at = new Date(time.dateTime);
      if (Number.isNaN(at.getTime())) return;
      time.dataset.local = 'true';
      time.title = at.toISOString().replace('T', ' ').replace(/\.\d+Z$/, ' UTC').replace(/Z$/, ' UTC');
      time.textContent = at.toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'seconds' in time.dataset ? 'medium' : 'short' });
    });
  };
  const timeZone = () => {
    const told = document.getElementById('time-zone');
    if (!told || !document.querySelector('time[data-local]')) return;
    told.textContent = told.dataset.text.replace('{0}', Intl.DateTimeFormat().resolvedOptions().timeZone);
    told.hidden = false;
  };
  document.addEventListener('DOMContentLoaded', () => {
    localTimes(document);
    timeZone();
  });
  document.addEventListener('htmx:load', (event) => localTimes(event.detail.elt));

  // a table wider than the screen can be scrolled by keys too
  const reachTables = () => document.querySelectorAll('.table-wrap').forEach((wrap) => {
    if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
    else wrap.removeAttribute('tabindex');
  });
  ['DOMContentLoaded', 'htmx:load'].forEach((event) => document.addEventListener(event, reachTables));
  window.addEventListener('resize', reachTables);

  // the first field that is wrong gets the focus
  document.addEventListener('DOMContentLoaded', () => {
    const wrong = document.querySelector('form .error')?.closest('.field, fieldset');
    wrong?.querySelector('input:not([type="hidden"]), select, textarea')?.focus();
  });

  document.addEventListener('DOMContentLoaded', () => {
    // the other language shows the same page, with what was searched for
    document.querySelectorAll('a[data-language]').forEach((link) => {
      const address = new URL(window.location.href);
      address.searchParams.set('lang', link.hreflang);
      link.href = address.pathname + address.search;
    });
    // on a narrow screen the navigation scrolls: it begins where the reader is
    const here = document.querySelector('.nav [aria-current]');
    if (here) here.parentElement.scrollLeft = here.offsetLeft - here.parentElement.offsetLeft - 48;
  });

  // the account menu closes on a click elsewhere and on Escape
  document.addEventListener('click', (event) => {
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      menu.open = false;
      menu.querySelector('summary').focus();
    });
  });
})();
