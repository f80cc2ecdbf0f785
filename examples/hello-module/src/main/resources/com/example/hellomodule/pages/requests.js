/** The page of the module at the console: its newest requests, as they stand now. The browser runs this file as it is. */
import {Page, get, html, looks, nothing, said, time} from 'zhili';

const TYPE = 'hello-module.request';

export default class Requests extends Page {
  static properties = {requests: {state: true}};
  static styles = [looks];

  /** Whenever a case changes that the reader may see, `load` is called. */
  topics = ['cases'];

  async load() {
    const {items} = await get('cases?limit=200');
    this.requests = items.filter(one => one.type === TYPE);
  }

  render() {
    return html`<h1>${said({zh: '诉求', en: 'Requests'})}</h1>${this.complaint}
      <div class="card">${this.requests?.length ? this.table() : said({zh: '没有诉求。', en: 'There are no requests.'})}</div>`;
  }

  table() {
    return html`<table><tbody>${this.requests.map(one => html`<tr>
      <td><a href="#/cases/${one.number}">${said(one.summary)}</a></td><td>${one.address}</td>
      <td><span class="chip ${one.overdue ? 'alarm' : ''}">${said(one.stateName)}</span></td>
      <td>${one.dueAt ? time(one.dueAt) : nothing}</td></tr>`)}</tbody></table>`;
  }
}
