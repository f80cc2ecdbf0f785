/** Keeps a page that stays open, as an installed one does for weeks, at the edition that the town has. */

/**
 * Begin.
 *
 * @param busy whether somebody would lose what they do if the page were loaded anew
 */
export function followEditions(busy) {
  const workers = navigator.serviceWorker;
  if (!workers) {
    return; // without one it needs a line to open, and is new whenever it does
  }
  let old = Boolean(workers.controller); // the first worker of a page brings no other edition
  let other = false;
  const turn = () => {
    if (other && !busy()) {
      location.reload();
    }
  };
  workers.addEventListener('controllerchange', () => {
    other ||= old;
    old = true;
    turn();
  });
  workers.register('worker.js').catch(() => {});
  document.addEventListener('visibilitychange', async () => {
    turn();
    if (!document.hidden) {
      await (await workers.getRegistration())?.update().catch(() => {}); // no line
    }
  });
  window.addEventListener('hashchange', turn);
}
