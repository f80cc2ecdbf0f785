/** What a device sent last as it came, also what was understood, and what became of it. */
import {repeat} from 'lit/directives/repeat.js';
import {Page, css, get, html, looks, nothing, said, time} from 'zhili';
import {word} from '../words.js';

class Frames extends Page {
  static properties = {device: {}, frames: {state: true}};
  static styles = [looks, css`
    details { border-bottom: 1px solid var(--line); padding: 8px 0; overflow-wrap: anywhere; }
    details:last-child { border-bottom: 0; padding-bottom: 0; }
    summary { cursor: pointer; }
    details p { margin: 6px 0; }
    pre { background: var(--ground); border-radius: 6px; padding: 8px 10px; margin: 6px 0; white-space: pre-wrap;
      overflow-wrap: anywhere; max-height: 240px; overflow-y: auto; }
  `];

  every = 5000;

  updated(changed) {
    if (changed.has('device') && changed.get('device') !== undefined) {
      this.frames = undefined;
      this.tick();
    }
  }

  async load() {
    const device = this.device;
    const frames = await get(`devices/${encodeURIComponent(device)}/frames`);
    if (device === this.device) {
      this.frames = frames;
    }
  }

  render() {
    return html`${this.complaint}<p class="soft">${word('frames-what')}</p>
      ${this.frames?.length ? repeat(this.frames, one => `${one.receivedAt} ${one.hex}`, one => this.frame(one))
        : html`<p class="soft">${this.nothing(word('frames-none'), word('loading'))}</p>`}`;
  }

  frame(one) {
    return html`<details><summary>${time(one.receivedAt, {seconds: true})}
        ${one.readings || !one.kept ? html`<span class="chip good">${word('frame-read', one.readings)}</span>` : nothing}
        ${one.kept ? html`<span class="chip warn">${said(one.keptName)}</span>` : nothing}
        <span class="soft">${word('bytes', one.size)}</span></summary>
      ${one.reason ? html`<p>${said(one.reason)}</p>` : nothing}
      <p class="soft">${one.topic} · ${word('driver')} ${one.driver}</p>
      ${one.text ? html`<pre tabindex="0">${one.text}</pre>` : nothing}<pre tabindex="0">${one.hex}</pre>
      ${one.hex.length < 2 * one.size ? html`<p class="soft">${word('frame-cut', one.hex.length / 2)}</p>` : nothing}</details>`;
  }
}

customElements.define('zhili-frames', Frames);
