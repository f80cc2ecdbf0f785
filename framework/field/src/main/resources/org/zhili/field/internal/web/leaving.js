/** Logging out: what waits is sent first, as far as it goes, and whoever leaves is told of the rest. */
import {el} from './element.js';
import {waiting} from './keep.js';
import {kick} from './queue.js';
import {word} from './words.js';

/** How long whoever leaves waits for the town, in milliseconds. */
const PATIENCE = 8_000;

/** Whether to go: at once when nothing waits, or when a person says so. */
export async function mayLeave(account) {
  if (await count(account) === 0) {
    return true;
  }
  await Promise.race([kick(), new Promise(over => setTimeout(over, PATIENCE))]);
  const left = await count(account);
  return left === 0 || asked(left);
}

/** A browser that keeps nothing leaves nothing behind. */
const count = account => waiting(account).then(all => all.own, () => 0);

function asked(left) {
  return new Promise(answer => {
    const dialog = el('dialog', {'aria-labelledby': 'leaving', onclose: () => {
      dialog.remove();
      answer(dialog.returnValue === 'leave');
    }},
    el('p', {id: 'leaving'}, word('leaving', left)),
    el('button', {type: 'button', class: 'main', onclick: () => dialog.close('stay')}, word('stay')),
    el('button', {type: 'button', class: 'quiet', onclick: () => dialog.close('leave')}, word('leave-anyway')));
    document.body.append(dialog);
    dialog.showModal();
  });
}
