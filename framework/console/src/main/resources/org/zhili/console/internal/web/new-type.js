/** How a new case type is begun: its id and names, and what it is made like. */
import {html, nothing, said} from 'zhili';
import {tell} from './editor-words.js';

export function newType(page) {
  const begin = event => {
    event.preventDefault();
    const {id, zh, en, like} = Object.fromEntries(new FormData(event.target));
    page.make({id: id.trim(), zh: zh.trim(), en: en.trim(), like});
  };
  return html`<section class="card making"><h2>${tell('type-new')}</h2><p class="soft">${tell('type-new-what')}</p>
    <form @submit=${begin}><div class="row">
      <label><span>${tell('id')}</span><input name="id" required maxlength="96" pattern="[a-z][a-z0-9\\-]*\\.[a-z][a-z0-9\\-]*" title=${tell('type-id-hint')} placeholder="city.street-vending"></label>
      ${['zh', 'en'].map(language => html`<label><span>${tell('name')} · ${tell(language)}</span><input name=${language} required maxlength="200"></label>`)}
      <label><span>${tell('type-like')}</span><select name="like"><option value="">${tell('type-smallest')}</option>
        ${page.types.map(one => html`<option value=${one.part}>${said(one.name)}</option>`)}</select></label></div>
      <p class="soft">${tell('type-id-hint')}</p>
      ${page.refused ? html`<p class="trouble" role="alert" tabindex="-1">${page.refused}</p>` : nothing}
      <div class="buttons"><button class="main" ?disabled=${page.busy}>${tell('type-begin')}</button></div></form></section>`;
}
