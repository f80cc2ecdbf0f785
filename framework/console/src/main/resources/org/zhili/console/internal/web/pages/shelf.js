/** The plug-ins that were put in as files: versions, and how they come in, go back and leave. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, Refusal, act, ask, css, doing, get, html, looks, nothing, refused, said, signed, time} from 'zhili';
import {word} from '../words.js';
import './sure.js';

/** A new version is tried beside the old one before it is let in, which takes its time. */
const LONGEST = 120_000;
const TONE = {IN_USE: 'good', KEPT_OUT: 'alarm', REFUSED: 'alarm'};

class Shelf extends Page {
  static properties = {entries: {state: true}, told: {state: true}, refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    article { border-top: 1px solid var(--line); padding: 12px 0; }
    article:first-of-type { margin-top: 14px; }
    h3 { font-size: 1rem; margin: 0 0 4px; overflow-wrap: anywhere; }
    p { margin: 4px 0; overflow-wrap: anywhere; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; margin-top: 8px; }
    form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
    form label { flex: 1 1 220px; margin: 0; min-width: 0; }
    .done { background: var(--good-soft); border-radius: 6px; padding: 8px 12px; margin-top: 12px; }
  `];

  every = 5000;

  async load() {
    this.entries = await get('shelf');
  }

  /** Do something, and tell what came of it: a sentence for each plug-in. */
  async tell(work) {
    this.told = undefined;
    await doing(this, async () => {
      this.told = (await work()).sentences;
      await this.tick();
      this.renderRoot.querySelector('.done')?.focus(); // the button may have left with its plug-in
      this.dispatchEvent(new Event('zhili-done'));
    });
  }

  install(event) {
    event.preventDefault();
    const form = event.target;
    const file = form.elements.file.files[0];
    this.tell(async () => {
      const answer = await upload(file);
      form.reset();
      return answer;
    });
  }

  render() {
    return html`<section class="card"><h2>${word('shelf')}</h2>
      <form @submit=${this.install}>
        <label><span>${word('shelf-file')}</span><input type="file" name="file" accept=".jar,.kar" required></label>
        <button class="main" ?disabled=${this.busy}>${word(this.busy ? 'shelf-busy' : 'install')}</button>
      </form>
      <p class="soft">${word('shelf-what')}</p>
      ${this.told ? html`<div class="done" role="status" tabindex="-1">${this.told.map(sentence => html`<p>${said(sentence)}</p>`)}</div>` : nothing}
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      ${this.complaint}
      ${this.entries?.length ? repeat(this.entries, one => `${one.name} ${one.version} ${one.state}`, one => this.entry(one))
        : html`<p class="soft">${word(this.asked ? 'shelf-none' : 'loading')}</p>`}
    </section>`;
  }

  entry(one) {
    const here = `shelf/${encodeURIComponent(one.name)}`;
    return html`<article data-name=${one.name}>
      <h3>${one.name} ${one.version} <span class="chip ${TONE[one.state] ?? ''}">${word(`shelf.${one.state}`)}</span></h3>
      <p class="soft">${one.source} · ${time(one.since)}${one.before ? ` · ${word('shelf-before', one.before)}` : ''}</p>
      ${one.why.map(why => html`<p>${said(why)}</p>`)}
      ${one.state === 'REFUSED' ? nothing : html`<div class="buttons">
        ${one.before ? html`<zhili-sure .label=${word('roll-back')} .question=${word('roll-back-sure', one.before)} ?disabled=${this.busy}
          @zhili-sure=${() => this.tell(() => act(`${here}/rollback`))}></zhili-sure>` : nothing}
        <zhili-sure .label=${word('remove')} .question=${word('remove-sure')} ?disabled=${this.busy}
          @zhili-sure=${() => this.tell(() => ask('DELETE', here))}></zhili-sure></div>`}
    </article>`;
  }
}

/** Send a file as it is; all else that is sent is JSON. */
async function upload(file) {
  const name = file.name.replace(/[^\p{L}\p{N}._+() -]/gu, '_').slice(-100);
  let response;
  let answer;
  try {
    response = await fetch(new URL(`../../api/shelf?file=${encodeURIComponent(name)}`, import.meta.url), {
      method: 'POST',
      headers: signed({'Content-Type': 'application/octet-stream'}),
      body: file,
      signal: AbortSignal.timeout(LONGEST),
    });
    answer = await response.json();
  } catch {
    throw new Refusal(0, {detail: word('shelf-unanswered')});
  }
  if (!response.ok) {
    throw refused(response, answer);
  }
  return answer;
}

customElements.define('zhili-shelf', Shelf);
