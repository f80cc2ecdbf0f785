/** The devices of the town: those registered, those that wait to be, and what could not be read. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, css, get, html, looks, may, nothing, said, time} from 'zhili';
import {term, termsKnown} from '../terms.js';
import {word} from '../words.js';
import './device.js';
import './device-form.js';
import './inbox.js';
import './quarantine.js';
import './bring.js';
import './take.js';

const PAGE = 50;
const TYPED = 300;

export default class Devices extends Page {
  static properties = {devices: {state: true}, areas: {state: true}, sought: {state: true}, next: {state: true}, making: {state: true}};
  static styles = [looks, css`
    .tabs { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px; }
    .tabs a { padding: 6px 12px; border: 1px solid #8a9aa1; border-radius: 6px; background: var(--paper); color: var(--ink);
      text-decoration: none; }
    .tabs a[aria-current] { background: var(--main); border-color: var(--main); color: #fff; }
    .tools { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px; align-items: center; }
    input[type=search] { flex: 1 1 240px; max-width: 420px; }
    .list { overflow-x: auto; padding: 0; }
    .making { margin-bottom: 12px; }
    tbody tr { cursor: pointer; }
    tbody tr:hover { background: #f6f9fa; }
    td { overflow-wrap: anywhere; }
    .at { white-space: nowrap; }
    td:first-child { min-width: 6.5em; }
    @media (max-width: 900px) { .wide { display: none; } }
  `];

  every = 10_000;
  pages = 1;

  constructor() {
    super();
    this.sought = '';
  }

  async load() {
    if (this.rest) {
      return; // each part asks for itself
    }
    this.areas ??= Object.fromEntries((await get('areas')).map(area => [area.id, area]));
    await termsKnown();
    const sought = this.text;
    const devices = [];
    let after = '';
    for (let i = 0; i < this.pages; i++) {
      const query = `limit=${PAGE}${sought}${after && `&after=${encodeURIComponent(after)}`}`;
      const [page, states] = await Promise.all([get(`devices?${query}`), get(`device-states?${query}`)]);
      devices.push(...withStates(page.items, states.items));
      after = page.next;
      if (!after) {
        break;
      }
    }
    if (sought === this.text) {
      this.devices = devices;
      this.next = after;
    }
  }

  updated(changed) {
    if (changed.has('rest') && !this.rest) {
      this.tick();
    }
  }

  /** What was typed, as a part of what is asked for. */
  get text() {
    const text = this.sought.trim();
    return text && `&text=${encodeURIComponent(text)}`;
  }

  seek(text) {
    this.sought = text;
    this.pages = 1;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.tick(), TYPED);
  }

  render() {
    const [part, ...id] = (this.rest ?? '').split('/');
    if (part === 'one') {
      return html`<zhili-device .device=${id.join('/')}></zhili-device>`;
    }
    return html`<h1>${word('devices')}</h1>
      <nav class="tabs" aria-label=${word('devices')}>${['', 'inbox', 'quarantine'].map(name => html`
        <a href="#/devices${name && `/${name}`}" aria-current=${name === part ? 'page' : nothing}>${word(name || 'registered')}</a>`)}</nav>
      ${part === 'inbox' ? html`<zhili-inbox></zhili-inbox>`
        : part === 'quarantine' ? html`<zhili-quarantine .device=${id.join('/')}></zhili-quarantine>` : this.list()}`;
  }

  list() {
    const asked = this.text.replace('&', '?');
    return html`${this.complaint}<div class="tools"><zhili-take .path=${`exports/devices${asked}`}></zhili-take>
      <zhili-take .path=${`exports/device-states${asked}`} .label=${word('excel-readings')}></zhili-take>
      <zhili-bring list="devices" @zhili-brought=${() => this.tick()}></zhili-bring>
      <input type="search" aria-label=${word('device-search')} placeholder=${word('device-search')}
        .value=${this.sought} @input=${event => this.seek(event.target.value)}>
      ${may('administrator') && !this.making ? html`<button class="make" @click=${() => { this.making = true; }}>${word('device-make')}</button>` : nothing}</div>
      ${this.making ? html`<section class="card making"><h2>${word('device-make')}</h2>
        <zhili-device-form @zhili-done=${event => this.made(event.detail)} @zhili-closed=${this.unmake}></zhili-device-form></section>` : nothing}
      <div class="card list">${this.table()}</div>
      ${this.next ? html`<p><button @click=${() => { this.pages++; this.tick(); }}>${word('more')}</button></p>` : nothing}`;
  }

  made(id) {
    this.making = false;
    location.hash = `#/devices/one/${encodeURIComponent(id)}`;
  }

  async unmake() {
    this.making = false;
    await this.updateComplete;
    this.renderRoot.querySelector('.make')?.focus();
  }

  table() {
    const shown = this.devices ?? [];
    if (!shown.length) {
      return html`<p class="soft">&emsp;${word(this.asked ? 'device-none' : 'loading')}</p>`;
    }
    return html`<table>
      <thead><tr><th>${word('device-id')}</th><th class="wide">${word('device-type')}</th><th>${word('where')}</th>
        <th class="wide">${word('driver')}</th><th>${word('last-seen')}</th></tr></thead>
      <tbody>${repeat(shown, one => one.id, one => this.row(one))}</tbody></table>`;
  }

  row(one) {
    const open = `#/devices/one/${encodeURIComponent(one.id)}`;
    return html`<tr @click=${event => event.target.closest('a') ?? event.currentTarget.querySelector('a').click()}>
      <td><a href=${open}>${one.id}</a></td><td class="wide">${term(one.type)}</td>
      <td>${one.address}<br><span class="soft">${said(this.areas[one.area]?.name)}</span></td>
      <td class="wide">${one.driver}</td>
      <td><span class="at">${time(one.state?.lastSeenAt)}</span> ${seen(one.state)}</td></tr>`;
  }
}

function withStates(devices, states) {
  const byId = Object.fromEntries(states.map(state => [state.device, state]));
  return devices.map(device => ({...device, state: byId[device.id]}));
}

function seen(state) {
  return !state ? nothing : state.offline ? html`<span class="chip alarm">${word('offline')}</span>`
    : state.lastSeenAt ? nothing : html`<span class="chip">${word('never-seen')}</span>`;
}
