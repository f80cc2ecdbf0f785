/** A report, from what it is about to the code; others nearby are shown before it is sent. */
import {el} from './element.js';
import {draft, keepDraft, received} from './memory.js';
import {here, places} from './place.js';
import {sending} from './sending.js';
import {act, get, newKey, tell} from './town.js';
import {said, time, word} from './words.js';

/** Where the step that shows others nearby stands, so that the phone's own key leads back from it. */
export const NEARBY = 'report/nearby';

/** The page of a report. What is written stays in this window until it is sent. */
export function report() {
  const element = el('div', {}, el('p', {class: 'soft'}, word('loading')));
  const keep = event => keepDraft(written(event.target.form));
  element.addEventListener('input', keep);
  element.addEventListener('change', keep);
  open(element);
  return {element};
}

/** What a form holds so far, with what is known besides. */
function written(form) {
  const given = new FormData(form);
  return {...draft(), areas: given.getAll('area').filter(Boolean),
    ...Object.fromEntries(['matter', 'address', 'summary', 'forAnother'].map(name => [name, given.get(name) ?? undefined]))};
}

async function open(element) {
  try {
    const [matters, areas] = await Promise.all([get('public/reports/matters'), get('public/reports/areas')]);
    element.replaceChildren(matters.length ? form(element, matters, areas, draft()) : el('p', {class: 'card'}, word('no-matters')));
  } catch (refusal) {
    element.replaceChildren(el('section', {class: 'card'}, el('p', {class: 'trouble', role: 'alert'}, tell(refusal)),
      el('button', {type: 'button', class: 'main', onclick: () => open(element)}, word('again'))));
  }
}

function form(element, matters, areas, before) {
  return sending({class: 'card'}, [
    el('h1', {}, word('report')),
    el('p', {class: 'soft'}, word('report-why')),
    el('fieldset', {class: 'choice one'}, el('legend', {}, word('matter')), matters.map(matter => el('label', {},
      el('input', {type: 'radio', name: 'matter', value: matter.id, required: true, checked: matter.id === before.matter}), el('span', {}, said(matter.name))))),
    places(areas, before.areas),
    el('label', {}, el('span', {}, word('address')),
      el('input', {name: 'address', required: true, maxlength: 200, autocomplete: 'off', value: before.address}), el('small', {}, word('address-hint'))),
    here(position => keepDraft({...draft(), position}), before.position),
    el('label', {}, el('span', {}, word('summary')),
      el('textarea', {name: 'summary', required: true, maxlength: 1000, rows: 4}, before.summary ?? ''), el('small', {}, word('summary-hint'))),
    el('label', {class: 'check'}, el('input', {type: 'checkbox', name: 'forAnother', checked: Boolean(before.forAnother)}), el('span', {}, word('for-another'))),
  ], word('report-send'), async given => {
    const body = told(given);
    const nearby = await act('public/reports/nearby', body);
    if (nearby.length) {
      show(element, known(nearby, body));
    } else {
      await send(body);
    }
  });
}

/** Others nearby are a step of their own, from which the phone's own key leads back. */
function show(element, section) {
  history.pushState(undefined, '', `#/${NEARBY}`);
  element.replaceChildren(section);
  window.scrollTo(0, 0);
  section.querySelector('h1').focus(); // that nothing is sent yet has to be heard, too
}

function told(given) {
  const {position} = draft();
  return {
    matter: given.get('matter'),
    area: given.getAll('area').filter(Boolean).pop(),
    address: given.get('address').trim(),
    summary: given.get('summary').trim(),
    forAnother: given.has('forAnother'),
    ...(position && {position}),
  };
}

/** The same words go under the same key, also when they are sent again after going back. */
function keyOf(body) {
  const words = JSON.stringify(body);
  const {once} = draft();
  if (once?.words === words) {
    return once.key;
  }
  const key = newKey();
  keepDraft({...draft(), once: {words, key}});
  return key;
}

async function send(body) {
  const receipt = await act('public/reports', body, keyOf(body));
  received(receipt.code);
  keepDraft();
  location.replace(`#/${encodeURIComponent(receipt.code)}`);
}

/** Cases that may be the same; whoever sees theirs among them follows it by a code of their own. */
function known(nearby, body) {
  return el('section', {class: 'card'},
    el('h1', {tabindex: -1}, word('nearby')),
    el('p', {}, word('nearby-why')),
    el('ul', {class: 'nearby'}, nearby.map(one => el('li', {},
      el('b', {}, said(one.matterName)), ` · ${said(one.areaName)}`, el('br'),
      `${said(one.stateName)} · ${word('reported-at', time(one.reportedAt))}`,
      one.metres !== null && one.metres !== undefined && ` · ${word('metres', Math.max(one.metres, 50))}`,
      sending({}, [], word('nearby-same'), () => send({...body, same: one.same}))))),
    sending({}, [], word('nearby-other'), () => send(body)),
    el('p', {}, el('button', {type: 'button', class: 'wide', onclick: () => history.back()}, word('back'))));
}
