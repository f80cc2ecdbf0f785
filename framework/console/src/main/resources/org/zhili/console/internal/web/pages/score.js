/** One unit's grade: every point explained by the cases that cost it. */
import {Page, css, get, html, looks, nothing, said, time} from 'zhili';
import {word} from '../words.js';

const TONE = {GOOD: 'good', BAD: 'alarm', NOT_ASKED: ''};

class Score extends Page {
  static properties = {unit: {}, period: {}, card: {state: true}};
  static styles = [looks, css`
    section { margin-bottom: var(--space); }
    .total { font-size: 1.6rem; font-weight: 600; }
    .list { overflow-x: auto; padding: 0; }
    .cases { display: flex; flex-wrap: wrap; gap: 4px 12px; }
    h2 { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 16px; }
  `];

  every = 10_000;

  get address() {
    const [from, to] = this.period;
    return `scores/${encodeURIComponent(this.unit)}${from ? `?from=${from}&to=${to}` : ''}`;
  }

  async load() {
    const {address} = this;
    const card = await get(address);
    if (address === this.address) {
      this.shown = address;
      this.card = card;
    }
  }

  updated() {
    if (this.shown && this.shown !== this.address) {
      this.shown = undefined;
      this.card = undefined;
      this.tick();
    }
  }

  render() {
    const back = html`<p><a href="#/scores">← ${word('back')}</a></p>`;
    const card = this.card;
    if (!card) {
      return html`${back}${this.complaint}${this.trouble ? nothing : html`<p class="soft">${word('loading')}</p>`}`;
    }
    const numbers = new Map(card.cases.map(one => [one.caseId, one.number]));
    return html`${back}${this.complaint}
      <h1>${said(card.unitName) || card.unit}</h1>
      <section class="card"><span class="total">${card.ungraded ? nothing : card.total.toFixed(2)}</span>
        ${card.ungraded ? said(card.ungraded) : nothing}
        <span class="soft">${word('graded-over', card.from, card.to, card.sample)} ${word('graded-at', time(card.gradedAt))}</span></section>
      ${card.lines.map(line => html`<section class="card"><h2><span>${said(line.name)}</span><span>${line.points.toFixed(2)} / ${line.maximum.toFixed(2)}</span></h2>
        <p>${said(line.why)}</p>
        ${line.evidence.length ? html`<p class="soft">${word('cost')}</p><div class="cases">${line.evidence.map(id => html`
          <a href="#/cases/${numbers.get(id) ?? id}">${numbers.get(id) ?? id}</a>`)}</div>` : html`<p class="soft">${word('cost-none')}</p>`}
      </section>`)}
      ${this.leftOut(card)}${this.counted(card)}`;
  }

  leftOut(card) {
    return card.leftOut.length ? html`<section class="card"><h2>${word('left-out')}</h2>${card.leftOut.map(left => html`
      <p><a href="#/cases/${left.number}">${left.number}</a> ${said(left.why)}</p>`)}</section>` : nothing;
  }

  counted(card) {
    if (!card.cases.length) {
      return nothing;
    }
    return html`<section class="card list" role="region" tabindex="0" aria-label=${word('counted')}><table>
      <thead><tr><th>${word('counted')}</th>${card.lines.map(line => html`<th>${said(line.name)}</th>`)}</tr></thead>
      <tbody>${card.cases.map(one => html`<tr><td><a href="#/cases/${one.number}">${one.number}</a></td>
        ${card.lines.map(line => {
          const {finding} = one.verdicts.find(verdict => verdict.criterion === line.criterion) ?? {finding: 'NOT_ASKED'};
          return html`<td><span class="chip ${TONE[finding]}">${word(finding)}</span></td>`;
        })}</tr>`)}</tbody></table></section>`;
  }
}

customElements.define('zhili-score', Score);
