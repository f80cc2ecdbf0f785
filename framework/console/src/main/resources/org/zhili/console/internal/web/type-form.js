/** The form of a case type, and a type as entries that two people may change at once. */
import {css, html, nothing, said} from 'zhili';
import {Editor} from './editor.js';
import {tell} from './editor-words.js';
import {roleName, rolesOf, sideTable} from './sides.js';
import {sharedFilings, typeEntries, typeOf} from './type-entries.js';

const UNITS = ['WORK_HOUR', 'WORK_DAY', 'HOUR', 'DAY', 'MONTH'];
const STATES = ['REPORTED', 'ACCEPTED', 'DISPATCHED', 'HANDLING', 'FEEDBACK', 'CLOSED'];
const GUARDS = ['BY_LEAD', 'NOT_BY_HANDLER'];

export class TypeForm extends Editor {
  static styles = [...Editor.styles, css`
    details { border: 1px solid var(--line); border-radius: 8px; margin: 0 0 10px; padding: 8px 12px; min-width: 0; }
    details[open] { padding-bottom: 12px; }
    details[open] > summary { margin-bottom: 10px; }
    summary { cursor: pointer; font-weight: 600; overflow-wrap: anywhere; }
    summary .soft { font-weight: 400; font-size: 0.9rem; margin-left: 8px; }
    h3 { font-size: 1rem; margin: 18px 0 8px; }
    td { vertical-align: middle; }
    td input, td select { width: 100%; min-width: 6.5em; }
    td select { min-width: 8.5em; }
    .limit { display: flex; gap: 6px; }
    .limit input { width: 5em; flex: 0 0 5em; min-width: 0; }
    .limit select { flex: 1 0 6em; }
    .roles { display: flex; flex-wrap: wrap; gap: 2px 12px; min-width: 11em; }
    .roles label { margin: 0; display: flex; gap: 5px; align-items: center; white-space: nowrap; }
    .roles input { width: auto; min-width: 0; }
  `];

  parse(text) { return JSON.parse(text); }
  format(model) { return JSON.stringify(model, null, 1); }

  entries(type, all = [type]) { return typeEntries(type, sharedFilings(all.filter(Boolean))); }
  joined(entries, other) { return typeOf(entries, other); }

  /** What an entry is called, and what it says. */
  worded(key, value, type = this.model) {
    const [kind, ...ids] = key.split(' ');
    const both = name => `${name?.zh ?? ''} / ${name?.en ?? ''}`;
    const step = id => said(type.steps.find(one => one.id === id)?.name) || id || '';
    const set = words => [...(words ?? [])].sort().join(', ');
    const who = roles => set(roles?.map(roleName)) || tell('nobody');
    const milestone = one => told(both(one.name), `${step(one.from)} → ${step(one.until) || tell('by-evidence')}`, this.limitName(one.limit), set(one.evidence));
    switch (kind) {
      case 'name': return [tell('name'), both(value)];
      case 'reopenWithin': return [tell('reopen'), this.limitName(value)];
      case 'step': return [`${tell('step')} ${ids.join(' ')}`, `${both(value.name)} · ${tell(`state.${value.shownAs}`)}`];
      case 'passage': return [`${tell('passage')} ${step(value.from)} · ${value.action}`,
        told(`→ ${step(value.to)}`, who(value.roles), set(value.evidence), set(value.guards?.map(guard => tell(`guard.${guard}`))))];
      case 'filing': return [`${tell('filing')} ${ids.join(' ')}`, told(both(value.name), ...(value.milestones ?? []).map(milestone))];
      case 'milestone': return [`${tell('filing')} ${ids[0]} · ${tell('milestone')} ${ids.slice(1).join(' ')}`, milestone(value)];
      default: return [`${tell('side')} ${tell(`side.${ids[0]}`)}`, who(value)];
    }
  }

