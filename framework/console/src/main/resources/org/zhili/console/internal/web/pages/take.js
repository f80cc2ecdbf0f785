/** A button that gives the reader a file of the town: a list as a workbook, a case on paper. */
import {LitElement} from 'lit';
import {Refusal, css, doing, html, looks, nothing, refused, signed} from 'zhili';
import {word} from '../words.js';

const API = new URL('../../api/', import.meta.url);

/** How long the town may write at it, in milliseconds. */
const LONGEST = 300_000;

/** The name the town gave the file, which may be in any script. */
const named = response => {
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  return name ? decodeURIComponent(name) : 'zhili';
};

class Take extends LitElement {
  static properties = {path: {}, label: {}, busy: {state: true}, refused: {state: true}};
  static styles = [looks, css`:host { display: inline-block; }`];

  async take() {
    let response;
    let file;
    try {
      response = await fetch(new URL(this.path, API), {headers: signed(), signal: AbortSignal.timeout(LONGEST)});
      file = await (response.ok ? response.blob() : response.json());
    } catch {
      throw new Refusal(0, {detail: word('take-broken')});
    }
    if (!response.ok) {
      throw refused(response, file);
    }
    const link = Object.assign(document.createElement('a'), {href: URL.createObjectURL(file), download: named(response)});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), LONGEST);
  }

  render() {
    return html`<button ?disabled=${this.busy} @click=${() => doing(this, () => this.take())}>${this.label ?? word('excel')}</button>
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}`;
  }
}

customElements.define('zhili-take', Take);
