/** What both a draft and somebody else changed, side by side, to be chosen from. */
import {html} from 'zhili';
import {tell} from './editor-words.js';

/**
 * The edition that holds on a day unless another is published, or null. A draft for that day has to
 * be begun on it, lest it takes away what somebody published for then.
 */
export function holding(history, day) {
  const number = (history ?? []).filter(one => ['IN_FORCE', 'WAITING'].includes(one.standing) && one.from <= day)
    .sort((a, b) => a.from.localeCompare(b.from) || a.number - b.number).at(-1)?.number;
  return number ?? null;
}

export function choosing(editor) {
  const {clashes} = editor;
  const {choices} = editor.carried;
  const open = clashes.filter(one => !choices[one.key]).length;
  return html`<section class="card clashes" aria-labelledby="clashes"><h2 id="clashes" tabindex="-1">${tell('clashes', clashes.length)}</h2>
    <p class="soft">${tell('clashes-what')}</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="clashes"><table>
      <thead><tr><th>${tell('field')}</th><th>${tell('was')}</th><th>${tell('mine')}</th><th>${tell('theirs')}</th></tr></thead>
      <tbody>${clashes.map((one, i) => row(editor, one, i))}</tbody></table></div>
    <div class="buttons"><button type="button" class="main" ?disabled=${open || editor.busy} @click=${() => editor.attempt(async () => editor.carry())}>${tell('carry')}</button>
      <button type="button" @click=${() => { editor.carried = undefined; }}>${tell('carry-not')}</button>
      ${open ? html`<span class="soft">${tell('clashes-open', open)}</span>` : ''}</div></section>`;
}

function row(editor, clash, i) {
  const [label] = editor.worded(clash.key, clash.mine ?? clash.theirs ?? clash.base);
  const said = side => clash[side] === undefined ? [] : [editor.worded(clash.key, clash[side])[1]].flat();
  const common = said('base').filter(one => said('mine').includes(one) && said('theirs').includes(one));
  const shown = side => said(side).filter(one => !common.includes(one)).join('; ') || html`<span class="soft">${tell('absent')}</span>`;
  const choice = side => html`<td><label class="choice"><input type="radio" name="clash-${i}" .checked=${editor.carried.choices[clash.key] === side}
    aria-label="${label} ${tell(side)}" @change=${() => editor.choose(clash.key, side)}><span>${shown(side)}</span></label></td>`;
  return html`<tr><td>${label}</td><td>${shown('base')}</td>${choice('mine')}${choice('theirs')}</tr>`;
}
