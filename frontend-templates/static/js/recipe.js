// Of a recipe's form only the fields that play a part with what is chosen. What must hold for a field stands in its
// data-when: "head.name=arcface,cosface" or "augmentation.blurProbability!=0", several with a space between.
(() => {
  const fields = [...document.querySelectorAll('[data-when]')];

  const same = (text, value) => text === value || (text !== '' && value !== '' && Number(text) === Number(value));
  const holds = (condition) => {
    const [, name, not, values] = condition.match(/^(.+?)(!?)=(.*)$/);
    const control = document.getElementById(`f-${name}`) ?? document.getElementById(name);
    if (!control) return true;
    return values.split(',').some((value) => same(value, control.value.trim())) !== (not === '!');
  };

  // a field that is hidden keeps its value and is sent; one that is wrong is never hidden
  const update = () => {
    fields.forEach((field) => {
      field.hidden = !field.querySelector('.error') && !field.dataset.when.split(' ').every(holds);
    });
    document.querySelectorAll('details.group').forEach((group) => {
      group.hidden = [...group.querySelectorAll('.field')].every((field) => field.hidden);
    });
  };

  // the browser can point only at what is seen
  const reveal = (event) => {
    const field = event.target.closest('.field');
    const group = field?.closest('details');
    if (field) field.hidden = false;
    if (group) {
      group.hidden = false;
      group.open = true;
    }
  };

  document.addEventListener('change', update);
  document.addEventListener('invalid', reveal, true);
  window.addEventListener('pageshow', update); // after the browser has put back what was typed
  update();
})();
