/** A report, from what it is about to the code; others nearby are shown before it is sent. */
import {el} from './element.js';
import {received} from './memory.js';
import {here, places} from './place.js';
import {sending} from './sending.js';
import {act, get, newKey, tell} from './town.js';
import {said, time, word} from './words.js';

export function report() {
  const element = el('div', {}, el('p', {class: 'soft'}, word('loading')));
  open(element);
  return {element};
}

async function open(element) {
  try {
    const [matters, areas] = await Promise.all([get('public/reports/matters'), get('public/reports/areas')]);
    element.replaceChildren(matters.length ? form(element, matters, areas) : el('p', {class: 'card'}, word('no-matters')));
  } catch (refusal) {
    element.replaceChildren(el('p', {class: 'card trouble', role: 'alert'}, tell(refusal)));
  }
}

function form(element, matters, areas) {
  const draft = new Draft();
  return sending({class: 'card'}, [
    el('h1', {}, word('report')),
    el('p', {class: 'soft'}, word('report-why')),
    el('fieldset', {class: 'choice one'}, el('legend', {}, word('matter')), matters.map(matter => el('label', {},
      el('input', {type: 'radio', name: 'matter', value: matter.id, required: true}), el('span', {}, said(matter.name))))),
    places(areas),
    el('label', {}, el('span', {}, word('address')),
      el('input', {name: 'address', required: true, maxlength: 200, autocomplete: 'off'}), el('small', {}, word('address-hint'))),
    here(position => { draft.position = position; }),
    el('label', {}, el('span', {}, word('summary')),
      el('textarea', {name: 'summary', required: true, maxlength: 1000, rows: 4}), el('small', {}, word('summary-hint'))),
    el('label', {class: 'check'}, el('input', {type: 'checkbox', name: 'forAnother'}), el('span', {}, word('for-another'))),
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
  of(given) {
    const body = {
      matter: given.get('matter'),
      area: given.getAll('area').filter(Boolean).pop(),
      address: given.get('address').trim(),
      summary: given.get('summary').trim(),
      forAnother: given.has('forAnother'),
      ...(this.position && {position: this.position}),
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
