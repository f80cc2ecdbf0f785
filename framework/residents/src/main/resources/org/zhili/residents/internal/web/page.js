/** The frame of the page: its head, and what the address after # asks for. */
import {el} from './element.js';
import {wish} from './memory.js';
import {progress} from './progress.js';
import {report} from './report.js';
import {start} from './start.js';
import {language, word} from './words.js';

const root = document.documentElement;
const main = document.querySelector('main');

/** What is shown now; `leave` is called when it goes, so that it asks no more. */
let view = {};

/** Show what the address asks for; `written` is what was written so far, if anything was. */
function show(written = undefined) {
  view.leave?.();
  const path = decoded(location.hash.replace(/^#\/?/, ''));
  view = path === '' ? start() : path === 'report' ? report(written) : progress(path);
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
  show(view.written?.());
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

root.lang = wish('language') === 'en' ? 'en' : 'zh-CN';
root.classList.toggle('large', wish('large') === 'yes');
head();
show();
window.addEventListener('hashchange', () => {
  show();
  main.focus();
  window.scrollTo(0, 0);
});
