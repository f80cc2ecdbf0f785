/**
 * Two changes of one thing, joined entry by entry (three-way merge).
 *
 * Entries are pairs of a key and a value, in order. What only one side changed is taken; what both
 * changed, each in another way, is a clash that somebody has to choose in.
 */

/** The same for equal values, whatever the order of their fields. */
function spelled(value) {
  if (Array.isArray(value)) {
    return `[${value.map(spelled).join(',')}]`;
  }
  if (value && typeof value === 'object') {
    return `{${Object.keys(value).sort().map(name => `${JSON.stringify(name)}:${spelled(value[name])}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? '';
}

const same = (one, other) => spelled(one) === spelled(other);

/** Keys of theirs in their order; what only mine has stands behind what it stood behind in mine. */
function inOrder(mine, theirs) {
  const order = [...theirs.keys()];
  let before;
  for (const key of mine.keys()) {
    if (!theirs.has(key)) {
      order.splice(order.indexOf(before) + 1, 0, key);
    }
    before = key;
  }
  return order;
}

/**
 * Join what I and others made of a base.
 *
 * @param choices by key of a clash: "mine" or "theirs"
 * @return the entries, every clash with what was and what either made of it, and how many entries
 *     of others were taken
 */
export function merge(base, mine, theirs, choices = {}) {
  const [was, my, their] = [base, mine, theirs].map(entries => new Map(entries));
  const clashes = [];
  const entries = [];
  let taken = 0;
  const order = inOrder(my, their);
  for (const key of order) {
    const [old, own, other] = [was, my, their].map(side => side.get(key));
    const otherChanged = !same(old, other);
    const clash = otherChanged && !same(old, own) && !same(own, other);
    if (clash) {
      clashes.push({key, base: old, mine: own, theirs: other});
    }
    taken += otherChanged && !same(own, other) && !clash ? 1 : 0;
    const value = clash ? (choices[key] === 'mine' ? own : other) : otherChanged ? other : own;
    if (value !== undefined) {
      entries.push([key, value]);
    }
  }
  return {entries, clashes, taken};
}

/** Entries of a list by an id; one that has the id of another is told apart by a number. */
export function keyed(list, id) {
  const times = new Map();
  return list.map(one => {
    const key = id(one);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return [time > 1 ? `${key} (${time})` : key, one];
  });
}
