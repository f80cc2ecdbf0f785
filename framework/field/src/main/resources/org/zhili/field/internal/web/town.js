/** Asks the town for whoever has logged in. */
import {language, word} from './words.js';

export const API = new URL('../api/', import.meta.url);

/** How long an answer may take, in milliseconds; a photo on a bad line takes its time. */
const LONGEST = 60_000;

/** How long a start waits for one. */
const SOON = 5_000;

/** Whose requests these are; the town refuses them when somebody else has logged in with this browser. */
let account = '';

export function actFor(name) {
  account = name;
}

/** A request that was refused, with the town's own sentence for people; 0 when no answer came. */
export class Refusal extends Error {
  constructor(status, sentence, code = '', waits = false) {
    super(sentence);
    this.status = status;
    this.code = code;
    this.waits = waits;
  }

  /** Whether the same may go through later, as it is. */
  get passing() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500 || this.code === 'ZL-3008';
  }

  /** Whether others would fare no better now: no line, nobody logged in, or asked to wait. */
  get forAll() {
    return [0, 401, 429].includes(this.status) || (this.status === 503 && this.waits);
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

/** The same for what nobody asked for just now, which leaves the session as idle as it was. */
export const glance = path => ask('GET', path, undefined, {'X-Zhili-Background': 'true'});

/** Who is logged in, if anybody; asked at the start, when there may be no line to wait for. */
export const whoever = () => ask('GET', 'session', undefined, ANYBODY, SOON);

/** Ask for something to be done, under a key that stays the same for the same thing. */
export const act = (path, body, key) =>
  ask('POST', path, JSON.stringify(body), {'Content-Type': 'application/json', ...(key && {'Idempotency-Key': key})});

/** Bring a photo. */
export const bring = (path, photo, key) => ask('POST', path, photo, {'Content-Type': 'image/jpeg', 'Idempotency-Key': key});

/** What anybody may ask. */
export const open = path => ask('GET', path, undefined, ANYBODY, SOON);

export const leave = () => ask('DELETE', 'session', undefined, ANYBODY);

/** A name for one thing that is to be done, so that it is done once however often it is sent. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), octet => octet.toString(16).padStart(2, '0')).join('');

/** A small photo of the town's, as bytes; asked for beside a case, so it keeps no session awake. */
export async function small(id) {
  const response = await fetch(new URL(`attachments/${id}?size=small`, API),
    {headers: {'X-Zhili-Background': 'true', ...expected()}, signal: AbortSignal.timeout(LONGEST)});
  return response.ok ? response.blob() : undefined;
}

const ANYBODY = {'X-Zhili-Account': ''};

const expected = () => account && {'X-Zhili-Account': account};

async function ask(method, path, body = undefined, headers = {}, longest = LONGEST) {
  let response;
  let text;
  try {
    response = await fetch(new URL(path, API), {
      method,
      body,
      headers: {'Accept-Language': language(), 'X-Requested-With': 'field', ...expected(), ...headers},
      signal: AbortSignal.timeout(longest),
    });
    text = await response.text();
  } catch {
    throw new Refusal(0, word('away')); // no answer, or half of one
  }
  const answer = parsed(text);
  if (answer === undefined && (response.status === 404 || text && response.ok)) {
    // a server whose town has not begun yet, or a page of something in between, such as the login of a hotel
    throw new Refusal(0, word('away'));
  }
  if (!response.ok) {
    throw new Refusal(response.status, answer?.detail ?? answer?.title ?? between(response.status), answer?.code,
      response.headers.has('Retry-After'));
  }
  return answer;
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Words for what a proxy answered instead of the town. */
const between = status => status === 413 ? word('too-large') : word('between', status);
