/** A case of the grid: what was found and done so far, and the visit that verifies it. */
import {cameBack, sender, thrower, words} from './draft.js';
import {el} from './element.js';
import {camera, picture} from './photo.js';
import {position} from './place.js';
import {said, time, timed, word} from './words.js';

/**
 * The page of a case.
 *
 * @param file as it was seen last, with its photos
 * @param pen writes the visit down; none where there is nothing to verify
 */
export function caseView(file, pen) {
  const {head} = file;
  return el('div', {},
    el('section', {class: 'card'},
      el('p', {class: 'soft'}, head.number),
      el('h1', {}, said(head.summary), ' ', el('span', {class: head.overdue ? 'chip alarm' : 'chip'}, said(head.stateName))),
      el('p', {}, head.address),
      head.dueAt && el('p', {class: head.overdue ? 'alarm' : 'soft'}, word('due', time(head.dueAt))),
      photos(file.photos),
      file.notes.map(note => el('p', {}, el('small', {}, said(note.name)), el('br'), timed(said(note.value))))),
    pen && visit(pen, head));
}

function photos(taken) {
  return taken.length > 0 && el('ul', {class: 'photos large'}, taken.map(photo => el('li', {},
    photo.blob ? picture(photo.blob, said(photo.name)) : el('span', {class: 'soft'}, word('photo-away')),
    el('small', {}, said(photo.name)))));
}

function visit(pen, head) {
  const draft = pen.item;
  const may = action => head.possible.includes(action);
  return el('form', {class: 'card', onsubmit: event => event.preventDefault()},
    el('h2', {}, word('verify')),
    cameBack(draft),
    camera(pen, 'photo-after', word('take-visit')),
    position(found => {
      draft.here = found;
    }),
    words(pen, 'summary', 3, word('remark'), word('remark-hint'), 1000),
    may('close') && sender(pen, word('pass'), () => {
      draft.passed = true;
      return draft.photos.length ? undefined : word('photo-missing-visit');
    }, {name: 'pass'}),
    may('rework') && sender(pen, word('fail'), () => {
      draft.passed = false;
      return draft.summary.trim() ? undefined : word('reason-missing');
    }, {name: 'fail', class: 'main warn'}),
    thrower(pen));
}
