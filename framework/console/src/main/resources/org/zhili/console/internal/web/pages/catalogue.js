/** The dispatch catalogue: who leads for which subject, where, and from when. */
import {css, get, html, nothing, said} from 'zhili';
import {Editor} from '../editor.js';
import {tell} from '../editor-words.js';
import {format, parse} from '../csv.js';
import {keyed} from '../merge.js';
import {codes, term, termsKnown} from '../terms.js';
import {unitChoices, unitName, unitsKnown} from '../units.js';

const COLUMNS = ['id', 'subject', 'condition', 'area', 'lead', 'assisting', 'supervising', 'from', 'until', 'source'];
const SHOWN = 40;

export default class Catalogue extends Editor {
  static properties = {search: {state: true}, opened: {state: true}, most: {state: true}};
  static styles = [...Editor.styles, css`
    .bar { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 10px; }
    .bar input { flex: 1 1 240px; min-width: 0; }
    td { overflow-wrap: anywhere; }
    td:first-child { min-width: 3.6em; }
    td:nth-child(2) { min-width: 6.2em; }
    td:last-child { text-align: right; }
    .changes td:last-child, .clashes td:last-child { text-align: left; }
    .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 10px; }
    .fields label { margin: 0; }
    tr.opened td { background: var(--main-soft); text-align: left; }
    tr.bad td:first-child { color: var(--alarm); font-weight: 600; }
    @media (max-width: 720px) { th.wide, td.wide { display: none; } th, td { padding: 8px 6px; } }
  `];

  constructor() {
    super();
    this.search = '';
    this.most = SHOWN;
  }

  get part() { return 'catalogue'; }
  parse(text) { return parse(text); }
  format(rows) { return format(COLUMNS, rows); }

  facts(rows) {
    return rows.flatMap(row => COLUMNS.slice(1).map(column => [`${row.id} · ${tell(`column.${column}`)}`, this.shown(row, column)]).filter(([, value]) => value));
  }

  entries(rows) { return keyed(rows, row => row.id); }
  joined(entries) { return entries.map(([, row]) => row); }

  worded(id, row) {
    const filled = COLUMNS.slice(1).map(column => [column, this.shown(row, column)]).filter(([, value]) => value);
    return [id, filled.map(([column, value]) => `${tell(`column.${column}`)}: ${value}`)];
  }

  shown(row, column) {
    const value = row[column] ?? '';
    return ['lead', 'assisting', 'supervising'].includes(column) ? value.split('|').filter(Boolean).map(unitName).join(', ')
      : column === 'area' ? this.areaName(value) : value;
  }

  areaName(id) {
    return said(this.areas?.find(area => area.id === id)?.name) || id;
  }

  async prepare() {
    await Promise.all([unitsKnown(), termsKnown()]);
    this.areas ??= await get('areas');
  }

  write(number, column, value) {
    this.edit(this.model.map((row, i) => i === number ? {...row, [column]: value} : row));
  }

  show(fault) {
    this.search = '';
    this.most = Math.max(this.most, fault.row);
  }

  add() {
    const number = 1 + Math.max(0, ...this.model.map(row => Number(/(\d+)$/.exec(row.id)?.[1] ?? 0)));
    const form = /^(.*?)(\d+)$/.exec(this.model.at(-1)?.id ?? 'DC001');
    const id = form ? form[1] + String(number).padStart(form[2].length, '0') : `R${number}`;
    this.search = '';
    this.edit([{id, subject: '', condition: '', area: '', lead: '', assisting: '', supervising: '', from: this.view.today, until: '', source: ''}, ...this.model]);
    this.opened = 0;
  }

  takeOut(number) {
    this.opened = undefined;
    this.faults = [];
    this.edit(this.model.filter((_, i) => i !== number));
  }

  render() {
    return html`<h1>${tell('catalogue')}</h1>${this.complaint}<p class="soft">${tell('catalogue-what')}</p>${this.body}`;
  }

