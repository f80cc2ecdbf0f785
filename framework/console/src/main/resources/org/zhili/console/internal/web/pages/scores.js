/** How units were graded, and each grade down to the cases that made it. */
import {Once, Page, css, doing, get, html, looks, may, nothing, said} from 'zhili';
import {typed} from '../fields.js';
import {word} from '../words.js';
import './score.js';
import './take.js';

/** A grade as a bar as long as it is high. */
const FULL = 100;

export default class Scores extends Page {
  static properties = {cards: {state: true}, busy: {state: true}, refused: {state: true}};
  static styles = [looks, css`
    form { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: end; margin-bottom: var(--space); }
    form label { margin: 0; }
    .list { overflow-x: auto; padding: 0; }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    td.unit { min-width: 8em; }
    meter { width: 90px; height: 10px; vertical-align: middle; }
  `];

  every = 10_000;
  once = new Once();

  async load() {
    if (this.rest) {
      return; // one unit's page asks for itself
    }
    const [from, to] = this.period ?? [];
    this.cards = await get(from ? `scores?from=${from}&to=${to}` : 'scores');
  }

  updated(changed) {
    if (changed.has('rest') && !this.rest) {
      this.tick();
    }
  }

  async grade(event) {
    event.preventDefault();
    const {from, to} = typed(event.target);
    await doing(this, async () => {
      if (event.submitter?.value === 'grade') {
        await this.once.act('scores/runs', {from, to});
      }
      this.period = [from, to];
      await this.tick();
    });
  }

  render() {
    if (this.rest) {
      const [unit, from, to] = this.rest.split('/');
      return html`<zhili-score .unit=${unit} .period=${[from, to]}></zhili-score>`;
    }
    const [first] = this.cards ?? [];
    return html`<h1>${word('scores')}</h1>${this.complaint}
      <form class="card" @submit=${this.grade}>
        ${['from', 'to'].map(day => html`<label><span>${word(day)}</span>
          <input type="date" name=${day} required .value=${this.period?.[day === 'from' ? 0 : 1] ?? first?.[day] ?? ''}></label>`)}
        <button ?disabled=${this.busy} value="look">${word('look')}</button>
        ${may('supervisor') ? html`<button class="main" ?disabled=${this.busy} value="grade">${word('grade')}</button>` : nothing}
        ${first ? html`<zhili-take .path=${`exports/scores?from=${first.from}&to=${first.to}`}></zhili-take>` : nothing}
        ${first ? html`<span class="soft">${word('graded-by', first.model)}</span>` : nothing}
      </form>
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      ${first ? this.table() : html`<p class="card soft" role="status">${this.cards ? word('score-none') : this.trouble ? '' : word('loading')}</p>`}`;
  }

  table() {
    const lines = this.cards.find(card => card.lines.length)?.lines ?? []; // who is not graded has none
    return html`<div class="card list" role="region" tabindex="0" aria-label=${word('scores')}><table>
      <thead><tr><th class="number">#</th><th>${word('unit')}</th><th>${word('total')}</th>
        ${lines.map(line => html`<th class="number">${said(line.name)}</th>`)}<th class="number">${word('sample')}</th></tr></thead>
      <tbody>${this.cards.map((card, i) => this.row(card, i, lines.length))}</tbody></table></div>`;
  }

  row(card, place, lines) {
    return html`<tr><td class="number">${card.total === null || card.total === undefined ? '' : place + 1}</td>
      <td class="unit"><a href="#/scores/${card.unit}/${card.from}/${card.to}">${said(card.unitName) || card.unit}</a></td>
      <td colspan=${card.lines.length ? 1 : 1 + lines}>${card.ungraded ? html`<span class="soft">${said(card.ungraded)}</span>` : html`
        <meter min="0" max=${FULL} value=${card.total} aria-hidden="true"></meter> <b>${card.total.toFixed(2)}</b>`}</td>
      ${card.lines.map(line => html`<td class="number">${line.points.toFixed(2)} / ${line.maximum.toFixed(2)}</td>`)}
      <td class="number">${card.sample}</td></tr>`;
  }
}
