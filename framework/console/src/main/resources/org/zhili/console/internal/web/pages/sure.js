/** A button that asks once more before it is meant, and for a reason where there has to be one. */
import {LitElement} from 'lit';
import {css, html, looks, nothing} from 'zhili';
import {word} from '../words.js';

class Sure extends LitElement {
  static properties = {label: {}, question: {}, reason: {type: Boolean}, disabled: {type: Boolean}, asking: {state: true}};
  static styles = [looks, css`
    :host { display: inline-block; max-width: 100%; }
    form { background: var(--warn-soft); border-radius: 8px; padding: 10px 12px; max-width: 520px; }
    p { margin: 0 0 8px; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
  `];

  async ask() {
    this.asking = true;
    await this.updateComplete;
    this.renderRoot.querySelector('textarea, [type=button]').focus();
  }

  async leave() {
    this.asking = false;
    await this.updateComplete;
    this.renderRoot.querySelector('button').focus();
  }

  mean(event) {
    event.preventDefault();
    const detail = (new FormData(event.target).get('reason') ?? '').trim();
    this.leave();
    this.dispatchEvent(new CustomEvent('zhili-sure', {detail}));
  }

  render() {
    if (!this.asking) {
      return html`<button ?disabled=${this.disabled} @click=${this.ask}>${this.label}</button>`;
    }
    return html`<form @submit=${this.mean} @keydown=${event => event.key === 'Escape' && this.leave()}>
      <p>${this.question}</p>
      ${this.reason ? html`<label><span>${word('reason')}</span>
        <textarea name="reason" rows="2" maxlength="200" required></textarea></label>` : nothing}
      <div class="buttons"><button class="main">${this.label}</button>
        <button type="button" @click=${this.leave}>${word('cancel')}</button></div>
    </form>`;
  }
}

customElements.define('zhili-sure', Sure);
