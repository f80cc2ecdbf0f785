/**
 * The screen on the wall: today at a glance, for eyes three metres away. Nobody has to touch it, and
 * it shows nothing that people wrote: types, areas, numbers and times alone.
 */
import {Page, clock, css, get, html, may, nothing, said, time} from 'zhili';
import {change, hot, shade} from '../hot.js';
import {word} from '../words.js';
import '../atlas.js';

const NEWEST = 6;
const HOT = 6;
const DAYS = 7;
/** How often the outlines of areas are asked for anew, in milliseconds: a wall is left alone for months. */
const LEARN_EVERY = 600_000;
/** How soon what changes is shown, in milliseconds: all that changes meanwhile at once. */
const SOON = 3000;

export default class Wall extends Page {
  static properties = {shapes: {state: true}, places: {state: true}, counts: {state: true}, today: {state: true},
    found: {state: true}, shaded: {state: true}, newest: {state: true}, now: {state: true}};
  static styles = css`
    :host { position: fixed; inset: 0; display: grid; grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr) 34%;
      gap: 1.1vw; padding: 1.2vw; box-sizing: border-box; background: #04101a; color: #e6f4f7; font-size: 1.35vw; line-height: 1.35; }
    header { grid-column: 1 / -1; display: flex; align-items: baseline; gap: 1.5vw; }
    h1 { font-size: 2.2vw; margin: 0 auto 0 0; }
    header a, header button { color: #8fd4e2; font: inherit; font-size: 1.1vw; }
    header button { background: none; border: 0; padding: 0; text-decoration: underline; cursor: pointer; }
    .counts { grid-column: 1 / -1; display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 1.1vw; }
    .card { background: #0b2230; border: 1px solid #1d4657; border-radius: 0.6vw; padding: 0.8vw 1.2vw; overflow: hidden; }
    .counts .card { display: flex; align-items: baseline; justify-content: space-between; gap: 1vw; white-space: nowrap; }
    .counts b { font-size: 3.6vw; line-height: 1.1; font-variant-numeric: tabular-nums; }
    .late { color: #ff8b7a; }
    zhili-atlas { height: 100%; border: 1px solid #1d4657; border-radius: 0.6vw; overflow: hidden; }
    .side { display: grid; grid-template-rows: minmax(0, 1fr) minmax(0, 1fr); gap: 1.1vw; min-height: 0; }
    h2 { font-size: 1.5vw; margin: 0 0 0.4vw; color: #8fd4e2; }
    table { border-collapse: collapse; width: 100%; }
    td { padding: 0.3vw 0.3vw; border-bottom: 1px solid #16394a; white-space: nowrap; }
    td:first-child { overflow: hidden; text-overflow: ellipsis; max-width: 13vw; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .soft { color: #9fbcc6; }
    .trouble { grid-column: 1 / -1; margin: 0; padding: 0.5vw 1.2vw; background: #5a1712; border-radius: 0.6vw; }
    :focus-visible { outline: 3px solid #8fd4e2; }
    @media (max-width: 900px) {
      :host { position: static; min-height: 100vh; grid-template: none / minmax(0, 1fr); font-size: 15px; padding: 10px; gap: 10px; }
      h1 { font-size: 20px; } h2 { font-size: 17px; } header a, header button { font-size: 15px; }
      .counts { grid-auto-flow: row; grid-template-columns: 1fr 1fr; } .counts b { font-size: 30px; } .card { padding: 10px; }
      .counts .card { white-space: normal; }
      zhili-atlas { height: 50vh; } td:first-child { max-width: 40vw; }
    }
  `;

  topics = ['cases', 'reviews'];

