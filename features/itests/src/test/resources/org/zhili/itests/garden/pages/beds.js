import {Page, get, html, looks} from 'zhili';

export default class Beds extends Page {
  static properties = {status: {state: true}};
  static styles = [looks];

  async load() {
    this.status = await get('status');
  }

  render() {
    return html`<h1>Flower beds</h1><p class="card">${this.status ? 'The town answers.' : ''}</p>`;
  }
}
