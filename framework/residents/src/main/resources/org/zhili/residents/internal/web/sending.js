/** Forms that send something once, and say in the town's words why it was refused. */
import {el} from './element.js';
import {tell} from './town.js';

/**
 * Make a form.
 *
 * @param send called with what was filled in, and the form
 */
export function sending(attributes, fields, called, send) {
  const trouble = el('p', {class: 'trouble', role: 'alert', hidden: true});
  const button = el('button', {class: 'main'}, called);
  return el('form', {...attributes, onsubmit: async event => {
    event.preventDefault();
    button.disabled = true;
    trouble.hidden = true;
    try {
      await send(new FormData(event.target), event.target);
    } catch (refusal) {
      trouble.textContent = tell(refusal);
      trouble.hidden = false;
    } finally {
      button.disabled = false;
    }
  }}, fields, trouble, button);
}
