/** Where residents begin: report, or follow what was reported. */
import {el} from './element.js';
import {codes, forget} from './memory.js';
import {word} from './words.js';

export function start() {
  const element = el('div', {}, invite(), follow(), kept());
  return {element};
}

function invite() {
  return el('section', {class: 'card invite'},
    el('h1', {}, word('report')),
    el('p', {}, word('report-why')),
    el('a', {class: 'button main', href: '#/report'}, word('report-go')));
}

function follow() {
  const field = el('input', {name: 'code', required: true, maxlength: 40, autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false'});
  return el('form', {class: 'card', onsubmit: event => {
    event.preventDefault();
    location.hash = `#/${encodeURIComponent(plain(field.value))}`;
  }},
  el('h2', {}, word('follow')),
  el('label', {}, el('span', {}, word('code')), field, el('small', {}, word('code-where'))),
  el('button', {class: 'main'}, word('look')));
}

/** People write codes with gaps, and may read a letter for a figure. */
function plain(typed) {
  return typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}

function kept() {
  const list = el('ul', {class: 'kept'});
  const section = el('section', {class: 'card'}, el('h2', {}, word('kept')), list, el('p', {class: 'soft'}, word('kept-why')));
  const fill = () => {
    section.hidden = codes().length === 0;
    list.replaceChildren(...codes().map(code => el('li', {},
      el('a', {href: `#/${encodeURIComponent(code)}`}, grouped(code)),
      el('button', {type: 'button', 'aria-label': `${word('forget')} ${grouped(code)}`, onclick: () => {
        forget(code);
        fill();
      }}, word('forget')))));
  };
  fill();
  return section;
}

/** Four by four, as people read it out. */
export function grouped(code) {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
