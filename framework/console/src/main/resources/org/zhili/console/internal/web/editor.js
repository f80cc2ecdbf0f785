/**
 * What the editors of the city's dated data share: a draft that stays until it is published, its
 * faults, what it would have made of last month's cases, and the editions there were.
 */
import {Page, ask, doing, get, html, looks, nothing, reader, said, time} from 'zhili';
import {difference} from './difference.js';
import {tell} from './editor-words.js';
import {editorLooks} from './editor-looks.js';
import {summary, samples} from './preview.js';

/** Where the draft of a part stays; another account in the same window has its own. */
export const draftKey = part => `zhili-draft-${reader.name}-${part}`;

/** A preview goes through as many cases as there are. */
const PREVIEW_LONGEST = 300_000;

export class Editor extends Page {
  static properties = {view: {state: true}, history: {state: true}, model: {state: true}, faults: {state: true},
    found: {state: true}, told: {state: true}, refused: {state: true}, busy: {state: true}, compared: {state: true}, old: {state: true},
    publishing: {state: true}, waits: {state: true}};
  static styles = [looks, editorLooks];

  every = 15_000;

  constructor() {
    super();
    this.reset();
    this.leaving = event => this.dirty && event.preventDefault();
    this.going = event => {
      const link = event.composedPath().find(one => one.localName === 'a');
      const away = link?.hash && !link.target && link.hash !== location.hash;
      if (this.dirty && away && !confirm(tell('leave-sure'))) {
        event.preventDefault();
      }
    };
  }

  reset() {
    Object.assign(this, {view: undefined, history: undefined, model: undefined, faults: [], found: undefined,
      told: undefined, refused: undefined, compared: undefined, old: false, waits: false, dirty: false});
  }

  connectedCallback() {
    super.connectedCallback();
    window.addEventListener('beforeunload', this.leaving);
    window.addEventListener('click', this.going, {capture: true});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('beforeunload', this.leaving);
    window.removeEventListener('click', this.going, {capture: true});
  }

  /** To be written by each editor: which part, and its text as what the form shows, and back. */
  get part() { return ''; }
  parse(text) { return text; }
  format(model) { return model; }
  /** Label and value of all there is to compare between two editions. */
  facts() { return []; }
  form() { return nothing; }
  /** Bring the place of a fault to where it is seen. */
  show() {}

  get kept() {
    return draftKey(this.part);
  }

  /** While a draft is open, what it was begun on stays: others who publish meanwhile are noticed. */
  async load() {
    const part = this.part;
    if (!part) {
      return;
    }
    await this.prepare?.();
    this.history = await get(`editions/${encodeURIComponent(part)}/history`);
    const view = await get(`editions/${encodeURIComponent(part)}`);
    if (part !== this.part) {
      return;
    }
    if (this.dirty) {
      this.old = view.seen !== this.view.seen;
      return;
    }
    const kept = JSON.parse(sessionStorage.getItem(this.kept) ?? 'null');
    this.view = view;
    this.base = this.parse(view.text);
    if (kept) {
      this.view = {...view, seen: kept.seen};
      this.model = this.parse(kept.text);
      this.dirty = true;
      this.old = kept.seen !== view.seen;
    } else {
      this.model = this.parse(view.text);
      this.faults = view.faults;
      if (this.faults.length) {
        this.show(this.faults[0]);
      }
    }
  }

  /** Change the draft; what was found out about the one before is gone. */
  edit(model) {
    this.model = model;
    this.found = undefined;
    this.told = undefined;
    this.waits = false;
    this.dirty = this.format(model) !== this.format(this.base);
    this.keep();
    this.requestUpdate();
  }

  keep() {
    if (this.dirty) {
      sessionStorage.setItem(this.kept, JSON.stringify({text: this.format(this.model), seen: this.view.seen}));
    } else {
      sessionStorage.removeItem(this.kept);
    }
  }

  /** Go on with the draft over what holds by now; its changes are told against that. */
  carryOver() {
    return this.attempt(async () => {
      const view = await get(`editions/${encodeURIComponent(this.part)}`);
      this.view = view;
      this.base = this.parse(view.text);
      this.old = false;
      this.edit(this.model);
    });
  }

  discard() {
    if (!confirm(tell('discard-sure'))) {
      return;
    }
    sessionStorage.removeItem(this.kept);
    this.reset();
    this.tick();
  }

