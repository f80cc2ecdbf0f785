/** The queue of cases, and one case. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, css, get, html, looks, nothing, said, time} from 'zhili';
import {Keys} from '../keys.js';
import {unitName, unitsKnown} from '../units.js';
import {word} from '../words.js';
import './case.js';
import './bring.js';
import './take.js';

const SHOWN = 50;
const MOST = 200;
/** How long a reader may pause in typing before the town is asked, in milliseconds. */
const PAUSE = 300;

/** What the town is asked for under each heading. */
const FILTERS = {open: 'ended=false', overdue: 'overdue=true', closed: 'ended=true', all: ''};

/** Which of the town's counts stands at a heading. */
const COUNTED = {open: 'open', overdue: 'overdue', closed: 'ended'};

const hasEnded = one => one.state === 'CLOSED' || ['NOT_ACCEPTED', 'VOID', 'MERGED'].includes(one.standing);

export default class Cases extends Page {
  static properties = {cases: {state: true}, counts: {state: true}, filter: {state: true}, sought: {state: true},
    sort: {state: true}, more: {state: true}, limit: {state: true}};
  static styles = [looks, css`
    .tools { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px; align-items: center; }
    .tools input { flex: 1 1 240px; max-width: 420px; }
    .tools button[aria-pressed="true"] { background: var(--main); border-color: var(--main); color: #fff; }
    .list { overflow-x: auto; padding: 0; }
    th button { border: 0; padding: 0; font-weight: 600; color: inherit; background: none; }
    tbody tr { cursor: pointer; }
    tbody tr:hover { background: #f6f9fa; }
    tr:focus-within { background: var(--main-soft); box-shadow: inset 4px 0 var(--main); }
    td a { text-decoration: none; font-variant-numeric: tabular-nums; white-space: nowrap; }
    td.what { min-width: 9em; }
    .narrow { display: none; }
    td.at { white-space: nowrap; }
    @media (max-width: 1100px) { .wide { display: none; } }
    @media (max-width: 720px) {
      thead { display: none; }
      .narrow { display: inline; }
      tbody tr { display: grid; grid-template-columns: 1fr auto; gap: 2px 10px; padding: 8px 12px; border-bottom: 1px solid var(--line); }
      td { border: 0; padding: 0; }
      td.what { grid-column: 1 / -1; order: 1; }
      td.due { order: 2; font-size: 0.9rem; }
    }
  `];

  topics = ['cases'];
  keys = new Keys(this, 'tbody a');

  constructor() {
    super();
    this.filter = 'open';
    this.sought = '';
    this.sort = 'reported';
    this.limit = SHOWN;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.typing);
  }

  async load() {
    if (this.rest) {
      return; // the case asks for itself
    }
    const query = this.query;
    const [page, counts] = await Promise.all([get(query), get('cases/counts'), unitsKnown()]);
    this.counts = counts;
    if (query === this.query) {
      this.cases = page.items;
      this.more = Boolean(page.next);
    }
  }

  get query() {
    const text = this.sought.trim();
    return `cases?${[FILTERS[this.filter], text && `text=${encodeURIComponent(text)}`, `sort=${this.sort}`, `limit=${this.limit}`]
      .filter(Boolean).join('&')}`;
  }

  updated(changed) {
    if (changed.has('rest') && !this.rest) {
      this.tick();
    }
  }

  /** Ask for other cases; those of before are not what is asked for. */
  want(change) {
    Object.assign(this, change, {cases: undefined, limit: SHOWN});
    this.tick();
  }

  seek(text) {
    this.sought = text;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.tick(), PAUSE);
  }

  open(one) {
    location.hash = `#/cases/${encodeURIComponent(one.number)}`;
  }

  render() {
    if (this.rest) {
      return html`<zhili-case .number=${this.rest}></zhili-case>`;
    }
    return html`
      <h1>${word('cases')}</h1>
      ${this.complaint}
      <div class="tools">
        ${Object.keys(FILTERS).map(name => html`
          <button aria-pressed=${name === this.filter} @click=${() => this.want({filter: name})}>${word(name)}
            ${this.counts?.[COUNTED[name]] ?? ''}</button>`)}
        <input type="search" maxlength="100" aria-label=${word('search')} placeholder=${word('search')}
          .value=${this.sought} @input=${event => this.seek(event.target.value)}>
        <zhili-take .path=${`exports/${this.query.replace(/&limit=.*/, '')}`}></zhili-take>
        <zhili-bring list="cases" @zhili-brought=${() => this.tick()}></zhili-bring>
        <span class="soft wide">${word('keys')}</span>
      </div>
      <div class="card list">${this.table()}</div>`;
  }

  table() {
    return html`<table>
      <thead><tr>
        <th>${word('number')}</th><th>${word('what')}</th><th class="wide">${word('where')}</th><th>${word('state')}</th>
        <th class="wide">${word('severity')}</th>${this.heading('due')}<th class="wide">${word('lead')}</th>${this.heading('reported', 'wide')}
      </tr></thead>
      <tbody>${repeat(this.cases ?? [], one => one.id, one => this.row(one))}</tbody>
    </table>
    ${this.cases?.length ? nothing : html`<p class="soft" role="status">&emsp;${
      this.cases ? word('none') : this.trouble ? '' : word('loading')}</p>`}
    ${this.more ? html`<p>&emsp;${this.limit < MOST
      ? html`<button @click=${() => { this.limit = MOST; this.tick(); }}>${word('more')}</button>`
      : html`<span class="soft">${word('too-many', MOST)}</span>`}</p>` : nothing}`;
  }

  heading(column, kind = '') {
    const here = this.sort === column;
    const ascending = column === 'due';
    return html`<th class=${kind} aria-sort=${here ? (ascending ? 'ascending' : 'descending') : nothing}>
      <button @click=${() => this.want({sort: column})}>${word(column)}${here ? (ascending ? ' ↑' : ' ↓') : ''}</button></th>`;
  }

  row(one) {
    const open = !hasEnded(one);
    return html`<tr @click=${event => event.ctrlKey || event.metaKey || this.open(one)}>
      <td><a href="#/cases/${one.number}">${one.number}</a></td>
      <td class="what">${said(one.summary)}</td>
      <td class="wide">${one.address}</td>
      <td><span class="chip ${open ? '' : 'good'}">${said(one.stateName)}</span>
        ${['OPEN', 'CLOSED'].includes(one.standing) ? nothing : html`<span class="chip warn">${said(one.standingName)}</span>`}</td>
      <td class="wide"><span class="chip ${one.severity === 'CRITICAL' ? 'alarm' : one.severity === 'MAJOR' ? 'warn' : ''}">${word(one.severity)}</span></td>
      <td class="at due ${open && one.overdue ? 'alarm' : ''}">${open && one.dueAt ? html`<span class="narrow">${word('due')} </span>${time(one.dueAt)}` : ''}</td>
      <td class="wide">${one.lead ? unitName(one.lead) : ''}</td>
      <td class="at wide">${time(one.reportedAt)}</td>
    </tr>`;
  }
}
