/** Devices that speak and are not registered: to be registered, or dismissed. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, Refusal, act, css, get, getPages, html, looks, may, nothing, said, time} from 'zhili';
import {term, termsKnown} from '../terms.js';
import {word} from '../words.js';
import './sure.js';
import './bring.js';
import './take.js';

const PAGE = 50;

class Inbox extends Page {
  static properties = {waiting: {state: true}, more: {state: true}, known: {state: true}, registering: {state: true},
    refused: {state: true}, done: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    article { margin-bottom: var(--space); }
    h2, dd { overflow-wrap: anywhere; }
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 4px 16px; margin: 0 0 10px; }
    dt { color: var(--ink-soft); }
    dd { margin: 0; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; }
    form { max-width: 560px; margin-top: 14px; }
    .done { background: var(--good-soft); border-radius: 6px; padding: 8px 12px; }
  `];

  pages = 1;

  async load() {
    if (!this.known || this.outdated) {
      this.outdated = false;
      this.known = await this.books();
    }
    const page = await getPages(`inbox?limit=${PAGE}`, this.pages);
    this.waiting = page.items;
    this.more = Boolean(page.next);
  }

  /** What a device may become. */
  async books() {
    const [areas, plugIns, devices] = await Promise.all([
      get('areas'), get('plug-ins'), get('devices?limit=200'), termsKnown()]);
    return {
      areas: areas.map(area => [area.id, path(area, Object.fromEntries(areas.map(one => [one.id, one])))])
        .sort((a, b) => a[1].localeCompare(b[1])),
      drivers: [...new Set(plugIns.filter(one => one.kind === 'DeviceDriver' && one.state === 'IN_USE').map(one => one.id))].sort(),
      types: [...new Set(devices.items.map(device => device.type))].sort(),
    };
  }

  async tell(name, what, path, body) {
    this.busy = true;
    this.refused = undefined;
    this.done = undefined;
    try {
      const answer = await act(`inbox/${encodeURIComponent(name)}/${path}`, body);
      this.registering = undefined;
      this.done = answer ? {device: answer.device.id,
        words: word(what, answer.device.id, answer.replayed.stored, answer.replayed.kept)} : {words: word(what, name)};
      await this.tick();
      await this.updateComplete;
      this.renderRoot.querySelector('.done')?.focus();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      this.refused = [name, refusal.message];
    } finally {
      this.busy = false;
    }
  }

  register(event, one) {
    event.preventDefault();
    const said = Object.fromEntries([...new FormData(event.target)].map(([name, text]) => [name, text.trim()])
      .filter(([, text]) => text));
    const {id, ...device} = said;
    this.tell(one.name, 'approved', 'approval', {...(one.network ? {id} : {}), device});
  }

  async open(name) {
    this.registering = this.registering === name ? undefined : name;
    this.refused = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector('form input, form select')?.focus();
    this.outdated = true; // a driver may have come meanwhile
    await this.tick();
  }

  render() {
    return html`${this.complaint}${this.waiting?.length ? html`<zhili-take path="exports/inbox"></zhili-take>
      <zhili-bring list="inbox" @zhili-brought=${() => this.tick()}></zhili-bring>` : nothing}
      ${this.done ? html`<p class="done" role="status" tabindex="-1">${this.done.words}
        ${this.done.device ? html`<a href="#/devices/one/${encodeURIComponent(this.done.device)}">${word('open-device')}</a>` : nothing}</p>` : nothing}
      ${this.waiting?.length ? repeat(this.waiting, one => one.name, one => this.stranger(one))
        : html`<p class="card soft">${this.nothing(word('inbox-none'), word('loading'))}</p>`}
      ${this.more ? html`<p><button @click=${() => { this.pages++; this.tick(); }}>${word('more')}</button></p>` : nothing}`;
  }

  stranger(one) {
    const here = this.registering === one.name;
    return html`<article class="card" data-name=${one.name}>
      <h2>${one.name}</h2>
      <dl><dt>${word('topic')}</dt><dd>${one.topic}</dd>
        <dt>${word('messages')}</dt><dd>${one.messages} <span class="soft">${time(one.firstSeen)} – ${time(one.lastSeen)}</span></dd>
        <dt>${word('understood')}</dt><dd>${one.drivers.length ? one.drivers.join(', ') : word('understood-none')}</dd></dl>
      ${one.tie ? html`<p class="soft">${said(one.tie)}</p>` : nothing}
      ${this.refused?.[0] === one.name ? html`<p class="trouble" role="alert">${this.refused[1]}</p>` : nothing}
      ${this.known && may('administrator') ? html`<div class="buttons">
        <button class=${here ? '' : 'main'} aria-expanded=${here} @click=${() => this.open(one.name)}>${word(here ? 'cancel' : 'approve')}</button>
        <zhili-sure .label=${word('dismiss')} .question=${word('dismiss-sure')} ?disabled=${this.busy}
          @zhili-sure=${() => this.tell(one.name, 'dismissed', 'dismissal')}></zhili-sure></div>` : nothing}
      ${here ? this.form(one) : nothing}</article>`;
  }

  form(one) {
    const {areas, drivers, types} = this.known;
    const others = drivers.filter(driver => !one.drivers.includes(driver));
    return html`<form @submit=${event => this.register(event, one)}>
      ${one.network ? html`<label><span>${word('device-id')}</span>
        <input name="id" value=${one.suggestedId} maxlength="64" pattern="[A-Za-z0-9_:.\\-]+" required></label>` : nothing}
      <label><span>${word('device-type')}</span><input name="type" list="types" maxlength="64" pattern="[A-Za-z0-9_:.\\-]+" required></label>
      <datalist id="types">${types.map(type => html`<option value=${type}>${term(type)}</option>`)}</datalist>
      ${this.choice('driver', html`
        ${one.drivers.length ? html`<optgroup label=${word('understood')}>${options(one.drivers)}</optgroup>` : nothing}
        ${others.length ? html`<optgroup label=${word('other-drivers')}>${options(others)}</optgroup>` : nothing}`)}
      ${this.choice('area', areas.map(([id, name]) => option(id, name)))}
      <label><span>${word('where')}</span><input name="address" maxlength="200" required></label>
      <label><span>${word('asset')} ${word('optional')}</span><input name="asset" maxlength="64" pattern="[A-Za-z0-9_:.\\-]+"></label>
      <button class="main" ?disabled=${this.busy}>${word('approve')}</button>
    </form>`;
  }

  choice(name, options) {
    return html`<label><span>${word(name)}</span><select name=${name} required>
      <option value="">${word('choose-one')}</option>${options}</select></label>`;
  }
}

/** Each stays the element it is while others come and go, so that what was chosen stays chosen. */
const options = ids => repeat(ids, id => id, id => option(id));
const option = (value, text = value) => html`<option value=${value}>${text}</option>`;

/** The name of an area, with those it lies in before it. */
function path(area, areas) {
  const names = [];
  for (let one = area; one && names.length < 9; one = areas[one.parent]) {
    names.unshift(said(one.name));
  }
  return names.join(' / ');
}

customElements.define('zhili-inbox', Inbox);