  connectedCallback() {
    super.connectedCallback();
    this.clock = setInterval(() => { this.now = clock.now(); }, 1000);
    this.now = clock.now();
    this.line = event => { this.cut = !event.detail.up; this.requestUpdate(); };
    window.addEventListener('zhili-line', this.line);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.clock);
    clearTimeout(this.gathering);
    this.gathering = undefined;
    window.removeEventListener('zhili-line', this.line);
  }

  /** A busy town changes many times a second, and the wall asks for much. */
  concerns() {
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      this.tick();
    }, SOON);
    return false;
  }

  async load() {
    if (!(this.learnedAt > Date.now() - LEARN_EVERY)) {
      await clock.learn();
      const [shapes, areas] = await Promise.all([get('areas/shapes'), get('areas')]);
      this.names = new Map(areas.map(area => [area.id, area]));
      this.level = this.shadedLevel(areas);
      this.shapes = shapes;
      this.learnedAt = Date.now();
    }
    const today = await get('cases/today');
    const [places, counts, found, newest] = await Promise.all([get('cases/places'), get('cases/counts'),
      hot({days: DAYS, level: this.level, limit: HOT, today: today.day}), get(`cases/newest?limit=${NEWEST}`)]);
    // the map is drawn anew for another shade, so it is made here and not with every second of the clock
    Object.assign(this, {places, counts, today, found, shaded: shade(found.areas, this.level), newest});
  }

  /** The finest level but one: areas of it are few enough to be read on a wall. */
  shadedLevel(areas) {
    const inner = new Set(areas.map(area => area.parent).filter(Boolean));
    const leaves = areas.filter(area => !inner.has(area.id));
    return this.names.get(leaves[0]?.parent)?.level ?? leaves[0]?.level;
  }

  render() {
    const face = new Intl.DateTimeFormat(document.documentElement.lang, {timeZone: clock.zone, dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23'});
    return html`<header><h1>${word('wall-title')}</h1>
        ${this.cut ? html`<span class="late" role="status">${word('line-cut')}</span>` : nothing}
        <span>${face.format(this.now)}</span>${this.wayOut()}</header>
      ${this.trouble ? html`<p class="trouble" role="alert">${this.trouble}</p>` : html`<div class="counts">
        ${this.count('today-reported', this.today?.reported)}${this.count('today-closed', this.today?.closed)}
        ${this.count('open', this.counts?.open)}${this.count('overdue', this.counts?.overdue, 'late')}
        ${this.counts?.reviews === undefined ? nothing : this.count('to-review', this.counts.reviews)}</div>`}
      <zhili-atlas dark .shapes=${this.shapes} .spots=${this.places?.items} .shade=${this.shaded}></zhili-atlas>
      <div class="side">
        <section class="card"><h2>${word('hot-week')}</h2>${this.hottest()}</section>
        <section class="card"><h2>${word('newest')}</h2>${this.latest()}</section>
      </div>`;
  }

  /** A display has nothing else to go back to. */
  wayOut() {
    return may('display')
      ? html`<button @click=${() => this.dispatchEvent(new Event('zhili-leave', {bubbles: true, composed: true}))}>${word('logout')}</button>`
      : html`<a href="#/cases">${word('leave-wall')}</a>`;
  }

  count(name, number, kind = '') {
    return html`<div class="card"><span>${word(name)}</span><b class=${number ? kind : ''}>${number ?? '–'}</b></div>`;
  }

  hottest() {
    return html`<table><tbody>${this.found?.types.map(row => html`<tr><td>${said(row.name)}</td>
      <td class="number"><b>${row.now}</b></td><td class="number soft">${word('before', row.before)}</td>
      <td class="number">${change(row)}</td></tr>`)}</tbody></table>`;
  }

  /** The area of the shaded level that this one lies in, or itself. */
  around(id) {
    let area = this.names.get(id);
    while (area && area.level !== this.level) {
      area = this.names.get(area.parent);
    }
    return area ?? this.names.get(id);
  }

  /** The hour of today; of other days the day as well. */
  when(instant) {
    const at = new Date(instant);
    const day = new Intl.DateTimeFormat('en', {timeZone: clock.zone, dateStyle: 'short'});
    return day.format(at) === day.format(this.now)
      ? new Intl.DateTimeFormat(document.documentElement.lang, {timeZone: clock.zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23'}).format(at) : time(instant);
  }

  latest() {
    return html`<table><tbody>${this.newest?.map(one => html`<tr><td>${said(one.what)}</td>
      <td>${said(this.around(one.area)?.name)}</td><td class=${one.overdue ? 'late' : 'soft'}>${said(one.stateName)}</td>
      <td class="number soft">${this.when(one.reportedAt)}</td></tr>`)}</tbody></table>`;
  }
}
