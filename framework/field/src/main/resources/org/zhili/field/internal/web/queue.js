/** Sends what waits, in its order, whenever there is a line and its account is logged in. */
import {NotKept, drop, items, put} from './keep.js';
import {REMEMBERED, send} from './steps.js';
import {Refusal, get} from './town.js';

/** How often it is tried while something waits, in milliseconds. */
const EVERY = 20_000;

/** How long what was sent stays on the list, in milliseconds. */
const SHOWN = 2 * 24 * 3600 * 1000;

let account = '';
let changed = () => {};
let loggedOut = () => {};
let running;

/**
 * Send for this account from now on.
 *
 * @param told called after every change
 * @param out called when nobody is logged in, or somebody else
 */
export function sendFor(name, told, out) {
  account = name;
  changed = told;
  loggedOut = out;
  kick();
}

/** Try now; one try after the other, also when several windows are open. */
export function kick() {
  running ??= alone(() => sendAll(account)).catch(fault => {
    if (!(fault instanceof Refusal || fault instanceof NotKept)) {
      throw fault;
    }
  }).finally(() => { running = undefined; });
  return running;
}

const alone = work => navigator.locks ? navigator.locks.request('zhili-field-queue', work) : work();

async function sendAll(name) {
  await forgetSent(name);
  const waiting = (await items(name)).filter(item => item.state === 'queued');
  if (!name || waiting.length === 0) {
    return;
  }
  const session = await get('session');
  if (session?.account.name !== name) {
    loggedOut(session?.account.name);
    return;
  }
  for (const item of waiting) {
    const next = await one(item);
    changed();
    if (!next) {
      return;
    }
  }
}

/** Whether the next may be tried: one that the town cannot take now keeps none of the others waiting. */
async function one(item) {
  if (item.triedAt && Date.now() - item.triedAt > REMEMBERED) {
    await put({...item, state: 'unsure'});
    return true;
  }
  item.triedAt ??= Date.now();
  await put(item);
  try {
    await send(item, put);
    await put({...item, state: 'sent', sentAt: Date.now(), photos: []});
    return true;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) {
      throw refusal;
    }
    if (refusal.status === 401) {
      loggedOut();
      return false;
    }
    if (refusal.passing) {
      await put({...item, hitch: refusal.message, hitchAt: Date.now()});
      return !refusal.forAll;
    }
    // it was not done, so it is no longer in doubt; photos that no case has are forgotten there one day, and sent again
    const photos = item.number ? item.photos : item.photos.map(photo => ({...photo, reference: undefined}));
    await put({...item, photos, state: 'refused', refusal: refusal.message, triedAt: undefined, hitch: undefined});
    return true;
  }
}

async function forgetSent(name) {
  for (const item of await items(name)) {
    if (item.state === 'sent' && Date.now() - item.sentAt > SHOWN) {
      await drop(item.id);
    }
  }
}

window.addEventListener('online', kick);
document.addEventListener('visibilitychange', () => { if (!document.hidden) { kick(); } });
setInterval(kick, EVERY);
