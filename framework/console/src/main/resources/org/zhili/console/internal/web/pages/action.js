/** A form for what one does to a case, with what has to be said. */
import {LitElement} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Once, css, doing, get, html, looks, nothing, said} from 'zhili';
import {choice, line, lock, prose, typed} from '../fields.js';
import {unitChoices} from '../units.js';
import {word} from '../words.js';
import {photosIn} from './photos.js';

/** What has to be said with an action; all others take a note. */
const FIELDS = {
  dispatch: ['lead', 'reason'], file: ['filing', 'note'], decline: ['reason'], 'request-return': ['reason'],
  'decide-return': ['granted', 'reason'], meet: ['milestone', 'note'], extend: ['milestone', 'amount', 'limit', 'reason'],
  suspend: ['reason'], park: ['reason'], rework: ['reason'], annul: ['reason'], merge: ['into', 'reason'],
  reopen: ['reason'], urge: ['reason'], rate: ['solved', 'stars', 'comment'], note: ['note'],
};

/** Whether an action only leads on to the next step. */
export const isStep = action => !(action in FIELDS);

const YES_OR_NO = () => [['true', word('yes')], ['false', word('no')]];
const EVIDENCE = 'evidence:';
/** How the kinds of evidence begin that are photos. */
const PHOTO = 'photo-';

class Action extends LitElement {
  static properties = {offer: {}, file: {}, gone: {}, filings: {state: true}, milestone: {state: true}, refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`form { margin-top: 14px; max-width: 560px; }`];

  /** Each look at the case brings a new offer of the same action; what was typed stays. */
  isOther(changed) {
    return changed.has('offer') && changed.get('offer')?.action !== this.offer.action;
  }

  willUpdate(changed) {
    if (this.isOther(changed)) {
      this.refused = undefined;
      this.milestone = undefined;
      this.once = new Once();
      this.know();
    }
  }

  updated(changed) {
    lock(this.renderRoot, Boolean(this.gone));
    if (this.isOther(changed)) {
      this.renderRoot.querySelector('select, textarea, input, button')?.focus();
    }
  }

  /** Conditions to file under are those of the case's own type. */
  async know() {
    if (this.offer.action === 'file' && !this.filings) {
      const type = (await get('case-types')).find(one => one.id === this.file.type);
      this.filings = type?.filings ?? [];
    }
  }

  async send(event) {
    event.preventDefault();
    const form = event.target; // an event knows it no longer once it has been dispatched
    await doing(this, async () => {
      const photos = await photosIn(form);
      await this.once.act(`cases/${this.file.id}/actions`, this.body(typed(form), photos));
      this.dispatchEvent(new Event('zhili-done'));
    });
  }

  body({limit, amount, stars, granted, solved, ...words}, photos) {
    const told = Object.entries(words);
    const evidence = [...told.filter(([name]) => name.startsWith(EVIDENCE))
      .map(([name, content]) => ({kind: name.slice(EVIDENCE.length), content})), ...photos];
    return {
      action: this.offer.action,
      ...Object.fromEntries(told.filter(([name]) => !name.startsWith(EVIDENCE))),
      ...(evidence.length ? {evidence} : {}),
      ...(amount ? {amount: Number(amount), unit: limit} : {}),
      ...(stars ? {stars: Number(stars)} : {}),
      ...(granted ? {granted: granted === 'true'} : {}),
      ...(solved ? {solved: solved === 'true'} : {}),
    };
  }

  get unmet() {
    return this.file.milestones.filter(one => !one.metAt);
  }

  /** What has to come with it: of the action, and of the milestone that is reported as met. */
  get wanted() {
    const met = this.offer.action === 'meet' ? this.unmet.find(one => one.id === this.milestone) : undefined;
    const kinds = [...this.offer.evidence, ...(met?.evidence ?? [])];
    return kinds.filter((kind, i) => kinds.findIndex(other => other.id === kind.id) === i);
  }

  shown(kind) {
    return kind.id.startsWith(PHOTO) ? html`<zhili-photos .kind=${kind.id} .label=${said(kind.name)} ?locked=${Boolean(this.gone)}></zhili-photos>`
      : prose(`${EVIDENCE}${kind.id}`, {required: true, label: said(kind.name)});
  }

  field(name) {
    switch (name) {
      case 'lead': return choice(name, unitChoices());
      case 'filing': return choice(name, (this.filings ?? []).map(one => [one.id, said(one.name)]));
      case 'milestone': return choice(name, this.unmet.map(one => [one.id, said(one.name)]));
      case 'granted': case 'solved': return choice(name, YES_OR_NO());
      case 'stars': return choice(name, [5, 4, 3, 2, 1].map(stars => [stars, '★'.repeat(stars)]));
      case 'limit': return choice(name, ['WORK_HOUR', 'WORK_DAY', 'HOUR', 'DAY', 'MONTH'].map(unit => [unit, word(unit)]));
      case 'amount': return line(name, 'number');
      case 'into': return line(name);
      default: return prose(name, {required: name === 'reason' || this.offer.action === 'note'});
    }
  }

  render() {
    return html`${this.gone && !this.busy ? html`<p class="trouble" role="alert">${this.gone}</p>` : nothing}
      <form @submit=${this.send} @change=${event => event.target.name === 'milestone' && (this.milestone = event.target.value)} aria-label=${said(this.offer.name)}>
      ${(FIELDS[this.offer.action] ?? ['note']).map(name => this.field(name))}
      ${repeat(this.wanted, kind => kind.id, kind => this.shown(kind))}
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      ${this.gone && !this.refused && !this.busy ? nothing : html`<button class="main" ?disabled=${this.busy}>${word('send')}</button>`}
      ${this.gone ? html`<button type="button" @click=${() => this.dispatchEvent(new Event('zhili-closed'))}>${word('close')}</button>` : nothing}
    </form>`;
  }
}

customElements.define('zhili-action', Action);
