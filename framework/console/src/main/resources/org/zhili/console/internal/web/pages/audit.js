/** Who did what, newest first, and whether anybody touched what is written of it. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, clock, css, doing, get, getAll, html, language, looks, nothing, said} from 'zhili';
import {word} from '../words.js';
import './take.js';

const PAGE = 50;
/** What actions begin with. */
const KINDS = ['login', 'logout', 'access.', 'account.', 'password.', 'device.', 'credential.', 'gateway.', 'asset.', 'message', 'plug-in.',
  'case.', 'list.', 'scores.', 'setting.', 'edition.', 'work.', 'audit.', 'provider.'];

/** A browser lets days be typed that no calendar has. */
const DAY = /^\d{4}-\d\d-\d\d$/;

/** To the second, with the year: what happened is looked for in other books by it. */
const moment = at => new Intl.DateTimeFormat(language(), {
  timeZone: clock.zone,
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
}).format(new Date(at));

const PAIR = /([a-z][a-z-]*)=('[^']*'|[^ '"=]+)/g;

/** What is written as codes with values, in words; entries of before are sentences and stay as they are. */
function told(detail) {
  const pairs = [...detail.matchAll(PAIR)];
  if (pairs.map(([pair]) => pair).join(' ') !== detail) {
    return detail;
  }
  return pairs.map(([, code, value]) => `${named(`detail.${code}`, code)} ${value.startsWith("'") ? value.slice(1, -1) : meant(code, value)}`).join(word('detail-next'));
}

const named = (key, other) => word(key) === key ? other : word(key);

const meant = (code, value) => value.split(',').map(one => named(`detail.${code}.${one}`, code === 'roles' ? named(`role.${one}`, one) : one))
  .join(word('detail-and'));

export default class Audit extends Page {
  static properties = {entries: {state: true}, next: {state: true}, wanted: {state: true}, found: {state: true},
    refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    .tools { display: flex; flex-wrap: wrap; gap: 8px 12px; margin: var(--space) 0 12px; align-items: end; }
    .tools label { margin: 0; flex: 0 1 auto; }
    .tools input, .tools select { height: 2.4rem; }
    .list { overflow-x: auto; padding: 0; }
    td { overflow-wrap: anywhere; }
    .at { white-space: nowrap; }
    td:nth-child(2), td:nth-child(4) { min-width: 7.5em; }
    td:nth-child(3) { min-width: 6em; }
    .detail { font-size: 0.9rem; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
    code { overflow-wrap: anywhere; }
    @media (max-width: 720px) {
      .tools label { flex: 1 1 40%; }
      .list { padding-right: 10px; }
      thead { display: none; }
      tr { display: block; }
      td { display: inline-block; min-width: 0 !important; border: 0; }
      tr { border-bottom: 1px solid var(--line); padding: 8px 0; }
      td { padding: 2px 0 2px 10px; }
      .detail { display: block; }
    }
  `];

  every = 10_000;
  pages = 1;

  constructor() {
    super();
    this.wanted = {who: '', action: '', from: '', to: ''};
  }

  async load() {
    const wanted = this.query();
    const entries = [];
    let before = '';
    for (let i = 0; i < this.pages; i++) {
      const page = await get(`audit?${new URLSearchParams({...wanted, limit: PAGE, ...(before ? {before} : {})})}`);
      entries.push(...page.items);
      before = page.next;
      if (!before) {
        break;
      }
    }
    this.entries = entries;
    this.next = before;
  }

  /** Days are the town's; the last one is included. */
  query() {
    const {who, action, from, to} = this.wanted;
    const asked = {who: who.trim(), action};
    if (DAY.test(from)) {
      asked.from = clock.begins(from).toISOString();
    }
    if (DAY.test(to)) {
      const after = new Date(`${to}T00:00Z`);
      after.setUTCDate(after.getUTCDate() + 1);
      const day = after.toISOString().slice(0, 10);
      asked.to = DAY.test(day) ? clock.begins(day).toISOString() : '';
    }
    return Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  }

  want(name, value) {
    this.wanted = {...this.wanted, [name]: value};
    this.pages = 1;
    this.tick();
  }

  async verify(event) {
    event?.preventDefault();
    const noted = event ? Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim()])) : {};
    await doing(this, async () => {
      this.found = await getAll(`audit/verification?${new URLSearchParams(noted)}`);
      await this.tick();
    });
  }

  render() {
    return html`<h1>${word('audit')}</h1>${this.complaint}
      ${this.chain()}
      ${this.tools()}
      <div class="card list" role="region" tabindex="0" aria-label=${word('audit')}>${this.entries?.length ? html`<table>
        <thead><tr>${['at', 'who', 'did', 'subject', 'detail'].map(name => html`<th>${word(name)}</th>`)}</tr></thead>
        <tbody>${repeat(this.entries, one => one.number, one => this.row(one))}</tbody></table>`
        : html`<p class="soft">&emsp;${this.nothing(word('audit-none'), word('loading'))}</p>`}</div>
      ${this.next ? html`<p><button @click=${() => { this.pages++; this.tick(); }}>${word('more')}</button></p>` : nothing}`;
  }

  chain() {
    return html`<section class="card" aria-label=${word('audit-chain')}>
      <p>${word('audit-what')}</p>
      <div class="buttons"><button class="main" ?disabled=${this.busy} @click=${() => this.verify()}>${word('audit-verify')}</button></div>
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      ${this.found ? html`<p class=${this.found.whole ? 'told' : 'trouble'} role="status">${said(this.found.sentence)}</p>
        <p class="soft">${word('audit-head', this.found.number)} <code>${this.found.hash}</code></p>` : nothing}
      <details><summary>${word('audit-compare')}</summary><form @submit=${this.verify}>
        <p class="soft">${word('audit-compare-what')}</p>
        <label><span>${word('audit-number')}</span><input name="number" type="number" min="1" required></label>
        <label><span>${word('audit-hash')}</span><input name="hash" pattern="[0-9a-f]{64}" maxlength="64" required></label>
        <button ?disabled=${this.busy}>${word('audit-verify')}</button></form></details></section>`;
  }

  tools() {
    return html`<div class="tools">
      <label><span>${word('who')}</span><input .value=${this.wanted.who} maxlength="200" @change=${event => this.want('who', event.target.value)}></label>
      <label><span>${word('did')}</span><select @change=${event => this.want('action', event.target.value)}>
        <option value="">${word('all')}</option>
        ${KINDS.map(kind => html`<option value=${kind} ?selected=${kind === this.wanted.action}>${word(`audit.${kind}`)}</option>`)}</select></label>
      ${['from', 'to'].map(name => html`<label><span>${word(name)}</span>
        <input type="date" .value=${this.wanted[name]} @change=${event => this.want(name, event.target.value)}></label>`)}
      <zhili-take .path=${`exports/audit?${new URLSearchParams(this.query())}`}></zhili-take>
    </div>`;
  }

  row(one) {
    return html`<tr data-number=${one.number}><td class="at"><time datetime=${one.at}>${moment(one.at)}</time></td>
      <td>${one.who === '-' ? word('audit-stranger') : one.who}</td>
      <td>${said(one.actionName)} ${one.outcome === 'REFUSED' ? html`<span class="chip alarm">${word('audit-refused')}</span>` : nothing}</td>
      <td>${one.subject}</td><td class="detail soft">${told(one.detail)}</td></tr>`;
  }
}
