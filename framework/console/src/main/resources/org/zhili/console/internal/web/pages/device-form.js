/** A device's entry in the register as a form: a new one, or one that is read before it is changed. */
import {LitElement} from 'lit';
import {Refusal, ask, css, doing, get, getSeen, html, looks, nothing, said} from 'zhili';
import {areaField, areasKnown} from '../areas.js';
import {choice, typed} from '../fields.js';
import {Leave} from '../leave.js';
import {codes, term, termsKnown} from '../terms.js';
import {word} from '../words.js';

const ID = '[A-Za-z0-9_:.\\-]+';
const EMPTY = {settings: {}};

class DeviceForm extends LitElement {
  static properties = {device: {}, file: {state: true}, drivers: {state: true}, faults: {state: true},
    refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    form { max-width: 720px; }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 0 12px; }
    .one { margin-bottom: 10px; }
    .one label { margin: 0; }
    .fault { color: var(--alarm); display: block; margin-top: 4px; }
    [aria-invalid=true] { border-color: var(--alarm); }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
  `];

  constructor() {
    super();
    this.faults = {};
    new Leave(this, () => this.edited, () => word('settings-leave'));
  }

  async connectedCallback() {
    super.connectedCallback();
    await doing(this, async () => {
      const [{answer, seen}, plugIns] = await Promise.all([
        this.device ? getSeen(this.path(this.device)) : {answer: EMPTY}, get('plug-ins'), areasKnown(), termsKnown()]);
      const present = plugIns.filter(one => one.kind === 'DeviceDriver' && one.state === 'IN_USE').map(one => one.id);
      this.drivers = [...new Set([...present, ...(answer.driver ? [answer.driver] : [])])].sort();
      this.kinds = named(codes());
      this.seen = seen;
      this.area = answer.area;
      this.file = answer;
    });
    await this.updateComplete;
    this.renderRoot.querySelector('input')?.focus();
  }

  path(id) {
    return `devices/${encodeURIComponent(id)}`;
  }

  async send(event) {
    event.preventDefault();
    const written = Object.fromEntries(Object.entries(typed(event.target)).map(([name, text]) => [name, text.trim()])
      .filter(([, text]) => text));
    const {settings, wrong} = pairs(written.settings ?? '');
    const half = !written.latitude === !written.longitude ? undefined : written.latitude ? 'longitude' : 'latitude';
    this.refused = undefined;
    this.faults = {...(wrong ? {settings: word('device-setting-line', wrong)} : {}), ...(half ? {[half]: word('position-half')} : {})};
    if (!wrong && !half && await doing(this, () => this.put(written, settings))) {
      this.edited = false;
      this.dispatchEvent(new CustomEvent('zhili-done', {detail: this.device ?? written.id}));
      return;
    }
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid=true], .trouble')?.focus();
  }

  async put({id = this.device, latitude, longitude, address, driver, asset, network, type}, settings) {
    const body = {type: this.kind(type), driver, area: this.area, address, asset, network, settings,
      ...(latitude ? {position: {latitude: Number(latitude), longitude: Number(longitude)}} : {})};
    try {
      // who changes what others changed meanwhile is told so
      await ask('PUT', this.path(id), body, this.device ? {'If-Match': this.seen} : {'If-None-Match': '*'});
    } catch (refusal) {
      if (refusal instanceof Refusal) {
        this.faults = Object.fromEntries(refusal.violations.map(one => [place(one.field), said(one.messages)]));
        if (refusal.status === 412 && !this.device) {
          throw new Refusal(412, {detail: word('device-taken', id)});
        }
      }
      throw refusal;
    }
  }

  /** A kind as it was typed, by its name or its code. */
  kind(text) {
    return this.kinds.get(text) ?? text;
  }

  know(field) {
    const text = field.value.trim();
    field.setCustomValidity(!text || this.kinds.has(text) || new RegExp(`^${ID}$`).test(text) ? '' : word('device-type-unknown'));
  }

  leave() {
    this.edited = false;
    this.dispatchEvent(new Event('zhili-closed'));
  }

  /** Escape closes what nothing was changed in. */
  press(event) {
    if (event.key === 'Escape' && !this.edited) {
      this.leave();
    }
  }

  render() {
    return html`${this.file ? this.form() : this.refused ? nothing : html`<p class="soft">${word('loading')}</p>`}
      ${this.refused ? html`<p class="trouble" role="alert" tabindex="-1">${this.refused}</p>` : nothing}`;
  }

  form() {
    const {type, driver, address, position, asset, network, settings} = this.file;
    const drivers = this.drivers.map(one => [one, one]);
    return html`<form @submit=${this.send} @input=${() => { this.edited = true; }} @keydown=${this.press}>
      ${this.device ? nothing : this.text('device-id', 'id', '', {required: true, pattern: ID, most: 64})}
      <div class="two">${this.field('type', html`<label><span>${word('device-type')}</span>
          <input name="type" list="kinds" autocomplete="off" maxlength="100" required placeholder=${word('area-hint')}
            .value=${shown(this.kinds, type)} @change=${event => this.know(event.target)}></label>
          <datalist id="kinds">${[...this.kinds.keys()].map(name => html`<option value=${name}></option>`)}</datalist>`)}
        ${this.field('driver', choice('driver', drivers, word('driver'), driver))}
        ${this.field('area', areaField(this.file.area, area => { this.area = area; }, {required: true}))}
        ${this.text('where', 'address', address, {required: true, most: 200})}
        ${this.degrees('latitude', 90, position)}${this.degrees('longitude', 180, position)}
        ${this.text('asset', 'asset', asset, {pattern: ID, most: 64})}
        ${this.text('network', 'network', network, {most: 161})}</div>
      ${this.field('settings', html`<label><span>${word('device-settings')} <small>${word('device-settings-what')}</small></span>
        <textarea name="settings" rows="4" maxlength="14000"
          .value=${Object.entries(settings).map(([key, value]) => `${key} = ${value}`).join('\n')}></textarea></label>`)}
      <div class="buttons"><button class="main" ?disabled=${this.busy}>${word(this.device ? 'settings-save' : 'approve')}</button>
        <button type="button" @click=${this.leave}>${word('cancel')}</button></div>
    </form>`;
  }

  text(label, name, value, {required = false, pattern = nothing, most}) {
    return this.field(name, html`<label><span>${word(label)}${required ? nothing : html` <small>${word('optional')}</small>`}</span>
      <input name=${name} .value=${value ?? ''} maxlength=${most} pattern=${pattern} ?required=${required} autocomplete="off"></label>`);
  }

  degrees(name, most, position) {
    return this.field(name, html`<label><span>${word(name)} <small>${word('optional')}</small></span>
      <input name=${name} type="number" step="any" min=${-most} max=${most} .value=${position?.[name] ?? ''}></label>`);
  }

  /** A field with what is wrong with it below. */
  field(name, content) {
    return html`<div class="one" data-field=${name}>${content}
      ${this.faults[name] ? html`<span class="fault" id="fault-${name}" role="alert">${this.faults[name]}</span>` : nothing}</div>`;
  }

  updated() {
    for (const field of this.renderRoot.querySelectorAll('[name]')) {
      const fault = this.faults[field.name];
      field.setAttribute('aria-invalid', Boolean(fault));
      if (fault) {
        field.setAttribute('aria-describedby', `fault-${field.name}`);
      } else {
        field.removeAttribute('aria-describedby');
      }
    }
  }
}

/** Codes by their names; what has the name of another is told with its code. */
function named(known) {
  const kinds = new Map();
  for (const [code, name] of known) {
    kinds.set(kinds.has(name) ? `${name} (${code})` : name, code);
  }
  return kinds;
}

const shown = (kinds, type) => [...kinds].find(([, code]) => code === type)?.[0] ?? (type ? term(type) : '');

/** Lines of `key = value`; of one that is none, or says a key again, its number is told. */
function pairs(text) {
  const settings = {};
  for (const [i, line] of text.split('\n').entries()) {
    const [, key, value] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (line.trim() && (!value || key in settings)) {
      return {wrong: i + 1};
    }
    if (key) {
      settings[key] = value;
    }
  }
  return {settings};
}

/** The field that a violation is about. */
const place = field => /^position\.?/.test(field) ? field.split('.')[1] ?? 'latitude' : /^\w+/.exec(field)?.[0] ?? '';

customElements.define('zhili-device-form', DeviceForm);
