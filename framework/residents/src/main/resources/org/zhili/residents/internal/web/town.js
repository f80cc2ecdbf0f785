/** Asks the town, as anybody may. */
import {language, word} from './words.js';

const API = new URL('../api/', import.meta.url);

/** How long an answer may take, in milliseconds. */
const LONGEST = 20_000;

/** A request that was refused, with the town's own sentence for people. */
export class Refusal extends Error {
  constructor(status, sentence, pause = 0) {
    super(sentence);
    this.status = status;
    this.pause = pause;
  }
}

/** What to tell people of a request that was refused; a fault of the page itself is thrown on. */
export function tell(refusal) {
  if (!(refusal instanceof Refusal)) {
    throw refusal;
  }
  return refusal.message;
}

export const get = path => ask('GET', path);

/** Ask for something to be done. Whoever sends it again because no answer came gives the same key. */
export const act = (path, body, key = newKey()) => ask('POST', path, body, {'Idempotency-Key': key});

/** A name for one thing that is to be done, so that it is done once however often it is sent. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), octet => octet.toString(16).padStart(2, '0')).join('');

/** A thing to be done that may have to be sent again: the same key for as long as the words are the same. */
export class Once {
  act(path, body) {
    const words = JSON.stringify([path, body]);
    if (words !== this.words) {
      this.words = words;
      this.key = newKey();
    }
    return act(path, body, this.key);
  }
}

/** Answers what the town said as an object, or throws a Refusal. */
async function ask(method, path, body = undefined, headers = {}) {
  let response;
  let answer;
  try {
    response = await fetch(new URL(path, API), {
      method,
      credentials: 'omit', // whoever is logged in at the console is a resident here like all others
      headers: {'Accept-Language': language(), 'Content-Type': 'application/json', ...headers},
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(LONGEST),
    });
    const text = await response.text();
    answer = text ? JSON.parse(text) : {};
  } catch {
    // no answer, half of one, or one by something in between that speaks no JSON
    throw new Refusal(0, word('away'));
  }
  if (!response.ok) {
    const pause = Number(response.headers.get('Retry-After') ?? 0);
    throw new Refusal(response.status, answer.detail ?? answer.title ?? word('failed'), pause);
  }
  return answer;
}
