/** The frame around all pages: who is logged in, the menu, and one page at a time. */
import {LitElement, css, html, nothing} from 'lit';
import {isUp, listen} from './live.js';
import {Refusal, ask, clock, get, looks, reader, said} from './zhili.js';
import {word} from './words.js';

/** The console's own pages; modules bring theirs. */
const OWN = [
  {path: 'cases', roles: ['operator', 'supervisor', 'unit', 'administrator']},
  {path: 'map', roles: ['operator', 'supervisor', 'unit', 'administrator']},
  {path: 'reviews', roles: ['operator']},
  {path: 'devices', roles: ['operator', 'administrator']},
  {path: 'scores', roles: ['supervisor', 'operator', 'administrator', 'unit']},
  {path: 'plug-ins', roles: ['operator', 'supervisor', 'administrator']},
  {path: 'doctor', roles: ['administrator']},
  {path: 'catalogue', roles: ['administrator']},
  {path: 'calendar', roles: ['administrator']},
  {path: 'case-types', roles: ['administrator']},
  {path: 'settings', roles: ['administrator']},
  {path: 'accounts', roles: ['security-administrator']},
  {path: 'audit', roles: ['audit-administrator']},
  {path: 'wall', roles: ['operator', 'supervisor', 'administrator', 'display']},
];
/** Whom the town tells of changes; others have no lists that change by themselves. */
const TOLD = ['operator', 'supervisor', 'administrator', 'unit', 'display'];
/** How often the menu is asked for, in milliseconds: while nobody tells of changes, and while somebody does. */
const MENU_EVERY = 2000;
const MENU_SELDOM = 15_000;
/** Parts of pages that have a name; others are called as in their address, such as a case by its number. */
const PARTS = ['inbox', 'quarantine'];
/** The page that has the whole screen. */
const WALL = 'wall';
const LANGUAGE = 'zhili-language';

document.documentElement.lang = localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'zh-CN';

class Shell extends LitElement {
  static properties = {session: {state: true}, brought: {state: true}, at: {state: true}, ready: {state: true},
    cut: {state: true}, away: {state: true}, ended: {state: true}, choosing: {state: true}};
  static styles = [looks, css`
    header { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; background: var(--main); color: #fff;
      padding: 8px var(--space); }
    header b { font-size: 1.1rem; margin-right: auto; }
    header :focus-visible { outline-color: #fff; }
    main:focus { outline: none; }
    header button { background: transparent; border-color: #9fc3ca; color: #fff; padding: 3px 10px; }
    .frame { display: grid; grid-template-columns: 190px minmax(0, 1fr); min-height: calc(100vh - 48px); }
    nav { background: var(--paper); border-right: 1px solid var(--line); padding: 10px 0; }
    nav a { display: block; padding: 9px 18px; color: var(--ink); text-decoration: none; }
    nav a[aria-current] { background: var(--main-soft); color: var(--main); font-weight: 600; border-left: 4px solid var(--main);
      padding-left: 14px; }
    main { padding: var(--space); max-width: 1400px; }
    main.whole { padding: 0; max-width: none; }
    header button.who { border: 0; padding: 3px 0; text-decoration: underline; text-underline-offset: 3px; }
    .veiled { visibility: hidden; }
    dialog { border: 1px solid var(--line); border-radius: 8px; padding: var(--space); width: min(400px, 92vw); box-sizing: border-box; }
    dialog::backdrop { background: rgb(16 42 49 / 60%); }
    dialog :is(zhili-login, zhili-password) { margin: 0 auto 10px; max-width: none; }
    @media (max-width: 720px) {
      .frame { grid-template-columns: minmax(0, 1fr); min-height: 0; }
      nav { display: flex; overflow-x: auto; border-right: 0; border-bottom: 1px solid var(--line); padding: 0; }
      nav a { white-space: nowrap; padding: 10px 14px; }
      nav a[aria-current] { border-left: 0; border-bottom: 3px solid var(--main); padding: 10px 14px 7px; }
      main { padding: 10px; }
      main.whole { padding: 0; }
    }
  `];

  constructor() {
    super();
    this.brought = [];
    this.at = location.hash;
    window.addEventListener('hashchange', () => { this.at = location.hash; });
    window.addEventListener('zhili-logged-out', event => this.end(event.detail));
    window.addEventListener('zhili-line', event => {
      this.cut = !event.detail.up;
      this.followMenu();
    });
  }

