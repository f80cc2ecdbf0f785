/**
 * What the editors of the city's dated data share: a draft that stays until it is published, its
 * faults, what it would have made of last month's cases, and the editions there were.
 */
import {Page, ask, doing, get, html, looks, nothing, reader, said} from 'zhili';
import {choosing, holding} from './carry.js';
import {difference} from './difference.js';
import {tell} from './editor-words.js';
import {editorLooks} from './editor-looks.js';
import {editionList, faultList} from './editor-parts.js';
import {steps} from './editor-steps.js';
import {Leave} from './leave.js';
import {merge} from './merge.js';

/** Where the draft of a part stays; another account in the same window has its own. */
export const draftKey = part => `zhili-draft-${reader.name}-${part}`;

/** A preview goes through as many cases as there are. */
const PREVIEW_LONGEST = 300_000;

export class Editor extends Page {
  static properties = {view: {state: true}, history: {state: true}, model: {state: true}, faults: {state: true},
    found: {state: true}, told: {state: true}, refused: {state: true}, busy: {state: true}, compared: {state: true}, old: {state: true},
    publishing: {state: true}, waits: {state: true}, carried: {state: true}};
  static styles = [looks, editorLooks];

  every = 15_000;

  constructor() {
    super();
    this.reset();
    new Leave(this, () => this.dirty, () => tell('leave-sure'));
  }

  reset() {
    Object.assign(this, {view: undefined, history: undefined, model: undefined, faults: [], found: undefined,
      told: undefined, refused: undefined, compared: undefined, old: false, waits: false, dirty: false, carried: undefined});
  }

  /** To be written by each editor: which part, and its text as what the form shows, and back. */
  get part() { return ''; }
  parse(text) { return text; }
  format(model) { return model; }
  /** What of a draft others may change meanwhile, piece by piece; and a draft of such pieces. */
  entries(model) { return [['', model]]; }
  joined(entries) { return entries[0][1]; }
  /** An entry for people: what it is called, and what it says, in one piece or several. */
  worded(key, value) { return [key, String(value)]; }
  /** Label and value of all there is to compare between two editions. */
  facts() { return []; }
  form() { return nothing; }
  /** What else a preview has to know. */
  tried() { return nothing; }
  /** Bring the place of a fault to where it is seen. */
  show() {}

  get kept() {
    return draftKey(this.part);
  }

  /** What holds, or what a draft of something new is begun with. */
  read(part) {
    return get(`editions/${encodeURIComponent(part)}`);
  }

  /** While a draft is open, what it was begun on stays: others who publish meanwhile are noticed. */
  async load() {
    const part = this.part;
    if (!part) {
      return;
    }
    await this.prepare?.();
    this.history = await get(`editions/${encodeURIComponent(part)}/history`);
    const kept = this.draft;
    const view = await this.read(part, kept);
    if (part !== this.part) {
      return;
    }
    if (this.dirty) {
      this.old = view.seen !== this.view.seen;
    } else if (kept) {
      this.view = {...view, seen: kept.seen, edition: kept.edition};
      this.base = kept.base === null ? undefined : this.parse(kept.base ?? view.text);
      this.model = this.parse(kept.text);
      this.dirty = true;
      this.old = kept.seen !== view.seen;
    } else {
      this.take(view);
    }
  }

  /** Show what holds, with what is wrong with it since the pack changed. */
  take(view) {
    const before = this.view?.text;
    this.view = view;
    this.base = this.parse(view.text);
    this.model = this.parse(view.text);
    this.faults = view.faults;
    if (view.faults.length && view.text !== before) {
      this.show(view.faults[0]);
    }
  }

  /** The draft that is kept, with the text it was begun on; that is null for something new. */
  get draft() {
    return JSON.parse(sessionStorage.getItem(this.kept) ?? 'null');
  }

  /** Change the draft; what was found out about the one before is gone. */
  edit(model) {
    this.model = model;
    this.found = undefined;
    this.told = undefined;
    this.waits = false;
    this.carried = undefined;
    this.dirty = !this.base || this.format(model) !== this.format(this.base);
    this.keep();
    this.requestUpdate();
  }

  keep() {
    if (this.dirty) {
      const base = this.base ? this.format(this.base) : null;
      sessionStorage.setItem(this.kept, JSON.stringify({...this.draft, text: this.format(this.model), base, seen: this.view.seen, edition: this.view.edition}));
    } else {
      sessionStorage.removeItem(this.kept);
    }
  }

  /** Join the draft with what holds now, or on a day; what both changed has to be chosen first. */
  carryOver(day = undefined) {
    return this.attempt(async () => {
      const here = `editions/${encodeURIComponent(this.part)}`;
      const [history, view] = await Promise.all([get(`${here}/history`), get(`${here}${day ? `?on=${day}` : ''}`)]);
      this.history = history; // by which it is told what holds on a day
      const theirs = this.parse(view.text);
      const all = [this.base, this.model, theirs];
      this.carried = {day, view, theirs, sides: all.map(one => one ? this.entries(one, all) : []), choices: {}};
      if (!this.clashes.length) {
        this.carry();
      }
    });
  }

  get clashes() {
    return merge(...this.carried.sides).clashes;
  }

  choose(key, side) {
    this.carried = {...this.carried, choices: {...this.carried.choices, [key]: side}};
  }

  /** Go on with what was joined; its changes are told against what holds. */
  carry() {
    const {day, view, theirs, sides, choices} = this.carried;
    const {entries, taken} = merge(...sides, choices);
    Object.assign(this, {view, base: theirs, old: false, faults: []});
    this.edit(this.joined(entries, theirs));
    this.told = tell(day ? 'carried-day' : 'carried', taken, day);
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
    this.renderRoot.querySelector(done && !this.faults.length ? '#clashes, .told, .found' : '[aria-invalid=true], .trouble, .faults')?.focus();
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
    const {from, to, cases} = Object.fromEntries(new FormData(event.target));
    this.found = undefined;
    return this.attempt(async () => {
      if (await this.check()) {
        const draft = this.model;
        const text = this.format(draft);
        const holds = this.renderRoot.querySelector('[name=holds]')?.value || undefined;
        const found = await ask('POST', `editions/${encodeURIComponent(this.part)}/preview`,
          {text, from: from || undefined, to: to || undefined, holds, cases: cases || undefined}, {}, PREVIEW_LONGEST);
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
    if (!this.old && holding(this.history, holds) !== (this.view.edition ?? null)) {
      return await this.carryOver(holds);
    }
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
      const facts = async number => this.facts(this.parse((await get(`${here}/${number}`)).text));
      const after = await facts(edition.number);
      const before = edition.makes ? [] : await facts(edition.number - 1);
      this.compared = {number: edition.number, lines: difference(before, after)};
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
      ${this.carried ? choosing(this) : nothing}
      ${this.unplaced()}
      <section class="card" ?inert=${this.publishing}>${this.form()}</section>
      ${this.dirty ? steps(this) : nothing}
      ${editionList(this)}`;
  }

  /** Faults that are of no field: of the whole, or of one that is not shown. */
  unplaced() {
    return this.faults.length ? html`<div class="trouble faults" role="alert" tabindex="-1">
      <p>${tell(this.dirty ? 'faults' : 'faults-now', this.faults.length)}</p>${faultList(this.faults)}</div>` : nothing;
  }
}