  fault(field, row = 0) {
    return this.faults.filter(one => one.row === row && one.field === field)
      .map(fault => html`<span class="fault" role="alert">${said(fault.why)}</span>`);
  }

  invalid(field, row = 0) {
    return this.faults.some(one => one.row === row && one.field === field) ? 'true' : nothing;
  }

  async attempt(work) {
    this.told = undefined;
    const done = await doing(this, work);
    await this.updateComplete;
    this.renderRoot.querySelector(done && !this.faults.length ? '.told, .found' : '[aria-invalid=true], .trouble, .faults')?.focus();
    return done;
  }

  /** Look for faults; answers whether there are none. */
  async check() {
    this.faults = await ask('POST', `editions/${encodeURIComponent(this.part)}/check`, {text: this.format(this.model)});
    if (this.faults.length) {
      this.show(this.faults[0]);
    }
    return !this.faults.length;
  }

  preview(event) {
    event.preventDefault();
    const {from, to} = Object.fromEntries(new FormData(event.target));
    this.found = undefined;
    return this.attempt(async () => {
      if (await this.check()) {
        const draft = this.model;
        const text = this.format(draft);
        const holds = this.renderRoot.querySelector('[name=holds]')?.value || undefined;
        const found = await ask('POST', `editions/${encodeURIComponent(this.part)}/preview`,
          {text, from: from || undefined, to: to || undefined, holds}, {}, PREVIEW_LONGEST);
        if (this.model === draft) { // else it is of a draft that was changed meanwhile
          this.found = found;
        }
      }
    });
  }

  /** The form stands still until it is known whether this draft is published. */
  async publish(event) {
    event.preventDefault();
    const form = event.target;
    const {holds, reason, ahead} = Object.fromEntries(new FormData(form));
    this.publishing = true;
    try {
      return await this.attempt(async () => {
        if (await this.check()) {
          const body = {text: this.format(this.model), from: holds, reason: reason.replace(/\s+/g, ' ').trim(), ahead: ahead === 'on'};
          const now = await this.sent(body);
          sessionStorage.removeItem(this.kept);
          form.reset();
          this.reset();
          await this.tick();
          this.told = tell(now.standing === 'WAITING' ? 'published-later' : 'published-now', now.number, now.from);
        }
      });
    } finally {
      this.publishing = false;
    }
  }

  async sent(body) {
    try {
      return await ask('POST', `editions/${encodeURIComponent(this.part)}`, body, {'If-Match': this.view.seen});
    } catch (refusal) {
      this.old ||= refusal.status === 412;
      this.waits ||= refusal.code === 'ZL-3223';
      throw refusal;
    }
  }

  async compare(edition) {
    if (this.compared?.number === edition.number) {
      this.compared = undefined;
      return;
    }
    const here = `editions/${encodeURIComponent(this.part)}/history`;
    await this.attempt(async () => {
      const [after, before] = await Promise.all([edition.number, edition.number - 1].map(number => get(`${here}/${number}`)));
      this.compared = {number: edition.number, lines: difference(this.facts(this.parse(before.text)), this.facts(this.parse(after.text)))};
    });
  }

  get body() {
    if (!this.view) {
      return html`<p class="card soft">${this.nothing('', tell('loading'))}</p>`;
    }
    return html`
      ${this.told ? html`<p class="told" role="status" tabindex="-1">${this.told}</p>` : nothing}
      ${this.dirty ? html`<div class="draft card" role="status"><span><b>${tell('draft')}</b> ${tell('draft-what')}</span>
        <button type="button" ?disabled=${this.busy} @click=${() => this.discard()}>${tell('discard')}</button></div>` : nothing}
      ${this.old ? html`<div class="trouble" role="alert"><p>${tell('draft-old')}</p>
        <button type="button" ?disabled=${this.busy} @click=${() => this.carryOver()}>${tell('carry-over')}</button></div>` : nothing}
      ${this.unplaced()}
      <section class="card" ?inert=${this.publishing}>${this.form()}</section>
      ${this.dirty ? this.steps() : nothing}
      ${this.editions()}`;
  }

  /** Faults that are of no field: of the whole, or of one that is not shown. */
  unplaced() {
    return this.faults.length ? html`<div class="trouble faults" role="alert" tabindex="-1">
      <p>${tell(this.dirty ? 'faults' : 'faults-now', this.faults.length)}</p>${faultList(this.faults)}</div>` : nothing;
  }

