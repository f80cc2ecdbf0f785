/** The frame of the page: its head, and what the address after # asks for. */
import {el} from './element.js';
import {wish} from './memory.js';
import {progress} from './progress.js';
import {NEARBY, report} from './report.js';
import {start} from './start.js';
import {get, tell} from './town.js';
import {language, tellTimesIn, word} from './words.js';

const root = document.documentElement;
const main = document.querySelector('main');

/** What is shown now; `leave` is called when it goes, so that it asks no more. */
let view = {};

/** Show what the address asks for. */
function show() {
  view.leave?.();
  const path = decoded(location.hash.replace(/^#\/?/, ''));
  view = path === '' ? start() : ['report', NEARBY].includes(path) ? report() : progress(path);
  main.replaceChildren(view.element);
}

function head() {
  document.title = word('title');
  document.querySelector('header').replaceChildren(
    el('a', {href: '#/', class: 'name'}, word('title')),
    el('button', {type: 'button', 'aria-pressed': String(root.classList.contains('large')), onclick: enlarge}, word('large')),
    el('button', {type: 'button', lang: language() === 'en' ? 'zh-CN' : 'en', onclick: translate}, word('other')),
  );
}

function enlarge(event) {
  const large = root.classList.toggle('large');
  wish('large', large ? 'yes' : 'no');
  event.currentTarget.setAttribute('aria-pressed', String(large));
}

function translate() {
  root.lang = wish('language', language() === 'en' ? 'zh-CN' : 'en') || (language() === 'en' ? 'zh-CN' : 'en');
  head();
  show();
  document.querySelector('header button:last-child').focus();
}

/** A part of an address as it is meant, or as it is when it means nothing. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Times are told as the town tells them, wherever they are read. */
async function learnZone() {
  try {
    const {zone} = await get('public/town');
    wish('zone', zone);
    tellTimesIn(zone);
  } catch (refusal) {
    tell(refusal); // a town that is away shows no times either
  }
}

/** How long whoever comes for the first time waits for the zone, in milliseconds. */
const SOON = 2_000;

root.lang = wish('language') === 'en' ? 'en' : 'zh-CN';
root.classList.toggle('large', wish('large') === 'yes');
head();
tellTimesIn(wish('zone'));
const learned = learnZone();
if (!wish('zone')) {
  await Promise.race([learned, new Promise(over => setTimeout(over, SOON))]);
}
show();
window.addEventListener('hashchange', () => {
  show();
  main.focus();
  window.scrollTo(0, 0);
});
