/** Logging in; a one-time password is changed at once. */
import {el} from './element.js';
import {act, tell} from './town.js';
import {word} from './words.js';

/** What was typed stays when the language is changed; the password does not stay anywhere. */
const typed = {name: ''};

/**
 * The form.
 *
 * @param why somebody has to log in again, if they have to
 * @param done called with the session
 */
export function login(why, done) {
  const trouble = el('p', {class: 'trouble', role: 'alert', hidden: !why}, why ?? '');
  const fresh = el('label', {hidden: true}, el('span', {}, word('new-password')),
    el('input', {name: 'fresh', type: 'password', autocomplete: 'new-password', maxlength: 200}));
  const name = el('input', {name: 'account', required: true, maxlength: 40, autocomplete: 'username', autocapitalize: 'none',
    oninput: () => { typed.name = name.value; }});
  name.value = typed.name;
  return el('form', {class: 'card login', onsubmit: async event => {
    event.preventDefault();
    const given = new FormData(event.target);
    try {
      let session = await act('session/cookie', {name: given.get('account').trim(), password: given.get('password')});
      if (session.mustChangePassword && !given.get('fresh')) {
        fresh.hidden = false;
        say(word('choose-password'));
        fresh.querySelector('input').focus();
        return;
      }
      if (session.mustChangePassword) {
        await act('session/password', {old: given.get('password'), new: given.get('fresh')});
        session = await act('session/cookie', {name: given.get('account').trim(), password: given.get('fresh')});
      }
      typed.name = '';
      done(session);
    } catch (refusal) {
      say(tell(refusal));
    }
  }},
  el('h1', {}, word('login')), trouble,
  el('label', {}, el('span', {}, word('account')), name),
  el('label', {}, el('span', {}, word('password')), el('input', {name: 'password', type: 'password', required: true, autocomplete: 'current-password', maxlength: 200})),
  fresh,
  el('button', {class: 'main'}, word('login')));

  function say(what) {
    trouble.textContent = what;
    trouble.hidden = false;
  }
}