  facts(type) {
    const order = type.steps.map((one, i) => [`${tell('step')} ${one.id} · ${tell('place')}`, String(i + 1)]);
    return [...this.entries(type).map(([key, value]) => this.worded(key, value, type)), ...order];
  }

  limitName(limit) {
    const [amount, unit] = (limit ?? '').split(' ');
    return `${amount} ${tell(`unit.${unit}`)}`;
  }

  /** Change one value of the draft, by the pointer that a fault of it would name. */
  put(pointer, value) {
    const model = structuredClone(this.model);
    const names = pointer.slice(1).split('/');
    const last = names.pop();
    const owner = names.reduce((here, name) => here[name], model);
    if (value === undefined) {
      Array.isArray(owner) ? owner.splice(Number(last), 1) : delete owner[last];
    } else if (last === '-') {
      owner.push(value);
    } else {
      owner[last] = value;
    }
    if (value === undefined || last === '-') {
      this.faults = []; // those of rows behind it would stand at others
    }
    this.edit(model);
  }

  form() {
    const type = this.model;
    return html`<h2>${said(type.name)} <span class="chip">${tell('version', type.version)}</span></h2>
      <div class="row">${this.names('/name', type.name, tell('name'))}
        <label><span>${tell('reopen')}</span>${this.limit('/reopenWithin', type.reopenWithin, tell('reopen'))}</label></div>
      <h3>${tell('limits')}</h3>${this.fault('/filings')}
      ${(type.filings ?? []).map((filing, i) => this.filing(filing, `/filings/${i}`))}
      <button type="button" @click=${() => this.addFiling()}>${tell('filing-add')}</button>
      <h3>${tell('steps')}</h3>${this.stepTable(type.steps)}
      <h3>${tell('passages')}</h3>${this.passageTable(type.passages)}
      <h3>${tell('sides')}</h3><p class="soft">${tell('sides-what')}</p>${sideTable(this)}`;
  }

  addFiling() {
    if (!this.model.filings) {
      this.put('/filings', []);
    }
    this.put('/filings/-', {id: fresh('filing', this.model.filings), name: {zh: '', en: ''}, milestones: []});
  }

  names(pointer, name, label) {
    return ['zh', 'en'].map(language => html`<label><span>${label} · ${tell(language)}</span>${this.input(`${pointer}/${language}`, name?.[language], `${label} ${tell(language)}`)}</label>`);
  }

  input(pointer, value, label) {
    return html`<input maxlength="200" aria-label=${label} aria-invalid=${this.invalid(pointer)} .value=${value ?? ''}
      @change=${event => this.put(pointer, event.target.value.trim())}>${this.fault(pointer)}`;
  }

  select(pointer, value, choices, label, none) {
    return html`<select aria-label=${label} aria-invalid=${this.invalid(pointer)} @change=${event => this.put(pointer, event.target.value || undefined)}>
      ${none ? html`<option value="" .selected=${!value}>${none}</option>` : nothing}
      ${value && !choices.some(([id]) => id === value) ? html`<option value=${value} selected>${value}</option>` : nothing}
      ${choices.map(([id, name]) => html`<option value=${id} .selected=${id === value}>${name}</option>`)}</select>${this.fault(pointer)}`;
  }

  limit(pointer, limit, label) {
    const [amount, unit] = (limit ?? ' ').split(' ');
    const invalid = this.invalid(pointer);
    return html`<span class="limit"><input type="number" min="0" max="9999" aria-label="${label} ${tell('amount')}" aria-invalid=${invalid} .value=${amount}
        @change=${event => this.put(pointer, `${event.target.value} ${unit}`)}>
      <select aria-label="${label} ${tell('unit')}" aria-invalid=${invalid} @change=${event => this.put(pointer, `${amount} ${event.target.value}`)}>
        ${UNITS.map(one => html`<option value=${one} .selected=${one === unit}>${tell(`unit.${one}`)}</option>`)}</select></span>${this.fault(pointer)}`;
  }

