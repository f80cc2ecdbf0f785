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
  const say = what => {
    trouble.textContent = what ?? '';
    trouble.hidden = what === undefined;
  };
  const button = el('button', {type: 'button', class: 'main', ...attributes, onclick: async () => {
    button.disabled = true;
    say(pen.waitsForPhotos ? word('photo-waited-for') : undefined);
    try {
      const readable = await pen.photosTaken();
      const what = readable ? missing() : word('photo-unreadable'); // it may be the only one
      say(what);
      if (what === undefined) {
        await pen.queue();
        kick();
        location.hash = '#/';
      }
    } catch {
      say(word('not-kept'));
    } finally {
      button.disabled = pen.done;
    }
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
