/** What the forms of reports and visits share: a draft that is written down with every key. */
import {el} from './element.js';
import {drop} from './keep.js';
import {kick} from './queue.js';
import {word} from './words.js';

/** A field of a draft for words. */
export function words(pen, name, rows, called, hint, most) {
  const field = el(rows ? 'textarea' : 'input', {name, maxlength: most, rows: rows || undefined, autocomplete: 'off', oninput: () => {
    pen.item[name] = field.value;
    pen.write();
  }});
  field.value = pen.item[name];
  return el('label', {}, el('span', {}, called), field, hint && el('small', {}, hint));
}

/** Why it came back, if it did. */
export const cameBack = item => item.state === 'refused' && el('p', {class: 'trouble', role: 'alert'}, word('refused'), ' ', item.refusal);

/** Send it, as soon as there is a line. */
export function sender(pen, called, missing, attributes = {}) {
  const trouble = el('p', {class: 'trouble', role: 'alert', hidden: true});
  const button = el('button', {type: 'button', class: 'main', ...attributes, onclick: async () => {
    const what = missing();
    trouble.textContent = what ?? '';
    trouble.hidden = what === undefined;
    if (what !== undefined) {
      return;
    }
    button.disabled = true;
    try {
      await pen.queue();
    } catch {
      trouble.textContent = word('not-kept');
      trouble.hidden = false;
      button.disabled = false;
      return;
    }
    kick();
    location.hash = '#/';
  }}, called);
  return [trouble, button];
}

/** Throw it away; asked twice, since nobody can bring it back. */
export function thrower(pen) {
  const button = el('button', {type: 'button', class: 'quiet', onclick: async () => {
    if (button.dataset.asked) {
      await pen.stop();
      await drop(pen.item.id);
      location.hash = '#/';
      return;
    }
    button.dataset.asked = 'yes';
    button.textContent = word('drop-sure');
  }}, word('drop'));
  return button;
}
