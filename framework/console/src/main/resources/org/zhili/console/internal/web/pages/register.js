/** A matter that somebody tells of, such as on the telephone, made a case. */
import {LitElement} from 'lit';
import {Once, css, doing, get, html, looks, nothing, said, time} from 'zhili';
import {areaField, areasKnown} from '../areas.js';
import {choice, prose, typed} from '../fields.js';
import {Leave} from '../leave.js';
import {word} from '../words.js';
import {photosIn} from './photos.js';

/** How somebody may have told the desk of it. */
const SOURCES = ['hotline', 'visit', 'patrol', 'media', 'other'];
const SEVERITIES = ['MINOR', 'MAJOR', 'CRITICAL'];
/** How many open cases of the same are shown. */
const ALIKE = 5;

class Register extends LitElement {
  static properties = {matters: {state: true}, area: {state: true}, matter: {state: true}, alike: {state: true},
    refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    section { max-width: 720px; margin-bottom: var(--space); }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 0 12px; }
    .buttons { display: flex; gap: 8px; }
    .alike { background: var(--warn-soft); border-radius: 6px; padding: 8px 12px; margin-bottom: 10px; }
    .alike ul { margin: 4px 0 0; padding-left: 20px; }
    details { margin-bottom: 10px; }
    summary { cursor: pointer; }
  `];

  constructor() {
    super();
    new Leave(this, () => this.written, () => word('form-leave'));
  }

  once = new Once();

  async connectedCallback() {
    super.connectedCallback();
    await doing(this, async () => {
      [this.matters] = await Promise.all([get('matters'), areasKnown()]);
    });
    await this.updateComplete;
    this.renderRoot.querySelector('select')?.focus();
  }

  async choose(change) {
    Object.assign(this, change, {alike: undefined});
    const {area, matter} = this;
    if (area && matter) {
      const found = await get(`cases?ended=false&subject=${encodeURIComponent(matter.subject)}&area=${encodeURIComponent(area)}&limit=${ALIKE}`);
      if (area === this.area && matter === this.matter) {
        this.alike = found;
      }
    }
  }

  async send(event) {
    event.preventDefault();
    const form = event.target; // an event knows it no longer once it has been dispatched
    await doing(this, async () => {
      const evidence = await photosIn(form);
      const file = await this.once.act('cases', this.body(typed(form), evidence));
      this.dispatchEvent(new CustomEvent('zhili-done', {detail: file}));
    });
  }

  body({source, severity, address, summary, latitude, longitude}, evidence) {
    const {type, filing, subject, condition} = this.matter;
    return {
      type, ...(filing ? {filing} : {}), source, subject, condition, area: this.area, address, summary, severity,
      ...(latitude && longitude ? {position: {latitude: Number(latitude), longitude: Number(longitude)}} : {}),
      ...(evidence.length ? {evidence} : {}),
    };
  }

  leave() {
    this.dispatchEvent(new Event('zhili-closed'));
  }

  /** Whether it may be closed: nothing is lost by it, or whoever wrote it says so. */
  mayLeave() {
    return !this.written || confirm(word('form-leave'));
  }

  /** Whether there is something to lose. */
  get written() {
    return [...this.renderRoot.querySelectorAll('textarea, input:not([type=file])')].some(field => field.value.trim())
      || [...this.renderRoot.querySelectorAll('zhili-photos')].some(one => one.photos.length);
  }

  /** Escape closes what nothing was written into. */
  press(event) {
    if (event.key === 'Escape' && !this.written) {
      this.leave();
    }
  }

  render() {
    return html`<section class="card" aria-label=${word('register')} @keydown=${this.press}><h2>${word('register')}</h2>
      ${this.matters ? this.form() : this.refused ? nothing : html`<p class="soft">${word('loading')}</p>`}
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
    </section>`;
  }

  form() {
    return html`<form @submit=${this.send}>
      <div class="two">
        <div @change=${event => this.choose({matter: this.matters.find(one => one.id === event.target.value)})}>
          ${choice('matter', this.matters.map(one => [one.id, said(one.name)]), word('what'))}</div>
        <div>${areaField(this.area, area => this.choose({area}), {required: true})}</div>
      </div>
      ${this.alike?.items.length ? this.others() : nothing}
      <label><span>${word('where')}</span><input name="address" maxlength="200" required></label>
      ${prose('summary', {required: true, most: 1000})}
      <div class="two">
        <label><span>${word('source')}</span><select name="source">${SOURCES.map(one => html`<option value=${one}>${word(`source.${one}`)}</option>`)}</select></label>
        <label><span>${word('severity')}</span><select name="severity">${SEVERITIES.map(one => html`<option value=${one}>${word(one)}</option>`)}</select></label>
      </div>
      <details><summary>${word('position')} <small>${word('optional')}</small></summary><div class="two">
        ${this.degrees('latitude', 90)}${this.degrees('longitude', 180)}</div></details>
      <zhili-photos .kind=${'photo-before'} .label=${word('photos')} optional></zhili-photos>
      <div class="buttons"><button class="main" ?disabled=${this.busy}>${word('register')}</button>
        <button type="button" @click=${this.leave}>${word('cancel')}</button></div>
    </form>`;
  }

  degrees(name, most) {
    return html`<label><span>${word(name)}</span><input name=${name} type="number" step="any" min=${-most} max=${most}></label>`;
  }

  /** Open cases of the same, which whoever answers the telephone may know it from. */
  others() {
    return html`<div class="alike" role="status">${word('alike')}<ul>${this.alike.items.map(one => html`
      <li><a href="#/cases/${one.number}" target="_blank" rel="noopener">${one.number}</a> ${one.address} ${said(one.summary)}
        <span class="soft">${time(one.reportedAt)}</span></li>`)}</ul>${this.alike.next ? html`<p class="soft">${word('alike-more', ALIKE)}</p>` : nothing}</div>`;
  }
}

customElements.define('zhili-register', Register);
