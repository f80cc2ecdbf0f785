/** Who may take the side passages that all case types share: hand back, suspend, extend, annul and the like. */
import {html, nothing} from 'zhili';
import {tell} from './editor-words.js';

const ROLES = ['operator', 'supervisor', 'unit', 'grid-worker', 'resident', 'system'];

/** Roles to choose from: the usual ones, and those that stand there already. */
export const rolesOf = roles => [...new Set([...ROLES, ...(roles ?? [])])].map(role => [role, roleName(role)]);

/** Roles that modules made up have no word here. */
export function roleName(role) {
  const key = `role.${role}`;
  const name = tell(key);
  return name === key ? role : name;
}

/** Each side passage, with its own roles or the usual ones. */
export function sideTable(form) {
  const own = form.model.sides ?? {};
  const usual = Object.fromEntries((form.view.sides ?? []).map(side => [side.action, side.roles]));
  const actions = [...new Set([...Object.keys(usual), ...Object.keys(own)])];
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${tell('sides')}><table>
    <thead><tr><th>${tell('side')}</th><th>${tell('who')}</th><th></th></tr></thead>
    <tbody>${actions.map(action => row(form, action, own[action], usual[action] ?? []))}</tbody></table></div>${form.fault('/sides')}`;
}

function row(form, action, own, usual) {
  const name = tell(`side.${action}`);
  const pointer = `/sides/${action}`;
  return html`<tr data-side=${action}><td>${name}</td>
    <td>${own ? form.boxes(pointer, own, rolesOf(own), `${name} ${tell('who')}`)
        : html`<span class="soft">${[...usual].sort().map(roleName).join(', ')} ${tell('side-usual')}</span>${form.fault(pointer)}`}
      ${own && !own.length ? html`<span class="soft">${tell('side-nobody')}</span>` : nothing}</td>
    <td><button type="button" class="small" aria-label="${tell(own ? 'side-reset' : 'edit')} ${name}"
      @click=${() => change(form, action, own ? undefined : [...usual].sort())}>${tell(own ? 'side-reset' : 'edit')}</button></td></tr>`;
}

function change(form, action, roles) {
  const {[action]: _, ...others} = form.model.sides ?? {};
  const sides = roles ? {...others, [action]: roles} : others;
  form.put('/sides', Object.keys(sides).length ? sides : undefined);
}
