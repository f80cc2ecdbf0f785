/** How every plug-in answers; for administrators, also what is put in, and who is left alone. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, ask, css, doing, get, html, looks, may, nothing, said} from 'zhili';
import {word} from '../words.js';
import './shelf.js';
import './sure.js';
import './trust.js';

const TONE = {CLOSED: 'good', TRYING: 'warn'};

export default class PlugIns extends Page {
  static properties = {plugIns: {state: true}, refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    zhili-shelf, zhili-trust { margin-bottom: var(--space); }
    .list { overflow-x: auto; padding: 0; }
    td { overflow-wrap: anywhere; }
    td:first-child { min-width: 8.5em; }
    td p { margin: 4px 0; }
    .health { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: start; }
    .kind { white-space: nowrap; }
    .health zhili-sure { margin-left: auto; }
    @media (max-width: 720px) { .wide { display: none; } }
  `];

  topics = ['plug-ins'];
  every = 5000;

  async load() {
    this.plugIns = (await get('plug-ins')).sort((a, b) => a.kind.localeCompare(b.kind) || a.id.localeCompare(b.id));
  }

  async isolation(one, method, reason) {
    await doing(this, async () => {
      await ask(method, `plug-ins/${one.kind}/${encodeURIComponent(one.id)}/isolation?reason=${encodeURIComponent(reason.replace(/\s+/g, ' '))}`);
      await this.tick();
    });
  }

  render() {
    return html`<h1>${word('plug-ins')}</h1>${this.complaint}
      ${may('administrator') ? html`<zhili-shelf @zhili-done=${() => this.tick()}></zhili-shelf><zhili-trust></zhili-trust>` : nothing}
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      <div class="card list" role="region" tabindex="0" aria-label=${word('plug-ins')}>${this.plugIns?.length ? html`<table>
        <thead><tr><th>${word('plug-ins')}</th><th class="wide">${word('kind')}</th><th>${word('health')}</th>
          ${['calls', 'failed', 'slow'].map(name => html`<th class="wide">${word(name)}</th>`)}</tr></thead>
        <tbody>${repeat(this.plugIns, one => `${one.kind} ${one.id} ${one.version} ${one.state}`, one => this.row(one))}</tbody></table>`
        : html`<p class="soft">&emsp;${this.nothing(word('plug-in-none'), word('loading'))}</p>`}</div>`;
  }

  row(one) {
    return html`<tr data-id=${one.id}><td>${one.id}<br><span class="soft">${one.version}</span></td>
      <td class="wide kind">${word(`kind.${one.kind}`)}</td>
      <td><div class="health">${one.state === 'IN_USE' ? html`<span class="chip ${TONE[one.breaker] ?? 'alarm'}">${word(one.breaker)}</span>`
          : html`<span class="chip ${one.state === 'REFUSED' ? 'alarm' : 'warn'}">${word(`plug-in.${one.state}`)}</span>`}
          ${may('administrator') && ['IN_USE', 'RESERVE'].includes(one.state) ? this.lever(one) : nothing}</div>
        ${one.reasons.map(reason => html`<p>${said(reason)}</p>`)}
        ${one.circuits.map(out => html`<p>${said(out.why)}</p>`)}</td>
      <td class="wide">${one.counts.given}</td><td class="wide">${one.counts.broke + one.counts.overran}</td>
      <td class="wide">${one.counts.given ? `${one.latency.p95.toFixed(1)} ms` : nothing}</td></tr>`;
  }

  lever(one) {
    const [verb, method] = one.breaker === 'ISOLATED' ? ['release', 'DELETE'] : ['isolate', 'PUT'];
    return html`<zhili-sure .label=${word(verb)} .question=${word(`${verb}-sure`)} .reason=${true} ?disabled=${this.busy}
      @zhili-sure=${event => this.isolation(one, method, event.detail)}></zhili-sure>`;
  }
}
