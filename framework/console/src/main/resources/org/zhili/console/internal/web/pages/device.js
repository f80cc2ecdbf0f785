/** One device: what it is, what it says, what was wrong, and what it logs in with. */
import {Page, act, ask, css, doing, get, html, looks, may, nothing, said, time} from 'zhili';
import {term, termsKnown, unit} from '../terms.js';
import {word} from '../words.js';
import './quarantine.js';
import './sure.js';
import './take.js';

const TONE = {CRITICAL: 'alarm', MAJOR: 'warn'};

class Device extends Page {
  static properties = {device: {}, file: {state: true}, state: {state: true}, alerts: {state: true},
    areas: {state: true}, secret: {state: true}, told: {state: true}, refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    .grid { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: var(--space); align-items: start; }
    .grid > div { display: grid; gap: var(--space); }
    dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 6px 16px; margin: 0; }
    dt { color: var(--ink-soft); }
    dd { margin: 0; overflow-wrap: anywhere; }
    td { overflow-wrap: anywhere; }
    .head { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: baseline; margin-bottom: 12px; }
    .head h1 { margin: 0; overflow-wrap: anywhere; }
    .secret { background: var(--good-soft); border-radius: 8px; padding: 12px; margin-bottom: 12px; }
    .secret code { user-select: all; overflow-wrap: anywhere; font-size: 1.05rem; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; }
    @media (max-width: 900px) { .grid { grid-template-columns: minmax(0, 1fr); } }
  `];

  updated(changed) {
    if (changed.has('device') && changed.get('device')) {
      this.file = undefined;
      this.secret = undefined;
      this.told = undefined;
      this.refused = undefined;
      this.tick();
    }
  }

  async load() {
    const device = this.device;
    const here = `devices/${encodeURIComponent(device)}`;
    this.areas ??= Object.fromEntries((await get('areas')).map(area => [area.id, area]));
    const [file, state, alerts] = await Promise.all([
      get(here), get(`${here}/state`), get(`alerts?device=${encodeURIComponent(device)}&limit=20`), termsKnown()]);
    if (device === this.device) {
      Object.assign(this, {file, state, alerts: alerts.items});
    }
  }

  async change(method, done) {
    const device = this.device;
    this.told = undefined;
    await doing(this, async () => {
      const path = `devices/${encodeURIComponent(device)}/credential`;
      const answer = await (method === 'POST' ? act(path) : ask(method, path));
      if (device === this.device) {
        this.secret = answer;
        this.told = done;
        await this.updateComplete;
        this.renderRoot.querySelector('.secret')?.focus();
      }
    });
  }

  render() {
    const back = html`<p><a href="#/devices">← ${word('back')}</a></p>`;
    if (!this.file) {
      return html`${back}${this.complaint}${this.trouble ? nothing : html`<p class="soft">${word('loading')}</p>`}`;
    }
    return html`${back}${this.complaint}
      <div class="head"><h1>${this.file.id}</h1>${this.standing()}</div>
      <div class="grid">
        <div><section class="card"><h2>${word('facts')}</h2>${this.facts()}</section>
          ${may('administrator') ? this.credential() : nothing}</div>
        <div><section class="card"><h2>${word('readings')}</h2>${this.readings()}</section>
          <section class="card"><h2>${word('alerts')}</h2>
            <p><zhili-take .path=${`exports/devices/${encodeURIComponent(this.file.id)}/alarms`}></zhili-take></p>${this.alerts.length ? this.alerts.map(one => this.alert(one))
            : html`<p class="soft">${word('alert-none')}</p>`}</section>
          <section><h2>${word('quarantine')}</h2><zhili-quarantine .device=${this.file.id} .within=${true}></zhili-quarantine></section>
        </div>
      </div>`;
  }

  standing() {
    const {offline, lastSeenAt} = this.state;
    return offline ? html`<span class="chip alarm">${word('offline')}</span>`
      : lastSeenAt ? html`<span class="chip good">${word('last-seen')} ${time(lastSeenAt)}</span>`
      : html`<span class="chip">${word('never-seen')}</span>`;
  }

  facts() {
    const file = this.file;
    const rows = [
      ['device-type', term(file.type)], ['driver', file.driver], ['area', said(this.areas[file.area]?.name) || file.area],
      ['where', file.address], ['asset', file.asset], ['network', file.network],
      ['position', file.position && `${file.position.longitude}, ${file.position.latitude}`],
      ...Object.entries(file.settings).map(([name, value]) => [name, value])];
    return html`<dl>${rows.filter(([, value]) => value).map(([name, value]) => html`<dt>${word(name)}</dt><dd>${value}</dd>`)}</dl>`;
  }

  readings() {
    const {readings} = this.state;
    return readings.length ? html`<table>
      <thead><tr><th>${word('metric')}</th><th>${word('value')}</th><th>${word('at')}</th></tr></thead>
      <tbody>${readings.map(one => html`<tr><td title=${one.reading.metric}>${term(one.reading.metric)}</td>
        <td>${value(one.reading)}${(one.reading.measure ?? null) === null ? '' : ` ${unit(one.unit)}`}</td>
        <td>${time(one.reading.observedAt)}</td></tr>`)}</tbody></table>`
      : html`<p class="soft">${word('reading-none')}</p>`;
  }

  alert(one) {
    return html`<p><span class="chip ${TONE[one.severity] ?? ''}">${word(one.severity)}</span>
      <span class="chip ${one.open ? 'warn' : 'good'}">${word(one.open ? 'alert-open' : 'alert-over')}</span>
      <span class="soft">${time(one.raisedAt)}</span><br>${said(one.why)}</p>`;
  }

  credential() {
    return html`<section class="card"><h2>${word('credential')}</h2>
      ${this.secret ? html`<div class="secret" role="status" tabindex="-1"><p>${word('secret-once')}</p>
        <dl><dt>${word('username')}</dt><dd><code>${this.secret.username}</code></dd>
          <dt>${word('password')}</dt><dd><code>${this.secret.password}</code></dd>
          <dt>${word('topic')}</dt><dd><code>${this.secret.topic}</code></dd></dl>
        <p><button @click=${() => { this.secret = undefined; this.told = undefined; }}>${word('secret-kept')}</button></p></div>`
        : html`<p class="soft" role="status">${word(this.told ?? 'credential-what')}</p>`}
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      <div class="buttons">
        <zhili-sure .label=${word('issue')} .question=${word('issue-sure')} ?disabled=${this.busy}
          @zhili-sure=${() => this.change('POST')}></zhili-sure>
        <zhili-sure .label=${word('revoke')} .question=${word('revoke-sure')} ?disabled=${this.busy}
          @zhili-sure=${() => this.change('DELETE', 'revoked')}></zhili-sure>
      </div></section>`;
  }
}

function value({measure, flag, label, position}) {
  return measure !== undefined && measure !== null ? measure
    : flag !== undefined && flag !== null ? word(flag ? 'true' : 'false')
    : position ? `${position.longitude}, ${position.latitude}` : term(label);
}

customElements.define('zhili-device', Device);