  form() {
    const sought = this.search.trim().toLowerCase();
    const found = this.model.map((row, number) => ({row, number})).filter(({row, number}) => number === this.opened || !sought
      || [...COLUMNS.map(column => row[column]), term(row.subject), term(row.condition), this.shown(row, 'lead'), this.shown(row, 'area')].some(word => word?.toLowerCase().includes(sought)));
    return html`<div class="bar"><input type="search" aria-label=${tell('catalogue-search')} placeholder=${tell('catalogue-search')}
        .value=${this.search} @input=${event => { this.search = event.target.value; this.most = SHOWN; }}>
        <button type="button" @click=${this.add}>${tell('row-add')}</button></div>
      <datalist id="codes">${codes().map(([code, name]) => html`<option value=${code}>${name}</option>`)}</datalist>
      ${found.length ? html`<div class="scroll" role="region" tabindex="0" aria-label=${tell('catalogue')}><table>
        <thead><tr><th>${tell('column.id')}</th><th>${tell('column.subject')}</th><th class="wide">${tell('column.area')}</th><th>${tell('column.lead')}</th>
          <th class="wide">${tell('column.from')}</th><th></th></tr></thead>
        <tbody>${found.slice(0, this.most).map(({row, number}) => this.line(row, number))}</tbody></table></div>
        ${found.length > this.most ? html`<div class="buttons"><button type="button" @click=${() => { this.most += SHOWN; }}>${tell('show-more', found.length - this.most)}</button></div>` : nothing}`
        : html`<p class="soft">${tell(this.model.length ? 'rows-none' : 'catalogue-none')}</p>`}`;
  }

  line(row, number) {
    const open = this.opened === number;
    const bad = this.faults.some(fault => fault.row === number + 1);
    return html`<tr class=${bad ? 'bad' : ''} data-row=${row.id}><td>${row.id}</td><td title="${row.subject} ${row.condition ?? ''}">${term(row.subject)}${row.condition ? html`<br><span class="soft">${term(row.condition)}</span>` : nothing}</td>
      <td class="wide">${this.areaName(row.area) || html`<span class="soft">${tell('whole-city')}</span>`}</td><td>${this.shown(row, 'lead')}</td>
      <td class="wide">${row.from}${row.until ? ` – ${row.until}` : ''}</td>
      <td><button type="button" class="small" aria-expanded=${open} aria-label="${tell('edit')} ${row.id}" @click=${() => { this.opened = open ? undefined : number; }}>${tell(open ? 'fold' : 'edit')}</button></td></tr>
      ${open || bad ? html`<tr class="opened"><td colspan="6"><div class="fields">${COLUMNS.map(column => this.field(row, number, column))}</div>
        <div class="buttons"><button type="button" @click=${() => this.takeOut(number)}>${tell('row-remove')}</button></div></td></tr>` : nothing}`;
  }

  field(row, number, column) {
    const change = event => this.write(number, column, event.target.multiple
      ? [...event.target.selectedOptions].map(option => option.value).join('|') : event.target.value.trim());
    const invalid = this.invalid(column, number + 1);
    return html`<label><span>${tell(`column.${column}`)}</span>${this.input(row, column, change, invalid)}${this.fault(column, number + 1)}</label>`;
  }

  input(row, column, change, invalid) {
    const value = row[column] ?? '';
    if (column === 'lead' || column === 'area') {
      const choices = column === 'lead' ? unitChoices() : (this.areas ?? []).map(area => [area.id, said(area.name)]);
      const unknown = value && !choices.some(([id]) => id === value);
      return html`<select aria-invalid=${invalid} @change=${change}>
        <option value="" .selected=${!value}>${tell(column === 'area' ? 'whole-city' : 'choose')}</option>
        ${unknown ? html`<option value=${value} selected>${value}</option>` : nothing}
        ${choices.map(([id, name]) => html`<option value=${id} .selected=${id === value}>${name}</option>`)}</select>`;
    }
    if (column === 'assisting' || column === 'supervising') {
      const chosen = value.split('|');
      return html`<select multiple size="4" aria-invalid=${invalid} @change=${change}>
        ${unitChoices().map(([id, name]) => html`<option value=${id} .selected=${chosen.includes(id)}>${name}</option>`)}</select>`;
    }
    if (column === 'subject' || column === 'condition') {
      return html`<input list="codes" maxlength="64" autocomplete="off" aria-invalid=${invalid} .value=${value} @change=${change}>`;
    }
    return html`<input type=${column === 'from' || column === 'until' ? 'date' : 'text'} maxlength="400" aria-invalid=${invalid} .value=${value} @change=${change}>`;
  }
}
