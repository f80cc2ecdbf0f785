/**
 * What the pages of the console share. Pages of modules import it as "zhili".
 *
 * A page is the default export of a module: a class that extends Page (or HTMLElement). The shell
 * gives it the rest of its address as `rest`, and takes it away when the reader goes on.
 */
import {LitElement, css, html, nothing} from 'lit';
import {isUp, listen} from './live.js';
import {chosen} from './words.js';

export {css, html, nothing};

const API = new URL('../api/', import.meta.url);

/** How long an answer may take, in milliseconds. */
const LONGEST = 20_000;

/** How seldom a page asks that is told what changes, in milliseconds. */
const SELDOM = 15_000;

/** Whether somebody was at the window since it last asked; what it asks by itself keeps no session alive. */
let touched = true;
for (const sign of ['keydown', 'pointerdown', 'pointermove', 'wheel']) {
  window.addEventListener(sign, () => { touched = true; }, {capture: true, passive: true});
}

/** Whether the session is over, so that nothing is asked until somebody is back. */
let over = false;
window.addEventListener('zhili-logged-out', () => { over = true; });
window.addEventListener('zhili-back', () => { over = false; });

/** A request that was refused, with the town's own sentence for people. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? chosen({zh: '请求失败；请稍后重试。', en: 'It failed; try again soon.'}));
    this.status = status;
    this.code = problem.code ?? '';
    this.violations = problem.violations ?? [];
  }
}

/** Ask the town. Answers what it said as an object, or throws a Refusal. */
export async function ask(method, path, body, headers, longest) {
  return (await asked(method, path, body, headers, longest)).answer;
}

/** Ask for something to be changed: what it is now, and the tag that says so when it is. */
export const getSeen = path => asked('GET', path);

/**
 * What every request says of itself. With the reader's name nothing is done for it once somebody else
 * has logged in in another window of this browser, which has one session for all.
 */
export const signed = (headers = {}) => ({'Accept-Language': language(), 'X-Requested-With': 'console',
  ...(reader.name ? {'X-Zhili-Account': reader.name} : {}), ...headers});

/** That this browser has the session of another account by now. */
const ANOTHER = 'ZL-3128';

/** Why the town refused; that the session is over is told to the frame as well. */
export function refused(response, answer = {}) {
  if (response.status === 401) {
    const detail = answer.code === ANOTHER ? answer.detail : undefined; // what else it says is for programs
    window.dispatchEvent(new CustomEvent('zhili-logged-out', {detail}));
  }
  return new Refusal(response.status, answer);
}

async function asked(method, path, body = undefined, headers = {}, longest = LONGEST) {
  const sent = signed(headers);
  if (method === 'GET' && !touched) {
    sent['X-Zhili-Background'] = 'true';
  }
  touched = false;
  if (body !== undefined) {
    sent['Content-Type'] = 'application/json';
  }
  let response;
  let answer;
  try {
    response = await fetch(new URL(path, API), {
      method,
      headers: sent,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(longest),
    });
    const text = await response.text();
    answer = text ? JSON.parse(text) : undefined;
  } catch {
    // no answer, half of one, or one by something in between that speaks no JSON
    throw new Refusal(0, {detail: chosen({zh: '无法连接服务器；请检查网络后重试。', en: 'The town cannot be reached; check the network and try again.'})});
  }
  if (!response.ok) {
    throw refused(response, answer);
  }
  return {answer, seen: response.headers.get('ETag')};
}

export const get = path => ask('GET', path);

/** The same for what takes as long as there is data, five minutes at most. */
export const getAll = path => ask('GET', path, undefined, {}, 300_000);

/** The first pages of a list, one after the other; `next` is there while there are more. */
export async function getPages(path, pages) {
  const items = [];
  let next = '';
  for (let i = 0; i < pages && (i === 0 || next); i++) {
    const page = await get(`${path}${next && `&after=${encodeURIComponent(next)}`}`);
    items.push(...page.items);
    ({next} = page);
  }
  return {items, next};
}

