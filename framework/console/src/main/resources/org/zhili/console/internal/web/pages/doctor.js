/** What is wrong with the town and what to do about it, and the work that was set aside. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, ask, css, doing, get, getAll, html, looks, nothing, said, time} from 'zhili';
import {word} from '../words.js';
import './sure.js';
import './take.js';

/** What a kind of work does, in words; that of a module has a name of its own. */
function kindName(kind) {
  const name = word(`work.${kind}`);
  return name === `work.${kind}` ? kind : name;
}

const key = finding => `${finding.code} ${said(finding.sentence)}`;

export default class Doctor extends Page {
  static properties = {findings: {state: true}, work: {state: true}, deep: {state: true}, told: {state: true},
    refused: {state: true}, busy: {state: true}};
  static styles = [looks, css`
    article { display: flex; flex-wrap: wrap; gap: 4px 10px; margin-bottom: 8px; align-items: baseline; }
    article p { margin: 0; flex: 1 1 280px; overflow-wrap: anywhere; }
    h2 { margin-top: 22px; }
    .tools { margin: 12px 0; }
  `];

  every = 10_000;

  async load() {
    const [findings, work] = await Promise.all([get('doctor'), get('set-aside')]);
    Object.assign(this, {findings, work});
  }

  /** It takes as long as there are cases; what is found that way only stays beside what is found now. */
  verify() {
    return doing(this, async () => {
      const quick = new Set((await get('doctor')).map(key));
      this.deep = (await getAll('doctor?deep=true')).filter(one => !quick.has(key(one)));
    });
  }

  all() {
    const now = this.findings ?? [];
    return [...now, ...(this.deep ?? []).filter(one => !now.some(other => key(other) === key(one)))];
  }

  retry(path) {
    return doing(this, async () => {
      const {retried = 1} = await ask('POST', path) ?? {};
      this.told = word('work-retried', retried);
      await this.tick();
    });
  }

  render() {
    return html`<h1>${word('doctor')}</h1>${this.complaint}
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      ${this.all().length ? this.all().map(one => this.finding(one))
        : html`<p class="card soft">${this.findings ? word('doctor-well') : this.trouble ? '' : word('loading')}</p>`}
      <p class="tools"><button ?disabled=${this.busy} @click=${this.verify}>${word('doctor-deep')}</button>
        ${this.deep ? html`<span class="told" role="status">${word('doctor-deep-done')}</span>` : nothing}</p>
      <h2>${word('set-aside')}</h2><p class="soft">${word('set-aside-what')}</p>
      ${this.told ? html`<p class="told" role="status">${this.told}</p>` : nothing}
      ${this.work?.length ? html`<p><zhili-take path="exports/set-aside"></zhili-take></p>${repeat(this.work, one => one.id, one => this.piece(one))}
        <zhili-sure .label=${word('retry-all')} .question=${word('retry-all-sure')} ?disabled=${this.busy}
          @zhili-sure=${() => this.retry('set-aside/retry')}></zhili-sure>`
        : html`<p class="card soft">${this.nothing(word('set-aside-none'), word('loading'))}</p>`}`;
  }

  finding(one) {
    return html`<article class="card"><span class="chip ${one.level === 'FAULT' ? 'alarm' : 'warn'}">${word(one.level)}</span>
      <p>${said(one.sentence)}</p><span class="soft">${one.code}</span></article>`;
  }

  piece(one) {
    return html`<article class="card" data-id=${one.id}><p><b>${kindName(one.kind)}</b> ${one.key}<br>
      <span class="soft">${word('attempts', one.attempts)} · ${time(one.diedAt)}</span><br>${one.error}</p>
      <button ?disabled=${this.busy} @click=${() => this.retry(`set-aside/${one.id}/retry`)}>${word('retry-one')}</button></article>`;
  }
}
