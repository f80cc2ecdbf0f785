/**
 * One line to the town for a whole window, on which it tells what changes: see GET /live.
 *
 * It is there while somebody listens and the window is seen. When it is cut, and when it is back,
 * the window hears `zhili-line` with `detail.up`.
 */
const TOPICS = ['cases', 'reviews', 'pages', 'plug-ins'];

/** After which time the town is called again that refused a line, in milliseconds. */
const LATER = 10_000;

const listeners = new Set();
let line;
let timer;
let up = false;
let over = false;

/** Whether the town tells of changes now. */
export const isUp = () => up;

/** Be told of changes: `heard(topic, cases)` is called for each of these topics. Answers what ends it. */
export function listen(topics, heard) {
  const listener = {topics, heard};
  listeners.add(listener);
  follow();
  return () => {
    listeners.delete(listener);
    setTimeout(follow); // the next page may listen as well
  };
}

function follow() {
  const wanted = listeners.size > 0 && !document.hidden && !over;
  if (wanted && !line) {
    call();
  } else if (!wanted && line) {
    hangUp();
  }
}

function call() {
  clearTimeout(timer);
  line = new EventSource(new URL('../api/live', import.meta.url));
  line.onopen = () => tell(true);
  line.onerror = () => {
    tell(false);
    if (line?.readyState === EventSource.CLOSED) {
      // it was refused; one that was merely cut is called again by the browser
      line = undefined;
      clearTimeout(timer);
      timer = setTimeout(follow, LATER);
    }
  };
  for (const topic of TOPICS) {
    line.addEventListener(topic, event => {
      const cases = JSON.parse(event.data);
      [...listeners].filter(one => one.topics.includes(topic)).forEach(one => one.heard(topic, cases));
    });
  }
}

function hangUp() {
  line.close();
  line = undefined;
  up = false; // on purpose, so nobody is told
}

function tell(now) {
  if (up !== now) {
    up = now;
    window.dispatchEvent(new CustomEvent('zhili-line', {detail: {up}}));
  }
}

document.addEventListener('visibilitychange', follow);
window.addEventListener('zhili-logged-out', () => { over = true; follow(); });
window.addEventListener('zhili-back', () => { over = false; follow(); });
