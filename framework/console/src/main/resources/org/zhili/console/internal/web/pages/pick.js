/**
 * A choice among many by their names, or of several of them. `choices` are {id, text, seek}: what is
 * shown, and in small letters all they are found by. What is chosen and not among them shows as such.
 */
import {LitElement} from 'lit';
import {css, html, looks, nothing} from 'zhili';
import {word} from '../words.js';

const MOST = 30;

class Pick extends LitElement {
  static properties = {label: {}, none: {}, choices: {attribute: false}, chosen: {attribute: false},
    several: {type: Boolean}, sought: {state: true}};
  static styles = [looks, css`
    fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 10px; padding: 6px 10px 10px; min-width: 0; }
    legend { color: var(--ink-soft); font-size: 0.9rem; }
    .chosen { display: flex; flex-wrap: wrap; gap: 6px; margin: 0 0 8px; min-height: 1.6em; align-items: center; }
    .chip { white-space: normal; overflow-wrap: anywhere; }
    .chip button { border: 0; background: transparent; padding: 0 4px; min-width: 24px; min-height: 24px; }
    input[type=search] { width: 100%; }
    ul { list-style: none; margin: 6px 0 0; padding: 0; max-height: 190px; overflow-y: auto; }
    li label { display: flex; gap: 8px; margin: 0; padding: 4px 2px; align-items: baseline; overflow-wrap: anywhere; }
    li input { width: auto; flex: none; }
  `];

  constructor() {
    super();
    this.choices = [];
    this.chosen = [];
    this.sought = '';
  }

  pick(id, wanted) {
    const others = this.several ? this.chosen.filter(one => one !== id) : [];
    this.chosen = wanted ? [...others, id] : others;
    this.dispatchEvent(new CustomEvent('zhili-picked', {detail: this.chosen}));
  }

  get found() {
    const words = this.sought.trim().toLowerCase().split(/\s+/);
    return this.choices.filter(one => words.every(part => one.seek.includes(part)));
  }

  render() {
    const found = this.found;
    const known = new Map(this.choices.map(one => [one.id, one]));
    return html`<fieldset><legend>${this.label}</legend>
      <div class="chosen">${this.chosen.length ? this.chosen.map(id => this.chip(id, known.get(id)))
        : html`<span class="soft">${this.none}</span>`}</div>
      ${this.choices.length ? html`<input type="search" maxlength="60" aria-label=${word('pick-search', this.label)} placeholder=${word('pick-search', this.label)}
        .value=${this.sought} @input=${event => { this.sought = event.target.value; }}>
      <ul>${found.slice(0, MOST).map(one => html`<li><label>
        <input type=${this.several ? 'checkbox' : 'radio'} name="one" value=${one.id} .checked=${this.chosen.includes(one.id)}
          @change=${event => this.pick(one.id, event.target.checked)}>
        <span>${one.text} <small class="soft">${one.id}</small></span></label></li>`)}</ul>
      ${found.length > MOST ? html`<small class="soft">${word('pick-more', found.length - MOST)}</small>`
        : found.length ? nothing : html`<small class="soft" role="status">${word('pick-none')}</small>`}`
        : html`<small class="soft">${word('pick-nothing')}</small>`}</fieldset>`;
  }

  chip(id, one) {
    const text = one ? one.text : this.choices.length ? word('code-unknown', id) : id;
    return html`<span class="chip ${one || !this.choices.length ? '' : 'alarm'}">${text}<button type="button"
      aria-label=${word('pick-off', text)} @click=${() => this.pick(id, false)}>×</button></span>`;
  }
}

customElements.define('zhili-pick', Pick);
