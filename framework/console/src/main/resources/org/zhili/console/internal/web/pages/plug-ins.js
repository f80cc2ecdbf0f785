/** How every plug-in answers. */
import {Page, css, get, html, looks, nothing, said} from 'zhili';
import {word} from '../words.js';

const TONE = {CLOSED: 'good', TRYING: 'warn'};

export default class PlugIns extends Page {
  static properties = {plugIns: {state: true}};
  static styles = [looks, css`.list { overflow-x: auto; padding: 0; } td { overflow-wrap: anywhere; }`];

  every = 5000;

  async load() {
    this.plugIns = await get('plug-ins');
  }

  render() {
    return html`<h1>${word('plug-ins')}</h1>${this.complaint}
      <div class="card list" role="region" tabindex="0" aria-label=${word('plug-ins')}>${this.plugIns?.length ? html`<table>
        <thead><tr>${['plug-ins', 'kind', 'version', 'health', 'calls', 'failed', 'slow'].map(name => html`<th>${word(name)}</th>`)}</tr></thead>
        <tbody>${this.plugIns.map(one => this.row(one))}</tbody></table>`
        : html`<p class="soft">&emsp;${word(this.asked ? 'plug-in-none' : 'loading')}</p>`}</div>`;
  }

  row(one) {
    return html`<tr><td>${one.id}</td><td>${one.kind}</td><td>${one.version}</td>
      <td><span class="chip ${TONE[one.breaker] ?? 'alarm'}">${word(one.breaker)}</span>
        ${one.circuits.map(out => html`<br>${said(out.why)}`)}</td>
      <td>${one.counts.given}</td><td>${one.counts.broke + one.counts.overran}</td>
      <td>${one.counts.given ? `${one.latency.p95.toFixed(1)} ms` : nothing}</td></tr>`;
  }
}
