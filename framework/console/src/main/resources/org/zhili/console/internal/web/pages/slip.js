/** A one-time password that was just made: shown once, to be copied, or printed and handed over. */
import {LitElement, render} from 'lit';
import {css, html, looks, nothing} from 'zhili';
import {word} from '../words.js';

class Slip extends LitElement {
  static properties = {secret: {attribute: false}, copied: {state: true}};
  static styles = [looks, css`
    section { background: var(--warn-soft); border-radius: 8px; padding: 10px 12px; margin-bottom: 12px; }
    p { margin: 0 0 8px; }
    code { font-size: 1.2rem; user-select: all; overflow-wrap: anywhere; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  `];

  focus() {
    this.renderRoot.querySelector('section')?.focus();
  }

  /** Browsers give their clipboard to pages over TLS alone; what is selected can be copied anywhere. */
  async copy() {
    try {
      await navigator.clipboard.writeText(this.secret.password);
      this.copied = true;
    } catch {
      getSelection().selectAllChildren(this.renderRoot.querySelector('code'));
      this.copied = document.execCommand('copy');
    }
  }

  /** A page of its own in a frame, which is gone once it is printed. */
  print() {
    const frame = Object.assign(document.createElement('iframe'), {title: word('slip')});
    Object.assign(frame.style, {position: 'fixed', width: '0', height: '0', border: '0'});
    document.body.append(frame);
    const page = frame.contentDocument;
    page.documentElement.lang = document.documentElement.lang;
    page.title = word('slip');
    Object.assign(page.body.style, {font: '14pt/1.7 sans-serif', margin: '2cm'});
    render(html`<h1>${word('slip')}</h1>
      <p>${word('account')}: <b>${this.secret.name}</b></p><p>${word('slip-password')}: <b><code>${this.secret.password}</code></b></p>
      <p>${word('slip-where')}: ${new URL('./', location.href).href}</p><p>${word('slip-what')}</p>`, page.body);
    frame.contentWindow.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow.print();
  }

  render() {
    return html`<section role="status" tabindex="-1"><p>${word('account-secret', this.secret.name)}</p>
      <p><code>${this.secret.password}</code></p>
      <div class="buttons"><button @click=${this.copy}>${word('slip-copy')}</button>
        <button @click=${this.print}>${word('slip-print')}</button>
        <button class="main" @click=${() => this.dispatchEvent(new CustomEvent('zhili-kept'))}>${word('secret-kept')}</button>
        ${this.copied === undefined ? nothing : html`<span>${word(this.copied ? 'slip-copied' : 'slip-selected')}</span>`}</div></section>`;
  }
}

customElements.define('zhili-slip', Slip);
