/** Where a grid worker begins: what to report by a tap, what waits to be sent, what is to be done. */
import {el} from './element.js';
import {drop, put} from './keep.js';
import {kick} from './queue.js';
import {newKey} from './town.js';
import {said, time, word} from './words.js';

/**
 * The start page.
 *
 * @param things own items, what the town said last, and whether there is a line
 */
export function today(things) {
  return el('div', {},
    things.full && el('p', {class: 'card trouble', role: 'alert'}, word('no-room')),
    things.colleagues > 0 && el('p', {class: 'card soft colleagues', role: 'status'}, word('colleagues-wait', things.colleagues)),
    el('section', {class: 'card'}, el('h1', {}, word('found')), tiles(things.matters)),
    waiting(things.items),
    list('to-verify', things.visits, 'nothing-to-verify'),
    list('under-way', things.others, 'nothing-under-way'),
    el('p', {class: 'soft', role: 'status'}, things.at ? word('as-of', time(things.at)) : word('never-seen')));
}

function tiles(matters) {
  return matters.length === 0 ? el('p', {class: 'soft'}, word('no-matters'))
    : el('ul', {class: 'tiles'}, matters.map(matter => el('li', {},
      el('a', {href: `#/new/${encodeURIComponent(matter.id)}`}, said(matter.name)))));
}

function list(called, cases, none) {
  return el('section', {class: 'card'}, el('h2', {}, word(called), ' ', el('span', {class: 'chip'}, String(cases.length))),
    cases.length === 0 ? el('p', {class: 'soft'}, word(none))
      : el('ul', {class: 'rows'}, cases.map(head => el('li', {}, el('a', {href: `#/case/${encodeURIComponent(head.number)}`},
        el('b', {}, said(head.summary)), el('span', {class: head.overdue ? 'chip alarm' : 'chip'}, said(head.stateName)),
        el('small', {}, head.address, head.dueAt && ` · ${word('due', time(head.dueAt))}`))))));
}

function waiting(items) {
  return items.length > 0 && el('section', {class: 'card'}, el('h2', {}, word('mine')),
    el('ul', {class: 'rows mine'}, items.slice().reverse().map(item => el('li', {'data-state': item.state},
      open(item),
      item.state === 'refused' && el('p', {class: 'alarm'}, item.refusal),
      item.state === 'queued' && item.hitch && el('p', {class: 'soft hitch'}, word('tried', time(item.hitchAt)), ' ', item.hitch),
      item.state === 'unsure' && unsure(item)))));
}

/** What is on its way cannot be changed any more, so it leads nowhere. */
function open(item) {
  const name = item.kind === 'report' ? said(item.matter.name) : word('verify-of', said(item.head.summary));
  const line = [el('b', {}, name), el('span', {class: `chip ${item.state}`}, word(item.state)),
    el('small', {}, time(item.createdAt), item.number && ` · ${item.number}`)];
  return item.state === 'draft' || item.state === 'refused' ? el('a', {href: `#/item/${item.id}`}, line) : el('div', {class: 'row'}, line);
}

/** Tried so long ago that the town no longer knows whether it has it; a person has to look. */
function unsure(item) {
  return el('div', {}, el('p', {}, word('unsure-why')),
    el('button', {type: 'button', onclick: async () => {
      await put(anew(item));
      await drop(item.id);
      kick();
      redraw();
    }}, word('send-again')),
    el('button', {type: 'button', class: 'quiet', onclick: async () => {
      await drop(item.id);
      redraw();
    }}, word('it-arrived')));
}

/** The same as another thing, whose photos may be forgotten by now; a report that has a number is there for sure. */
function anew(item) {
  const reported = item.kind === 'report' && item.number;
  return {...item, id: newKey(), state: 'queued', triedAt: undefined,
    photos: reported ? item.photos : item.photos.map(photo => ({...photo, reference: undefined}))};
}

const redraw = () => window.dispatchEvent(new Event('hashchange'));
