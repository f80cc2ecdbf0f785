/** What a draft would have made of past cases, as tables: sums, and cases to look at. */
import {html, nothing, said, time} from 'zhili';
import {tell} from './editor-words.js';

/** What is counted for which part. */
const COLUMNS = {
  calendar: ['cases', 'due', 'overdue', 'unknown'],
  catalogue: ['cases', 'lead', 'gone', 'renamed'],
  type: ['cases', 'due', 'overdue', 'blocked', 'gone'],
};

const columns = part => COLUMNS[part] ?? COLUMNS.type;

export function summary(found, part) {
  const {all} = found;
  return html`<h3>${tell('if-so', found.from, found.to)}</h3>
    <p>${all.cases ? sentence(all, part) : tell('no-cases')}</p>
    ${all.cases ? html`<div class="scroll" role="region" tabindex="0" aria-label=${tell('preview')}><table>
      <thead><tr><th>${tell('type')}</th>${columns(part).map(name => html`<th class="number">${tell(`sum.${name}`)}</th>`)}</tr></thead>
      <tbody>${found.types.map(one => html`<tr><td>${said(one.name)}</td>${columns(part).map(name => cell(one.sums, name))}</tr>`)}</tbody>
      <tfoot><tr><td>${tell('sum')}</td>${columns(part).map(name => cell(all, name))}</tr></tfoot></table></div>` : nothing}`;
}

function sentence(all, part) {
  if (!all.different) {
    return tell('no-difference', all.cases);
  }
  if (part === 'catalogue') {
    return tell('differ-catalogue', all.cases, all.different, all.lead, all.gone);
  }
  const more = all.overdueAfter - all.overdueBefore;
  return tell('differ-due', all.cases, all.due) + (more > 0 ? tell('more-overdue', more) : more < 0 ? tell('fewer-overdue', -more) : tell('same-overdue'));
}

function cell(sums, name) {
  if (name !== 'overdue') {
    return html`<td class="number">${sums[name] || html`<span class="soft">0</span>`}</td>`;
  }
  const more = sums.overdueAfter - sums.overdueBefore;
  return html`<td class="number">${sums.overdueBefore} <span class="arrow">→</span> ${sums.overdueAfter}
    ${more ? html`<b class=${more > 0 ? 'worse' : 'better'}>${more > 0 ? `+${more}` : `−${-more}`}</b>` : nothing}</td>`;
}

export function samples(found, part) {
  return found.samples.length ? html`<h3>${found.samples.length < found.all.different
      ? tell('samples-some', found.samples.length, found.all.different) : tell('samples')}</h3>
    <div class="scroll" role="region" tabindex="0" aria-label=${tell('samples')}><table>
      <thead><tr><th>${tell('number')}</th><th>${tell('type')}</th><th>${tell('becomes')}</th></tr></thead>
      <tbody>${found.samples.map(one => html`<tr>
        <td><a href="#/cases/${one.id}" target="_blank">${one.number}</a><br><span class="soft">${time(one.reportedAt)}</span></td>
        <td>${said(one.type)}</td><td>${part === 'catalogue' ? leads(one) : nothing}${dues(one)}${turn(one)}</td></tr>`)}</tbody></table></div>` : nothing;
}

const leads = one => JSON.stringify(one.leadBefore) === JSON.stringify(one.leadAfter) ? nothing
  : html`<div>${said(one.leadBefore) || tell('nobody')} <span class="arrow">→</span> ${said(one.leadAfter) || tell('nobody')}</div>`;

const dues = one => html`${one.dues.map(due => html`<div>${said(due.milestone)}: <span class="when">${time(due.before) || tell('absent')}</span>
  <span class="when"><span class="arrow">→</span> ${time(due.after) || tell('absent')}</span></div>`)}
  ${one.overdueBefore === one.overdueAfter ? nothing : html`<span class="chip ${one.overdueAfter ? 'alarm' : 'good'}">${tell(one.overdueAfter ? 'now-late' : 'no-more-late')}</span>`}`;

const turn = one => one.turn === 'NONE' ? nothing : html`<span class="chip warn">${tell(`turn.${one.turn}`)}</span>`;
