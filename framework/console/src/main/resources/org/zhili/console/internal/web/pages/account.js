/** One account, or one to be made: what it may do and where, who its owner is elsewhere, and its end. */
import {LitElement} from 'lit';
import {Once, act, ask, css, doing, getSeen, html, looks, nothing, reader, time} from 'zhili';
import {typed} from '../fields.js';
import {word} from '../words.js';
import './pick.js';
import './sure.js';

export const ROLES = ['operator', 'supervisor', 'unit', 'grid-worker', 'display', 'administrator', 'security-administrator', 'audit-administrator'];

/** What stands between commas or spaces. */
const several = text => text.split(/[,\uff0c\s]+/).filter(Boolean);

/** Tells what `zhili-done` says: a sentence, perhaps a new password, whether the list comes next, and who is gone. */
class Account extends LitElement {
  static properties = {name: {}, books: {attribute: false}, account: {state: true}, unit: {state: true}, areas: {state: true},
    refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    :host > p, form { max-width: 640px; }
    section { margin-bottom: var(--space); }
    .head { display: flex; flex-wrap: wrap; gap: 6px 12px; align-items: baseline; margin-bottom: 12px; }
    .head h1 { margin: 0; overflow-wrap: anywhere; }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; }
    fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 10px; }
    legend { color: var(--ink-soft); font-size: 0.9rem; }
    fieldset label { display: inline-block; margin: 0 14px 4px 0; }
    fieldset label > input { width: auto; }
  `];

  once = new Once();

  willUpdate(changed) {
    if (changed.has('name')) {
      this.open();
    }
  }

  /** As it is now; who changes it meanwhile is not overwritten. */
  async open() {
    const {name} = this;
    Object.assign(this, {account: undefined, unit: [], areas: [], refused: undefined});
    if (!name) {
      return;
    }
    await doing(this, async () => {
      const {answer, seen} = await getSeen(`accounts/${encodeURIComponent(name)}`);
      if (name === this.name) {
        Object.assign(this, {account: answer, seen, unit: answer.unit ? [answer.unit] : [], areas: answer.areas});
      }
    });
  }

  /** What the account is by now; rights that are ticked and not saved stay. */
  async again() {
    const {name} = this;
    await doing(this, async () => {
      const {answer, seen} = await getSeen(`accounts/${encodeURIComponent(name)}`);
      if (name === this.name) {
        Object.assign(this, {account: answer, seen});
      }
    });
  }

  async save(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const rights = {roles: [...form.getAll('roles'), ...several(form.get('others'))], areas: this.areas,
      ...(this.unit.length ? {unit: this.unit[0]} : {})};
    const {account} = this;
    await this.tell(async () => {
      if (account) {
        await ask('PUT', `accounts/${account.name}`, rights, {'If-Match': this.seen});
        return {told: word('account-changed', account.name), leave: true};
      }
      return {secret: await this.once.act('accounts', {name: form.get('name').trim(), ...rights}), leave: true};
    });
  }

  link(event) {
    event.preventDefault();
    const {subject, issuer} = typed(event.target);
    return this.tell(async () => {
      await ask('PUT', `accounts/${this.name}/subject`, {subject, issuer});
      return {told: word('subject-saved', this.name)};
    });
  }

  /** Something about the account itself that needs no more to be said. */
  one(method, path, told, more = {}) {
    return this.tell(async () => {
      await ask(method, `accounts/${this.name}${path}`);
      return {told: word(told, this.name), ...more};
    });
  }

  reset() {
    return this.tell(async () => ({secret: await act(`accounts/${this.name}/reset`)}));
  }

  async tell(work) {
    let detail;
    if (await doing(this, async () => { detail = await work(); })) {
      this.dispatchEvent(new CustomEvent('zhili-done', {detail}));
      if (!detail.leave) {
        await this.again();
      }
    } else {
      await this.updateComplete;
      this.renderRoot.querySelector('.trouble')?.focus();
    }
  }

  render() {
    const {account} = this;
    return html`<p><a href="#/accounts" @click=${() => this.dispatchEvent(new CustomEvent('zhili-done', {detail: {leave: true}}))}>← ${word('back')}</a></p>
      <div class="head"><h1>${this.name || word('account-make')}</h1>
        ${account?.locked ? html`<span class="chip alarm">${word('account-locked')}</span>` : nothing}
        ${account ? html`<span class="soft">${account.lastLogin ? `${word('account-last')} ${time(account.lastLogin)}` : word('account-never')}</span>` : nothing}</div>
      ${this.refused ? html`<p class="trouble" role="alert" tabindex="-1">${this.refused}</p>` : nothing}
      ${this.name && !account ? this.busy ? html`<p class="soft">${word('loading')}</p>` : html`<p><button @click=${this.open}>${word('retry')}</button></p>`
        : this.name === reader.name ? html`<p class="card">${word('account-own')}</p>`
        : html`${this.rights()}${account ? html`${this.subject(account.subject)}${this.ends(account)}` : nothing}`}`;
  }

  rights() {
    const {account} = this;
    return html`<section class="card"><h2>${word('account-rights')}</h2><form @submit=${this.save}>
      ${account ? nothing : html`<label><span>${word('account')} <small>${word('account-name-form')}</small></span>
        <input name="name" maxlength="40" pattern="[a-z][a-z0-9._\\-]{1,39}" title=${word('account-name-form')} autocomplete="off" required></label>`}
      <fieldset><legend>${word('roles')}</legend>${ROLES.map(role => html`<label><input type="checkbox" name="roles" value=${role}
        .checked=${account?.roles.includes(role) ?? false}> ${word(`role.${role}`)}</label>`)}
        <p class="soft">${word('account-three')}</p></fieldset>
      <label><span>${word('roles-others')} ${word('optional')}</span>
        <input name="others" maxlength="200" value=${account?.roles.filter(role => !ROLES.includes(role)).join(', ') ?? ''}></label>
      <zhili-pick .label=${word('lead')} .none=${word('account-no-unit')} .choices=${this.books.units} .chosen=${this.unit}
        @zhili-picked=${event => { this.unit = event.detail; }}></zhili-pick>
      <zhili-pick several .label=${word('area')} .none=${word('whole-city')} .choices=${this.books.areas} .chosen=${this.areas}
        @zhili-picked=${event => { this.areas = event.detail; }}></zhili-pick>
      <div class="buttons"><button class="main" ?disabled=${this.busy}>${word(account ? 'account-save' : 'account-make')}</button></div>
    </form></section>`;
  }

  subject(known) {
    return html`<section class="card"><h2>${word('subject')}</h2><form class="subject" @submit=${this.link}><p class="soft">${word('subject-why')}</p>
      <label><span>${word('subject-id')}</span><input name="subject" maxlength="255" autocomplete="off" required value=${known?.subject ?? ''}></label>
      <label><span>${word('subject-issuer')} <small>${word('subject-issuer-usual')}</small></span>
        <input name="issuer" maxlength="300" autocomplete="off" value=${known?.issuer ?? ''}></label>
      <div class="buttons"><button ?disabled=${this.busy}>${word('subject-save')}</button>
        ${known ? this.sure('subject-remove', () => this.one('DELETE', '/subject', 'subject-removed')) : nothing}</div></form></section>`;
  }

  ends({locked}) {
    return html`<section class="card"><h2>${word('account-ends')}</h2><div class="buttons">
      ${this.sure('account-reset', () => this.reset())}
      ${locked ? html`<button ?disabled=${this.busy} @click=${() => this.one('DELETE', '/lock', 'account-unlocked')}>${word('account-unlock')}</button>`
        : this.sure('account-lock', () => this.one('PUT', '/lock', 'account-locked-now'))}
      ${this.sure('account-remove', () => this.one('DELETE', '', 'account-removed', {leave: true, gone: this.name}))}</div></section>`;
  }

  sure(name, work) {
    return html`<zhili-sure data-name=${name} .label=${word(name)} .question=${word(`${name}-sure`)} ?disabled=${this.busy}
      @zhili-sure=${work}></zhili-sure>`;
  }
}

customElements.define('zhili-account', Account);
