/** A button that opens a form to import a list from a sheet: tried first, then taken as a whole or not at all. */
import {LitElement} from 'lit';
import {Refusal, css, doing, html, looks, may, newKey, nothing, refused, said, signed} from 'zhili';
import {word} from '../words.js';
import './take.js';

const API = new URL('../../api/', import.meta.url);

/** How long the town may read and write, in milliseconds. */
const LONGEST = 300_000;

/** The lists, and who may import them. */
const LISTS = {
  devices: ['administrator'], assets: ['administrator'], inbox: ['administrator'], accounts: ['security-administrator'],
  cases: ['operator', 'grid-worker'],
};

const COUNTS = ['rows', 'added', 'changed', 'same', 'left', 'faulty'];

class Bring extends LitElement {
  static properties = {list: {}, open: {state: true}, file: {state: true}, view: {state: true}, busy: {state: true},
    refused: {state: true}, over: {state: true}};
  static styles = [looks, css`
    :host { display: inline-block; max-width: 100%; }
    section { margin: 8px 0; }
    section.over { outline: 2px dashed var(--main); }
    form, .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
    .flaws { max-height: 320px; overflow: auto; }
    dl { display: flex; flex-wrap: wrap; gap: 4px 16px; }
    dt, dd { display: inline; margin: 0; }
    td { overflow-wrap: anywhere; }
    caption { text-align: start; }
    .lines { white-space: pre-line; }
  `];

  get lists() {
    return Object.keys(LISTS).filter(name => LISTS[name].some(role => may(role)));
  }

  async toggle() {
    // what is under way may bring first passwords, which are told once
    if (this.open && (this.busy || (this.view?.told.length && !confirm(word('bring-told-leave'))))) {
      return;
    }
    this.open = !this.open;
    this.list = this.lists.includes(this.list) ? this.list : this.lists[0];
    this.forget();
    this.file = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector(this.open ? 'select' : 'button').focus();
  }

  forget() {
    this.view = undefined;
    this.refused = undefined;
  }

  async send(path, key, seen) {
    const headers = signed({'Content-Type': 'application/octet-stream',
      ...(key ? {'Idempotency-Key': key} : {}), ...(seen ? {'If-Match': seen} : {})});
    let response;
    let answer;
    try {
      response = await fetch(new URL(path, API),
        {method: 'POST', headers, body: this.file, signal: AbortSignal.timeout(LONGEST)});
      answer = await (response.ok && path.endsWith('errors') ? response.blob() : response.json());
    } catch {
      throw new Refusal(0, {detail: word(key ? 'bring-lost' : 'bring-unanswered')});
    }
    if (!response.ok) {
      throw refused(response, answer);
    }
    return answer;
  }

  /** Nothing else is chosen while an answer is under way, so that what is shown is of this file and list. */
  async choose(file) {
    if (!file || this.busy) {
      return;
    }
    this.forget();
    this.file = file;
    this.key = newKey();
    await doing(this, () => this.look());
    await this.updateComplete;
    this.renderRoot.querySelector('[role=status], [role=alert]')?.focus();
  }

  async look() {
    this.view = await this.send(`imports/${this.list}?dryRun=true`);
  }

  async take() {
    await doing(this, async () => {
      try {
        this.view = await this.send(`imports/${this.list}?dryRun=false`, this.key, this.view.seen);
      } catch (refusal) {
        // it would end otherwise than is shown: show what it would be now, beside the reason
        if (refusal.status === 412) {
          await this.look();
        }
        throw refusal;
      }
    });
    await this.updateComplete;
    this.renderRoot.querySelector('[role=status], [role=alert]')?.focus();
    if (this.view && !this.view.dryRun) {
      this.dispatchEvent(new CustomEvent('zhili-brought', {bubbles: true, composed: true}));
    }
  }

