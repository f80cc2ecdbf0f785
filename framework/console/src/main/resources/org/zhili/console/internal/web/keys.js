/** J and K go down and up through what a page lists, by moving the focus; Enter is then the browser's own. */
export class Keys {
  constructor(page, stops) {
    this.page = page;
    this.stops = stops;
    this.pressed = event => this.press(event);
    page.addController(this);
  }

  hostConnected() {
    window.addEventListener('keydown', this.pressed);
  }

  hostDisconnected() {
    window.removeEventListener('keydown', this.pressed);
  }

  press(event) {
    const typing = event.composedPath()[0].matches?.('input, textarea, select');
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !['j', 'k'].includes(event.key)) {
      return;
    }
    const stops = [...this.page.renderRoot.querySelectorAll(this.stops)];
    const at = stops.indexOf(this.page.renderRoot.activeElement);
    const next = event.key === 'j' ? Math.min(at + 1, stops.length - 1) : Math.max(at - 1, 0);
    stops[next]?.focus();
    stops[next]?.scrollIntoView({block: 'nearest'});
  }
}
