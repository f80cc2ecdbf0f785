/** The working calendar: a year at a time, days that differ from their weekday, and where they come from. */
import {css, html, nothing, language} from 'zhili';
import {Editor} from '../editor.js';
import {tell} from '../editor-words.js';
import {format, parse} from '../csv.js';
import {keyed} from '../merge.js';

const COLUMNS = ['date', 'kind', 'name', 'source'];
const HOLIDAY = 'holiday';
const MAKE_UP = 'make-up-workday';

/** How far apart the days of one holiday are at most, in milliseconds. */
const HOLIDAYS_APART = 2 * 86_400_000;

const iso = date => date.toISOString().slice(0, 10);
const utc = day => new Date(`${day}T00:00:00Z`);
const isWeekend = day => [0, 6].includes(utc(day).getUTCDay());
const onward = (day, days) => iso(new Date(utc(day).getTime() + days * 86_400_000));

export default class Calendar extends Editor {
  static properties = {year: {state: true}, at: {state: true}};
  static styles = [...Editor.styles, css`
    .year { display: flex; gap: 10px; align-items: center; flex-wrap: wrap; margin-bottom: 8px; }
    .year h2 { margin: 0; min-width: 4.5em; text-align: center; }
    .legend { margin-left: auto; display: flex; flex-wrap: wrap; gap: 4px 14px; font-size: 0.9rem; }
    .legend i { display: inline-block; width: 1.1em; height: 1.1em; border-radius: 4px; vertical-align: -0.15em; margin-right: 4px;
      border: 1px solid var(--line); }
    .months { display: grid; grid-template-columns: repeat(auto-fill, minmax(232px, 1fr)); gap: 14px 18px; }
    .months h3 { font-size: 0.95rem; margin: 0 0 4px; }
    .grid { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: 2px; }
    .grid span { text-align: center; color: var(--ink-soft); font-size: 0.8rem; }
    .grid button { padding: 0; height: 32px; border: 1px solid transparent; border-radius: 5px; position: relative; min-width: 0; }
    .grid button.rest { color: var(--ink-soft); background: var(--ground); }
    .grid button.holiday, i.holiday { background: var(--alarm-soft); color: var(--alarm); border-color: #e5b1ac; }
    .grid button.make-up-workday, i.make-up-workday { background: var(--main-soft); color: var(--main); border-color: #9cc6cd; }
    .grid button sup { position: absolute; top: 0; right: 2px; font-size: 0.6rem; line-height: 1.2; }
    .grid button.today { font-weight: 700; text-decoration: underline; }
    .grid button[aria-current] { outline: 2px solid var(--main); }
    i.rest { background: var(--ground); }
    .days { margin-top: 18px; }
    .days td { vertical-align: middle; }
    .days input, .days select { width: 100%; min-width: 8em; }
    .days td:first-child { white-space: nowrap; }
    @media (max-width: 720px) { .legend { margin-left: 0; } .grid button { height: 38px; } }
  `];

  get part() { return 'calendar'; }
  parse(text) { return parse(text).sort((a, b) => a.date.localeCompare(b.date)); }
  format(rows) { return format(COLUMNS, rows); }
  facts(rows) { return rows.map(row => [row.date, [tell(`day.${row.kind}`), row.name, row.source].filter(Boolean).join(' · ')]); }

  entries(rows) { return keyed(rows, row => row.date); }
  joined(entries) { return entries.map(([, row]) => row).sort((a, b) => a.date.localeCompare(b.date)); }
  worded(date, row) { return this.facts([row])[0]; }

  reset() {
    super.reset();
    this.at = undefined;
  }

  willUpdate() {
    if (this.view && !this.year) {
      this.year = Number(this.view.today.slice(0, 4));
    }
  }

  kindOf(day) {
    return this.model.find(row => row.date === day)?.kind ?? (isWeekend(day) ? 'rest' : 'work');
  }

  /** What a click makes of a day: it goes round what its weekday allows. */
  turn(day) {
    const now = this.kindOf(day);
    const next = isWeekend(day) ? {rest: MAKE_UP, [MAKE_UP]: HOLIDAY, [HOLIDAY]: undefined}[now] : {work: HOLIDAY, [HOLIDAY]: undefined}[now];
    this.set(day, next);
    this.at = day;
  }

  show(fault) {
    this.year = Number(this.model[fault.row - 1]?.date.slice(0, 4) ?? this.year);
  }

  set(day, kind) {
    const near = this.model.filter(row => row.date !== day)
      .sort((a, b) => Math.abs(utc(a.date) - utc(day)) - Math.abs(utc(b.date) - utc(day)))[0];
    const old = this.model.find(row => row.date === day);
    const others = this.model.filter(row => row.date !== day);
    const same = near && Math.abs(utc(near.date) - utc(day)) <= HOLIDAYS_APART; // of the same holiday
    const row = {date: day, kind, name: old?.name ?? (same ? near.name : ''), source: old?.source ?? (same ? near.source : '')};
    this.faults = [];
    this.edit((kind ? [...others, row] : others).sort((a, b) => a.date.localeCompare(b.date)));
  }

