/** The units of the city, by the names people know. */
import {get, language, said} from 'zhili';

/** How long they are believed, in milliseconds: units hardly change while somebody looks. */
const BELIEVED = 600_000;

let known;
let askedAt = 0;

async function units() {
  if (Date.now() - askedAt > BELIEVED) {
    known = Object.fromEntries((await get('units')).map(unit => [unit.id, unit]));
    askedAt = Date.now();
  }
  return known;
}

window.addEventListener('zhili-back', () => { askedAt = 0; });

/** Wait for them before names are shown. */
export const unitsKnown = () => units();

export const unitName = id => said(known?.[id]?.name) || id;

export const unitNames = ids =>
  new Intl.ListFormat(language(), {type: 'unit'}).format(ids.map(unitName));

/** Ids and names to choose from, those thought of first at the top. */
export const unitChoices = (first = []) =>
  [...first, ...Object.keys(known ?? {}).filter(id => !first.includes(id))].map(id => [id, unitName(id)]);
