/** The areas of the city, found by typing a part of their names. */
import {get, html, said} from 'zhili';
import {word} from './words.js';

let known;
let paths = new Map();

/** Wait for them before they are named; asked once, since they hardly change while somebody looks. */
export async function areasKnown() {
  if (!known) {
    known = new Map((await get('areas')).map(area => [area.id, area]));
    paths = new Map();
    for (const id of known.keys()) {
      const path = areaPath(id);
      paths.set(paths.has(path) ? `${path} (${id})` : path, id);
    }
  }
}

/** An area with those it lies in, the widest of all left out where there are others. */
function areaPath(id) {
  const names = [];
  for (let area = known.get(id); area; area = known.get(area.parent)) {
    names.unshift(said(area.name));
  }
  return names.slice(names.length > 1 ? 1 : 0).join(' / ');
}

export const areaName = id => [...paths].find(([, one]) => one === id)?.[0] ?? id;

/** What was typed, as an area: as the list has it, by its id, by its whole name, or by a part no other has. */
export function areaMeant(text) {
  const sought = text.trim();
  const only = fits => {
    const found = [...paths.keys()].filter(path => sought && fits(path));
    return found.length === 1 ? paths.get(found[0]) : undefined;
  };
  return paths.get(sought) ?? (known?.has(sought) ? sought : undefined)
    ?? only(path => path.split(' / ').at(-1) === sought) ?? only(path => path.includes(sought));
}

/**
 * A field that takes an area by a part of its name.
 *
 * @param changed called with the id of the area, and with undefined for what means none
 */
export function areaField(id, changed, {required = false} = {}) {
  const take = event => {
    const meant = areaMeant(event.target.value);
    event.target.setCustomValidity(meant || !event.target.value.trim() ? '' : word('area-unknown'));
    event.target.reportValidity();
    changed(meant);
  };
  return html`<label><span>${word('area')}</span>
    <input name="area" list="areas" autocomplete="off" maxlength="100" ?required=${required} placeholder=${word('area-hint')}
      .value=${id ? areaName(id) : ''} @change=${take}></label>
    <datalist id="areas">${[...paths.keys()].map(path => html`<option value=${path}></option>`)}</datalist>`;
}
