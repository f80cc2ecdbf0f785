/** A report: a photo, a place, a word if needed, and off it goes. */
import {cameBack, sender, thrower, words} from './draft.js';
import {el} from './element.js';
import {wish} from './keep.js';
import {camera} from './photo.js';
import {choice, grids, position} from './place.js';
import {said, word} from './words.js';

/**
 * The form of a report.
 *
 * @param pen writes the draft down
 * @param areas of the city
 * @param own areas the account is limited to
 */
export function report(pen, areas, own) {
  const draft = pen.item;
  const mine = grids(areas, own);
  const chosen = mine.find(area => area.id === (draft.area || wish('area'))) ?? (mine.length === 1 ? mine[0] : undefined);
  choose(draft, chosen);
  const after = el('div', {hidden: !draft.handled}, camera(pen, 'photo-after', word('take-after')));
  return el('form', {class: 'card', onsubmit: event => event.preventDefault()},
    el('h1', {}, said(draft.matter.name)),
    cameBack(draft),
    camera(pen, 'photo-before', word('take-photo')),
    draft.position ? el('p', {class: 'soft where'}, word('position-kept')) : position(found => {
      draft.position = found;
      draft.here = found;
      pen.write();
    }),
    choice(mine, draft.area, area => {
      choose(draft, area);
      wish('area', draft.area);
      pen.write();
    }),
    draft.matter.selfHandled && handled(pen, after),
    after,
    el('details', {open: draft.summary !== '' || draft.address !== ''}, el('summary', {}, word('more')),
      words(pen, 'address', 0, word('address'), word('address-hint'), 200),
      words(pen, 'summary', 4, word('summary'), word('summary-hint'), 1000)),
    sender(pen, word('send'), () => missing(draft)),
    thrower(pen));
}

function choose(draft, area) {
  draft.area = area?.id ?? '';
  draft.areaName = area?.name;
}

/** Done on the spot: reported and finished at once, with a photo of what it is like now. */
function handled(pen, after) {
  return el('label', {class: 'check'},
    el('input', {type: 'checkbox', name: 'handled', checked: pen.item.handled, onchange: event => {
      pen.item.handled = event.target.checked;
      after.hidden = !event.target.checked;
      pen.write();
    }}), el('span', {}, word('handled')));
}

function missing(draft) {
  const has = kind => draft.photos.some(photo => photo.kind === kind);
  if (!draft.area) {
    return word('area-missing');
  }
  if (draft.handled && !(has('photo-before') && has('photo-after'))) {
    return word('both-missing');
  }
  if (!draft.handled) {
    draft.photos = draft.photos.filter(photo => photo.kind === 'photo-before');
  }
  return has('photo-before') || draft.summary.trim() ? undefined : word('photo-missing');
}
