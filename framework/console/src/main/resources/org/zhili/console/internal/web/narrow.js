/** What narrows the queue, as it stands in the address of the page, so that it outlives a reload and can be sent on. */
const QUEUE = '#/cases';

/** What is asked for when nothing else is. */
export const USUAL = {filter: 'open', sort: 'reported', text: '', state: '', standing: '', area: '', unit: ''};

export const STATES = ['REPORTED', 'ACCEPTED', 'DISPATCHED', 'HANDLING', 'FEEDBACK', 'CLOSED'];
export const STANDINGS = ['RETURN_REQUESTED', 'SUSPENDED', 'PARKED', 'NOT_ACCEPTED', 'VOID', 'MERGED'];

const CHOICES = {filter: ['open', 'overdue', 'closed', 'all'], sort: ['reported', 'due'], state: ['', ...STATES], standing: ['', ...STANDINGS]};

/** Whether an address is that of the queue itself. */
export const isQueue = hash => hash.split('?')[0].replace(/\/$/, '') === QUEUE || hash === '';

/** What an address narrows the queue to; what it says and nobody knows counts as nothing. */
export function read(hash) {
  const said = new URLSearchParams(hash.includes('?') ? hash.slice(hash.indexOf('?') + 1) : '');
  return Object.fromEntries(Object.entries(USUAL).map(([name, usual]) => {
    const value = said.get(name) ?? usual;
    return [name, CHOICES[name]?.includes(value) === false ? usual : value.slice(0, 100)];
  }));
}

/** The address that says so. */
export function address(wanted) {
  const said = new URLSearchParams(Object.entries(wanted).filter(([name, value]) => value !== USUAL[name]));
  return said.size ? `${QUEUE}?${said}` : QUEUE;
}
