/** The queue of cases, and one case. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, css, get, html, looks, may, nothing, said, time} from 'zhili';
import {Keys} from '../keys.js';
import {areaField, areasKnown} from '../areas.js';
import {STANDINGS, STATES, address, isQueue, read} from '../narrow.js';
import {unitChoices, unitName, unitsKnown} from '../units.js';
import {word} from '../words.js';
import './case.js';
import './bring.js';
import './register.js';
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
  static properties = {cases: {state: true}, counts: {state: true}, wanted: {state: true}, narrowing: {state: true},
    next: {state: true}, limit: {state: true}, trail: {state: true}, registering: {state: true}};
  static styles = [looks, css`
    .tools { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px; align-items: center; }
    .tools input { flex: 1 1 240px; max-width: 420px; }
    .narrow-by { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 0 12px; margin-bottom: 12px; }
    .narrow-by button { justify-self: start; align-self: center; }
    .pages { padding: 0 12px; display: flex; gap: 8px; align-items: center; }
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
      td:nth-child(4) { justify-self: end; }
      td.level, td.unit { display: block; order: 3; font-size: 0.9rem; }
      td.unit { order: 2; text-align: right; }
    }
  `];

  topics = ['cases'];
  keys = new Keys(this, 'tbody a');

  constructor() {
    super();
    this.wanted = read(isQueue(location.hash) ? location.hash : '');
    this.narrowing = this.narrowed;
    this.begin();
    this.moved = () => this.follow();
    this.pressed = event => this.press(event);
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.moved);
    window.addEventListener('keydown', this.pressed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.moved);
    window.removeEventListener('keydown', this.pressed);
    clearTimeout(this.typing);
  }

  /** From the first page on. */
  begin() {
    Object.assign(this, {cases: undefined, next: undefined, limit: SHOWN, trail: []});
  }

  /** Whoever comes by another address asks for other cases. */
  follow() {
    const wanted = read(location.hash);
    if (isQueue(location.hash) && address(wanted) !== address(this.wanted)) {
      this.wanted = wanted;
      this.narrowing ||= this.narrowed;
      this.begin();
      this.tick();
    }
  }

  get narrowed() {
    return ['state', 'standing', 'area', 'unit'].some(name => this.wanted[name]);
  }

  /** N registers what somebody tells of. */
  press(event) {
    const typing = event.composedPath()[0].matches?.('input, textarea, select');
    if (event.key === 'n' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && !this.rest && may('operator')) {
      event.preventDefault();
      this.registering = true;
    }
  }

  async load() {
    if (this.rest) {
      return; // the case asks for itself
    }
    const query = this.query;
    const [page, counts] = await Promise.all([get(query), get('cases/counts'), unitsKnown(), areasKnown()]);
    this.counts = counts;
    if (query === this.query) {
      this.cases = page.items;
      this.next = page.next;
    }
  }

  /** What is asked for, on all pages. */
  get all() {
    const {filter, text, ...others} = this.wanted;
    const by = new URLSearchParams(Object.entries({text: text.trim(), ...others}).filter(([, value]) => value));
    return `cases?${[FILTERS[filter], String(by).replaceAll('+', '%20')].filter(Boolean).join('&')}`;
  }

  get query() {
    const after = this.trail.at(-1);
    return `${this.all}&limit=${this.limit}${after ? `&after=${encodeURIComponent(after)}` : ''}`;
  }

  updated(changed) {
    if (changed.has('rest') && !this.rest) {
      this.tick();
    }
  }

  /** Ask for other cases; those of before are not what is asked for. */
  want(change) {
    this.wanted = {...this.wanted, ...change};
    this.begin();
    history.replaceState(null, '', address(this.wanted));
    this.tick();
  }

  seek(text) {
    this.wanted = {...this.wanted, text};
    Object.assign(this, {limit: SHOWN, trail: []});
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      if (isQueue(location.hash)) {
        history.replaceState(null, '', address(this.wanted));
      }
      this.tick();
    }, PAUSE);
  }

  /** Go on to the next page, or back to the one before. */
  turn(trail) {
    Object.assign(this, {trail, cases: undefined});
    this.tick();
    scrollTo(0, 0);
  }

  open(one) {
    location.hash = `#/cases/${encodeURIComponent(one.number)}`;
  }

  render() {
    if (this.rest) {
      return html`<zhili-case .number=${this.rest} .back=${address(this.wanted)}></zhili-case>`;
    }
    return html`
      <h1>${word('cases')}</h1>
      ${this.complaint}
      <div class="tools">
        ${Object.keys(FILTERS).map(name => html`
          <button aria-pressed=${name === this.wanted.filter} @click=${() => this.want({filter: name})}>${word(name)}
            ${this.counts?.[COUNTED[name]] ?? ''}</button>`)}
        <input type="search" maxlength="100" aria-label=${word('search')} placeholder=${word('search')}
          .value=${this.wanted.text} @input=${event => this.seek(event.target.value)}>
        <button aria-expanded=${Boolean(this.narrowing)} @click=${() => { this.narrowing = !this.narrowing; }}>${word('narrow')}</button>
        ${may('operator') ? html`<button aria-expanded=${Boolean(this.registering)} aria-keyshortcuts="n"
          @click=${() => { this.registering = !this.registering || !this.mayLeave(); }}>${word('register')}</button>` : nothing}
        <zhili-take .path=${`exports/${this.all}`}></zhili-take>
        <zhili-bring list="cases" @zhili-brought=${() => this.tick()}></zhili-bring>
        <span class="soft wide">${word('keys')}${may('operator') ? ` ${word('keys-register')}` : ''}</span>
      </div>
      ${this.narrowing ? this.narrow() : nothing}
      ${this.registering ? html`<zhili-register @zhili-closed=${this.close}
        @zhili-done=${event => { this.registering = false; this.open(event.detail); }}></zhili-register>` : nothing}
      <div class="card list">${this.table()}</div>`;
  }

  /** Whether a report that is being written may be left. */
  mayLeave() {
    return this.renderRoot.querySelector('zhili-register')?.mayLeave() ?? true;
  }

  async close() {
    this.registering = false;
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-keyshortcuts=n]').focus();
  }

  narrow() {
    const {wanted} = this;
    return html`<div class="card narrow-by" role="group" aria-label=${word('narrow')}>
      ${this.among('state', STATES.map(state => [state, word(`state.${state}`)]))}
      ${this.among('standing', STANDINGS.map(standing => [standing, word(`standing.${standing}`)]))}
      <div>${areaField(wanted.area, area => this.want({area: area ?? ''}))}</div>
      ${this.among('unit', unitChoices())}
      <button ?disabled=${!this.narrowed} @click=${() => this.want({state: '', standing: '', area: '', unit: ''})}>${word('narrow-none')}</button></div>`;
  }

  among(name, choices) {
    return html`<label><span>${word(`by.${name}`)}</span><select name=${name} @change=${event => this.want({[name]: event.target.value})}>
      <option value="">${word('all')}</option>
      ${choices.map(([value, text]) => html`<option value=${value} ?selected=${value === this.wanted[name]}>${text}</option>`)}</select></label>`;
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
    ${this.limit < MOST
      ? this.next ? html`<p>&emsp;<button @click=${() => { this.limit = MOST; this.tick(); }}>${word('more')}</button></p>` : nothing
      : this.next || this.trail.length ? this.turns() : nothing}`;
  }

  turns() {
    const {trail, next} = this;
    return html`<p class="pages"><button ?disabled=${!trail.length} @click=${() => this.turn(trail.slice(0, -1))}>${word('page-before')}</button>
      <span class="soft">${word('page', trail.length + 1)}</span>
      <button ?disabled=${!next} @click=${() => this.turn([...trail, next])}>${word('page-next')}</button></p>`;
  }

  heading(column, kind = '') {
    const here = this.wanted.sort === column;
    const ascending = column === 'due';
    return html`<th class=${kind} aria-sort=${here ? (ascending ? 'ascending' : 'descending') : nothing}>
      <button @click=${() => this.want({sort: column})}>${word(column)}${here ? (ascending ? ' ↑' : ' ↓') : ''}</button></th>`;
  }

  row(one) {
    const open = !hasEnded(one);
    return html`<tr @click=${event => event.ctrlKey || event.metaKey || event.target.closest('a') || (this.mayLeave() && this.open(one))}>
      <td><a href="#/cases/${one.number}">${one.number}</a></td>
      <td class="what">${said(one.summary)}</td>
      <td class="wide">${one.address}</td>
      <td><span class="chip ${open ? '' : 'good'}">${said(one.stateName)}</span>
        ${['OPEN', 'CLOSED'].includes(one.standing) ? nothing : html`<span class="chip warn">${said(one.standingName)}</span>`}</td>
      <td class="wide level"><span class="chip ${one.severity === 'CRITICAL' ? 'alarm' : one.severity === 'MAJOR' ? 'warn' : ''}">${word(one.severity)}</span></td>
      <td class="at due ${open && one.overdue ? 'alarm' : ''}">${open && one.dueAt ? html`<span class="narrow">${word('due')} </span>${time(one.dueAt)}` : ''}</td>
      <td class="wide unit">${one.lead ? unitName(one.lead) : ''}</td>
      <td class="at wide">${time(one.reportedAt)}</td>
    </tr>`;
  }
}
