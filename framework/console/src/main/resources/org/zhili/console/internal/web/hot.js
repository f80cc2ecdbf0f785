/** What is frequent: types and areas of a period against the one before. */
import {get, html, nothing, said} from 'zhili';
import {word} from './words.js';

/** Of how many cases before on a percentage says something. */
const TELLING = 10;

/** How long periods are, in days. */
export const PERIODS = [7, 30, 90];

const DAY = 86_400_000;

/** Ask for both; days are those of the city, which says what day it is. */
export async function hot({days, own, level, limit = 10, today}) {
  const period = own ?? lately(days, today ?? (await get('cases/today')).day);
  const asked = `from=${period[0]}&to=${period[1]}`;
  const [types, areas] = await Promise.all([
    get(`cases/hot?by=type&limit=${limit}&${asked}`),
    get(`cases/hot?by=area&limit=200&${asked}${level ? `&level=${encodeURIComponent(level)}` : ''}`)]);
  return {types: types.rows, areas: areas.rows, period};
}

/** The first and the last of so many days up to this one. */
function lately(days, today) {
  return [new Date(Date.parse(today) - (days - 1) * DAY).toISOString().slice(0, 10), today];
}

/** How areas are coloured that have these many cases. */
export function shade(areas, level) {
  const counts = new Map(areas.map(row => [row.id, row.now]));
  return {level, counts, most: Math.max(1, ...counts.values())};
}

export function hotTable(heading, rows) {
  return html`<table><thead><tr><th>${heading}</th><th class="number">${word('this-period')}</th>
      <th class="number">${word('period-before')}</th><th class="number">${word('change')}</th></tr></thead>
    <tbody>${rows.map(row => html`<tr><td>${said(row.name)}</td><td class="number"><b>${row.now}</b></td>
      <td class="number">${row.before}</td><td class="number">${change(row)}</td></tr>`)}</tbody></table>
    ${rows.length ? nothing : html`<p class="soft">${word('hot-none')}</p>`}`;
}

/** In numbers always; in percent where there was something, and softly where that was little. */
export function change(row) {
  const signed = number => number > 0 ? `+${number}` : `${number}`;
  return html`${row.change > 0 ? '▲' : row.change < 0 ? '▼' : ''} ${signed(row.change)}
    ${row.percent === undefined ? nothing : html`<span class=${row.before < TELLING ? 'soft' : ''}>(${signed(row.percent)}%)</span>`}`;
}