/** A name for one thing that is to be done, so that it is done once however often it is sent. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), octet => octet.toString(16).padStart(2, '0')).join('');

/** Ask for something to be done. Whoever sends it again because no answer came gives the same key. */
export const act = (path, body, key = newKey()) =>
  ask('POST', path, body, {'Idempotency-Key': key});

/** A thing to be done that may have to be sent again: the same key for as long as the words are the same. */
export class Once {
  async act(path, body) {
    const words = JSON.stringify([path, body]);
    if (words !== this.words) {
      this.words = words;
      this.key = newKey();
    }
    const answer = await act(path, body, this.key);
    this.words = undefined; // the same again is another thing
    return answer;
  }
}

/**
 * Do something for an element that shows whether it is busy, and why it was refused: its `busy` and
 * `refused` are set. Answers whether it was done.
 */
export async function doing(element, work) {
  element.busy = true;
  element.refused = undefined;
  try {
    await work();
    return true;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) {
      throw refusal;
    }
    element.refused = refusal.message;
    return false;
  } finally {
    element.busy = false;
  }
}

/** The language the reader chose: zh-CN or en. */
export function language() {
  return document.documentElement.lang;
}

/** Of something said in both languages, what the reader reads. */
export const said = wording => chosen(wording);

/** The town's zone and clock; those of the browser until the town has said what they are. */
export const clock = {
  zone: undefined,
  ahead: 0,
  told: false,

  /** Ask for them; a zone that the browser does not know is that of the browser. */
  async learn() {
    const {zone, now} = await get('public/town');
    this.ahead = Date.parse(now) - Date.now();
    this.told = true;
    try {
      this.zone = new Intl.DateTimeFormat('en', {timeZone: zone}).resolvedOptions().timeZone;
    } catch {
      this.zone = undefined;
    }
  },

  /** When a day begins in the town. */
  begins(day) {
    const utc = Date.parse(`${day}T00:00Z`);
    const there = new Intl.DateTimeFormat('sv', {timeZone: this.zone, dateStyle: 'short', timeStyle: 'medium'}).format(utc);
    return new Date(2 * utc - Date.parse(`${there.replace(' ', 'T')}Z`));
  },

  /** What time it is in the town, whatever the reader's machine believes. */
  now() {
    return new Date(Date.now() + this.ahead);
  },
};

const yearOf = at => new Intl.DateTimeFormat('en', {timeZone: clock.zone, year: 'numeric'}).format(at);

/**
 * A point in time as people write it, in the town's zone; the year when it is not this one, and
 * seconds where they tell one from the next.
 */
export function time(instant, {seconds = false} = {}) {
  if (!instant) {
    return '';
  }
  const at = new Date(instant);
  return new Intl.DateTimeFormat(language(), {
    timeZone: clock.zone,
    year: yearOf(at) === yearOf(clock.now()) ? undefined : 'numeric',
    month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
    second: seconds ? '2-digit' : undefined, hourCycle: 'h23',
  }).format(at);
}

/** Who reads: name and roles of the account, once it is logged in. */
export const reader = {name: '', roles: []};

/** Whether the reader has one of these roles. */
export const may = (...roles) => roles.some(role => reader.roles.includes(role));

