/** What differs between two lists of labels and values. */
export function difference(before, after) {
  const was = new Map(before);
  const is = new Map(after);
  const labels = [...new Set([...was.keys(), ...is.keys()])];
  return labels.filter(label => was.get(label) !== is.get(label))
    .map(label => ({label, before: was.get(label), after: is.get(label)}));
}
