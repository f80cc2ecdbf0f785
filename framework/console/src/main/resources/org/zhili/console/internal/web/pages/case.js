/** One case: what it is, where it stands, what was done, and what can be done now. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, act, css, doing, get, html, looks, may, nothing, said, time} from 'zhili';
import {Keys} from '../keys.js';
import {term, termsKnown} from '../terms.js';
import {unitName, unitNames, unitsKnown} from '../units.js';
import {word} from '../words.js';
import {isStep} from './action.js';
import {advised, decided, whyGone} from './decision.js';
import './sure.js';
import './take.js';

/** The address of the photo that evidence means, if it means one. */
const photoIn = one => /^attachment:([0-9a-f-]{36})$/.exec(one.value.zh)?.[1];

/** A small photo that leads to the large one. */
function photo(one) {
  const address = new URL(`../../api/attachments/${photoIn(one)}`, import.meta.url);
  return html`<br><a href=${address} target="_blank" rel="noopener"><img class="photo" loading="lazy" src=${`${address}?size=small`} alt=${said(one.name)}></a>`;
}

/** Who may see the orders of all units; others see those of their own. */
const TOWN_HALL = ['operator', 'supervisor', 'administrator'];

/** A point in time as parts of the town write it. */
const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;

/** What was said, as people read it: the town's own points in time, photos kept elsewhere. */
function told(one, byTown) {
  const text = said(one.value);
  if (byTown) {
    return text.replace(INSTANT, at => time(at));
  }
  return /^https:\/\/\S+$/.test(text) ? html`<a href=${text} target="_blank" rel="noopener noreferrer">${text}</a>` : text;
}

