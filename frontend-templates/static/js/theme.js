// Loaded before the stylesheet, so that a page never flashes in the wrong theme.
(() => {
  const key = 'facewright-theme';
  const themes = ['system', 'light', 'dark'];

  const stored = () => {
    try {
      const theme = localStorage.getItem(key);
      return themes.includes(theme) ? theme : 'system';
    } catch {
      return 'system'; // storage is switched off in this browser
    }
  };

  const apply = (theme) => {
    if (theme === 'system') {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = theme;
    }
    document.dispatchEvent(new CustomEvent('facewright:theme', { detail: theme }));
  };

  apply(stored());

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.getElementById('theme-switch');
    if (!button) return;
    const label = (theme) => {
      button.textContent = `◐ ${button.dataset[theme]}`;
      button.setAttribute('aria-label', `${button.dataset.name}: ${button.dataset[theme]}`);
      button.title = button.dataset.name;
    };
    label(stored());
    button.hidden = false;
    button.addEventListener('click', () => {
      const next = themes[(themes.indexOf(stored()) + 1) % themes.length];
      try {
        localStorage.setItem(key, next);
      } catch {
        // the choice holds for this page only
      }
      apply(next);
      label(next);
    });
  });
})();
