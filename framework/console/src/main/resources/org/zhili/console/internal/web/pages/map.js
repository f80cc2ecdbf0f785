/** The town from above: where cases are, and what is frequent. */
import {Page, css, get, html, looks, nothing, reader, said, time} from 'zhili';
import {PERIODS, hot, hotTable, shade} from '../hot.js';
import {Keys} from '../keys.js';
import {word} from '../words.js';
import '../atlas.js';

/** How many are listed at a time. */
const LISTED = 60;
const VIEWS = ['cases', 'hot'];
const MOST_AREAS = 300;
const USUAL = {view: 'cases', overdue: false, area: '', what: '', state: '', days: PERIODS[0]};

/** What each reader of this window chose last, so that it is still so after a look at a case. */
const chosen = new Map();

/** What the city calls a level, or what people do where it is a usual one. */
function levelName(level) {
  const name = word(`level.${level}`);
  return name === `level.${level}` ? level : name;
}

export default class MapPage extends Page {
  static properties = {shapes: {state: true}, areas: {state: true}, places: {state: true}, hot: {state: true}, view: {state: true},
    overdue: {state: true}, area: {state: true}, what: {state: true}, state: {state: true}, days: {state: true}, own: {state: true},
    level: {state: true}, listed: {state: true}};
  static styles = [looks, css`
    .tools { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px; align-items: center; }
    .tools button[aria-pressed="true"] { background: var(--main); border-color: var(--main); color: #fff; }
    .tools .tools { margin: 0; }
    .tools select { max-width: 15em; }
    .grid { display: grid; grid-template-columns: minmax(0, 1fr) 380px; gap: var(--space); align-items: stretch; }
    zhili-atlas { height: calc(100vh - 215px); min-height: 420px; border: 1px solid var(--line); border-radius: 8px; }
    .side { overflow-y: auto; max-height: calc(100vh - 215px); min-height: 420px; box-sizing: border-box; }
    ul { list-style: none; margin: 0; padding: 0; }
    li { border-bottom: 1px solid var(--line); padding: 7px 0; }
    li a { text-decoration: none; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .legend { display: flex; flex-wrap: wrap; gap: 4px 14px; margin: 8px 0 0; font-size: 0.9rem; color: var(--ink-soft); }
    .dot { display: inline-block; width: 11px; height: 11px; border-radius: 50%; margin-right: 5px; box-sizing: border-box; }
    .dot.CRITICAL { background: #b3261e; } .dot.MAJOR { background: #b86e00; } .dot.MINOR { background: #0b5d6b; }
    .dot.late { border: 3px solid #17252b; background: none; }
    h2 { margin-top: 12px; }
    .side > p:first-child { margin-top: 0; }
    @media (max-width: 900px) {
      .grid { grid-template-columns: minmax(0, 1fr); }
      zhili-atlas { height: 52vh; min-height: 300px; }
      .side { max-height: none; min-height: 0; }
    }
  `];

  topics = ['cases'];
  keys = new Keys(this, '.side a, .side button');

  constructor() {
    super();
    this.listed = LISTED;
    Object.assign(this, USUAL, chosen.get(reader.name));
  }

  async load() {
    if (!this.shapes) {
      [this.shapes, this.areas] = await Promise.all([get('areas/shapes'), get('areas')]);
      this.level ??= this.levels[this.levels.length > 2 ? this.levels.length - 2 : 0];
    }
    const query = this.query;
    const [places, found] = await Promise.all([
      get(`cases/places?${query}`),
      this.view === 'hot' ? hot({days: this.days, own: this.own, level: this.level}) : undefined]);
    if (query === this.query) {
      this.places = places;
      this.hot = found;
    }
  }

  get query() {
    return [this.overdue && 'overdue=true', this.area && `area=${encodeURIComponent(this.area)}`].filter(Boolean).join('&');
  }

  /** What the city calls its levels, the widest first. */
  get levels() {
    const parents = new Map(this.areas.map(area => [area.id, area.parent]));
    const depth = id => parents.has(id) ? 1 + depth(parents.get(id)) : 0;
    const levels = new Map();
    this.areas.forEach(area => levels.set(area.level, Math.max(levels.get(area.level) ?? 0, depth(area.id))));
    return [...levels.keys()].sort((a, b) => levels.get(a) - levels.get(b));
  }

  want(change) {
    Object.assign(this, change, {listed: LISTED});
    chosen.set(reader.name, {...chosen.get(reader.name), ...change});
    this.tick();
  }

  /** Show more, and go on with the first of them. */
  async further() {
    const first = this.listed;
    this.listed += LISTED;
    await this.updateComplete;
    this.renderRoot.querySelectorAll('.side a')[first]?.focus();
  }

  get spots() {
    return (this.places?.items ?? []).filter(spot =>
      (!this.what || said(spot.what) === this.what) && (!this.state || spot.state === this.state));
  }

