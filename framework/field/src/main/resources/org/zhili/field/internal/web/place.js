/** Where something is: the position by itself, the area by choice. */
import {el} from './element.js';
import {said, word} from './words.js';

/** Take the position now, and say so; `taken` is called with it, or never. */
export function position(taken) {
  const told = el('p', {role: 'status', class: 'soft where'});
  if (!('geolocation' in navigator) || !isSecureContext) {
    told.textContent = word('position-away');
    return told;
  }
  told.textContent = word('position-asked');
  navigator.geolocation.getCurrentPosition(found => {
    told.textContent = word('position-taken', Math.round(found.coords.accuracy));
    taken({latitude: found.coords.latitude, longitude: found.coords.longitude});
  }, () => {
    told.textContent = word('position-away');
  }, {enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000});
  return told;
}

/** The areas an account works in that hold no others, by name. */
export function grids(areas, own) {
  const parents = new Map(areas.map(area => [area.id, area.parent]));
  const within = id => own.length === 0 || own.includes(id) || (parents.get(id) ? within(parents.get(id)) : false);
  const outer = new Set(areas.map(area => area.parent));
  return areas.filter(area => !outer.has(area.id) && within(area.id));
}

/** A choice of one; the one chosen last is chosen. */
export function choice(areas, chosen, changed) {
  const select = el('select', {name: 'area', required: true, onchange: () => changed(areas.find(area => area.id === select.value))},
    areas.length > 1 && el('option', {value: ''}, word('choose')),
    areas.map(area => el('option', {value: area.id, selected: area.id === chosen}, said(area.name))));
  return el('label', {}, el('span', {}, word('area')), select);
}
