/** Who has an account and what it may do; for security administrators. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, Refusal, css, get, html, looks, nothing, reader, said, time} from 'zhili';
import {word} from '../words.js';
import {ROLES} from './account.js';
import './bring.js';
import './slip.js';
import './take.js';

const PAGE = 50;
const TYPED = 300;
const ANY = {text: '', role: '', unit: '', standing: ''};

export default class Accounts extends Page {
  static properties = {accounts: {state: true}, total: {state: true}, next: {state: true}, wanted: {state: true},
    books: {state: true}, making: {state: true}, secrets: {state: true}, done: {state: true}};
  static styles = [looks, css`
    [hidden] { display: none !important; }
    .tools { display: flex; flex-wrap: wrap; gap: 8px 12px; margin-bottom: 12px; align-items: end; }
    .tools label { margin: 0; flex: 1 1 150px; max-width: 260px; }
    .list { overflow-x: auto; padding: 0; }
    td { overflow-wrap: anywhere; }
    td:first-child { min-width: 7em; }
    .at { white-space: nowrap; }
    .chip.alarm { white-space: normal; }
    .list > p { margin: 0; padding: 10px 0; }
    @media (max-width: 720px) {
      .tools label { flex: 1 1 40%; max-width: none; }
      thead { display: none; }
      tr { display: block; padding: 8px 10px; border-bottom: 1px solid var(--line); }
      td { display: block; border: 0; padding: 2px 0; }
      td:first-child { font-weight: 600; }
      td[data-label]::before { content: attr(data-label) ' '; color: var(--ink-soft); font-size: 0.9rem; }
      td:empty { display: none; }
    }
  `];

  every = 10_000;
  pages = 1;

  constructor() {
    super();
    this.wanted = ANY;
    this.secrets = [];
    this.books = {units: [], areas: []};
  }

  async load() {
    await this.read();
    const wanted = Object.fromEntries(Object.entries(this.wanted).filter(([, value]) => value));
    const accounts = [];
    let after = '';
    let total = 0;
    for (let i = 0; i < this.pages; i++) {
      const page = await get(`accounts?${new URLSearchParams({...wanted, limit: PAGE, ...(after ? {after} : {})})}`);
      accounts.push(...page.items);
      after = page.next;
      ({total} = page);
      if (!after) {
        break;
      }
    }
    Object.assign(this, {accounts, next: after, total});
  }

  /** Units and areas by name; a town that is closed has none, and shows their codes. */
  async read() {
    if (this.books.areas.length) {
      return;
    }
    try {
      const [units, areas] = await Promise.all([get('units'), get('areas')]);
      this.books = {units: units.map(unit => choice(unit.id, [unit.name])), areas: placed(areas)};
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.status === 401) {
        throw refusal;
      }
    }
  }

  want(name, value) {
    this.wanted = {...this.wanted, [name]: value};
    this.pages = 1;
    this.tick();
  }

  seek(text) {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.want('text', text.trim()), TYPED);
  }

  clear() {
    this.wanted = ANY;
    this.pages = 1;
    this.tick();
  }

  /** What came of what was done with one of them. Passwords stay until they are said to be handed over. */
  async heard({told, secret, leave, gone}) {
    this.done = told;
    this.secrets = this.secrets.filter(one => one.name !== gone);
    if (secret) {
      this.secrets = [secret, ...this.secrets.filter(one => one.name !== secret.name)]; // the one before holds no more
    }
    if (leave) {
      this.making = false;
      location.hash = secret ? `#/accounts/${secret.name}` : '#/accounts'; // among many it is found at once
    }
    await this.tick();
    await this.updateComplete;
    this.renderRoot.querySelector(secret ? 'zhili-slip' : '.told')?.focus();
  }

  render() {
    const one = this.making || this.rest;
    return html`${one ? nothing : html`<h1>${word('accounts')}</h1>`}${this.complaint}
      ${this.done ? html`<p class="told" role="status" tabindex="-1">${this.done}</p>` : nothing}
      ${repeat(this.secrets, secret => secret.password, secret => html`<zhili-slip class="secret" .secret=${secret}
        @zhili-kept=${() => { this.secrets = this.secrets.filter(other => other !== secret); }}></zhili-slip>`)}
      <div class="tools" ?hidden=${Boolean(one)}><button class="main" name="make" @click=${() => { this.making = true; this.done = undefined; }}>${word('account-make')}</button>
        <zhili-bring list="accounts" @zhili-brought=${() => this.tick()}></zhili-bring>
        <zhili-take path="exports/accounts"></zhili-take></div>
      ${one ? html`<zhili-account .name=${this.making ? '' : this.rest} .books=${this.books} @zhili-done=${event => this.heard(event.detail)}></zhili-account>`
        : this.list()}`;
  }

  list() {
    return html`${this.tools()}
      <p class="soft" role="status">${this.accounts ? word('account-count', this.total, this.accounts.length) : nothing}</p>
      <div class="card list" role="region" tabindex="0" aria-label=${word('accounts')}>${this.accounts?.length ? this.table() : this.empty()}</div>
      ${this.next ? html`<p><button @click=${() => { this.pages++; this.tick(); }}>${word('more')}</button></p>` : nothing}`;
  }

  tools() {
    return html`<div class="tools">
      <label><span>${word('account')}</span><input type="search" name="text" maxlength="40" .value=${this.wanted.text}
        @input=${event => this.seek(event.target.value)}></label>
      ${this.narrow('role', word('roles'), ROLES.map(role => [role, word(`role.${role}`)]))}
      ${this.books.units.length ? this.narrow('unit', word('lead'), this.books.units.map(unit => [unit.id, unit.text])) : nothing}
      ${this.narrow('standing', word('state'), [['locked', word('account-locked')], ['unused', word('account-unused')]])}</div>`;
  }

  narrow(name, label, choices) {
    return html`<label><span>${label}</span><select name=${name} @change=${event => this.want(name, event.target.value)}>
      <option value="">${word('all')}</option>
      ${choices.map(([value, text]) => html`<option value=${value} ?selected=${value === this.wanted[name]}>${text}</option>`)}</select></label>`;
  }

  empty() {
    const narrowed = Object.values(this.wanted).some(Boolean);
    return html`<p class="soft">&emsp;${this.nothing(word('account-none'), word('loading'))}
      ${this.asked && narrowed ? html`<button @click=${this.clear}>${word('account-all')}</button>` : nothing}</p>`;
  }

  table() {
    return html`<table>
      <thead><tr>${['account', 'roles', 'lead', 'area', 'account-last'].map(name => html`<th>${word(name)}</th>`)}</tr></thead>
      <tbody>${repeat(this.accounts, one => one.name, one => this.row(one))}</tbody></table>`;
  }

  row(one) {
    return html`<tr data-name=${one.name}><td><a href="#/accounts/${one.name}" @click=${() => { this.done = undefined; }}>${one.name}</a>
      ${one.locked ? html`<span class="chip alarm">${word('account-locked')}</span>` : nothing}
      ${one.name === reader.name ? html`<span class="soft">${word('account-you')}</span>` : nothing}</td>
      <td>${one.roles.map(role => html`<span class="chip">${word(`role.${role}`).replace(/^role\./, '')}</span> `)}</td>
      <td data-label=${word('lead')}>${one.unit ? named(this.books.units, one.unit) : html`<span class="soft">—</span>`}</td>
      <td data-label=${word('area')}>${one.areas.length ? one.areas.map((area, i) => html`${i ? ', ' : ''}${named(this.books.areas, area)}`) : word('whole-city')}</td>
      <td data-label=${word('account-last')}>${one.lastLogin ? html`<span class="at">${time(one.lastLogin)}</span>`
        : html`<span class="soft">${word('account-never')}</span>`}</td></tr>`;
  }
}

/** What can be chosen by its name, and found by all names in both languages. */
function choice(id, names) {
  return {id, text: names.map(said).join(' / '), seek: [id, ...names.flatMap(name => [name.zh, name.en])].join(' ').toLowerCase()};
}

/** Areas within those they lie in, as two communities may have one name; the city itself goes without saying. */
function placed(areas) {
  const known = new Map(areas.map(area => [area.id, area]));
  const names = area => area ? [...names(known.get(area.parent)), area.name] : [];
  return areas.map(area => choice(area.id, names(area).slice(area.parent ? 1 : 0)));
}

function named(choices, id) {
  const found = choices.find(one => one.id === id);
  return found ? found.text : choices.length ? html`<span class="chip alarm">${word('code-unknown', id)}</span>` : id;
}
