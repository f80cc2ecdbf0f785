/** One case: what it is, where it stands, what was done, and what can be done now. */
import {LitElement} from 'lit';
import {Page, Refusal, act, css, get, html, language, looks, newKey, nothing, said, time} from 'zhili';
import {word} from '../words.js';

/** What has to be said with an action; all others take a note. */
const FIELDS = {
  dispatch: ['lead', 'reason'], file: ['filing', 'note'], decline: ['reason'], 'request-return': ['reason'],
  'decide-return': ['granted', 'reason'], meet: ['milestone', 'note'], extend: ['milestone', 'amount', 'limit', 'reason'],
  suspend: ['reason'], park: ['reason'], rework: ['reason'], annul: ['reason'], merge: ['into', 'reason'],
  reopen: ['reason'], urge: ['reason'], rate: ['solved', 'stars', 'comment'], note: ['note'],
};

export class Case extends Page {
  static properties = {number: {}, file: {state: true}, trace: {state: true}, orders: {state: true},
    reviews: {state: true}, units: {state: true}, doing: {state: true}};
  static styles = [looks, css`
    .grid { display: grid; grid-template-columns: minmax(0, 2fr) minmax(280px, 1fr); gap: var(--space); align-items: start; }
    .grid > div { display: grid; gap: var(--space); }
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 6px 16px; margin: 0; }
    dt { color: var(--ink-soft); }
    dd { margin: 0; overflow-wrap: anywhere; }
    ol { list-style: none; margin: 0; padding: 0; }
    ol > li { border-left: 3px solid var(--main-soft); padding: 0 0 12px 14px; }
    ol > li b { margin-right: 8px; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
    .head { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: baseline; margin-bottom: 12px; }
    .head h1 { margin: 0; }
    @media (max-width: 900px) { .grid { grid-template-columns: 1fr; } }
  `];

  updated(changed) {
    if (changed.has('number') && changed.get('number')) {
      this.file = undefined;
      this.doing = undefined;
      this.tick();
    }
  }

  async load() {
    const here = `cases/${encodeURIComponent(this.number)}`;
    this.units ??= Object.fromEntries((await get('units')).map(unit => [unit.id, unit]));
    const file = await get(here);
    if (file.version !== this.file?.version || file.standing !== this.file?.standing || !this.trace) {
      [this.trace, this.orders, this.reviews] = await Promise.all([
        get(`${here}/trace`), get(`${here}/orders`), get(`${here}/reviews`).catch(unlessForbidden)]);
    }
    this.file = file;
  }

  name(unit) {
    return said(this.units?.[unit]?.name) || unit;
  }

  names(units) {
    return new Intl.ListFormat(language(), {type: 'unit'}).format(units.map(unit => this.name(unit)));
  }

  render() {
    const file = this.file;
    const back = html`<p><a href="#/cases">← ${word('back')}</a></p>`;
    if (!file) {
      return html`${back}${this.complaint}${this.trouble ? nothing : html`<p class="soft">${word('loading')}</p>`}`;
    }
    return html`${back}${this.complaint}
      <div class="head"><h1>${said(file.summary)}</h1>
        <span class="chip ${file.state === 'CLOSED' ? 'good' : ''}">${said(file.stateName)}</span>
        ${['OPEN', 'CLOSED'].includes(file.standing) ? nothing : html`<span class="chip warn">${said(file.standingName)}</span>`}
        <span class="soft">${file.number}</span></div>
      <div class="grid">
        <div>
          ${this.actions()}
          <section class="card"><h2>${word('facts')}</h2>${this.facts()}</section>
          ${(this.reviews ?? []).map(one => this.advice(one))}
          <section class="card"><h2>${word('trace')}
            <span class="chip ${this.trace?.intact ? 'good' : 'alarm'}">${word(this.trace?.intact ? 'intact' : 'torn')}</span></h2>
            <ol>${(this.trace?.entries ?? []).slice().reverse().map(entry => this.entry(entry))}</ol></section>
        </div>
        <div>
          <section class="card"><h2>${word('clocks')}</h2>${file.milestones.map(one => this.milestone(one))}</section>
          <section class="card"><h2>${word('orders')}</h2>${(this.orders ?? []).map(one => this.order(one))}</section>
        </div>
      </div>`;
  }

