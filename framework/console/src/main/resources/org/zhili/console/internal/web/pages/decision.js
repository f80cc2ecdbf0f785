/** What a strategy advised for a case, and what a person makes of it. */
import {LitElement} from 'lit';
import {Once, Refusal, act, ask, css, doing, html, looks, nothing, said, time} from 'zhili';
import {choice, lock, prose, typed} from '../fields.js';
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

/** Why a review can no longer be decided, by the decision that was made. */
export const whyGone = decision => decision
  ? word('review-gone-by', said(decision.byName), time(decision.at), decision.lead ? unitName(decision.lead) : word('nobody'))
  : word('review-gone');

/** After which time a review that is written on is taken anew, in milliseconds; the town keeps it for ten minutes. */
const ANEW = 120_000;

/**
 * To follow the advice, or to decide otherwise with a reason. Whoever does holds the review meanwhile,
 * and `zhili-held` tells by its `detail` that they begin or leave. Once somebody else has decided,
 * `gone` says so.
 */
class Decision extends LitElement {
  static properties = {case: {}, advice: {}, gone: {}, otherwise: {state: true}, busy: {state: true}, refused: {state: true}};
  static styles = [looks, css`
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
    form { max-width: 560px; margin-top: 12px; }
  `];

  once = new Once();

  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.otherwise) {
      this.leave();
    }
  }

  updated() {
    lock(this.renderRoot, Boolean(this.gone));
  }

  focus() {
    this.renderRoot.querySelector('button')?.focus();
  }

  async decide(lead, reason = '') {
    const followed = this.advice?.lead === lead ? this.advice : undefined;
    await doing(this, async () => {
      await this.once.act(`reviews/${this.case}/decision`, {
        lead, reason, assisting: followed?.assisting ?? [], supervising: followed?.supervising ?? []});
      this.hold(false);
      this.dispatchEvent(new Event('zhili-done'));
    });
  }

  hold(otherwise) {
    this.otherwise = otherwise;
    this.dispatchEvent(new CustomEvent('zhili-held', {detail: otherwise}));
  }

  claim() {
    this.claimed = Date.now();
    return act(`reviews/${this.case}/claim`);
  }

  /** Whoever writes goes on holding it; who has gone away with the form open does not. */
  write() {
    if (!this.gone && Date.now() - this.claimed > ANEW) {
      this.claim().catch(unheard);
    }
  }

  async open() {
    if (!await doing(this, () => this.claim())) {
      return;
    }
    this.hold(true);
    await this.updateComplete;
    this.renderRoot.querySelector('select')?.focus();
  }

  /** Others need not wait; where nobody hears it, the review is free again by itself. */
  leave() {
    this.hold(false);
    if (!this.gone) {
      ask('DELETE', `reviews/${this.case}/claim`).catch(unheard);
    }
  }

  render() {
    const {advice} = this;
    const gone = this.gone && !this.busy;
    return html`
      ${gone ? html`<p class="trouble" role="alert">${this.gone}</p>` : nothing}
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      <div class="buttons">
        ${gone ? html`<button @click=${() => this.leave()}>${word('close')}</button>` : html`${advice?.lead ? html`<button class="main" ?disabled=${this.busy}
          @click=${() => this.decide(advice.lead)}>${word('confirm', unitName(advice.lead))}</button>` : nothing}
        <button ?disabled=${this.busy} aria-expanded=${Boolean(this.otherwise)}
          @click=${() => this.otherwise ? this.leave() : this.open()}>${word('override')}</button>`}
      </div>
      ${this.otherwise ? html`<form @input=${this.write} @submit=${event => {
          event.preventDefault();
          const {lead, reason} = typed(event.target);
          this.decide(lead, reason);
        }}>
        ${choice('lead', unitChoices(advice?.alternatives))}
        ${prose('reason', {required: true})}
        ${gone && !this.refused ? nothing : html`<button class="main" ?disabled=${this.busy}>${word('send')}</button>`}
      </form>` : nothing}`;
  }
}

/** What the town does not hear of a hold ends by itself; a fault of the page is thrown on. */
function unheard(refusal) {
  if (!(refusal instanceof Refusal)) {
    throw refusal;
  }
}

customElements.define('zhili-decision', Decision);
