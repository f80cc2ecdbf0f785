/** What editors are made of: differences, faults, and the editions there were. */
import {html, nothing, said, time} from 'zhili';
import {tell} from './editor-words.js';

const TONE = {IN_FORCE: 'good', WAITING: 'warn', PAST: '', OVERTAKEN: 'alarm'};

export const faultList = faults => html`<ul>${faults.slice(0, 20).map(one =>
  html`<li><code>${one.code}</code> ${one.row ? tell('row', one.row) : nothing} ${said(one.why)}</li>`)}</ul>`;

export function lines(changes) {
  return changes.length ? html`<div class="scroll" role="region" tabindex="0" aria-label=${tell('changes', changes.length)}><table class="changes">
    <thead><tr><th>${tell('field')}</th><th>${tell('was')}</th><th>${tell('becomes')}</th></tr></thead>
    <tbody>${changes.slice(0, 200).map(one => html`<tr><td>${one.label}</td>
      <td>${one.before ?? html`<span class="soft">${tell('absent')}</span>`}</td>
      <td>${one.after ?? html`<span class="soft">${tell('removed')}</span>`}</td></tr>`)}</tbody></table></div>`
    : html`<p class="soft">${tell('changes-none')}</p>`;
}

export function editionList(editor) {
  return html`<section class="card"><h2>${tell('editions')}</h2>
    ${editor.history?.length ? html`<ol class="editions">${editor.history.map(one => html`<li>
        <p><b>${tell('edition', one.number)}</b> <span class="chip ${TONE[one.standing]}">${tell(`standing.${one.standing}`)}</span>
          ${tell('from-day', one.from)} <span class="soft">· ${one.by} · ${time(one.at)}</span></p>
        <p>${one.reason}</p>
        ${one.faults.length ? html`<div class="trouble"><p>${tell(one.standing === 'WAITING' ? 'faults-waiting' : 'faults-now', one.faults.length)}</p>${faultList(one.faults)}</div>` : nothing}
        <button type="button" aria-expanded=${editor.compared?.number === one.number} @click=${() => editor.compare(one)}>${tell('compare')}</button>
        ${editor.compared?.number === one.number ? lines(editor.compared.lines) : nothing}</li>`)}</ol>`
      : html`<p class="soft">${tell('editions-none')}</p>`}
    ${!editor.dirty && editor.refused ? html`<p class="trouble" role="alert" tabindex="-1">${editor.refused}</p>` : nothing}</section>`;
}