  write(day, field, value) {
    this.edit(this.model.map(row => row.date === day ? {...row, [field]: value} : row));
  }

  async key(event, day) {
    const steps = {ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7};
    if (steps[event.key]) {
      event.preventDefault();
      const next = onward(day, steps[event.key]);
      this.year = Number(next.slice(0, 4));
      this.at = next;
      await this.updateComplete;
      this.renderRoot.querySelector(`[data-day="${next}"]`)?.focus();
    }
  }

  render() {
    return html`<h1>${tell('calendar')}</h1>${this.complaint}<p class="soft">${tell('calendar-what')}</p>${this.body}`;
  }

  form() {
    const year = this.year;
    const ofYear = this.model.filter(row => row.date.startsWith(`${year}-`));
    const first = this.at?.startsWith(`${year}-`) ? this.at : `${year}-01-01`;
    return html`<div class="year">
        <button type="button" aria-label=${tell('year-before')} @click=${() => { this.year--; }}>‹</button><h2 aria-live="polite">${year}</h2>
        <button type="button" aria-label=${tell('year-after')} @click=${() => { this.year++; }}>›</button>
        <div class="legend">${['holiday', 'make-up-workday', 'rest'].map(kind => html`<span><i class=${kind}></i>${tell(`day.${kind}`)}</span>`)}</div></div>
      ${ofYear.length ? nothing : html`<p class="trouble">${tell('year-empty', year)}</p>`}
      <p class="soft">${tell('calendar-keys')}</p>
      <div class="months">${Array.from({length: 12}, (_, month) => this.month(year, month, first))}</div>
      ${ofYear.length ? this.days(ofYear) : nothing}`;
  }

  month(year, month, first) {
    const begin = new Date(Date.UTC(year, month, 1));
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    const name = new Intl.DateTimeFormat(language(), {month: 'long', timeZone: 'UTC'});
    const weekday = new Intl.DateTimeFormat(language(), {weekday: 'narrow', timeZone: 'UTC'});
    const blank = (begin.getUTCDay() + 6) % 7;
    return html`<div role="group" aria-label="${year} ${name.format(begin)}"><h3>${name.format(begin)}</h3><div class="grid">
      ${[5, 6, 7, 8, 9, 10, 11].map(day => html`<span aria-hidden="true">${weekday.format(new Date(Date.UTC(2026, 0, day)))}</span>`)}
      ${Array.from({length: blank}, () => html`<span></span>`)}
      ${Array.from({length}, (_, i) => this.day(iso(new Date(Date.UTC(year, month, i + 1))), first))}</div></div>`;
  }

  day(day, first) {
    const kind = this.kindOf(day);
    const row = this.model.find(one => one.date === day);
    const long = new Intl.DateTimeFormat(language(), {month: 'long', day: 'numeric', weekday: 'long', timeZone: 'UTC'});
    return html`<button type="button" data-day=${day} class="${kind} ${day === this.view.today ? 'today' : ''}" tabindex=${day === first ? 0 : -1}
      aria-current=${day === this.at ? 'date' : nothing} title=${row?.name ?? nothing}
      aria-label="${long.format(utc(day))} ${tell(`day.${kind}`)} ${row?.name ?? ''}"
      @click=${() => this.turn(day)} @keydown=${event => this.key(event, day)}>${Number(day.slice(8))}${kind === HOLIDAY ? html`<sup>${tell('mark-holiday')}</sup>`
        : kind === MAKE_UP ? html`<sup>${tell('mark-make-up')}</sup>` : nothing}</button>`;
  }

  days(rows) {
    const weekday = new Intl.DateTimeFormat(language(), {weekday: 'short', timeZone: 'UTC'});
    return html`<div class="days scroll" role="region" tabindex="0" aria-label=${tell('days-listed')}><table>
      <thead><tr><th>${tell('date')}</th><th>${tell('kind')}</th><th>${tell('name')}</th><th>${tell('source')}</th><th></th></tr></thead>
      <tbody>${rows.map(row => {
        const number = this.model.indexOf(row) + 1;
        return html`<tr><td>${row.date} <span class="soft">${weekday.format(utc(row.date))}</span>${this.fault('date', number)}</td>
          <td><select aria-label="${row.date} ${tell('kind')}" aria-invalid=${this.invalid('kind', number)} @change=${event => this.write(row.date, 'kind', event.target.value)}>
            ${[HOLIDAY, MAKE_UP].map(kind => html`<option value=${kind} .selected=${row.kind === kind}>${tell(`day.${kind}`)}</option>`)}</select>${this.fault('kind', number)}</td>
          ${['name', 'source'].map(field => html`<td><input maxlength="200" aria-label="${row.date} ${tell(field)}" aria-invalid=${this.invalid(field, number)}
            .value=${row[field]} @change=${event => this.write(row.date, field, event.target.value)}>${this.fault(field, number)}</td>`)}
          <td><button type="button" class="small" aria-label="${tell('take-out')} ${row.date}" @click=${() => this.set(row.date, undefined)}>${tell('take-out')}</button></td></tr>`;
      })}</tbody></table></div>`;
  }
}
