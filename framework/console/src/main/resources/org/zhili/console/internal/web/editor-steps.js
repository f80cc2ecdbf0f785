/** What is done with a draft: look through its changes, try it on past cases, publish it. */
import {html, nothing} from 'zhili';
import {difference} from './difference.js';
import {lines} from './editor-parts.js';
import {tell} from './editor-words.js';
import {samples, summary} from './preview.js';

/** Which of the three sorts of parts. */
const kind = part => part === 'calendar' || part === 'catalogue' ? part : 'type';

/** The first and the last day of the month before. */
function lastMonth(today) {
  const [year, month] = today.split('-').map(Number);
  const day = date => date.toISOString().slice(0, 10);
  return [day(new Date(Date.UTC(year, month - 2, 1))), day(new Date(Date.UTC(year, month - 1, 0)))];
}

export function steps(editor) {
  const changes = difference(editor.base ? editor.facts(editor.base) : [], editor.facts(editor.model));
  return html`<section class="card"><h2>${tell('changes', changes.length)}</h2>${lines(changes)}</section>
    <section class="card"><h2>${tell('preview')}</h2><p class="soft">${tell('preview-what')}</p>
      <form class="row" @submit=${editor.preview}>
        <label><span>${tell('reported-from')}</span><input type="date" name="from" .defaultValue=${lastMonth(editor.view.today)[0]}></label>
        <label><span>${tell('reported-to')}</span><input type="date" name="to" .defaultValue=${lastMonth(editor.view.today)[1]}></label>
        ${editor.tried()}
        <button class="main" ?disabled=${editor.busy}>${tell(editor.busy ? 'busy' : 'preview-go')}</button></form>
      ${editor.found ? html`<div class="found" tabindex="-1">${summary(editor.found, editor.part)}${samples(editor.found, editor.part)}</div>` : nothing}</section>
    <section class="card"><h2>${tell('publish')}</h2><p class="soft">${tell(`publish-what-${kind(editor.part)}`)}</p>
      <form @submit=${editor.publish}><div class="row">
        <label><span>${tell('holds-from')}</span><input type="date" name="holds" required min=${editor.view.today} .defaultValue=${editor.view.today}></label>
        <label class="wide"><span>${tell('reason')}</span><input name="reason" required maxlength="500" placeholder=${tell('reason-hint')}></label></div>
        ${editor.waits ? html`<label class="ahead"><input type="checkbox" name="ahead"><span>${tell('ahead')}</span></label>` : nothing}
        ${editor.refused ? html`<p class="trouble" role="alert" tabindex="-1">${editor.refused}</p>` : nothing}
        <button class="main" ?disabled=${editor.busy}>${tell('publish-go')}</button></form></section>`;
}
