/** The settings of the town's own parts: forms made of what each says of itself. */
import {Page, Refusal, ask, css, doing, get, html, looks, nothing, said} from 'zhili';
import {Leave} from '../leave.js';
import {word} from '../words.js';

export default class Settings extends Page {
  static properties = {groups: {state: true}, edited: {state: true}, faults: {state: true}, told: {state: true},
    refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    .frame { display: grid; grid-template-columns: 240px minmax(0, 1fr); gap: var(--space); align-items: start; }
    .parts a { display: block; padding: 7px 12px; color: var(--ink); text-decoration: none; border-radius: 6px; }
    .parts a[aria-current] { background: var(--main-soft); color: var(--main); font-weight: 600; }
    form { max-width: 720px; }
    fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
    .one { border-top: 1px solid var(--line); padding: 12px 0; }
    .one label { margin: 0; }
    .one label > span { color: var(--ink); font-size: 1rem; font-weight: 600; }
    .row { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; margin-top: 6px; }
    .row input, .row select { flex: 1 1 220px; min-width: 0; }
    .row button { padding: 4px 10px; font-size: 0.9rem; }
    .hint { display: block; font-size: 0.9rem; }
    .fault { color: var(--alarm); display: block; margin-top: 4px; }
    [aria-invalid=true] { border-color: var(--alarm); }
    code { overflow-wrap: anywhere; }
    .buttons { display: flex; gap: 8px; flex-wrap: wrap; margin-top: 12px; }
    @media (max-width: 720px) { .frame { grid-template-columns: minmax(0, 1fr); }
      .parts { display: flex; overflow-x: auto; } .parts a { white-space: nowrap; } }
  `];

  every = 10_000;

  constructor() {
    super();
    this.edited = {};
    this.faults = {};
    new Leave(this, () => this.isEdited, () => word('settings-leave'));
  }

  /** What is being typed stays as it was read, so that what others change meanwhile is noticed. */
  async load() {
    const known = this.groups;
    if (!known || !this.isEdited) {
      const groups = await get('settings');
      if (known === this.groups && !this.isEdited) {
        this.groups = groups; // and not what was asked before something was saved or typed
      }
    }
  }

  get isEdited() {
    return Object.keys(this.edited).length > 0;
  }

  updated(changed) {
    if (changed.has('rest') || changed.has('groups') && !changed.get('groups')) {
      // where there is little room, the parts are a row that is longer than the screen
      this.renderRoot.querySelector('.parts [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'center'});
    }
  }

  willUpdate(changed) {
    if (changed.has('rest') && changed.get('rest') !== undefined) {
      this.forget();
      this.told = undefined;
      this.tick();
    }
  }

  get group() {
    return this.groups?.find(one => one.pid === this.rest) ?? this.groups?.[0];
  }

  forget() {
    this.edited = {};
    this.faults = {};
    this.refused = undefined;
  }

  edit(key, value) {
    this.edited = {...this.edited, [key]: value};
    this.faults = {...this.faults, [key]: undefined};
    this.told = undefined;
  }

  async save(event) {
    event.preventDefault();
    const {pid, seen} = this.group;
    const changes = Object.entries(this.edited).map(([key, value]) => value === null ? {key} : {key, value});
    this.faults = {};
    this.told = undefined;
    const done = await doing(this, async () => {
      try {
        // who changes what others changed meanwhile is told so
        const now = await ask('PUT', `settings/${encodeURIComponent(pid)}`, {changes}, {'If-Match': seen});
        this.groups = this.groups.map(one => one.pid === pid ? now : one);
        this.edited = {};
        this.told = true;
      } catch (refusal) {
        if (refusal instanceof Refusal) {
          this.faults = Object.fromEntries(refusal.violations.map(one => [one.field, said(one.messages)]));
        }
        throw refusal;
      }
    });
    await this.updateComplete;
    this.renderRoot.querySelector(done ? '.told' : '[aria-invalid=true], .trouble')?.focus();
  }

  render() {
    const group = this.group;
    return html`<h1>${word('settings')}</h1>${this.complaint}
      <p class="soft">${word('settings-what')}</p>
      ${group ? html`<div class="frame">
        <nav class="parts card" aria-label=${word('settings')}>${this.groups.map(one => html`
          <a href="#/settings/${one.pid}" aria-current=${one === group ? 'page' : nothing}>${said(one.name)}</a>`)}</nav>
        ${this.form(group)}</div>` : html`<p class="card soft">${this.nothing(word('settings-none'), word('loading'))}</p>`}`;
  }

  form(group) {
    const open = this.isEdited;
    return html`<form class="card" novalidate @submit=${this.save}>
      <h2>${said(group.name)}</h2>
      ${group.description ? html`<p>${said(group.description)}</p>` : nothing}
      <p class="soft"><code>etc/${group.pid.replace('~', '-')}.cfg</code></p>
      ${this.told ? html`<p class="told" role="status" tabindex="-1">${word('settings-saved')}</p>` : nothing}
      ${this.refused ? html`<p class="trouble" role="alert" tabindex="-1">${this.refused}</p>` : nothing}
      <fieldset ?disabled=${this.busy}>${group.settings.map(one => this.one(one))}</fieldset>
      <div class="buttons"><button class="main" ?disabled=${this.busy || !open}>${word('settings-save')}</button>
        <button type="button" ?disabled=${this.busy || !open} @click=${() => { this.forget(); this.tick(); }}>${word('cancel')}</button></div>
    </form>`;
  }

  one(one) {
    const id = `in-${one.key}`;
    const typed = this.edited[one.key];
    const usual = typed === null || (typed === undefined && !one.written);
    const value = typed ?? (usual ? one.usual : one.value);
    const fault = this.faults[one.key];
    return html`<div class="one" data-key=${one.key}>
      <label for=${id}><span>${said(one.name)}</span></label>
      ${one.description ? html`<span class="hint soft">${said(one.description)}</span>` : nothing}
      <div class="row">${this.input(one, id, value, fault)}
        ${one.fixed ? nothing : usual ? html`<span class="chip">${word('settings-usual')}</span>`
          : html`<button type="button" @click=${() => this.edit(one.key, null)}>${word('settings-back')}</button>`}</div>
      <span class="hint soft" id="${id}-hint">${hints(one).join(' ')}</span>
      ${fault ? html`<span class="fault" id="${id}-fault" role="alert">${fault}</span>` : nothing}</div>`;
  }

  input(one, id, value, fault) {
    const described = fault ? `${id}-fault ${id}-hint` : `${id}-hint`;
    const invalid = fault ? 'true' : nothing;
    const choices = one.choices.length ? one.choices.map(choice => [choice.value, said(choice.name)])
      : one.kind === 'SWITCH' ? [['true', word('true')], ['false', word('false')]] : undefined;
    if (choices && choices.some(([known]) => known === value)) {
      return html`<select id=${id} aria-describedby=${described} aria-invalid=${invalid} ?disabled=${one.fixed}
        @change=${event => this.edit(one.key, event.target.value)}>
        ${choices.map(([known, name]) => html`<option value=${known} .selected=${known === value}>${name}</option>`)}</select>`;
    }
    const secret = one.kind === 'SECRET';
    return html`<input id=${id} type=${secret ? 'password' : 'text'} autocomplete=${secret ? 'new-password' : 'off'}
      inputmode=${one.kind === 'WHOLE' ? 'numeric' : nothing} placeholder=${secret && one.written ? word('settings-secret') : ''}
      maxlength="2000" aria-describedby=${described} aria-invalid=${invalid} ?disabled=${one.fixed}
      .value=${secret ? this.edited[one.key] ?? '' : value} @input=${event => this.edit(one.key, event.target.value)}>`;
  }
}

/** The usual value, by the name it is chosen by. */
function shown(one) {
  return one.kind === 'SWITCH' ? word(one.usual) : said(one.choices.find(choice => choice.value === one.usual)?.name) || one.usual;
}

function hints(one) {
  const range = one.least !== undefined && one.least !== null && one.most !== undefined && one.most !== null
    ? word('settings-range', one.least, one.most)
    : one.least !== undefined && one.least !== null ? word('settings-least', one.least)
      : one.most !== undefined && one.most !== null ? word('settings-most', one.most) : '';
  return [range, one.list ? word('settings-list') : '', one.fixed ? word('settings-fixed') : '',
    one.kind === 'SECRET' ? '' : one.usual ? word('settings-default', shown(one)) : '',
    one.value.includes('$[') ? word('settings-reference') : ''].filter(Boolean);
}
