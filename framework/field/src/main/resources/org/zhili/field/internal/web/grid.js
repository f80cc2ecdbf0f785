/** What the town says of the grid, and what was seen of it last for when there is no line. */
import {keepOnly, see, seen} from './keep.js';
import {Refusal, get, glance, small} from './town.js';

const NOTHING = {matters: [], areas: [], visits: [], others: []};

/** What was seen last, and when. */
export async function remembered(account) {
  const kept = await seen(account, 'grid');
  return {...NOTHING, ...kept?.what, at: kept?.at};
}

/** Ask anew, and remember it with all that a visit needs. */
export async function asked(account, byPerson) {
  const ask = byPerson ? get : glance;
  const [matters, areas, visits, open] = await Promise.all([
    ask('matters'), ask('areas'),
    ask('cases?state=FEEDBACK&standing=OPEN&sort=due&limit=50'), ask('cases?ended=false&sort=due&limit=50'),
  ]);
  const others = open.items.filter(head => head.state !== 'FEEDBACK');
  await see(account, 'grid', {matters, areas, visits: visits.items, others});
  await keepOnly(account, 'case ', [...visits.items, ...others].map(head => `case ${head.number}`));
  for (const head of visits.items) {
    await caseIfTold(account, head, ask);
  }
}

/** One that is refused, since it went to somebody else meanwhile, keeps none of the others from being remembered. */
async function caseIfTold(account, head, ask) {
  try {
    await caseOf(account, head.number, head.version, ask);
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.passing || refusal.status === 401) {
      throw refusal;
    }
  }
}

/** A case as it was seen last, if it was. */
export const rememberedCase = async (account, number) => (await seen(account, `case ${number}`))?.what;

/** A case as it is now; asked for again when its version is another. */
export async function caseOf(account, number, version = undefined, ask = get) {
  const before = await rememberedCase(account, number);
  if (version !== undefined && before?.head.version === version) {
    return before;
  }
  const here = `cases/${encodeURIComponent(number)}`;
  const [head, trace] = await Promise.all([ask(here), ask(`${here}/trace`)]);
  const said = trace.entries.flatMap(entry => entry.said);
  const file = {head, photos: await photos(said, before), notes: said.filter(one => !photoIn(one)).slice(-4)};
  await see(account, `case ${number}`, file);
  return file;
}

const photoIn = one => /^attachment:([0-9a-f-]{36})$/.exec(one.value.zh)?.[1];

/** Each photo once, by what it was shown as first. */
async function photos(said, before) {
  const found = new Map();
  for (const one of said.filter(photoIn)) {
    const id = photoIn(one);
    if (!found.has(id)) {
      const known = before?.photos.find(photo => photo.id === id)?.blob;
      found.set(id, {id, name: one.name, blob: known ?? await small(id).catch(() => undefined)});
    }
  }
  return [...found.values()];
}