  steps() {
    const changes = difference(this.facts(this.base), this.facts(this.model));
    return html`<section class="card"><h2>${tell('changes', changes.length)}</h2>${lines(changes)}</section>
      <section class="card"><h2>${tell('preview')}</h2><p class="soft">${tell('preview-what')}</p>
        <form class="row" @submit=${this.preview}>
          <label><span>${tell('reported-from')}</span><input type="date" name="from" .defaultValue=${lastMonth(this.view.today)[0]}></label>
          <label><span>${tell('reported-to')}</span><input type="date" name="to" .defaultValue=${lastMonth(this.view.today)[1]}></label>
          <button class="main" ?disabled=${this.busy}>${tell(this.busy ? 'busy' : 'preview-go')}</button></form>
        ${this.found ? html`<div class="found" tabindex="-1">${summary(this.found, this.part)}${samples(this.found, this.part)}</div>` : nothing}</section>
      <section class="card"><h2>${tell('publish')}</h2><p class="soft">${tell(`publish-what-${kind(this.part)}`)}</p>
        <form @submit=${this.publish}><div class="row">
          <label><span>${tell('holds-from')}</span><input type="date" name="holds" required min=${this.view.today} .defaultValue=${this.view.today}></label>
          <label class="wide"><span>${tell('reason')}</span><input name="reason" required maxlength="500" placeholder=${tell('reason-hint')}></label></div>
          ${this.waits ? html`<label class="ahead"><input type="checkbox" name="ahead"><span>${tell('ahead')}</span></label>` : nothing}
          ${this.refused ? html`<p class="trouble" role="alert" tabindex="-1">${this.refused}</p>` : nothing}
          <button class="main" ?disabled=${this.busy}>${tell('publish-go')}</button></form></section>`;
  }

  editions() {
    return html`<section class="card"><h2>${tell('editions')}</h2>
      ${this.history?.length ? html`<ol class="editions">${this.history.map(one => html`<li>
          <p><b>${tell('edition', one.number)}</b> <span class="chip ${TONE[one.standing]}">${tell(`standing.${one.standing}`)}</span>
            ${tell('from-day', one.from)} <span class="soft">· ${one.by} · ${time(one.at)}</span></p>
          <p>${one.reason}</p>
          ${one.faults.length ? html`<div class="trouble"><p>${tell(one.standing === 'WAITING' ? 'faults-waiting' : 'faults-now', one.faults.length)}</p>${faultList(one.faults)}</div>` : nothing}
          <button type="button" aria-expanded=${this.compared?.number === one.number} @click=${() => this.compare(one)}>${tell('compare')}</button>
          ${this.compared?.number === one.number ? lines(this.compared.lines) : nothing}</li>`)}</ol>`
        : html`<p class="soft">${tell('editions-none')}</p>`}
      ${!this.dirty && this.refused ? html`<p class="trouble" role="alert" tabindex="-1">${this.refused}</p>` : nothing}</section>`;
  }
}

const TONE = {IN_FORCE: 'good', WAITING: 'warn', PAST: '', OVERTAKEN: 'alarm'};

/** Which of the three sorts of parts. */
const kind = part => part === 'calendar' || part === 'catalogue' ? part : 'type';

const faultList = faults => html`<ul>${faults.slice(0, 20).map(one =>
  html`<li><code>${one.code}</code> ${one.row ? tell('row', one.row) : nothing} ${said(one.why)}</li>`)}</ul>`;

function lines(changes) {
  return changes.length ? html`<div class="scroll" role="region" tabindex="0" aria-label=${tell('changes', changes.length)}><table class="changes">
    <thead><tr><th>${tell('field')}</th><th>${tell('was')}</th><th>${tell('becomes')}</th></tr></thead>
    <tbody>${changes.slice(0, 200).map(one => html`<tr><td>${one.label}</td>
      <td>${one.before ?? html`<span class="soft">${tell('absent')}</span>`}</td>
      <td>${one.after ?? html`<span class="soft">${tell('removed')}</span>`}</td></tr>`)}</tbody></table></div>`
    : html`<p class="soft">${tell('changes-none')}</p>`;
}

/** The first and the last day of the month before. */
function lastMonth(today) {
  const [year, month] = today.split('-').map(Number);
  const day = date => date.toISOString().slice(0, 10);
  return [day(new Date(Date.UTC(year, month - 2, 1))), day(new Date(Date.UTC(year, month - 1, 0)))];
}
