/** Who has an account and what it may do; for security administrators. */
import {repeat} from 'lit/directives/repeat.js';
import {Once, Page, act, ask, css, doing, get, getSeen, html, looks, nothing, reader} from 'zhili';
import {typed} from '../fields.js';
import {word} from '../words.js';
import './sure.js';
import './take.js';

const ROLES = ['operator', 'supervisor', 'unit', 'grid-worker', 'administrator', 'security-administrator', 'audit-administrator'];

/** What stands between commas or spaces. */
const several = text => text.split(/[,\uff0c\s]+/).filter(Boolean);

class Accounts extends Page {
  static properties = {accounts: {state: true}, changing: {state: true}, secret: {state: true}, done: {state: true},
    refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    .list { overflow-x: auto; margin-bottom: var(--space); }
    .buttons { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; }
    form { max-width: 560px; }
    .subject { margin-top: var(--space); padding-top: var(--space); border-top: 1px solid var(--line); }
    fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 10px; }
    fieldset label { display: inline-block; margin: 0 14px 4px 0; }
    fieldset label > input { width: auto; }
    .secret { background: var(--warn-soft); border-radius: 8px; padding: 10px 12px; margin-bottom: var(--space); }
    .secret code { font-size: 1.1rem; }
    @media (max-width: 720px) { thead { display: none; } tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--line); }
      td { display: block; border: 0; padding: 3px 10px; } td:first-child { font-weight: 600; } td:empty { display: none; } }
  `];

  once = new Once();

  async load() {
    this.accounts = await get('accounts');
  }

  /** Open the form over what the account is now; who changes it meanwhile is not overwritten. */
  async open(name) {
    await doing(this, async () => {
      this.changing = undefined;
      const {answer, seen} = await getSeen(`accounts/${name}`);
      this.changing = {account: answer, seen};
    });
    await this.updateComplete;
    this.renderRoot.querySelector(this.changing ? 'form input' : '.trouble')?.focus();
  }

  async save(event) {
    event.preventDefault();
    const form = event.target;
    const said = new FormData(form);
    const unit = said.get('unit').trim();
    const rights = {roles: [...said.getAll('roles'), ...several(said.get('others'))], areas: several(said.get('areas')),
      ...(unit ? {unit} : {})};
    const changing = this.changing;
    await this.tell(async () => {
      if (changing) {
        await ask('PUT', `accounts/${changing.account.name}`, rights, {'If-Match': changing.seen});
        this.changing = undefined;
        this.done = word('account-changed', changing.account.name);
      } else {
        const made = await this.once.act('accounts', {name: said.get('name').trim(), ...rights});
        this.show(made);
        form.reset();
      }
    });
  }

  /** Say who the owner is at the identity provider, apart from what the account may do. */
  async link(event) {
    event.preventDefault();
    const {name} = this.changing.account;
    const {subject, issuer} = typed(event.target);
    await this.tell(async () => {
      await ask('PUT', `accounts/${name}/subject`, {subject, issuer});
      this.changing = undefined;
      this.done = word('subject-saved', name);
    });
  }

  unlink() {
    const {name} = this.changing.account;
    return this.tell(async () => {
      await ask('DELETE', `accounts/${name}/subject`);
      this.changing = undefined;
      this.done = word('subject-removed', name);
    });
  }

  reset(name) {
    return this.tell(async () => this.show(await act(`accounts/${name}/reset`)));
  }

  takeAway(name) {
    return this.tell(async () => {
      await ask('DELETE', `accounts/${name}`);
      this.done = word('account-removed', name);
    });
  }

  lock(one) {
    return this.tell(() => ask(one.locked ? 'DELETE' : 'PUT', `accounts/${one.name}/lock`));
  }

  show(made) {
    this.secret = {name: made.name, password: made.password};
  }

  async tell(work) {
    this.secret = undefined;
    this.done = undefined;
    if (await doing(this, work)) {
      await this.tick();
    }
    await this.updateComplete;
    this.renderRoot.querySelector('.secret, .told, .trouble')?.focus();
  }

  render() {
    return html`<h1>${word('accounts')}</h1>${this.complaint}
      ${this.refused ? html`<p class="trouble" role="alert" tabindex="-1">${this.refused}</p>` : nothing}
      ${this.done ? html`<p class="told" role="status" tabindex="-1">${this.done}</p>` : nothing}
      ${this.secret ? html`<div class="secret" role="status" tabindex="-1"><p>${word('account-secret', this.secret.name)}</p>
        <p><code>${this.secret.password}</code></p>
        <p><button @click=${() => { this.secret = undefined; }}>${word('secret-kept')}</button></p></div>` : nothing}
      <p><zhili-take path="exports/accounts"></zhili-take></p>
      <div class="card list" role="region" tabindex="0" aria-label=${word('accounts')}><table>
        <thead><tr><th>${word('account')}</th><th>${word('roles')}</th><th>${word('lead')}</th><th>${word('area')}</th><th>${word('actions')}</th></tr></thead>
        <tbody>${repeat(this.accounts ?? [], one => one.name, one => this.row(one))}</tbody></table></div>
      ${this.form()}`;
  }

  row(one) {
    return html`<tr data-name=${one.name}><td>${one.name} ${one.locked ? html`<span class="chip alarm">${word('account-locked')}</span>` : nothing}</td><td>${one.roles.map(role => html`<span class="chip">${word(`role.${role}`)}</span> `)}</td>
      <td>${one.unit ?? ''}</td><td>${one.areas.length ? one.areas.join(', ') : word('whole-city')}</td>
      <td>${one.name === reader.name ? html`<span class="soft">${word('account-own')}</span>` : html`<div class="buttons">
        <button ?disabled=${this.busy} @click=${() => this.open(one.name)}>${word('account-change')}</button>
        ${one.locked ? html`<button ?disabled=${this.busy} @click=${() => this.lock(one)}>${word('account-unlock')}</button>`
          : html`<zhili-sure .label=${word('account-lock')} .question=${word('account-lock-sure')} ?disabled=${this.busy}
          @zhili-sure=${() => this.lock(one)}></zhili-sure>`}
        <zhili-sure .label=${word('account-reset')} .question=${word('account-reset-sure')} ?disabled=${this.busy}
          @zhili-sure=${() => this.reset(one.name)}></zhili-sure>
        <zhili-sure .label=${word('account-remove')} .question=${word('account-remove-sure')} ?disabled=${this.busy}
          @zhili-sure=${() => this.takeAway(one.name)}></zhili-sure></div>`}</td></tr>`;
  }

  /** A new form for each account, so that nothing of another one stays in it. */
  form() {
    const {account} = this.changing ?? {};
    return repeat([account?.name ?? ''], name => name, () => html`<section class="card">
      <h2>${account ? word('account-change-of', account.name) : word('account-make')}</h2><form @submit=${this.save}>
      ${account ? nothing : html`<label><span>${word('account')}</span>
        <input name="name" maxlength="40" pattern="[a-z][a-z0-9._\\-]{1,39}" autocomplete="off" required></label>`}
      <fieldset><legend>${word('roles')}</legend>${ROLES.map(role => html`<label><input type="checkbox" name="roles" value=${role}
        ?checked=${account?.roles.includes(role)}> ${word(`role.${role}`)}</label>`)}</fieldset>
      <label><span>${word('roles-others')} ${word('optional')}</span>
        <input name="others" maxlength="200" value=${account?.roles.filter(role => !ROLES.includes(role)).join(', ') ?? ''}></label>
      <label><span>${word('lead')} ${word('optional')}</span><input name="unit" maxlength="64" value=${account?.unit ?? ''}></label>
      <label><span>${word('account-areas')} ${word('optional')}</span><input name="areas" maxlength="2000" value=${account?.areas.join(', ') ?? ''}></label>
      <p class="soft">${word('account-three')}</p>
      <div class="buttons"><button class="main" ?disabled=${this.busy}>${word(account ? 'account-save' : 'account-make')}</button>
        ${account ? html`<button type="button" @click=${() => { this.changing = undefined; }}>${word('cancel')}</button>` : nothing}</div>
    </form>${account ? this.subject(account.subject) : nothing}</section>`);
  }

  subject(known) {
    return html`<form class="subject" @submit=${this.link}><h2>${word('subject')}</h2><p class="soft">${word('subject-why')}</p>
      <label><span>${word('subject-id')}</span><input name="subject" maxlength="255" autocomplete="off" required value=${known?.subject ?? ''}></label>
      <label><span>${word('subject-issuer')} <small>${word('subject-issuer-usual')}</small></span>
        <input name="issuer" maxlength="300" autocomplete="off" value=${known?.issuer ?? ''}></label>
      <div class="buttons"><button ?disabled=${this.busy}>${word('subject-save')}</button>
        ${known ? html`<zhili-sure .label=${word('subject-remove')} .question=${word('subject-remove-sure')} ?disabled=${this.busy}
          @zhili-sure=${this.unlink}></zhili-sure>` : nothing}</div></form>`;
  }
}

export default Accounts;