  get stepChoices() {
    return this.model.steps.map(step => [step.id, said(step.name) || step.id]);
  }

  filing(filing, here) {
    const label = said(filing.name) || filing.id;
    const bad = this.faults.some(fault => fault.field.startsWith(`${here}/`));
    return html`<details ?open=${bad || here === '/filings/0'}><summary>${label}
        <span class="soft">${(filing.milestones ?? []).map(one => `${said(one.name) || one.id} ${this.limitName(one.limit)}`).join(' · ')}</span></summary>
      <div class="row">${this.names(`${here}/name`, filing.name, tell('filing'))}
        <button type="button" class="small" aria-label="${tell('filing-remove')} ${label}" @click=${() => this.put(here, undefined)}>${tell('filing-remove')}</button></div>
      ${this.fault(`${here}/id`)}
      ${filing.milestones?.length ? html`<div class="scroll" role="region" tabindex="0" aria-label="${label} ${tell('limits')}"><table>
        <thead><tr><th>${tell('milestone')} · ${tell('zh')}</th><th>${tell('en')}</th><th>${tell('from-step')}</th><th>${tell('until-step')}</th><th>${tell('limit')}</th><th>${tell('evidence')}</th><th></th></tr></thead>
        <tbody>${filing.milestones.map((one, i) => this.milestone(one, `${here}/milestones/${i}`, label))}</tbody></table></div>`
        : html`<p class="soft">${tell('milestones-none')}</p>`}
      <div class="buttons"><button type="button" class="small" @click=${() => this.addMilestone(filing, here)}>${tell('milestone-add')}</button></div></details>`;
  }

  addMilestone(filing, here) {
    const fromStep = this.model.steps.find(step => step.shownAs === 'ACCEPTED') ?? this.model.steps[0];
    if (!filing.milestones) {
      this.put(`${here}/milestones`, []);
    }
    this.put(`${here}/milestones/-`, {id: fresh('milestone', filing.milestones), name: {zh: '', en: ''}, from: fromStep.id,
      until: this.model.steps.at(-1).id, limit: '1 WORK_DAY'});
  }

  milestone(one, here, filing) {
    const label = `${filing} ${said(one.name) || one.id}`;
    return html`<tr><td>${this.input(`${here}/name/zh`, one.name?.zh, `${label} ${tell('zh')}`)}${this.fault(`${here}/id`)}</td>
      <td>${this.input(`${here}/name/en`, one.name?.en, `${label} ${tell('en')}`)}</td>
      <td>${this.select(`${here}/from`, one.from, this.stepChoices, `${label} ${tell('from-step')}`)}</td>
      <td>${this.select(`${here}/until`, one.until, this.stepChoices, `${label} ${tell('until-step')}`, tell('by-evidence'))}</td>
      <td>${this.limit(`${here}/limit`, one.limit, `${label} ${tell('limit')}`)}</td>
      <td>${this.words(`${here}/evidence`, one.evidence, `${label} ${tell('evidence')}`)}</td>
      <td><button type="button" class="small" aria-label="${tell('take-out')} ${label}" @click=${() => this.put(here, undefined)}>${tell('take-out')}</button></td></tr>`;
  }

