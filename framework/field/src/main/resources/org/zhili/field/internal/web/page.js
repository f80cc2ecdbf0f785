/** The frame of the page: who uses it, and what the address after # asks for. */
import {caseView} from './case.js';
import {followEditions} from './edition.js';
import {el} from './element.js';
import {asked, caseOf, remembered, rememberedCase} from './grid.js';
import {Pen, newReport, newVisit} from './item.js';
import {NotKept, forgetSeen, item, items, see, seen, waiting, wish} from './keep.js';
import {mayLeave} from './leaving.js';
import {login} from './login.js';
import {kick, sendFor} from './queue.js';
import {report} from './report.js';
import {today} from './today.js';
import {Refusal, actFor, leave, whoever} from './town.js';
import {language, word} from './words.js';
import {learnZone} from './zone.js';

/** How often the grid is asked for while it is looked at, in milliseconds. */
const EVERY = 60_000;

const root = document.documentElement;
const main = document.querySelector('main');

/** Whose page it is; `out` says that there is no session, and why; `full` that what the town says finds no room. */
const here = {account: '', own: [], out: undefined, full: false};

/** Drafts that are open, so that nothing half written is lost when the page is drawn anew. */
const pens = new Map();
let drawn = 0;

async function show() {
  const turn = ++drawn;
  const [view, name] = location.hash.replace(/^#\/?/, '').split('/').map(decoded);
  const element = await (here.out !== undefined && view !== 'item' ? asking() : page(view, name)).catch(unkept);
  if (turn === drawn) {
    main.replaceChildren(element);
    head();
  }
}

const asking = async () => login(here.out, async session => {
  await enter(session);
  await refresh(true);
});

/** A page that can keep nothing must not take what would be lost. */
function unkept(fault) {
  if (!(fault instanceof NotKept)) {
    throw fault;
  }
  return el('section', {class: 'card'}, el('p', {class: 'trouble', role: 'alert'}, word('keeps-nothing')),
    el('button', {type: 'button', class: 'main', onclick: () => location.reload()}, word('again')));
}

async function page(view, name) {
  const grid = await remembered(here.account);
  const own = await items(here.account);
  Object.assign(grid, {colleagues: (await waiting(here.account)).others, full: here.full});
  if (view === 'new') {
    const matter = grid.matters.find(one => one.id === name);
    return matter ? drafting(newReport(here.account, matter), grid) : start(grid, own);
  }
  if (view === 'item') {
    const draft = penOf(one => one.id === name)?.item ?? await item(name, here.account);
    return draft && ['draft', 'refused'].includes(draft.state) ? drafting(draft, grid) : start(grid, own);
  }
  return view === 'case' ? visiting(name, own) : start(grid, own);
}

const start = (grid, own) => {
  // what was verified here is left out until the town was asked again
  const mine = new Set(own.filter(one => one.kind === 'visit'
    && (one.state === 'queued' || one.state === 'sent' && one.sentAt > (grid.at ?? 0))).map(one => one.number));
  return today({...grid, items: own, visits: grid.visits.filter(head => !mine.has(head.number))});
};

/** The pen of a draft that is open. */
const penOf = wanted => [...pens.values()].find(pen => !pen.done && wanted(pen.item));

function penFor(draft) {
  const pen = penOf(one => one.id === draft.id) ?? new Pen(draft);
  pens.set(draft.id, pen);
  return pen;
}

async function drafting(draft, grid) {
  const pen = penFor(draft);
  history.replaceState(undefined, '', `#/item/${draft.id}`);
  return el('div', {}, back(), draft.kind === 'report' ? report(pen, grid.areas, here.own)
    : caseView(await rememberedCase(here.account, draft.number) ?? bare(draft.head), pen));
}

const bare = known => ({head: known, photos: [], notes: []});

/** A visit begins with the page of its case, and goes on where it was left. */
async function visiting(number, own) {
  const file = await caseOf(here.account, number).catch(async refusal => {
    if (!(refusal instanceof Refusal)) {
      throw refusal;
    }
    return rememberedCase(here.account, number);
  });
  if (!file) {
    return el('div', {}, back(), el('p', {class: 'card'}, word('away')));
  }
  const theirs = one => one.kind === 'visit' && one.number === number;
  const begun = penOf(theirs)?.item ?? own.find(one => theirs(one) && ['draft', 'refused', 'queued'].includes(one.state));
  const can = file.head.possible.includes('close') || (file.head.state === 'FEEDBACK' && file.head.possible.includes('rework'));
  if (begun?.state === 'queued' || !can) {
    return el('div', {}, back(), caseView(file));
  }
  return el('div', {}, back(), caseView(file, penFor(begun ?? newVisit(here.account, file.head))));
}

const back = () => el('p', {}, el('a', {href: '#/'}, '← ', word('back')));

function head() {
  document.title = word('title');
  document.querySelector('header').replaceChildren(
    el('a', {href: '#/', class: 'name'}, word('title')),
    here.out === undefined && here.account ? el('span', {class: 'who'}, here.account) : '',
    el('button', {type: 'button', lang: language() === 'en' ? 'zh-CN' : 'en', onclick: translate}, word('other')),
    here.out === undefined && here.account ? el('button', {type: 'button', onclick: goOut}, word('logout')) : '');
}

async function translate() {
  root.lang = language() === 'en' ? 'zh-CN' : 'en';
  wish('language', root.lang);
  await show();
  document.querySelector('header button').focus();
}

/** What is not sent yet stays on the phone, and is seen by nobody else. */
async function goOut(event) {
  const button = event.currentTarget;
  button.disabled = true;
  if (!await mayLeave(here.account)) {
    button.disabled = false;
    return;
  }
  try {
    await leave();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) {
      throw refusal;
    }
    wish('leaving', refusal.passing ? 'yes' : ''); // the session is still there, and ended before it is used again
  }
  await forgetSeen(here.account).catch(noRoom);
  wish('account', '');
  location.hash = '#/';
  location.reload();
}

