/** Who signed the plug-ins that were put in, and whose certificates the city trusts. */
import {Page, clock, css, get, html, language, looks, nothing} from 'zhili';
import {tell} from '../editor-words.js';

const TONE = {TRUSTED: 'good', EXPIRED: 'warn', UNKNOWN: 'alarm'};

class Trust extends Page {
  static properties = {trust: {state: true}};
  static styles = [looks, css`
    h3 { font-size: 1rem; margin: 16px 0 6px; }
    .scroll { overflow-x: auto; }
    td { overflow-wrap: anywhere; min-width: 7em; }
    td .soft { font-size: 0.9rem; }
    .time { white-space: nowrap; }
  `];

  every = 60_000;

  async load() {
    this.trust = await get('trust');
  }

  render() {
    const trust = this.trust;
    return html`<section class="card"><h2>${tell('trust')}</h2>${this.complaint}
      ${trust ? html`<p class="soft">${tell(`policy.${trust.policy}`)}</p>
        <h3>${tell('signers')}</h3>${trust.jars.length ? this.table(tell('signers'), trust.jars.flatMap(jar => jar.signers.length
          ? jar.signers.map(card => this.card(card, html`${jar.name} <span class="soft">${jar.version}</span>`))
          : [html`<tr><td>${jar.name} <span class="soft">${jar.version}</span></td><td colspan="3"><span class="chip warn">${tell('unsigned')}</span></td></tr>`]))
          : html`<p class="soft">${tell('jars-none')}</p>`}
        <h3>${tell('vendors')}</h3>${trust.vendors.length ? this.table(tell('vendors'), trust.vendors.map(card => this.card(card)))
          : html`<p class="soft">${tell('vendors-none')}</p>`}`
        : html`<p class="soft">${this.nothing('', tell('loading'))}</p>`}</section>`;
  }

  table(label, rows) {
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${label}><table><thead><tr>
      ${rows.length && label === tell('signers') ? html`<th>${tell('plug-in')}</th>` : nothing}<th>${tell('signer')}</th><th>${tell('valid')}</th><th>${tell('standing')}</th></tr></thead>
      <tbody>${rows}</tbody></table></div>`;
  }

  card(card, jar = undefined) {
    return html`<tr>${jar ? html`<td>${jar}</td>` : nothing}
      <td>${card.name}${card.issuer === card.name ? nothing : html`<br><span class="soft">${tell('issued-by', card.issuer)}</span>`}<br><span class="soft">${tell('serial', card.serial)}</span></td>
      <td class="time">${day(card.from)} –<br>${day(card.until)}</td>
      <td><span class="chip ${TONE[card.standing]}">${tell(`trust.${card.standing}`)}</span></td></tr>`;
  }
}

const day = instant => new Intl.DateTimeFormat(language(), {timeZone: clock.zone, year: 'numeric', month: '2-digit', day: '2-digit'}).format(new Date(instant));

customElements.define('zhili-trust', Trust);
