/** The queue of cases, and one case. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, css, get, html, looks, nothing, said, time} from 'zhili';
import {word} from '../words.js';
import './case.js';

const SHOWN = 50;
const MOST = 200;
const UNDER_WAY = ['REPORTED', 'ACCEPTED', 'DISPATCHED', 'HANDLING', 'FEEDBACK'];
/** How a case ends before its steps do. */
const ENDED = ['NOT_ACCEPTED', 'VOID', 'MERGED'];
const RANK = ['CRITICAL', 'MAJOR', 'MINOR'];

/** What a column is sorted by. */
const ORDER = {
  number: one => one.number,
  state: one => one.stateName.en,
  severity: one => RANK.indexOf(one.severity),
  due: one => one.dueAt ?? '9',
  reported: one => one.reportedAt,
};

const isOpen = one => one.state !== 'CLOSED' && !ENDED.includes(one.standing);

export default class Cases extends Page {
  static properties = {cases: {state: true}, units: {state: true}, filter: {state: true}, sought: {state: true},
    order: {state: true}, chosen: {state: true}, more: {state: true}, limit: {state: true}};
  static styles = [looks, css`
    .tools { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px; align-items: center; }
    .tools input { flex: 1 1 240px; max-width: 420px; }
    .tools button[aria-pressed="true"] { background: var(--main); border-color: var(--main); color: #fff; }
    .list { overflow-x: auto; padding: 0; }
    th button { border: 0; padding: 0; font-weight: 600; color: inherit; background: none; }
    tbody tr { cursor: pointer; }
    tbody tr:hover { background: #f6f9fa; }
    tr[aria-selected="true"] { background: var(--main-soft); box-shadow: inset 4px 0 var(--main); }
    td a { text-decoration: none; font-variant-numeric: tabular-nums; white-space: nowrap; }
    td.what { min-width: 9em; }
    td.at { white-space: nowrap; }
    @media (max-width: 720px) { .wide { display: none; } }
  `];

  constructor() {
    super();
    this.filter = 'open';
    this.sought = '';
    this.order = ['reported', -1];
    this.limit = SHOWN;
    this.keyed = event => this.key(event);
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('keydown', this.keyed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.keyed);
  }

  async load() {
    if (this.rest) {
      return; // the case asks for itself
    }
    this.units ??= Object.fromEntries((await get('units')).map(unit => [unit.id, unit]));
    const states = this.filter === 'all' ? [] : this.filter === 'closed' ? ['CLOSED'] : UNDER_WAY;
    const page = await get(`cases?limit=${this.limit}${states.map(state => `&state=${state}`).join('')}`);
    this.cases = page.items;
    this.more = Boolean(page.next) && this.limit < MOST;
  }

  updated(changed) {
    if (changed.has('rest') && !this.rest) {
      this.tick();
    }
  }

  get shown() {
    const sought = this.sought.trim().toLowerCase();
    const [column, sign] = this.order;
    return (this.cases ?? [])
      .filter(one => this.filter === 'all'
        || (this.filter === 'overdue' ? isOpen(one) && one.overdue : isOpen(one) === (this.filter === 'open')))
      .filter(one => !sought || [one.number, said(one.summary), one.address].some(text => text.toLowerCase().includes(sought)))
      .sort((a, b) => sign * (ORDER[column](a) < ORDER[column](b) ? -1 : ORDER[column](a) > ORDER[column](b) ? 1 : 0));
  }

  key(event) {
    if (this.rest || event.ctrlKey || event.metaKey || event.altKey || event.composedPath()[0].matches?.('input, textarea, select')) {
      return;
    }
    const shown = this.shown;
    const at = shown.findIndex(one => one.id === this.chosen);
    if (event.key === 'j' || event.key === 'k') {
      const next = event.key === 'j' ? Math.min(at + 1, shown.length - 1) : Math.max(at - 1, 0);
      this.chosen = shown[next]?.id;
      this.updateComplete.then(() => this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'}));
    } else if (event.key === 'Enter' && at >= 0 && !event.composedPath()[0].matches?.('a, button')) {
      this.open(shown[at]);
    }
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
        ${['open', 'overdue', 'closed', 'all'].map(name => html`
          <button aria-pressed=${name === this.filter} @click=${() => { this.filter = name; this.tick(); }}>${word(name)}</button>`)}
        <input type="search" aria-label=${word('search')} placeholder=${word('search')}
          .value=${this.sought} @input=${event => { this.sought = event.target.value; }}>
        <span class="soft wide">${word('keys')}</span>
      </div>
      <div class="card list">${this.table()}</div>`;
  }

  table() {
    const shown = this.shown;
    if (!shown.length) {
      return html`<p class="soft">&emsp;${this.asked ? word('none') : word('loading')}</p>`;
    }
    return html`<table>
      <thead><tr>
        ${this.heading('number')}<th>${word('what')}</th><th class="wide">${word('where')}</th>${this.heading('state')}
        ${this.heading('severity', 'wide')}${this.heading('due')}<th class="wide">${word('lead')}</th>${this.heading('reported', 'wide')}
      </tr></thead>
      <tbody>${repeat(shown, one => one.id, one => this.row(one))}</tbody>
    </table>
    ${this.more ? html`<p>&emsp;<button @click=${() => { this.limit = MOST; this.tick(); }}>${word('more')}</button></p>` : nothing}`;
  }

  heading(column, kind = '') {
    const [sorted, sign] = this.order;
    const here = sorted === column;
    return html`<th class=${kind} aria-sort=${here ? (sign > 0 ? 'ascending' : 'descending') : nothing}>
      <button @click=${() => { this.order = [column, here ? -sign : 1]; }}>${word(column)}${here ? (sign > 0 ? ' ↑' : ' ↓') : ''}</button></th>`;
  }

  row(one) {
    const open = isOpen(one);
    return html`<tr aria-selected=${one.id === this.chosen ? 'true' : 'false'} @click=${() => this.open(one)}>
      <td><a href="#/cases/${one.number}">${one.number}</a></td>
      <td class="what">${said(one.summary)}</td>
      <td class="wide">${one.address}</td>
      <td><span class="chip ${open ? '' : 'good'}">${said(one.stateName)}</span>
        ${['OPEN', 'CLOSED'].includes(one.standing) ? nothing : html`<span class="chip warn">${said(one.standingName)}</span>`}</td>
      <td class="wide"><span class="chip ${one.severity === 'CRITICAL' ? 'alarm' : one.severity === 'MAJOR' ? 'warn' : ''}">${word(one.severity)}</span></td>
      <td class="at ${open && one.overdue ? 'alarm' : ''}">${open ? time(one.dueAt) : ''}</td>
      <td class="wide">${one.lead ? said(this.units[one.lead]?.name) || one.lead : ''}</td>
      <td class="at wide">${time(one.reportedAt)}</td>
    </tr>`;
  }
}
