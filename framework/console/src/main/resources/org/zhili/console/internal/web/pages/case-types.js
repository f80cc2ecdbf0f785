/** Case types: those there are, and new ones that a city makes. */
import {css, get, html, nothing, said} from 'zhili';
import {draftKey} from '../editor.js';
import {tell} from '../editor-words.js';
import {newType} from '../new-type.js';
import {TypeForm} from '../type-form.js';

export default class CaseTypes extends TypeForm {
  static properties = {parts: {state: true}, making: {state: true}};
  static styles = [...TypeForm.styles, css`
    .frame { display: grid; grid-template-columns: 230px minmax(0, 1fr); gap: var(--space); align-items: start; }
    .parts { padding: 8px; }
    .parts a, .parts > button { display: block; padding: 7px 10px; border-radius: 6px; overflow-wrap: anywhere; }
    .parts a { color: var(--ink); text-decoration: none; }
    .parts > button { width: 100%; margin-top: 8px; }
    .parts a[aria-current] { background: var(--main-soft); color: var(--main); font-weight: 600; }
    @media (max-width: 720px) { .frame { grid-template-columns: minmax(0, 1fr); }
      .parts { display: flex; overflow-x: auto; } .parts a, .parts > button { white-space: nowrap; width: auto; margin: 0; } }
  `];

  get types() {
    return (this.parts ?? []).filter(one => one.part.includes('.'));
  }

  /** Types that are drafts and nothing else yet. */
  get begun() {
    const own = draftKey('');
    return Object.keys(sessionStorage).filter(key => key.startsWith(own)).map(key => key.slice(own.length))
      .filter(part => part.includes('.') && !this.types.some(one => one.part === part)).sort()
      .map(part => ({part, name: JSON.parse(JSON.parse(sessionStorage.getItem(draftKey(part))).text).name}));
  }

  get part() {
    const all = [...this.types, ...this.begun];
    return (all.find(one => one.part === this.rest) ?? all[0])?.part ?? '';
  }

  async load() {
    this.parts = await get('editions');
    await super.load();
  }

  /** A draft of a new type begins on nothing, unless somebody else has made it meanwhile. */
  read(part, kept) {
    if (this.types.some(one => one.part === part) || !kept) {
      return super.read(part);
    }
    const like = kept.like ? `?like=${encodeURIComponent(kept.like)}` : '';
    return get(`editions/${encodeURIComponent(part)}/template${like}`);
  }

  willUpdate(changed) {
    if (changed.has('rest') && changed.get('rest') !== undefined) {
      this.reset();
      this.making = false;
      this.tick();
    }
  }

  discard() {
    const part = this.part;
    super.discard();
    if (!sessionStorage.getItem(draftKey(part)) && !this.types.some(one => one.part === part)) {
      location.hash = '#/case-types';
    }
  }

  /** Begin a new type as a draft of its own. */
  make({id, zh, en, like}) {
    return this.attempt(async () => {
      const query = like ? `?like=${encodeURIComponent(like)}` : '';
      const view = await get(`editions/${encodeURIComponent(id)}/template${query}`);
      const model = {...this.parse(view.text), name: {zh, en}};
      sessionStorage.setItem(draftKey(id), JSON.stringify({text: this.format(model), base: null, seen: view.seen, like}));
      location.hash = `#/case-types/${id}`;
    });
  }

  /** A new type has no cases of its own, so it is tried on those of another. */
  tried() {
    return this.base ? nothing : html`<label><span>${tell('tried-on')}</span><select name="cases">${this.types.map(one => html`
      <option value=${one.part} .selected=${one.part === this.draft?.like}>${said(one.name)}</option>`)}</select></label>`;
  }

  render() {
    const here = this.part;
    const link = one => html`<a href="#/case-types/${one.part}" aria-current=${one.part === here ? 'page' : nothing}>${said(one.name) || one.part}
      ${sessionStorage.getItem(draftKey(one.part)) ? html`<span class="chip warn">${tell('draft')}</span>` : nothing}</a>`;
    return html`<h1>${tell('case-types')}</h1>${this.complaint}<p class="soft">${tell('case-types-what')}</p>
      <div class="frame"><nav class="parts card" aria-label=${tell('case-types')}>${[...this.types, ...this.begun].map(link)}
          <button type="button" aria-expanded=${Boolean(this.making)} @click=${() => { this.making = !this.making; }}>${tell('type-new')}</button></nav>
        <div>${this.making ? newType(this) : nothing}
          ${this.parts && !here ? html`<p class="card soft">${tell('types-none')}</p>` : this.body}</div></div>`;
  }
}