export class Case extends Page {
  static properties = {number: {}, back: {}, file: {state: true}, trace: {state: true}, orders: {state: true},
    reviews: {state: true}, unit: {state: true}, held: {state: true}, doing: {state: true}, done: {state: true},
    told: {state: true}, refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    .grid { display: grid; grid-template-columns: minmax(0, 2fr) minmax(280px, 1fr); gap: var(--space); align-items: start; }
    .grid > div { display: grid; gap: var(--space); }
    ol { list-style: none; margin: 0; padding: 0; }
    ol > li { border-left: 3px solid var(--main-soft); padding: 0 0 12px 14px; }
    ol > li b { margin-right: 8px; }
    .photo { max-width: 160px; max-height: 160px; border-radius: 6px; margin-top: 4px; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
    .head { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: baseline; margin-bottom: 12px; }
    .head h1 { margin: 0; }
    .keys { font-weight: 400; font-size: 0.9rem; margin-left: 8px; }
    @media (max-width: 900px) { .grid { grid-template-columns: minmax(0, 1fr); } .keys { display: none; } }
  `];

  topics = ['cases', 'reviews'];
  keys = new Keys(this, 'zhili-decision, .buttons button');

  updated(changed) {
    if (changed.has('number') && changed.get('number')) {
      this.file = undefined;
      this.trace = undefined;
      this.doing = undefined;
      this.kept = undefined;
      this.held = undefined;
      this.done = undefined;
      this.told = undefined;
      this.refused = undefined;
      this.tick();
    }
  }

  /** What changes in other cases does not. */
  concerns(topic, cases) {
    return topic !== 'cases' || !cases.length || !this.file || cases.some(one => one.id === this.file.id);
  }

  async load() {
    const number = this.number;
    const here = `cases/${encodeURIComponent(number)}`;
    const [file, orders, reviews, unit] = await Promise.all([
      get(here), get(`${here}/orders`), may('operator', 'supervisor', 'administrator') ? get(`${here}/reviews`) : [],
      may('unit') && may(...TOWN_HALL) ? this.unit ?? get('session').then(session => session?.account.unit) : undefined, unitsKnown(), termsKnown()]);
    const trace = file.version === this.file?.version && this.trace ? this.trace : await get(`${here}/trace`);
    if (number === this.number) {
      Object.assign(this, {file, orders, reviews, trace, unit});
      this.kept = file.offers.find(offer => offer.action === this.doing) ?? this.kept;
    }
  }

  render() {
    const file = this.file;
    const back = html`<p><a href=${this.back ?? '#/cases'}>← ${word('back')}</a></p>`;
    if (!file) {
      return html`${back}${this.complaint}${this.trouble ? nothing : html`<p class="soft">${word('loading')}</p>`}`;
    }
    return html`${back}${this.complaint}
      <div class="head"><h1>${said((this.told ?? file).summary)}</h1>
        <span class="chip ${file.state === 'CLOSED' ? 'good' : ''}">${said(file.stateName)}</span>
        ${['OPEN', 'CLOSED'].includes(file.standing) ? nothing : html`<span class="chip warn">${said(file.standingName)}</span>`}
        <span class="soft">${file.number}</span><zhili-take .path=${`cases/${file.id}/file`} .label=${word('print')}></zhili-take></div>
      <p role="status" tabindex="-1" class=${this.done ? 'told' : ''}>${this.done ?? ''}</p>
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      ${this.people()}
      <div class="grid">
        <div>
          ${repeat(this.reviews.filter(one => this.waits(one)), one => one.id, one => this.advice(one))}
          ${this.actions()}
          <section class="card"><h2>${word('facts')}</h2>${this.facts()}</section>
          ${this.reviews.filter(one => !this.waits(one)).map(one => this.advice(one))}
          <section class="card"><h2>${word('trace')}
            <span class="chip ${this.trace.intact ? 'good' : 'alarm'}">${word(this.trace.intact ? 'intact' : 'torn')}</span></h2>
            <ol>${this.trace.entries.slice().reverse().map(entry => this.entry(entry))}</ol></section>
        </div>
        <div>
          <section class="card"><h2>${word('clocks')}</h2>${file.milestones.length ? file.milestones.map(one => this.milestone(one)) : html`<p class="soft">${word('clock-none')}</p>`}</section>
          <section class="card"><h2>${word('orders')}</h2>${this.orders.length ? this.orders.map(one => this.order(one)) : html`<p class="soft">${word('order-none')}</p>`}</section>
        </div>
      </div>`;
  }

  /** What names people is covered until somebody says why it has to be seen. */
  people() {
    const told = this.told && this.trace.entries.every(entry => this.told.trace.some(one => one.sequence === entry.sequence));
    if (told || !(this.file.covered || this.trace.covered) || !may('operator', 'supervisor', 'unit', 'grid-worker')) {
      return told ? html`<p class="soft">${word('people-shown')}</p>` : nothing;
    }
    return html`<p><zhili-sure reason .label=${word('people')} .question=${word('people-why')} ?disabled=${this.busy}
        @zhili-sure=${event => this.disclose(event.detail)}></zhili-sure></p>`;
  }

  async disclose(reason) {
    const number = this.number;
    await doing(this, async () => {
      const told = await act(`cases/${this.file.id}/disclosure`, {reason});
      if (number === this.number) {
        this.told = told;
      }
    });
  }

  facts() {
    const file = this.file;
    const rows = [
      ['what', said(file.typeName)], ['thing', `${term(file.subject)} · ${term(file.condition)}`], ['where', (this.told ?? file).address], ['severity', word(file.severity)], ['reported', time(file.reportedAt)],
      ['lead', file.assignment.lead && unitName(file.assignment.lead)], ['assisting', unitNames(file.assignment.assisting)],
      ['owner', file.owner && unitName(file.owner)], ['asset', file.asset], ['device', file.device], ['code', file.publicCode],
    ];
    return html`<dl>${rows.filter(([, value]) => value).map(([name, value]) => html`<dt>${word(name)}</dt><dd>${value}</dd>`)}</dl>`;
  }

  milestone(one) {
    const state = one.metAt ? html`<span class="chip ${one.overdue ? 'alarm' : 'good'}">${word('met')} ${time(one.metAt)}</span>`
      : one.dueAt ? html`<span class="chip ${one.overdue ? 'alarm' : ''}">${time(one.dueAt)}</span>`
      : html`<span class="chip warn">${word('standing')}</span>`;
    return html`<p>${said(one.name)} ${state}${one.note ? html`<br><span class="soft">${said(one.note)}</span>` : nothing}</p>`;
  }

  order(one) {
    const state = one.acknowledgedAt ? ['good', 'acknowledged', one.acknowledgedAt]
      : one.deliveredAt ? ['', 'delivered', one.deliveredAt] : ['warn', 'waiting', one.issuedAt];
    return html`<p>${unitName(one.unit)} <span class="chip ${state[0]}">${word(state[1])} ${time(state[2])}</span>
      ${this.maySign(one) ? html`<br><button ?disabled=${this.busy} @click=${() => this.sign(one)}>${word('sign')}</button>` : nothing}
      ${one.lastError ? html`<br><span class="alarm">${one.lastError}</span>` : nothing}</p>`;
  }

  /** Whether it is an order to the reader's own unit that waits for a signature; a lead signs by taking the case on. */
  maySign(order) {
    const own = may('unit') && (may(...TOWN_HALL) ? order.unit === this.unit : true);
    const asAction = order.role === 'LEAD' && this.file.possible.includes('acknowledge');
    return own && !order.acknowledgedAt && order.status !== 'WITHDRAWN' && !asAction;
  }

  async sign(order) {
    await doing(this, async () => {
      await act(`orders/${order.id}/acknowledgement`);
      this.done = word('was-done', word('sign'));
      await this.tick();
      await this.updateComplete;
      this.renderRoot.querySelector('[role=status]').focus();
    });
  }

  /** A review that the reader writes on stays where it is when somebody else decides it. */
  waits(review) {
    return !review.decision || this.held === review.id;
  }

  advice(one) {
    return html`<section class="card"><h2>${word('advice')}
        ${one.decision ? nothing : html`<span class="chip warn">${word('pending')}</span>`}</h2>
      ${one.advice ? advised(one.advice) : nothing}
      ${one.reasons.map(reason => html`<p class="soft">${said(reason.name)}</p>`)}
      ${!this.waits(one) ? decided(one.decision) : may('operator') ? html`
        <zhili-decision .case=${this.file.id} .advice=${one.advice} .gone=${one.decision && whyGone(one.decision)}
          @zhili-held=${event => { this.held = event.detail ? one.id : undefined; }} @zhili-done=${() => this.finish(word('dispatch'))}></zhili-decision>`
        : nothing}
    </section>`;
  }

  entry(entry) {
    return html`<li><b>${said(entry.actionName)}</b><span class="chip">${said(entry.stateName)}</span>
      <span class="soft">${time(entry.at)} ${said(entry.actorName)}${entry.unit ? ` · ${unitName(entry.unit)}` : ''}</span>
      ${(this.told?.trace.find(told => told.sequence === entry.sequence) ?? entry).said.map(one => html`<br><span class="soft">${said(one.name)}</span> ${photoIn(one) ? photo(one) : told(one, entry.actor !== said(entry.actorName))}`)}</li>`;
  }

  actions() {
    const offers = [...this.file.offers].sort((a, b) => isStep(b.action) - isStep(a.action)); // what leads on comes first
    const doing = this.doing && (offers.find(offer => offer.action === this.doing) ?? this.kept);
    if (!offers.length && !doing) {
      return nothing;
    }
    return html`<section class="card"><h2>${word('actions')} <span class="soft keys">${word('keys')}</span></h2>
      <div class="buttons">${offers.map(offer => html`
        <button class=${isStep(offer.action) && !doing ? 'main' : ''} aria-expanded=${offer === doing}
          @click=${() => this.open(offer === doing ? undefined : offer)}>${said(offer.name)}</button>`)}</div>
      ${doing ? html`<zhili-action .offer=${doing} .file=${this.file} .gone=${offers.includes(doing) ? undefined : this.gone(doing)}
        @zhili-closed=${() => this.open()}
        @zhili-done=${() => this.finish(said(doing.name))}></zhili-action>` : nothing}
    </section>`;
  }

  open(offer) {
    this.doing = offer?.action;
    this.kept = offer;
  }

  /** Why what somebody is at can no longer be done: what was done last, and where that left the case. */
  gone(offer) {
    const {file} = this;
    const last = this.trace.entries.at(-1);
    const place = ['OPEN', 'CLOSED'].includes(file.standing) ? file.stateName : file.standingName;
    return word('action-gone', said(offer.name), said(last.actorName), said(last.actionName), said(place));
  }

  /** Say what was done, where whoever did it goes on. */
  async finish(what) {
    this.open();
    this.done = word('was-done', what);
    await this.tick();
    await this.updateComplete;
    (this.renderRoot.querySelector('.grid .buttons button, zhili-decision') ?? this.renderRoot.querySelector('[role=status]')).focus();
  }
}

customElements.define('zhili-case', Case);
