/** What a strategy advised for a case, and what a person makes of it. */
import {LitElement} from 'lit';
import {Once, css, doing, html, looks, nothing, said, time} from 'zhili';
import {choice, prose, typed} from '../fields.js';
import {unitChoices, unitName, unitNames} from '../units.js';
import {word} from '../words.js';

/** The advice in words: why, how sure, and what else was thought of. */
export function advised(advice) {
  return html`<p>${said(advice.why)}</p><dl>
    <dt>${word('advised-lead')}</dt><dd>${advice.lead ? unitName(advice.lead) : word('nobody')}</dd>
    ${advice.alternatives.length ? html`<dt>${word('alternatives')}</dt><dd>${unitNames(advice.alternatives)}</dd>` : nothing}
    <dt>${word('confidence')}</dt><dd>${Math.round(advice.confidence * 100)} %</dd>
    ${advice.factors.length ? html`<dt>${word('factors')}</dt><dd>${advice.factors.map(factor => html`
      <div>${said(factor.label)} <span class="soft">${factor.weight.toFixed(2)}</span></div>`)}</dd>` : nothing}</dl>`;
}

export const decided = decision => html`<p>${word('decided', decision.lead ? unitName(decision.lead) : word('nobody'))}
  <span class="soft">${said(decision.byName)} ${time(decision.at)}</span>${decision.reason ? html`<br>${decision.reason}` : nothing}</p>`;

/** To follow the advice, or to decide otherwise with a reason. */
class Decision extends LitElement {
  static properties = {case: {}, advice: {}, otherwise: {state: true}, busy: {state: true}, refused: {state: true}};
  static styles = [looks, css`
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
    form { max-width: 560px; margin-top: 12px; }
  `];

  once = new Once();

  focus() {
    this.renderRoot.querySelector('button')?.focus();
  }

  async decide(lead, reason = '') {
    const followed = this.advice?.lead === lead ? this.advice : undefined;
    await doing(this, async () => {
      await this.once.act(`reviews/${this.case}/decision`, {
        lead, reason, assisting: followed?.assisting ?? [], supervising: followed?.supervising ?? []});
      this.otherwise = false;
      this.dispatchEvent(new Event('zhili-done'));
    });
  }

  async open() {
    this.otherwise = !this.otherwise;
    await this.updateComplete;
    this.renderRoot.querySelector('select')?.focus();
  }

  render() {
    const {advice} = this;
    return html`
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      <div class="buttons">
        ${advice?.lead ? html`<button class="main" ?disabled=${this.busy}
          @click=${() => this.decide(advice.lead)}>${word('confirm', unitName(advice.lead))}</button>` : nothing}
        <button ?disabled=${this.busy} aria-expanded=${Boolean(this.otherwise)} @click=${this.open}>${word('override')}</button>
      </div>
      ${this.otherwise ? html`<form @submit=${event => {
          event.preventDefault();
          const {lead, reason} = typed(event.target);
          this.decide(lead, reason);
        }}>
        ${choice('lead', unitChoices(advice?.alternatives))}
        ${prose('reason', {required: true})}
        <button class="main" ?disabled=${this.busy}>${word('send')}</button>
      </form>` : nothing}`;
  }
}

customElements.define('zhili-decision', Decision);