/** Looks every page has. */
export const looks = css`
  :host { display: block; }
  h1 { font-size: 1.35rem; margin: 0 0 12px; }
  h2 { font-size: 1.05rem; margin: 0 0 8px; }
  .card { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: var(--space); }
  .card > :last-child { margin-bottom: 0; }
  .chip { display: inline-block; padding: 1px 8px; border-radius: 10px; font-size: 0.85rem; white-space: nowrap;
    background: var(--main-soft); color: var(--main); }
  .chip.alarm { background: var(--alarm-soft); color: var(--alarm); }
  .chip.warn { background: var(--warn-soft); color: var(--warn); }
  .chip.good { background: var(--good-soft); color: var(--good); }
  .soft { color: var(--ink-soft); }
  .alarm { color: var(--alarm); }
  table { border-collapse: collapse; width: 100%; }
  th { text-align: left; font-weight: 600; color: var(--ink-soft); white-space: nowrap; }
  th, td { padding: 8px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
  button, select, input, textarea { font: inherit; color: inherit; border: 1px solid #8a9aa1; border-radius: 6px;
    background: var(--paper); padding: 6px 12px; }
  button { cursor: pointer; }
  button.main { background: var(--main); border-color: var(--main); color: #fff; }
  button[disabled] { opacity: 0.55; cursor: default; }
  label { display: block; margin-bottom: 10px; }
  label > span { display: block; color: var(--ink-soft); font-size: 0.9rem; }
  input, textarea, select { box-sizing: border-box; }
  label > input, label > textarea, label > select { width: 100%; }
  a { color: var(--main); }
  :focus-visible { outline: 3px solid #3aa0b3; outline-offset: 1px; }
  dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 6px 16px; margin: 0; }
  dt { color: var(--ink-soft); }
  dd { margin: 0; overflow-wrap: anywhere; }
  .told { background: var(--good-soft); color: var(--good); border-radius: 6px; padding: 8px 12px; }
  .trouble { background: var(--alarm-soft); color: var(--alarm); border-radius: 6px; padding: 8px 12px; }
`;

/** A page that asks the town again and again while it is looked at. */
export class Page extends LitElement {
  static properties = {rest: {}, trouble: {state: true}, asked: {state: true}};
  static styles = [looks];

  /** How often `load` is called while the page is seen, in milliseconds. */
  every = 3000;

  /**
   * What of the town it shows: cases, reviews, pages, plug-ins. Whenever one of these changes,
   * `load` is called at once, and otherwise seldom; without any, as often as `every` says.
   */
  topics = [];

  #stale = false;
  #asking;
  #timer;

  connectedCallback() {
    super.connectedCallback();
    if (this.topics.length) {
      this.hangUp = listen(this.topics, (topic, cases) => this.concerns(topic, cases) && this.tick());
      this.line = () => this.tick();
      window.addEventListener('zhili-line', this.line);
    }
    this.again = () => this.tick();
    document.addEventListener('visibilitychange', this.again);
    window.addEventListener('zhili-back', this.again);
    this.tick();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.hangUp?.();
    window.removeEventListener('zhili-line', this.line);
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.again);
    window.removeEventListener('zhili-back', this.again);
  }

  /** Ask for what is shown; to be written by each page that shows something of the town. */
  async load() {}

  /** Whether a change is one to ask for: of which topic, and the cases that changed where the town names them. */
  concerns() {
    return true;
  }

  /** Ask now, and again later; one answer after the other, so that an older one never wins. */
  tick() {
    this.#stale = true;
    this.#asking ??= this.#askAll().finally(() => { this.#asking = undefined; });
    return this.#asking;
  }

  async #askAll() {
    clearTimeout(this.#timer);
    try {
      while (this.#stale && this.isConnected && !document.hidden && !over) {
        this.#stale = false;
        await this.load();
        this.trouble = undefined;
        this.asked = true;
      }
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      this.trouble = refusal.message;
    } finally {
      if (this.isConnected) {
        const told = this.topics.length && isUp();
        this.#timer = setTimeout(this.again, told ? Math.max(this.every, SELDOM) : this.every);
      }
    }
  }

  /** What is said while there is nothing to show: that nothing is there, once the town has said so. */
  nothing(none, loading) {
    return this.asked ? none : this.trouble ? '' : loading;
  }

  /** What is wrong, for the reader. */
  get complaint() {
    return this.trouble ? html`<p class="trouble" role="alert">${this.trouble}</p>` : nothing;
  }
}