  errors() {
    return doing(this, async () => {
      const link = Object.assign(document.createElement('a'),
        {href: URL.createObjectURL(await this.send(`imports/${this.list}/errors`)), download: `${this.list}-errors.xlsx`});
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), LONGEST);
    });
  }

  drop(event) {
    event.preventDefault();
    this.over = false;
    this.choose(event.dataTransfer.files[0]);
  }

  render() {
    if (!this.lists.length) {
      return nothing;
    }
    return html`<button aria-expanded=${Boolean(this.open)} @click=${this.toggle}>${word('bring')}</button>
      ${this.open ? this.panel() : nothing}`;
  }

  panel() {
    return html`<section class="card ${this.over ? 'over' : ''}" aria-label=${word('bring')}
        @keydown=${event => event.key === 'Escape' && this.toggle()}
        @dragover=${event => { event.preventDefault(); this.over = true; }}
        @dragleave=${() => { this.over = false; }} @drop=${this.drop}>
      <p class="soft">${word('bring-what')}</p>
      <form @submit=${event => event.preventDefault()}>
        <label><span>${word('bring-list')}</span>
          <select ?disabled=${this.busy} @change=${event => { this.list = event.target.value; this.choose(this.file); }}>
            ${this.lists.map(name => html`<option value=${name} ?selected=${name === this.list}>${word(`bring.${name}`)}</option>`)}
          </select></label>
        <label><span>${word('bring-file')}</span>
          <input type="file" accept=".xlsx,.csv" ?disabled=${this.busy} @change=${event => this.choose(event.target.files[0])}></label>
        <zhili-take .path=${`imports/${this.list}/template`} .label=${word('bring-template')}></zhili-take>
      </form>
      ${this.refused ? html`<p class="trouble" role="alert" tabindex="-1">${this.refused}</p>` : nothing}
      ${this.busy ? html`<p class="soft" role="status">${word('bring-busy')}</p>` : this.view ? this.outcome(this.view) : nothing}
    </section>`;
  }

  outcome(view) {
    const ready = view.dryRun && !view.faulty && view.added + view.changed > 0;
    return html`<p role="status" tabindex="-1">${word(view.dryRun ? view.faulty ? 'bring-faulty' : 'bring-sound' : 'bring-done')}</p>
      <dl>${COUNTS.map(count => html`<div><dt>${word(`bring.${count}`)}</dt> <dd data-count=${count}><strong>${view[count]}</strong></dd></div>`)}</dl>
      ${view.notes.map(note => html`<p class="soft">${said(note)}</p>`)}
      ${view.flaws.length ? this.flaws(view.flaws) : nothing}
      ${view.changes.length ? this.changes(view.changes, view.changed - view.changes.length) : nothing}
      ${view.told.length ? html`<p class="soft">${word(this.list === 'accounts' ? 'bring-passwords' : 'bring-numbers')}</p>
        <div class="flaws"><table><tbody>${view.told.map(one => html`
          <tr><td>${one.what}</td><td><code>${one.told}</code></td></tr>`)}</tbody></table></div>` : nothing}
      <div class="buttons">
        ${view.faulty ? html`<button ?disabled=${this.busy} @click=${this.errors}>${word('bring-errors')}</button>` : nothing}
        ${ready ? html`<button class="main" ?disabled=${this.busy} @click=${this.take}>${word('bring-take')}</button>` : nothing}
      </div>`;
  }

  changes(rows, beyond) {
    const shown = value => value ? html`<span class="lines">${said(value)}</span>` : html`<span class="soft">${word('bring-nothing')}</span>`;
    return html`<div class="flaws changes" role="region" tabindex="0" aria-label=${word('bring-changes')}><table>
        <caption>${word('bring-changes')}</caption>
        <thead><tr>${['row', 'entry', 'column', 'now', 'then'].map(head => html`<th scope="col">${word(`bring-${head}`)}</th>`)}</tr></thead>
        <tbody>${rows.flatMap(row => row.fields.map((field, at) => html`<tr>
          ${at ? nothing : html`<td rowspan=${row.fields.length}>${row.row}</td><td rowspan=${row.fields.length}>${row.what}</td>`}
          <td>${said(field.column)}</td><td data-is="now">${shown(field.before)}</td><td data-is="then">${shown(field.after)}</td></tr>`))}</tbody></table>
      ${beyond ? html`<p class="soft">${word('bring-beyond', beyond)}</p>` : nothing}</div>`;
  }

  flaws(flaws) {
    return html`<div class="flaws"><table>
      <thead><tr><th>${word('bring-row')}</th><th>${word('bring-column')}</th><th>${word('why')}</th></tr></thead>
      <tbody>${flaws.map(one => html`<tr><td>${one.row}</td><td>${one.column ? said(one.column) : ''}</td>
        <td>${said(one.messages)} <span class="soft">${one.code}</span></td></tr>`)}</tbody></table></div>`;
  }
}

customElements.define('zhili-bring', Bring);