  async firstUpdated() {
    try {
      await Promise.all([clock.learn(), this.enter()]);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      this.away = refusal.message;
    } finally {
      this.ready = true;
    }
  }

  willUpdate(changed) {
    if (changed.has('at') || changed.has('session')) {
      this.arrived = changed.has('at') && changed.get('at') !== undefined;
    }
  }

  /** Whoever goes to another page hears and sees where they are. */
  updated() {
    if (!this.ended && this.writing) {
      this.writing.focus(); // they go on where they were
      this.writing = undefined;
    }
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
    const [, , part] = this.place ?? [];
    const title = this.session ? this.place?.[0]?.title : word('login');
    document.title = [part, title, word('town')].filter(Boolean).join(' · ');
    if (this.arrived) {
      this.arrived = false;
      this.renderRoot.querySelector('main')?.focus({preventScroll: true}); // which is longer than the screen
      scrollTo(0, 0);
      this.renderRoot.querySelector('nav [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'});
    }
  }

  /** The menu grows and shrinks as modules come and go. */
  async followMenu() {
    if (this.session && !this.session.mustChangePassword && !this.ended && !document.hidden) {
      try {
        if (!clock.told) {
          await clock.learn();
        }
        const brought = await get('pages');
        if (JSON.stringify(brought) !== JSON.stringify(this.brought)) {
          this.brought = brought;
        }
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) {
          throw refusal;
        }
      }
    }
    clearTimeout(this.menu);
    this.menu = setTimeout(() => this.followMenu(), isUp() ? MENU_SELDOM : MENU_EVERY);
  }

  get told() {
    return TOLD.some(role => this.session?.account.roles.includes(role));
  }

  get isDisplay() {
    return this.session.account.roles.includes('display');
  }

  get pages() {
    const roles = this.session.account.roles;
    const own = OWN.filter(page => page.roles.some(role => roles.includes(role)))
      .map(page => ({path: page.path, title: word(page.path), script: new URL(`pages/${page.path}.js`, import.meta.url).href}));
    if (this.isDisplay) {
      return own; // modules' pages for everybody are for people
    }
    const brought = this.brought.filter(page => !OWN.some(mine => mine.path === page.path)).map(page => ({
      path: page.path, title: said(page.title), script: new URL(`../api/${page.script}`, import.meta.url).href}));
    return [...own, ...brought];
  }

  render() {
    if (!this.ready) {
      return nothing;
    }
    if (!this.session || this.session.mustChangePassword) {
      return html`${this.head()}<main>
        ${this.away ? html`<p class="trouble" role="alert">${this.away} <button @click=${() => location.reload()}>${word('retry')}</button></p>` : nothing}
        ${this.session ? html`
        <zhili-password @zhili-done=${() => this.enter()}></zhili-password>` : html`
        <zhili-login @zhili-done=${() => this.enter()}></zhili-login>`}</main>`;
    }
    const pages = this.pages;
    const [path, ...rest] = (this.at.replace(/^#\/?|\?.*$/g, '') || pages[0]?.path || '').split('/');
    // a display has one page, whatever its address says
    const page = pages.find(one => one.path === path) ?? (this.isDisplay ? pages[0] : undefined);
    const part = decoded(rest.at(-1) ?? '');
    this.place = [page, rest.map(decoded).join('/'), PARTS.includes(part) ? word(part) : part];
    return html`<div class=${this.ended ? 'veiled' : ''}>${this.frame(pages, page)}</div>
      ${this.ended ? this.comeBack() : this.choosing ? this.ownPassword() : nothing}`;
  }

  frame(pages, page) {
    if (page?.path === WALL) {
      return html`<main class="whole" tabindex="-1"><zhili-place .page=${page} .rest=${this.place[1]} @zhili-leave=${this.leave}></zhili-place></main>`;
    }
    return html`${this.head()}
      <div class="frame">
        <nav aria-label=${word('menu')}>${pages.map(one => html`
          <a href="#/${one.path}" aria-current=${one === page ? 'page' : nothing}>${one.title}</a>`)}</nav>
        <main tabindex="-1">
          <zhili-place .page=${page} .rest=${this.place[1]}></zhili-place>
        </main>
      </div>`;
  }

  /** Who comes back finds what they were writing; another account finds a console of their own. */
  comeBack() {
    return html`<dialog aria-label=${word('login')} @cancel=${event => event.preventDefault()} @close=${() => this.requestUpdate()}>
      <p role="status">${this.ended}</p>
      <zhili-login .name=${this.session.account.name} @zhili-done=${() => this.enter()}></zhili-login>
      <button @click=${this.gone}>${word('logout')}</button></dialog>`;
  }

  ownPassword() {
    return html`<dialog aria-label=${word('own-password')} @close=${() => { this.choosing = false; }}>
      ${this.choosing === 'done' ? html`<p class="told" role="status">${word('own-password-done')}</p>`
        : html`<zhili-password own @zhili-done=${() => { this.choosing = 'done'; }}></zhili-password>`}
      <button @click=${event => event.target.closest('dialog').close()}>${word(this.choosing === 'done' ? 'noted' : 'cancel')}</button></dialog>`;
  }

  head() {
    return html`<header>
      <b>${word('town')}</b>
      <span role="status">${this.session && this.cut ? word('line-cut') : ''}</span>
      ${this.session ? html`<button class="who" title=${word('own-password')} aria-haspopup="dialog"
          aria-label="${this.session.account.name} · ${word('own-password')}" ?disabled=${this.session.mustChangePassword}
          @click=${() => { this.choosing = true; }}>${this.session.account.name}</button>
        <button @click=${this.leave}>${word('logout')}</button>` : nothing}
      <button lang=${document.documentElement.lang === 'en' ? 'zh-CN' : 'en'} @click=${this.translate}>${word('other')}</button>
    </header>`;
  }

  async enter() {
    // nothing while nobody is logged in; whoever it is
    const session = await ask('GET', 'session', undefined, {'X-Zhili-Account': ''});
    if (this.ended && session?.account.name !== this.session.account.name) {
      this.gone();
      await this.updateComplete; // what the one before was writing is not for others
      location.hash = '';
    }
    this.ended = undefined;
    if (session) {
      Object.assign(reader, {name: session.account.name, roles: session.account.roles});
    }
    this.session = session;
    if (session) {
      window.dispatchEvent(new Event('zhili-back'));
    }
    if (session && !session.mustChangePassword) {
      if (this.told) {
        this.hangUp ??= listen(['pages'], () => this.followMenu());
      }
      this.followMenu();
    }
  }

  async leave() {
    await ask('DELETE', 'session');
    this.gone();
  }

  /** The session is over, and nobody said so: what is being written stays, out of sight, until they are back. */
  end(why) {
    if (!this.session || this.session.mustChangePassword) {
      this.gone();
    } else {
      this.writing ??= deepest(document.activeElement);
      this.ended ??= why ?? word('ended');
    }
  }

  gone() {
    this.writing = undefined;
    this.ended = undefined;
    this.choosing = false;
    Object.assign(reader, {name: '', roles: []});
    this.session = undefined;
    this.place = undefined;
    this.brought = [];
    this.hangUp?.();
    this.hangUp = undefined;
    this.cut = false;
  }

  translate() {
    const other = document.documentElement.lang === 'en' ? 'zh-CN' : 'en';
    localStorage.setItem(LANGUAGE, other);
    location.reload();
  }
}

/** Where one page is shown; what breaks in it breaks nothing else. */
class Place extends LitElement {
  static properties = {page: {}, rest: {}, broken: {state: true}, refused: {state: true}};
  static styles = [looks];

  constructor() {
    super();
    this.tries = 0;
    this.blame = event => this.blamed(event, event.error ?? event.reason, event.filename);
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('error', this.blame);
    window.addEventListener('unhandledrejection', this.blame);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('error', this.blame);
    window.removeEventListener('unhandledrejection', this.blame);
  }

  willUpdate(changed) {
    if (changed.has('page') && changed.get('page')?.script !== this.page?.script) {
      this.open();
    } else if (changed.has('rest') && this.element) {
      this.element.rest = this.rest;
    }
  }

  /** Another version of a script is another element, since none can be defined twice. */
  async open() {
    const page = this.page;
    this.element = undefined;
    this.broken = false;
    this.refused = undefined;
    if (!page) {
      return;
    }
    try {
      // a browser keeps that a script could not be had; asked for by another address it is had anew
      const {default: type} = await import(this.tries ? `${page.script}?try=${this.tries}` : page.script);
      const element = customElements.getName(type) ?? define(type);
      if (page.script !== this.page?.script) {
        return; // the reader went on
      }
      this.element = document.createElement(element);
      this.element.rest = this.rest;
    } catch (fault) {
      console.error(page.script, fault);
      if (page.script !== this.page?.script) {
        return; // the reader went on
      }
      this.broken = true;
    }
    this.requestUpdate();
  }

  retry() {
    this.tries++;
    this.open();
  }

  blamed(event, fault, file = '') {
    if (fault instanceof Refusal) {
      event.preventDefault(); // the town said no, which is no fault of the page
      this.refused = fault.message;
      return;
    }
    const script = this.page?.script;
    const folder = script?.slice(0, script.lastIndexOf('/') + 1);
    const where = `${fault?.stack} ${file}`;
    // a page of ours that was left behind lies in the same folder as the one that is shown
    const other = OWN.some(page => !script?.includes(`/pages/${page.path}.js`) && where.includes(`/pages/${page.path}.js`));
    if (folder && where.includes(folder) && !other) {
      this.element = undefined;
      this.broken = true;
    }
  }

  render() {
    if (!this.page) {
      return html`<p class="card">${word('page-gone')}</p>`;
    }
    if (this.broken) {
      return html`<div class="card" role="alert"><p>${word('page-broken', this.page.title)}</p>
        <button @click=${this.retry}>${word('retry')}</button></div>`;
    }
    return html`${this.refused ? html`<p class="trouble" role="alert">${this.refused}
      <button @click=${() => { this.refused = undefined; }}>${word('noted')}</button></p>` : nothing}
      ${this.element ?? nothing}`;
  }
}

/** What has the focus, within whatever it is drawn in. */
function deepest(element) {
  let inner = element;
  while (inner?.shadowRoot?.activeElement) {
    inner = inner.shadowRoot.activeElement;
  }
  return inner;
}

/** A part of an address as it is meant, or as it is when it means nothing. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

let defined = 0;

function define(type) {
  const name = `zhili-page-${++defined}`;
  customElements.define(name, type);
  return name;
}

/** A form that sends something, and says in the town's words why it was refused. */
class Form extends LitElement {
  static properties = {name: {}, trouble: {state: true}, busy: {state: true}};
  static styles = [looks];

  async send(event) {
    event.preventDefault();
    this.busy = true;
    this.trouble = undefined;
    try {
      await this.sent(Object.fromEntries(new FormData(event.target)));
      this.dispatchEvent(new Event('zhili-done'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      this.trouble = refusal.message;
    } finally {
      this.busy = false;
    }
  }

  form(heading, fields, button) {
    return html`<form class="card" @submit=${this.send}>
      ${heading}${fields.map(([name, type, complete]) => html`
        <label><span>${word(name)}</span>
          <input name=${name} type=${type} autocomplete=${complete} .value=${name === 'account' ? this.name ?? '' : ''} required></label>`)}
      ${this.trouble ? html`<p class="trouble" role="alert">${this.trouble}</p>` : nothing}
      <button class="main" ?disabled=${this.busy}>${word(button)}</button>
    </form>`;
  }
}

class Login extends Form {
  static styles = [looks, css`:host { max-width: 380px; margin: 9vh auto; } button { width: 100%; padding: 9px; }`];

  sent({account, password}) {
    return ask('POST', 'session/cookie', {name: account, password});
  }

  render() {
    return this.form(html`<h1>${word('login')}</h1>`,
      [['account', 'text', 'username'], ['password', 'password', 'current-password']], 'login');
  }
}

class Password extends Form {
  static properties = {own: {type: Boolean}};
  static styles = Login.styles;

  sent({old, fresh, again}) {
    if (fresh !== again) {
      throw new Refusal(0, {detail: word('differ')});
    }
    return ask('POST', 'session/password', {old, new: fresh});
  }

  render() {
    return this.form(html`<h1>${word('choose')}</h1>${this.own ? nothing : html`<p class="soft">${word('choose-why')}</p>`}`,
      [['old', 'password', 'current-password'], ['fresh', 'password', 'new-password'], ['again', 'password', 'new-password']],
      'choose');
  }
}

customElements.define('zhili-login', Login);
customElements.define('zhili-password', Password);
customElements.define('zhili-place', Place);
customElements.define('zhili-shell', Shell);