/** Work for whoever has logged in. */
async function enter(session) {
  const {name, areas, roles} = session.account;
  if (!roles.includes('grid-worker')) {
    if (here.out !== undefined) {
      await leave(); // it was opened by this form, and is of no use here
    }
    here.out = word('no-grid-worker', name);
    await show();
    return;
  }
  if (here.account !== name) {
    pens.clear();
  }
  Object.assign(here, {account: name, own: areas, out: undefined});
  actFor(name);
  wish('account', name);
  wish('leaving', '');
  await see(name, 'me', {areas}).catch(noRoom);
  work();
}

function work() {
  sendFor(here.account, async () => {
    await refresh(false);
  }, other => {
    if (other !== undefined) {
      location.reload(); // somebody else has logged in here, who must not see any of it
      return;
    }
    gone();
  });
  show();
}

/** Whether somebody is at a report, or at a visit, whose form is drawn where its case is. */
const writes = () => /^#\/(item|case)\//.test(location.hash);

/** Said once: whoever types a password meanwhile is left alone, and so is who writes. */
function gone() {
  if (here.out === undefined) {
    here.out = word('session-over');
    if (writes()) {
      head();
    } else {
      show();
    }
  }
}

/** What is kept already can be seen and sent all the same. */
function noRoom(fault) {
  if (!(fault instanceof NotKept)) {
    throw fault;
  }
  here.full = true;
}

/** Ask for the grid and draw it, where it is what is looked at. */
async function refresh(byPerson) {
  if (!here.account || here.out !== undefined) {
    return;
  }
  try {
    await asked(here.account, byPerson);
    here.full = false;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) {
      noRoom(refusal);
    } else if (refusal.status === 401) {
      gone();
    }
  }
  if (location.hash.replace(/^#\/?/, '') === '') {
    await show();
  }
}

/** Without a line the page is that of whoever used it last and did not log out. */
async function begin() {
  head();
  let session;
  let away = false;
  try {
    if (wish('leaving')) {
      await left();
    }
    session = await whoever();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) {
      throw refusal;
    }
    away = true;
  }
  const last = wish('account');
  if (session && !session.mustChangePassword) {
    await enter(session);
    await refresh(true);
  } else if (away && last) {
    Object.assign(here, {account: last, own: (await seen(last, 'me').catch(noRoom))?.what.areas ?? []});
    actFor(last);
    work();
  } else {
    here.out = away ? word('away') : last ? word('session-over') : '';
    await show();
  }
}

/** End the session that was meant to end when there was no line; it may have ended by itself. */
async function left() {
  try {
    await leave();
  } catch (refusal) {
    if (refusal.status !== 401) {
      throw refusal;
    }
  }
  wish('leaving', '');
}

/** A part of an address as it is meant, or as it is when it means nothing. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

root.lang = wish('language') === 'en' ? 'en' : 'zh-CN';
window.addEventListener('hashchange', async () => {
  await show();
  main.focus();
  window.scrollTo(0, 0);
  if (location.hash.replace(/^#\/?/, '') === '') {
    refresh(true);
  }
});
setInterval(() => {
  if (!document.hidden) {
    refresh(false);
  }
}, EVERY);
followEditions(() => writes() || [...pens.values()].some(pen => pen.waitsForPhotos)
  || document.querySelector('dialog, form.login') !== null);
navigator.storage?.persist?.().catch(() => {});
begin().then(kick);
learnZone().then(other => other && refresh(false)); // times are drawn anew where nobody writes
