/** Messages nothing could be made of yet: why, what was in them, and another try. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, act, css, doing, getPages, html, looks, nothing, said, time} from 'zhili';
import {word} from '../words.js';
import './sure.js';
import './take.js';

const KINDS = ['UNKNOWN_DEVICE', 'NO_DRIVER', 'REJECTED', 'DRIVER_FAILED', 'RULE_FAILED', 'FOREIGN', 'MALFORMED', 'PARKED'];
const PAGE = 50;

class Quarantine extends Page {
  static properties = {device: {}, within: {}, kept: {state: true}, kind: {state: true}, next: {state: true},
    told: {state: true}, refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    .tools { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 12px; align-items: start; }
    article { margin-bottom: 10px; }
    article p { margin: 6px 0; overflow-wrap: anywhere; }
    pre { background: var(--ground); border-radius: 6px; padding: 8px 10px; margin: 6px 0; white-space: pre-wrap;
      overflow-wrap: anywhere; max-height: 240px; overflow-y: auto; }
    .done { background: var(--good-soft); border-radius: 6px; padding: 8px 12px; }
  `];

  every = 5000;
  pages = 1;

  constructor() {
    super();
    this.kind = '';
  }

  updated(changed) {
    if (changed.has('device') && changed.get('device') !== undefined) {
      this.kept = undefined;
      this.pages = 1;
      this.told = undefined;
      this.refused = undefined;
      this.tick();
    }
  }

  async load() {
    const asked = `${this.device}|${this.kind}`;
    const page = await getPages(`quarantine?limit=${PAGE}${this.kind && `&kind=${this.kind}`}${
      this.device ? `&device=${encodeURIComponent(this.device)}` : ''}`, this.pages);
    if (asked === `${this.device}|${this.kind}`) {
      this.kept = page.items;
      this.next = page.next;
    }
  }

  async replay(path, body) {
    this.told = undefined;
    await doing(this, async () => {
      const {stored, kept, gone} = await act(path, body);
      this.told = word('replayed', stored, kept, gone);
      await this.tick();
      this.renderRoot.querySelector('.done')?.focus(); // the button may have left with its message
    });
  }

  render() {
    return html`${this.complaint}${this.within ? nothing : this.tools()}
      ${this.told ? html`<p class="done" role="status" tabindex="-1">${this.told}</p>` : nothing}
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      ${this.kept?.length ? repeat(this.kept, one => one.id, one => this.message(one))
        : html`<p class="card soft">${word(this.kept ? 'quarantine-none' : 'loading')}</p>`}
      ${this.next ? html`<p><button @click=${() => { this.pages++; this.tick(); }}>${word('more')}</button></p>` : nothing}`;
  }

  tools() {
    return html`<div class="tools">
      <zhili-take .path=${`exports/quarantine?${this.kind && `&kind=${this.kind}`}${this.device && `&device=${encodeURIComponent(this.device)}`}`}></zhili-take>
      <select aria-label=${word('why')} @change=${event => { this.kind = event.target.value; this.pages = 1; this.tick(); }}>
        <option value="">${word('kept-all')}</option>
        ${KINDS.map(kind => html`<option value=${kind} ?selected=${kind === this.kind}>${word(`kept.${kind}`)}</option>`)}</select>
      <zhili-sure .label=${word('replay-all')} .question=${word('replay-all-sure')} ?disabled=${this.busy}
        @zhili-sure=${() => this.replay('quarantine/replay', {})}></zhili-sure>
    </div>`;
  }

  message(one) {
    const sender = one.device ?? one.network;
    return html`<article class="card" data-id=${one.id}>
      <span class="chip warn">${said(one.kindName)}</span>
      ${sender && !this.within ? html`<b>${sender}</b>` : nothing} <span class="soft">${time(one.receivedAt)}</span>
      <p>${said(one.reason)}</p>
      <p class="soft">${one.topic}${one.driver ? ` · ${word('driver')} ${one.driver}` : ''} · ${word('bytes', one.size)}</p>
      <details><summary>${word('payload')}</summary>
        ${one.text ? html`<pre>${one.text}</pre>` : nothing}<pre>${one.hex}</pre></details>
      ${one.replayable ? html`<p><button ?disabled=${this.busy}
        @click=${() => this.replay(`quarantine/${one.id}/replay`)}>${word('replay')}</button></p>` : nothing}</article>`;
  }
}

customElements.define('zhili-quarantine', Quarantine);
