/** What this browser remembers for whoever uses it, and for nobody else. */
const CODES = 'zhili-codes';
const MOST = 20;

/** A wish about how the page looks; kept until it is changed. */
export function wish(name, value = undefined) {
  try {
    if (value !== undefined) {
      localStorage.setItem(`zhili-${name}`, value);
    }
    return localStorage.getItem(`zhili-${name}`) ?? '';
  } catch {
    return ''; // a browser that keeps nothing
  }
}

/** The codes of what was reported here, the newest first. */
export function codes() {
  try {
    const kept = JSON.parse(localStorage.getItem(CODES) ?? '[]');
    return Array.isArray(kept) ? kept.filter(code => typeof code === 'string') : [];
  } catch {
    return [];
  }
}

const DRAFT = 'zhili-report';

let held = {areas: []};

/** What is written of a report and not sent yet; gone with the window. */
export function draft() {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT)) ?? held;
  } catch {
    return held; // a browser that keeps nothing
  }
}

/** Keep what is written; without a word, nothing is any more. */
export function keepDraft(written = {areas: []}) {
  held = written;
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(written));
  } catch {
    // it is held until the page goes
  }
}

let fresh;

/** Keep the code of what was reported just now. */
export function received(code) {
  fresh = code;
  write([code, ...codes().filter(other => other !== code)].slice(0, MOST));
}

/** Whether it was reported just now; told once. */
export function isFresh(code) {
  const now = fresh === code;
  fresh = undefined;
  return now;
}

export const forget = code => write(codes().filter(other => other !== code));

function write(kept) {
  try {
    localStorage.setItem(CODES, JSON.stringify(kept));
  } catch {
    // the code is on the page, and can be written down
  }
}
