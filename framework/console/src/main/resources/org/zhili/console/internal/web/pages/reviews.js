/** Dispatches that wait for a person: confirm the advice, or dispatch otherwise with a reason. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, css, get, html, looks, nothing, said, time} from 'zhili';
import {unitsKnown} from '../units.js';
import {word} from '../words.js';
import {advised} from './decision.js';
import {Keys} from '../keys.js';

export default class Reviews extends Page {
  static properties = {waiting: {state: true}};
  static styles = [looks, css`article { margin-bottom: var(--space); }`];

  topics = ['reviews'];
  keys = new Keys(this, 'zhili-decision');

  async load() {
    await unitsKnown();
    this.waiting = (await get('reviews?limit=50')).items;
  }

  render() {
    return html`<h1>${word('reviews')}</h1>${this.complaint}
      ${this.waiting?.length ? html`<p class="soft wide">${word('keys')}</p>
        ${repeat(this.waiting, review => review.file.id, review => this.review(review))}`
        : html`<p class="card soft">${word(this.asked ? 'review-none' : 'loading')}</p>`}`;
  }

  review({file, advice, reasons, createdAt, heldBy, heldUntil}) {
    return html`<article class="card">
      <h2><a href="#/cases/${file.number}">${file.number}</a> ${said(file.summary)}</h2>
      <p>${file.address} <span class="soft">${time(createdAt)}</span></p>
      ${reasons.map(reason => html`<span class="chip warn">${said(reason.name)}</span> `)}
      ${advice ? advised(advice) : nothing}
      ${heldBy ? html`<p class="soft">${word('held-by', heldBy, time(heldUntil))}</p>` : nothing}
      <zhili-decision .case=${file.id} .advice=${advice} @zhili-done=${() => this.tick()}></zhili-decision>
    </article>`;
  }
}
