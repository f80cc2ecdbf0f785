/** A case type as entries, each of which two people may change at once. */
import {keyed} from './merge.js';

const entryOf = (kind, list, id) => keyed(list ?? [], id).map(([key, one]) => [`${kind} ${key}`, one]);

/**
 * The entries of a type.
 *
 * @param open ids of the filing conditions whose milestones are entries of their own; those that
 *     one side does not have are one entry, so that no milestone is left without its condition
 */
export function typeEntries(type, open) {
  if (!type) {
    return [];
  }
  const filings = entryOf('filing', type.filings, one => one.id);
  return [['name', type.name], ['reopenWithin', type.reopenWithin],
    ...entryOf('step', type.steps, one => one.id),
    ...entryOf('passage', type.passages, one => `${one.from} ${one.action}`),
    ...filings.flatMap(([key, {milestones, ...rest}]) => open.has(rest.id)
      ? [[key, rest], ...entryOf(`milestone ${rest.id}`, milestones, one => one.id)]
      : [[key, {...rest, milestones: milestones ?? []}]]),
    ...Object.entries(type.sides ?? {}).map(([action, roles]) => [`side ${action}`, [...roles].sort()])];
}

/** Ids of the filing conditions that all of these types have. */
export function sharedFilings(types) {
  const [first, ...others] = types.map(type => new Set((type?.filings ?? []).map(one => one.id)));
  return new Set([...first].filter(id => others.every(ids => ids.has(id))));
}

/** The type that has these entries; id and version are those of another. */
export function typeOf(entries, {id, version}) {
  const of = kind => entries.filter(([key]) => key.startsWith(`${kind} `)).map(([, one]) => one);
  const value = name => entries.find(([key]) => key === name)?.[1];
  const sides = entries.filter(([key]) => key.startsWith('side ')).map(([key, roles]) => [key.slice(5), roles]);
  const type = {id, version, name: value('name'), steps: of('step'), passages: of('passage')};
  const filings = of('filing').map(filing => {
    const milestones = filing.milestones ?? of(`milestone ${filing.id}`);
    return milestones.length ? {...filing, milestones} : filing;
  });
  return {...type, ...(filings.length ? {filings} : {}), ...(sides.length ? {sides: Object.fromEntries(sides)} : {}),
    reopenWithin: value('reopenWithin')};
}
