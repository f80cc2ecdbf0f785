import {Page, get, html, looks} from 'zhili';

export default class Beds extends Page {
  static properties = {status: {state: true}, counts: {state: true}};
  static styles = [looks];

  topics = ['cases'];

  async load() {
    this.status = await get('status');
    this.counts = await get('cases/counts');
  }

  render() {
    return html`<h1>Flower beds</h1><p class="card">${this.status ? 'The town answers.' : ''}</p>
      <p class="open">${this.counts?.open}</p>`;
  }
}
