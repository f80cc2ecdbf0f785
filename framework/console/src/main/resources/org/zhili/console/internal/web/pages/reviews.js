/** Dispatches that wait for a person: confirm the advice, or dispatch otherwise with a reason. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, Refusal, act, css, get, html, looks, nothing, said, time} from 'zhili';
import {word} from '../words.js';

export default class Reviews extends Page {
  static properties = {waiting: {state: true}, units: {state: true}, other: {state: true}, busy: {state: true}, told: {state: true}};
  static styles = [looks, css`
    article { margin-bottom: var(--space); }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 10px; }
    form { max-width: 560px; margin-top: 12px; }
  `];

  async load() {
    this.units ??= Object.fromEntries((await get('units')).map(unit => [unit.id, unit]));
    this.waiting = (await get('reviews?limit=50')).items;
  }

  name(unit) {
    return said(this.units?.[unit]?.name) || unit;
  }

  async decide(review, lead, reason = '') {
    const advised = review.advice?.lead === lead ? review.advice : undefined;
    this.busy = true;
    this.told = undefined;
    try {
      await act(`reviews/${review.file.id}/decision`, {
        lead, reason, assisting: advised?.assisting ?? [], supervising: advised?.supervising ?? []});
      this.other = undefined;
      await this.tick();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      this.told = [review.file.id, refusal.message];
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<h1>${word('reviews')}</h1>${this.complaint}
      ${this.waiting?.length ? repeat(this.waiting, review => review.file.id, review => this.review(review))
        : html`<p class="card soft">${word(this.asked ? 'review-none' : 'loading')}</p>`}`;
  }

  review(review) {
    const {file, advice} = review;
    return html`<article class="card">
      <h2><a href="#/cases/${file.number}">${file.number}</a> ${said(file.summary)}</h2>
      <p>${file.address} <span class="soft">${time(review.createdAt)}</span></p>
      ${review.reasons.map(reason => html`<span class="chip warn">${said(reason.name)}</span> `)}
      ${advice ? html`<p>${said(advice.why)}</p>` : nothing}
      ${review.heldBy ? html`<p class="soft">${review.heldBy} ${time(review.heldUntil)}</p>` : nothing}
      ${this.told?.[0] === file.id ? html`<p class="trouble" role="alert">${this.told[1]}</p>` : nothing}
      <div class="buttons">
        ${advice?.lead ? html`<button class="main" ?disabled=${this.busy}
          @click=${() => this.decide(review, advice.lead)}>${word('confirm')} · ${this.name(advice.lead)}</button>` : nothing}
        <button ?disabled=${this.busy} aria-expanded=${this.other === file.id}
          @click=${() => { this.other = this.other === file.id ? undefined : file.id; }}>${word('override')}</button>
      </div>
      ${this.other === file.id ? html`<form @submit=${event => {
          event.preventDefault();
          const chosen = new FormData(event.target);
          this.decide(review, chosen.get('lead'), chosen.get('reason'));
        }}>
        <label><span>${word('lead')}</span><select name="lead" required>
          ${this.ranked(advice).map(unit => html`<option value=${unit}>${this.name(unit)}</option>`)}</select></label>
        <label><span>${word('reason')}</span><textarea name="reason" rows="2" required></textarea></label>
        <button class="main" ?disabled=${this.busy}>${word('send')}</button>
      </form>` : nothing}
    </article>`;
  }

  /** What the strategy thought of next comes first. */
  ranked(advice) {
    const first = advice?.alternatives ?? [];
    return [...first, ...Object.keys(this.units ?? {}).filter(unit => !first.includes(unit))];
  }
}
