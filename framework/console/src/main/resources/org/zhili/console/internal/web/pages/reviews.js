/** Dispatches that wait for a person: confirm the advice, or dispatch otherwise with a reason. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, css, get, html, looks, nothing, said, time} from 'zhili';
import {unitsKnown} from '../units.js';
import {word} from '../words.js';
import {advised} from './decision.js';
import {Keys} from '../keys.js';
import './take.js';

export default class Reviews extends Page {
  static properties = {waiting: {state: true}, more: {state: true}, done: {state: true}};
  static styles = [looks, css`article { margin-bottom: var(--space); }`];

  topics = ['reviews'];
  keys = new Keys(this, 'zhili-decision');

  async load() {
    await unitsKnown();
    const page = await get('reviews?limit=200');
    this.waiting = page.items;
    this.more = Boolean(page.next);
  }

  render() {
    return html`<h1>${word('reviews')}</h1>${this.complaint}
      <p role="status" class=${this.done ? 'told' : ''} tabindex="-1">${this.done ?? ''}</p>
      ${this.more ? html`<p class="soft">${word('too-many-reviews', this.waiting.length)}</p>` : nothing}
      ${this.waiting?.length ? html`<zhili-take path="exports/reviews"></zhili-take><p class="soft wide">${word('keys')}</p>
        ${repeat(this.waiting, review => review.file.id, review => this.review(review))}`
        : html`<p class="card soft" role="status">${this.nothing(word('review-none'), word('loading'))}</p>`}`;
  }

  /** Whoever decided goes on with the next. */
  async finish(file) {
    this.done = word('was-decided', file.number);
    await this.tick();
    await this.updateComplete;
    (this.renderRoot.querySelector('zhili-decision') ?? this.renderRoot.querySelector('[role=status]')).focus();
  }

  review({file, advice, reasons, createdAt, heldBy, heldUntil}) {
    return html`<article class="card">
      <h2><a href="#/cases/${file.number}">${file.number}</a> ${said(file.summary)}</h2>
      <p>${file.address} <span class="soft">${time(createdAt)}</span></p>
      ${reasons.map(reason => html`<span class="chip warn">${said(reason.name)}</span> `)}
      ${advice ? advised(advice) : nothing}
      ${heldBy ? html`<p class="soft">${word('held-by', heldBy, time(heldUntil))}</p>` : nothing}
      <zhili-decision .case=${file.id} .advice=${advice} @zhili-done=${() => this.finish(file)}></zhili-decision>
    </article>`;
  }
}