  facts() {
    const file = this.file;
    const rows = [
      ['what', said(file.typeName)], ['where', file.address], ['severity', word(file.severity)], ['reported', time(file.reportedAt)],
      ['lead', file.assignment.lead && this.name(file.assignment.lead)], ['assisting', this.names(file.assignment.assisting)],
      ['owner', file.owner && this.name(file.owner)], ['asset', file.asset], ['device', file.device], ['code', file.publicCode],
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
    return html`<p>${this.name(one.unit)} <span class="chip ${state[0]}">${word(state[1])} ${time(state[2])}</span>
      ${one.lastError ? html`<br><span class="alarm">${one.lastError}</span>` : nothing}</p>`;
  }

  advice(one) {
    const advice = one.advice;
    return html`<section class="card"><h2>${word('advice')}
        ${one.decision ? nothing : html`<span class="chip warn">${word('pending')}</span>`}</h2>
      ${advice ? html`<p>${said(advice.why)}</p><dl>
        <dt>${word('advised-lead')}</dt><dd>${advice.lead ? this.name(advice.lead) : '—'}</dd>
        ${advice.alternatives.length ? html`<dt>${word('alternatives')}</dt><dd>${this.names(advice.alternatives)}</dd>` : nothing}
        <dt>${word('confidence')}</dt><dd>${Math.round(advice.confidence * 100)} %</dd></dl>` : nothing}
      ${one.reasons.map(reason => html`<p class="soft">${said(reason.name)}</p>`)}
      ${one.decision ? html`<p>${word('decided')} · ${one.decision.lead ? this.name(one.decision.lead) : '—'}
        <span class="soft">${one.decision.by} ${time(one.decision.at)} ${one.decision.reason}</span></p>` : nothing}
    </section>`;
  }

  entry(entry) {
    const words = Object.entries(entry.words).filter(([, value]) => value);
    return html`<li><b>${word(`act.${entry.action}`)}</b><span class="chip">${said(entry.stateName)}</span>
      <span class="soft">${time(entry.at)} ${entry.actor}${entry.unit ? ` · ${this.name(entry.unit)}` : ''}</span>
      ${words.map(([name, value]) => html`<br><span class="soft">${name}</span> ${value}`)}</li>`;
  }

  actions() {
    const isStep = name => !(name in FIELDS); // what leads on comes first
    const possible = [...this.file.possible].sort((a, b) => isStep(b) - isStep(a));
    if (!possible.length) {
      return nothing;
    }
    return html`<section class="card"><h2>${word('actions')}</h2>
      <div class="buttons">${possible.map(name => html`
        <button class=${isStep(name) && !this.doing ? 'main' : ''} aria-pressed=${this.doing === name}
          @click=${() => { this.doing = this.doing === name ? undefined : name; }}>${word(`act.${name}`)}</button>`)}</div>
      ${this.doing ? html`<zhili-action .action=${this.doing} .file=${this.file} .units=${this.units}
        @zhili-done=${() => { this.doing = undefined; this.tick(); }}></zhili-action>` : nothing}
    </section>`;
  }
}

/** What one does to the case, with what has to be said. */
class Action extends LitElement {
  static properties = {action: {}, file: {}, units: {}, trouble: {state: true}, busy: {state: true}};
  static styles = [looks, css`form { margin-top: 14px; max-width: 560px; }`];

  willUpdate(changed) {
    if (changed.has('action')) {
      this.trouble = undefined;
      this.key = newKey();
    }
  }

  async send(event) {
    event.preventDefault();
    const said = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value !== ''));
    const {limit, ...body} = {action: this.action, ...said};
    if (limit) {
      body.unit = limit;
      body.amount = Number(body.amount);
    }
    for (const asked of ['granted', 'solved'].filter(name => body[name])) {
      body[asked] = body[asked] === 'true';
    }
    if (body.stars) {
      body.stars = Number(body.stars);
    }
    this.busy = true;
    try {
      await act(`cases/${this.file.id}/actions`, body, this.key);
      this.dispatchEvent(new Event('zhili-done'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      this.trouble = refusal.message;
      if (refusal.status >= 400 && refusal.status < 500) {
        this.key = newKey(); // it was not done, and what is sent next may be something else
      }
    } finally {
      this.busy = false;
    }
  }

  field(name) {
    const choices = {
      lead: () => Object.values(this.units).map(unit => [unit.id, said(unit.name)]),
      milestone: () => this.file.milestones.map(one => [one.id, said(one.name)]),
      granted: () => [['true', word('yes')], ['false', word('no')]],
      solved: () => [['true', word('yes')], ['false', word('no')]],
      stars: () => [5, 4, 3, 2, 1].map(stars => [stars, '★'.repeat(stars)]),
      limit: () => ['WORK_HOUR', 'WORK_DAY', 'HOUR', 'DAY', 'MONTH'].map(unit => [unit, word(unit)]),
    }[name];
    if (choices) {
      return html`<label><span>${word(name)}</span><select name=${name} required>
        ${choices().map(([value, text]) => html`<option value=${value}>${text}</option>`)}</select></label>`;
    }
    if (['note', 'reason', 'comment'].includes(name)) {
      return html`<label><span>${word(name)}</span><textarea name=${name} rows="3" ?required=${name === 'reason'}></textarea></label>`;
    }
    return html`<label><span>${word(name)}</span><input name=${name} type=${name === 'amount' ? 'number' : 'text'} min="1" required></label>`;
  }

  render() {
    return html`<form @submit=${this.send}>
      ${(FIELDS[this.action] ?? ['note']).map(name => this.field(name))}
      ${this.trouble ? html`<p class="trouble" role="alert">${this.trouble}</p>` : nothing}
      <button class="main" ?disabled=${this.busy}>${word('send')}</button>
    </form>`;
  }
}

function unlessForbidden(refusal) {
  if (refusal.status === 403) {
    return [];
  }
  throw refusal;
}

customElements.define('zhili-action', Action);
customElements.define('zhili-case', Case);
