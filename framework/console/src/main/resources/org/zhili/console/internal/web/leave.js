/** Asks before the reader leaves a page on which they have changed something that is not saved. */
export class Leave {
  /** Whether there is something to lose, and what is asked then; the browser has its own words when a window is closed. */
  constructor(host, isOpen, question) {
    host.addController(this);
    this.closing = event => isOpen() && event.preventDefault();
    this.going = event => {
      const link = event.composedPath().find(one => one.localName === 'a');
      const away = link?.hash && !link.target && link.hash !== location.hash;
      if (isOpen() && away && !confirm(question())) {
        event.preventDefault();
      }
    };
  }

  hostConnected() {
    window.addEventListener('beforeunload', this.closing);
    window.addEventListener('click', this.going, {capture: true});
  }

  hostDisconnected() {
    window.removeEventListener('beforeunload', this.closing);
    window.removeEventListener('click', this.going, {capture: true});
  }
}
