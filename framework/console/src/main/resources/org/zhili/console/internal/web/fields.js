/** What forms are made of. */
import {html, nothing} from 'zhili';
import {word} from './words.js';

/** A choice that has to be made: nothing is chosen beforehand but what was before. */
export function choice(name, choices, label = word(name), chosen = undefined) {
  return html`<label><span>${label}</span><select name=${name} required>
    <option value="">${word('choose-one')}</option>
    ${choices.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}</select></label>`;
}

export function prose(name, {required = false, label = word(name), most = nothing} = {}) {
  return html`<label><span>${label}${required ? nothing : html` <small>${word('optional')}</small>`}</span>
    <textarea name=${name} rows="3" maxlength=${most} ?required=${required}></textarea></label>`;
}

export function line(name, type = 'text') {
  return html`<label><span>${word(name)}</span>
    <input name=${name} type=${type} min=${type === 'number' ? 1 : nothing} required></label>`;
}

/** Let nothing more be typed; what was stays to be selected and copied. */
export function lock(root, locked) {
  for (const field of root.querySelectorAll('input, textarea')) {
    field.readOnly = locked;
  }
  for (const field of root.querySelectorAll('select')) {
    field.inert = locked; // and not disabled, so that it is still sent when the same is sent again
  }
}

/** What was typed into a form, without what was left empty. */
export const typed = form =>
  Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
