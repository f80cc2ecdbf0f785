/**
 * What this phone keeps: drafts and what waits to be sent, each with the account it is of, and what
 * an account saw last. Nothing of one account is ever told to another, but how many of its things wait.
 */
const ITEMS = 'items';
const SEEN = 'seen';

/** This browser keeps nothing, or has no room left. */
export class NotKept extends Error {}

let opened;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open('zhili-field', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(ITEMS, {keyPath: 'id'}).createIndex('account', 'account');
      asked.result.createObjectStore(SEEN);
    };
    asked.onsuccess = () => {
      asked.result.onclose = () => { opened = undefined; }; // a browser may close it while the phone sleeps
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
  });
  opened.catch(() => { opened = undefined; });
  return opened;
}

/** Do one thing; it is on the disk when this has answered. */
async function doing(store, mode, work) {
  try {
    return await done((await database()).transaction(store, mode, {durability: 'strict'}), store, work);
  } catch (fault) {
    throw new NotKept(fault?.message, {cause: fault});
  }
}

function done(transaction, store, work) {
  const asked = work(transaction.objectStore(store));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Everything of an account, the oldest first. */
export async function items(account) {
  const all = await doing(ITEMS, 'readonly', store => store.index('account').getAll(account));
  return all.sort((a, b) => a.createdAt - b.createdAt);
}

/** One of them, if it is of that account. */
export async function item(id, account) {
  const found = await doing(ITEMS, 'readonly', store => store.get(id));
  return found?.account === account ? found : undefined;
}

/** How many things wait to be sent, of this account and of all others. */
export async function waiting(account) {
  const queued = (await doing(ITEMS, 'readonly', store => store.getAll())).filter(one => one.state === 'queued');
  const own = queued.filter(one => one.account === account).length;
  return {own, others: queued.length - own};
}

export const put = one => doing(ITEMS, 'readwrite', store => store.put(one));

export const drop = id => doing(ITEMS, 'readwrite', store => store.delete(id));

/** What an account saw last under a name, and when. */
export const seen = (account, name) => doing(SEEN, 'readonly', store => store.get(`${account} ${name}`));

export const see = (account, name, what) =>
  doing(SEEN, 'readwrite', store => store.put({what, at: Date.now()}, `${account} ${name}`));

/** Keep of what begins so only what is named. */
export async function keepOnly(account, prefix, names) {
  const whole = names.map(name => `${account} ${name}`);
  const keys = await doing(SEEN, 'readonly', store => store.getAllKeys());
  for (const key of keys.filter(one => one.startsWith(`${account} ${prefix}`) && !whole.includes(one))) {
    await doing(SEEN, 'readwrite', store => store.delete(key));
  }
}

/** Forget what an account saw; what it has not sent yet stays. */
export const forgetSeen = account => keepOnly(account, '', []);

/** A wish of whoever holds the phone; not lost with a browser that keeps nothing. */
const wishes = new Map();

export function wish(name, value = undefined) {
  try {
    if (value !== undefined) {
      wishes.set(name, value);
      localStorage.setItem(`zhili-field-${name}`, value);
    }
    return localStorage.getItem(`zhili-field-${name}`) ?? wishes.get(name) ?? '';
  } catch {
    return wishes.get(name) ?? '';
  }
}