  open(number) {
    location.hash = `#/cases/${encodeURIComponent(number)}`;
  }

  render() {
    const spots = this.spots;
    return html`<h1>${word('map')}</h1>${this.complaint}
      <div class="tools">${VIEWS.map(view => html`
          <button aria-pressed=${view === this.view} @click=${() => this.want({view})}>${word(view)}</button>`)}
        <button aria-pressed=${this.overdue} @click=${() => this.want({overdue: !this.overdue})}>${word('overdue')}</button>
        ${this.view === 'hot' ? this.periods() : this.filters()}</div>
      <div class="grid">
        <div><zhili-atlas .shapes=${this.shapes} .spots=${spots}
            .shade=${this.view === 'hot' && this.hot ? shade(this.hot.areas, this.level) : undefined}
            @zhili-spot=${event => this.open(event.detail)}></zhili-atlas>
          <p class="legend">${['CRITICAL', 'MAJOR', 'MINOR'].map(severity => html`<span><i class="dot ${severity}"></i>${word(severity)}</span>`)}
            <span><i class="dot late"></i>${word('overdue')}</span>
            ${this.shapes && !this.shapes.features.length ? html`<span>${word('map-none')}</span>` : nothing}</p></div>
        <div class="card side" role="region" tabindex="0" aria-label=${word(this.view)}>${this.view === 'hot' ? this.frequent() : this.list(spots)}</div>
      </div>`;
  }

  choice(name, choices) {
    return html`<select aria-label=${word(name)} @change=${event => this.want({[name]: event.target.value})}>
      ${choices.map(([value, label]) => html`<option value=${value} ?selected=${value === this[name]}>${label}</option>`)}</select>`;
  }

  filters() {
    const items = this.places?.items ?? [];
    // what was chosen stays a choice when its last case is gone
    const whats = [...new Set([...items.map(spot => said(spot.what)), this.what].filter(what => what))].sort();
    const states = new Map(items.map(spot => [spot.state, said(spot.stateName)]));
    if (this.state && !states.has(this.state)) {
      states.set(this.state, this.stateName);
    }
    this.stateName = states.get(this.state);
    const broad = (this.areas ?? []).filter((area, i, all) => all.length <= MOST_AREAS || all.some(one => one.parent === area.id));
    return [this.choice('area', [['', word('all-areas')], ...broad.map(area => [area.id, said(area.name)])]),
      this.choice('what', [['', word('all-types')], ...whats.map(what => [what, what])]),
      this.choice('state', [['', word('all-states')], ...states.entries()])];
  }

  periods() {
    return html`${PERIODS.map(days => html`
        <button aria-pressed=${!this.own && days === this.days} @click=${() => this.want({days, own: undefined})}>${word('days', days)}</button>`)}
      <form class="tools" @submit=${this.choose}>${['from', 'to'].map((day, i) => html`
        <input type="date" name=${day} required aria-label=${word(day)} .value=${this.own?.[i] ?? this.hot?.period[i] ?? ''}>`)}
        <button>${word('look')}</button></form>
      ${this.areas ? this.choice('level', this.levels.map(level => [level, levelName(level)])) : nothing}`;
  }

  choose(event) {
    event.preventDefault();
    const {from, to} = Object.fromEntries(new FormData(event.target));
    this.want({own: [from, to]});
  }

  frequent() {
    return this.hot ? html`<p class="soft">${word('hot-what', ...this.hot.period)}</p>
      <h2>${word('hot-types')}</h2>${hotTable(word('what'), this.hot.types)}
      <h2>${word('hot-areas')}</h2>${hotTable(word('area'), this.hot.areas.slice(0, 10))}` : html`<p class="soft">${word('loading')}</p>`;
  }

  list(spots) {
    return html`<p class="soft" role="status">${this.places ? word('on-map', spots.length) : this.trouble ? '' : word('loading')}
        ${this.places?.unplaced ? word('unplaced', this.places.unplaced) : ''} ${this.places?.truncated ? word('map-truncated') : ''}</p>
      <ul>${spots.slice(0, this.listed).map(spot => html`<li><a href="#/cases/${spot.number}">${said(spot.what)}</a>
        <span class="chip ${spot.severity === 'CRITICAL' ? 'alarm' : spot.severity === 'MAJOR' ? 'warn' : ''}">${word(spot.severity)}</span>
        ${spot.overdue ? html`<span class="chip alarm">${word('overdue')}</span>` : nothing}
        <br><span class="soft">${said(spot.stateName)} · ${said(spot.summary)}${spot.dueAt ? ` · ${word('due')} ${time(spot.dueAt)}` : ''}</span></li>`)}</ul>
      ${spots.length > this.listed ? html`<p><button @click=${this.further}>${word('more')}</button></p>` : nothing}`;
  }
}
