/** Dispatches that wait for a person: confirm the advice, or dispatch otherwise with a reason. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, Refusal, css, get, html, looks, nothing, reader, said, time} from 'zhili';
import {unitsKnown} from '../units.js';
import {word} from '../words.js';
import {advised, whyGone} from './decision.js';
import {Keys} from '../keys.js';
import './take.js';

export default class Reviews extends Page {
  static properties = {waiting: {state: true}, more: {state: true}, done: {state: true}};
  static styles = [looks, css`article { margin-bottom: var(--space); }`];

  topics = ['reviews'];
  keys = new Keys(this, 'zhili-decision');

  /** Cases whose reviews the reader writes on: these stay, whatever others do. */
  held = new Set();

  async load() {
    await unitsKnown();
    const page = await get('reviews?limit=200');
    const here = new Set(page.items.map(review => review.file.id));
    const left = (this.waiting ?? []).filter(review => this.held.has(review.file.id) && !here.has(review.file.id));
    const gone = await Promise.all(left.map(async review => ({...review, gone: review.gone ?? await this.why(review)})));
    this.waiting = [...page.items, ...gone].sort((one, other) => one.createdAt < other.createdAt ? -1 : 1);
    this.more = Boolean(page.next);
  }

  /** Who decided meanwhile, as far as the reader may know. */
  async why({file}) {
    try {
      return whyGone((await get(`cases/${file.id}/reviews`)).at(-1)?.decision);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      return whyGone();
    }
  }

  hold(file, held) {
    this.held[held ? 'add' : 'delete'](file.id);
    if (!held) {
      this.tick();
    }
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

  review({file, advice, reasons, createdAt, heldBy, heldUntil, gone}) {
    return html`<article class="card">
      <h2><a href="#/cases/${file.number}">${file.number}</a> ${said(file.summary)}</h2>
      <p>${file.address} <span class="soft">${time(createdAt)}</span></p>
      ${reasons.map(reason => html`<span class="chip warn">${said(reason.name)}</span> `)}
      ${advice ? advised(advice) : nothing}
      ${heldBy && heldBy !== reader.name ? html`<p class="soft">${word('held-by', heldBy, time(heldUntil))}</p>` : nothing}
      <zhili-decision .case=${file.id} .advice=${advice} .gone=${gone} @zhili-held=${event => this.hold(file, event.detail)} @zhili-done=${() => this.finish(file)}></zhili-decision>
    </article>`;
  }
}
