// Shows how much of an archive is sent: large ones take a while before the server can say anything.
(() => {
  const form = document.getElementById('upload-form');
  if (!form) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const bar = document.getElementById('upload-sent');
    const button = form.querySelector('button[type="submit"]');
    const problem = document.getElementById('problem');
    const request = new XMLHttpRequest();
    const ready = () => {
      bar.hidden = true;
      button.disabled = false;
    };
    request.upload.addEventListener('progress', (sent) => {
      if (sent.lengthComputable) {
        bar.max = sent.total;
        bar.value = sent.loaded;
      }
    });
    request.addEventListener('load', () => {
      if (request.status < 400) {
        window.location.assign(request.responseURL);
        return;
      }
      ready();
      // the server's own words: a fragment without scripts, as htmx would place it
      problem.innerHTML = request.responseText;
      problem.scrollIntoView({ block: 'nearest' });
    });
    request.addEventListener('error', () => {
      ready();
      form.submit(); // without the bar, so that the browser says what is wrong with the connection
    });
    request.open('POST', form.action);
    request.setRequestHeader('HX-Request', 'true');
    request.send(new FormData(form));
    bar.hidden = false;
    button.disabled = true;
  });
})();
