/** Where a matter is: areas from the widest down, and the position of whoever stands before it. */
import {el} from './element.js';
import {get, tell} from './town.js';
import {said, word} from './words.js';

/** A choice among areas; each opens the one inside, as far as people know. What was chosen before is chosen. */
export function places(areas, chosen) {
  const set = el('fieldset', {class: 'places'}, el('legend', {}, word('area')));
  offer(set, areas, true, chosen);
  return set;
}

function offer(set, areas, required, [first, ...others] = []) {
  if (areas.length === 1 && required) {
    const only = el('input', {type: 'hidden', name: 'area', value: areas[0].id});
    set.append(only);
    inside(set, only, areas[0].id, others);
    return;
  }
  const choice = el('select', {name: 'area', required, 'aria-label': word('area'), onchange: () => inside(set, choice, choice.value)},
    el('option', {value: ''}, word(required ? 'choose' : 'do-not-know')),
    areas.map(area => el('option', {value: area.id, selected: area.id === first}, said(area.name))));
  set.append(choice);
  if (choice.value) {
    inside(set, choice, choice.value, others);
  }
}

/** Offer what lies inside the chosen area, in place of what was offered for another. */
async function inside(set, choice, area, chosen = undefined) {
  while (choice.nextSibling) {
    choice.nextSibling.remove();
  }
  if (!area) {
    return;
  }
  try {
    const areas = await get(`public/reports/areas?within=${encodeURIComponent(area)}`);
    if (areas.length && stands(set, choice, area)) {
      offer(set, areas, choice.type === 'hidden', chosen);
    }
  } catch (refusal) {
    const sentence = tell(refusal);
    if (stands(set, choice, area)) {
      set.append(el('p', {class: 'trouble', role: 'alert'}, sentence));
    }
  }
}

/** Whether an area is still the innermost one chosen. */
function stands(set, choice, area) {
  return choice.parentNode === set && choice.value === area && !choice.nextSibling;
}

/** A button that takes the position, where the browser gives one; it says so when one was taken before. */
export function here(taken, before) {
  const told = el('p', {role: 'status', class: 'soft'}, before && word('position-taken'));
  const button = el('button', {type: 'button', onclick: () => {
    button.disabled = true;
    told.textContent = word('position-asked');
    navigator.geolocation.getCurrentPosition(found => {
      taken({latitude: found.coords.latitude, longitude: found.coords.longitude});
      told.textContent = word('position-taken');
      button.disabled = false;
    }, () => {
      told.textContent = word('position-away');
      button.disabled = false;
    }, {enableHighAccuracy: true, timeout: 15000, maximumAge: 60000});
  }}, word('position'));
  return el('div', {class: 'position', hidden: !('geolocation' in navigator) || !isSecureContext}, button, told);
}
