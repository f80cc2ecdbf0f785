/** What differs between two lists of labels and values. */
export function difference(before, after) {
  const was = told(before);
  const is = told(after);
  const labels = [...new Set([...was.keys(), ...is.keys()])];
  return labels.filter(label => was.get(label) !== is.get(label))
    .map(label => ({label, before: was.get(label), after: is.get(label)}));
}

/** By label; what has the label of another is told apart by a number, so that none hides another. */
function told(facts) {
  const known = new Map();
  const times = new Map();
  for (const [label, value] of facts) {
    const time = (times.get(label) ?? 0) + 1;
    times.set(label, time);
    known.set(time > 1 ? `${label} (${time})` : label, value);
  }
  return known;
}
