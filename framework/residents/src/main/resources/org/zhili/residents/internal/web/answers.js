/** What residents answer to how a case goes: a rating, or a word to those who handle it. */
import {el} from './element.js';
import {sending} from './sending.js';
import {Once} from './town.js';
import {word} from './words.js';

/**
 * Rate what was done.
 *
 * @param done called with the progress after it, and thanks
 */
export function rating(path, done) {
  const comment = area('comment', false);
  const once = new Once();
  return sending({class: 'card'}, [
    el('h2', {}, word('rating')),
    el('fieldset', {class: 'choice'}, el('legend', {}, word('solved')),
      ['yes', 'no'].map(value => el('label', {},
        el('input', {type: 'radio', name: 'solved', value, required: true}), el('span', {}, word(value))))),
    stars(),
    comment,
  ], word('send'), async given => done(await once.act(`${path}/rating`, {
    solved: given.get('solved') === 'yes',
    stars: Number(given.get('stars')),
    comment: given.get('comment').trim(),
  }), word('rating-done')));
}

function stars() {
  const called = el('output', {});
  const labels = [1, 2, 3, 4, 5].map(count => el('label', {},
    el('input', {type: 'radio', name: 'stars', value: count, required: true, 'aria-label': word(`stars-${count}`), onchange: () => {
      labels.forEach((label, at) => label.classList.toggle('lit', at < count));
      called.textContent = word(`stars-${count}`);
    }}), el('span', {'aria-hidden': 'true'}, '★')));
  return el('fieldset', {class: 'stars'}, el('legend', {}, word('stars')), labels, called);
}

/** Urge, or have it opened again; behind a line, since most people need neither. */
export function appeal(kind, path, done) {
  const once = new Once();
  return el('details', {class: 'card'}, el('summary', {}, word(kind)),
    sending({}, [area('reason', true, word(`${kind}-why`))], word('send'), async (given, form) => {
      const after = await once.act(`${path}/${kind}`, {reason: given.get('reason').trim()});
      form.reset();
      done(after, word(`${kind}-done`));
    }));
}

/** The place of one of these forms, which comes and goes by itself. What is written in it stays to be read. */
export class Place {
  constructor() {
    this.element = el('div');
  }

  /**
   * Have the form while it can be sent.
   *
   * @param make makes it
   */
  offer(possible, make) {
    const form = this.element.firstChild;
    if (possible && !form) {
      this.element.replaceChildren(make());
    } else if (!possible && form && !this.isWritten()) {
      this.clear();
    } else if (form) {
      this.let(possible);
    }
  }

  clear() {
    this.element.replaceChildren();
  }

  isWritten() {
    return [...this.element.querySelectorAll('textarea')].some(field => field.value.trim());
  }

  let(possible) {
    this.element.querySelector('button.main').disabled = !possible;
    const told = this.element.querySelector('.over');
    if (possible) {
      told?.remove();
    } else if (!told) {
      this.element.firstChild.append(el('p', {class: 'over', role: 'status'}, word('over')));
    }
  }
}

function area(name, required, called = word(name)) {
  return el('label', {}, el('span', {}, called), el('textarea', {name, required, maxlength: 500, rows: 3}));
}
