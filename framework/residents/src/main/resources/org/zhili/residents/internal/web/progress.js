/** How far a case is, for whoever has its code; asked again while it is looked at. */
import {el} from './element.js';
import {Place, appeal, rating} from './answers.js';
import {isFresh} from './memory.js';
import {qr} from './qr.js';
import {grouped} from './start.js';
import {Refusal, get} from './town.js';
import {said, time, word} from './words.js';

/** Soon enough to be live, in milliseconds. */
const EVERY = 3000;

export function progress(code) {
  const state = el('div', {'aria-live': 'polite'}, el('p', {class: 'soft'}, word('loading')));
  const thanks = el('p', {role: 'status', class: 'thanks'}, isFresh(code) ? word('received') : '');
  const places = {rating: new Place(), urging: new Place(), reopening: new Place()};
  const element = el('div', {}, thanks, state, Object.values(places).map(place => place.element), slip(code));
  const asking = new Asking(code, state, thanks, places);
  return {element, leave: () => asking.end()};
}

/** Asks while the page is seen, and shows what has changed. */
class Asking {
  constructor(code, state, thanks, places) {
    this.path = `public/progress/${encodeURIComponent(code)}`;
    this.state = state;
    this.thanks = thanks;
    this.places = places;
    this.again = () => this.tick();
    document.addEventListener('visibilitychange', this.again);
    this.tick();
  }

  end() {
    this.ended = true;
    clearTimeout(this.timer);
    document.removeEventListener('visibilitychange', this.again);
  }

  async tick() {
    clearTimeout(this.timer);
    if (this.ended || document.hidden) {
      return;
    }
    let pause = EVERY;
    const asked = this.asked = (this.asked ?? 0) + 1;
    try {
      const view = await get(this.path);
      if (asked === this.asked) {
        this.show(view); // and not what was asked before something was done
      }
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      pause = Math.max(pause, refusal.pause * 1000);
      this.complain(refusal);
    } finally {
      clearTimeout(this.timer);
      this.timer = setTimeout(this.again, pause);
    }
  }

  /** What was seen stays while the town is away, or is asked too often. */
  complain(refusal) {
    if (this.ended || (refusal.status !== 404 && this.seen)) {
      return;
    }
    this.seen = undefined;
    this.state.replaceChildren(el('p', {class: 'card trouble', role: 'alert'}, refusal.message));
    this.offer({});
  }

  show(view) {
    const seen = JSON.stringify(view);
    if (this.ended || seen === this.seen) {
      return;
    }
    this.seen = seen;
    this.state.replaceChildren(standing(view));
    this.offer(view);
  }

  /** Forms stay as they are while the same can be done, so that no words are lost. */
  offer(view) {
    const {rating: rated, urging, reopening} = this.places;
    rated.offer(view.ratable, () => rating(this.path, this.done(rated)));
    urging.offer(view.urgeable, () => appeal('urging', this.path, this.done(urging)));
    reopening.offer(view.reopenable, () => appeal('reopening', this.path, this.done(reopening)));
  }

  /** What was sent is written no more. */
  done(place) {
    return (after, thanks) => {
      place.clear();
      this.asked++;
      this.thanks.textContent = thanks;
      this.seen = undefined;
      this.show(after);
      this.thanks.scrollIntoView({block: 'nearest'});
    };
  }
}

function standing(view) {
  const ended = view.state === 'CLOSED' || ['NOT_ACCEPTED', 'VOID', 'MERGED'].includes(view.standing);
  return el('section', {class: 'card'},
    el('p', {class: 'soft'}, `${said(view.typeName)} · ${view.number}`),
    el('h1', {class: ended ? 'good' : ''}, said(view.stateName),
      !['OPEN', 'CLOSED'].includes(view.standing) && el('span', {class: 'chip'}, said(view.standingName))),
    view.joined && el('p', {class: 'joined'}, word('joined')),
    !ended && view.expectedEnd && el('p', {class: 'expected'}, `${word('expected')} `, el('b', {}, time(view.expectedEnd))),
    view.milestones.length > 0 && el('ul', {class: 'milestones'}, view.milestones.map(milestone => el('li', {
      class: milestone.metAt ? 'met' : '',
    }, said(milestone.name), ' ', milestone.metAt ? word('met', time(milestone.metAt))
      : milestone.dueAt && !ended && word('due', time(milestone.dueAt))))),
    el('ol', {class: 'stages'}, view.stages.map(stage => el('li', {
      class: stage.reachedAt ? 'reached' : '',
      'aria-current': stage.state === view.state ? 'step' : undefined,
    }, el('b', {}, said(stage.name)), stage.reachedAt && el('time', {datetime: stage.reachedAt}, time(stage.reachedAt))))));
}

/** The code, to be written down or scanned. */
function slip(code) {
  return el('section', {class: 'card slip'},
    el('h2', {}, word('code')),
    el('p', {class: 'code'}, grouped(code)),
    qr(new URL(`#/${encodeURIComponent(code)}`, location.href).href),
    el('p', {class: 'soft'}, word('slip')));
}