  stepTable(steps) {
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${tell('steps')}><table>
      <thead><tr><th>${tell('id')}</th><th>${tell('zh')}</th><th>${tell('en')}</th><th>${tell('shown-as')}</th><th></th></tr></thead>
      <tbody>${steps.map((step, i) => html`<tr><td>${step.id}${this.fault(`/steps/${i}`)}${this.fault(`/steps/${i}/id`)}</td>
        ${['zh', 'en'].map(language => html`<td>${this.input(`/steps/${i}/name/${language}`, step.name?.[language], `${step.id} ${tell(language)}`)}</td>`)}
        <td>${this.select(`/steps/${i}/shownAs`, step.shownAs, STATES.map(state => [state, tell(`state.${state}`)]), `${step.id} ${tell('shown-as')}`)}</td>
        <td><button type="button" class="small" aria-label="${tell('step-behind')} ${step.id}" @click=${() => this.addStep(i)}>${tell('step-behind')}</button>
          <button type="button" class="small" aria-label="${tell('take-out')} ${step.id}" @click=${() => this.put(`/steps/${i}`, undefined)}>${tell('take-out')}</button></td></tr>`)}</tbody></table></div>${this.fault('/steps')}`;
  }

  addStep(i) {
    const steps = [...this.model.steps];
    steps.splice(i + 1, 0, {id: fresh('step', steps), name: {zh: '', en: ''}, shownAs: steps[i].shownAs});
    this.put('/steps', steps);
  }

  passageTable(passages) {
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${tell('passages')}><table>
      <thead><tr><th>${tell('from-step')}</th><th>${tell('action')}</th><th>${tell('to-step')}</th><th>${tell('who')}</th><th>${tell('conditions')}</th><th></th></tr></thead>
      <tbody>${passages.map((one, i) => this.passage(one, `/passages/${i}`))}</tbody></table></div>
      <div class="buttons"><button type="button" class="small" @click=${() => this.put('/passages/-',
        {from: this.model.steps[0].id, action: '', to: this.model.steps[1]?.id ?? '', roles: ['operator']})}>${tell('passage-add')}</button></div>`;
  }

  passage(one, here) {
    const label = `${tell('passage')} ${one.action}`;
    return html`<tr><td>${this.select(`${here}/from`, one.from, this.stepChoices, `${label} ${tell('from-step')}`)}</td>
      <td>${this.input(`${here}/action`, one.action, label)}</td>
      <td>${this.select(`${here}/to`, one.to, this.stepChoices, `${label} ${tell('to-step')}`)}</td>
      <td>${this.boxes(`${here}/roles`, one.roles, rolesOf(one.roles), `${label} ${tell('who')}`)}</td>
      <td>${this.boxes(`${here}/guards`, one.guards, GUARDS.map(guard => [guard, tell(`guard.${guard}`)]), `${label} ${tell('conditions')}`)}
        ${this.words(`${here}/evidence`, one.evidence, `${label} ${tell('evidence')}`)}</td>
      <td><button type="button" class="small" aria-label="${tell('take-out')} ${label}" @click=${() => this.put(here, undefined)}>${tell('take-out')}</button></td></tr>`;
  }

  /** Several of some words, each with a box; where one is left there is none at all. */
  boxes(pointer, chosen, choices, label) {
    const set = (word, on) => on ? [...(chosen ?? []), word].sort() : chosen.filter(other => other !== word);
    return html`<div class="roles" role="group" aria-label=${label} aria-invalid=${this.invalid(pointer)}>${choices.map(([word, name]) => html`<label>
      <input type="checkbox" .checked=${(chosen ?? []).includes(word)} @change=${event => this.put(pointer, set(word, event.target.checked))}>${name}</label>`)}</div>${this.fault(pointer)}`;
  }

  /** Words that people make up, such as kinds of evidence, with commas between. */
  words(pointer, words, label) {
    return html`<input maxlength="200" placeholder=${tell('evidence-hint')} aria-label=${label} aria-invalid=${this.invalid(pointer)} .value=${(words ?? []).join(', ')}
      @change=${event => this.put(pointer, event.target.value.split(/[\s,\uff0c\u3001]+/).filter(Boolean))}>${this.fault(pointer)}`;
  }
}

const told = (...words) => words.filter(Boolean).join(' · ');

/** An id that none of these has. */
function fresh(word, others) {
  let number = (others?.length ?? 0) + 1;
  while (others?.some(one => one.id === `${word}-${number}`)) {
    number++;
  }
  return `${word}-${number}`;
}
