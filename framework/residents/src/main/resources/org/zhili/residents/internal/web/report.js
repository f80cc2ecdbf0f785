/** A report, from what it is about to the code; others nearby are shown before it is sent. */
import {el} from './element.js';
import {received} from './memory.js';
import {here, places} from './place.js';
import {sending} from './sending.js';
import {act, get, newKey, tell} from './town.js';
import {said, time, word} from './words.js';

/**
 * The page of a report.
 *
 * @param before what was written before the page was drawn anew
 */
export function report(before = new Written()) {
  const element = el('div', {}, el('p', {class: 'soft'}, word('loading')));
  open(element, before);
  return {element, written: () => Written.of(element.querySelector('form'), before)};
}

/** What a form holds so far; the same as before while there is none yet. */
class Written {
  areas = [];

  static of(form, before) {
    if (!form) {
      return before;
    }
    const given = new FormData(form);
    return Object.assign(new Written(), {position: before.position, areas: given.getAll('area').filter(Boolean),
      ...Object.fromEntries(['matter', 'address', 'summary', 'forAnother'].map(name => [name, given.get(name) ?? undefined]))});
  }
}

async function open(element, before) {
  try {
    const [matters, areas] = await Promise.all([get('public/reports/matters'), get('public/reports/areas')]);
    element.replaceChildren(matters.length ? form(element, matters, areas, before) : el('p', {class: 'card'}, word('no-matters')));
  } catch (refusal) {
    element.replaceChildren(el('p', {class: 'card trouble', role: 'alert'}, tell(refusal)));
  }
}

function form(element, matters, areas, before) {
  const draft = new Draft(before);
  return sending({class: 'card'}, [
    el('h1', {}, word('report')),
    el('p', {class: 'soft'}, word('report-why')),
    el('fieldset', {class: 'choice one'}, el('legend', {}, word('matter')), matters.map(matter => el('label', {},
      el('input', {type: 'radio', name: 'matter', value: matter.id, required: true, checked: matter.id === before.matter}), el('span', {}, said(matter.name))))),
    places(areas, before.areas),
    el('label', {}, el('span', {}, word('address')),
      el('input', {name: 'address', required: true, maxlength: 200, autocomplete: 'off', value: before.address}), el('small', {}, word('address-hint'))),
    here(position => { before.position = position; }, before.position),
    el('label', {}, el('span', {}, word('summary')),
      el('textarea', {name: 'summary', required: true, maxlength: 1000, rows: 4}, before.summary), el('small', {}, word('summary-hint'))),
    el('label', {class: 'check'}, el('input', {type: 'checkbox', name: 'forAnother', checked: Boolean(before.forAnother)}), el('span', {}, word('for-another'))),
  ], word('report-send'), async (given, filled) => {
    const body = draft.of(given);
    const nearby = await act('public/reports/nearby', body);
    if (nearby.length) {
      const section = known(filled, nearby, () => send(draft, body));
      element.append(section);
      filled.hidden = true;
      window.scrollTo(0, 0);
      section.querySelector('h1').focus(); // that nothing is sent yet has to be heard, too
    } else {
      await send(draft, body);
    }
  });
}

/** What is written, under a key that stays while it is the same. */
class Draft {
  constructor(before) {
    this.before = before;
  }

  of(given) {
    const body = {
      matter: given.get('matter'),
      area: given.getAll('area').filter(Boolean).pop(),
      address: given.get('address').trim(),
      summary: given.get('summary').trim(),
      forAnother: given.has('forAnother'),
      ...(this.before.position && {position: this.before.position}),
    };
    const words = JSON.stringify(body);
    if (words !== this.words) {
      this.words = words;
      this.key = newKey();
    }
    return body;
  }
}

async function send(draft, body) {
  const receipt = await act('public/reports', body, draft.key);
  received(receipt.code);
  location.hash = `#/${encodeURIComponent(receipt.code)}`;
}

/** Cases that may be the same; whoever sees theirs among them need not report it again. */
function known(filled, nearby, go) {
  const section = el('section', {class: 'card'},
    el('h1', {tabindex: -1}, word('nearby')),
    el('ul', {class: 'nearby'}, nearby.map(one => el('li', {},
      el('b', {}, said(one.stateName)),
      ` · ${word('reported-at', time(one.reportedAt))}`,
      one.metres !== null && one.metres !== undefined && ` · ${word('metres', Math.max(one.metres, 50))}`))),
    el('p', {}, word('nearby-why')),
    el('p', {}, el('a', {class: 'button main', href: '#/'}, word('nearby-same'))),
    sending({}, [], word('nearby-other'), go),
    el('p', {}, el('button', {type: 'button', class: 'wide', onclick: () => {
      section.remove();
      filled.hidden = false;
      filled.querySelector('button.main').focus();
    }}, word('back'))));
  return section;
}
