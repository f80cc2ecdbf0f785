/** Photos of one kind: chosen, shrunk and brought to the town at once, named by evidence later. */
import {LitElement} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Refusal, css, html, looks, newKey, nothing, refused, signed} from 'zhili';
import {word} from '../words.js';

const ATTACHMENTS = new URL('../../api/attachments', import.meta.url);
const SIDE = 1600;
const QUALITY = 0.8;
/** How many one kind may have, so that all kinds of a form fit into one request. */
const MOST = 9;
/** How long the town may take over one, in milliseconds. */
const LONGEST = 60_000;

/** A picture as JPEG, upright and no larger than the town keeps it; undefined when it cannot be read. */
async function shrunk(file) {
  let image;
  try {
    image = await createImageBitmap(file, {imageOrientation: 'from-image'});
  } catch {
    return undefined;
  }
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const canvas = Object.assign(document.createElement('canvas'),
    {width: Math.max(1, Math.round(image.width * scale)), height: Math.max(1, Math.round(image.height * scale))});
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? undefined), 'image/jpeg', QUALITY));
}

/** Bring a photo; under the same key it is kept once. Answers what the town calls it. */
async function brought(blob, key) {
  let response;
  let answer;
  try {
    response = await fetch(ATTACHMENTS, {
      method: 'POST',
      body: blob,
      headers: signed({'Content-Type': 'image/jpeg', 'Idempotency-Key': key}),
      signal: AbortSignal.timeout(LONGEST),
    });
    answer = await response.json();
  } catch {
    throw new Refusal(0, {detail: word('photo-away')});
  }
  if (!response.ok) {
    throw refused(response, answer);
  }
  return answer;
}

class Photos extends LitElement {
  static properties = {kind: {}, label: {}, optional: {type: Boolean}, locked: {type: Boolean},
    photos: {state: true}, refused: {state: true}};
  static styles = [looks, css`
    :host { margin-bottom: 10px; }
    ul { list-style: none; margin: 8px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 8px; }
    li { border: 1px solid var(--line); border-radius: 6px; padding: 6px; max-width: 220px; }
    img { display: block; max-width: 120px; max-height: 120px; border-radius: 4px; margin-bottom: 4px; }
    li p { margin: 0 0 6px; overflow-wrap: anywhere; }
    input[type=file] { width: 100%; }
  `];

  constructor() {
    super();
    this.photos = [];
  }

  focus() {
    this.renderRoot.querySelector('input')?.focus();
  }

  /** What is to be sent, once all that is under way has come; undefined while some has not. */
  async evidence() {
    await Promise.all(this.photos.map(photo => photo.coming));
    return this.photos.every(photo => photo.told)
      ? this.photos.map(photo => ({kind: this.kind, content: photo.told.reference})) : undefined;
  }

  async choose(event) {
    const files = [...event.target.files];
    event.target.value = '';
    this.refused = this.photos.length + files.length > MOST ? word('photo-many', MOST) : undefined;
    for (const file of files.slice(0, MOST - this.photos.length)) {
      const photo = {name: file.name, key: newKey()};
      photo.coming = this.bring(photo, file);
      this.photos = [...this.photos, photo];
    }
    await Promise.all(this.photos.map(photo => photo.coming));
  }

  async bring(photo, file) {
    photo.refused = undefined;
    try {
      photo.blob ??= await shrunk(file);
      if (!photo.blob) {
        throw new Refusal(0, {detail: word('photo-unreadable')});
      }
      photo.told = await brought(photo.blob, photo.key);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) {
        throw refusal;
      }
      photo.refused = refusal.message;
    }
    photo.coming = undefined;
    this.requestUpdate();
  }

  again(photo) {
    photo.coming = this.bring(photo);
    this.requestUpdate();
  }

  drop(photo) {
    this.photos = this.photos.filter(other => other !== photo);
    this.refused = undefined;
    this.focus();
  }

  render() {
    const coming = this.photos.filter(photo => photo.coming).length;
    return html`<label><span>${this.label}${this.optional ? html` <small>${word('optional')}</small>` : nothing}</span>
      <input type="file" name=${this.kind} accept="image/*" multiple ?disabled=${this.locked} @change=${this.choose}></label>
      <div role="status" class="soft">${coming ? word('photo-coming', this.photos.length - coming + 1, this.photos.length) : nothing}</div>
      ${this.refused ? html`<p class="trouble" role="alert">${this.refused}</p>` : nothing}
      ${this.photos.length ? html`<ul>${repeat(this.photos, photo => photo.key, photo => this.photo(photo))}</ul>` : nothing}`;
  }

  photo(photo) {
    return html`<li>
      ${photo.told ? html`<img src=${`${ATTACHMENTS}/${photo.told.id}?size=small`} alt=${photo.name}>` : html`<p class="soft">${photo.name}</p>`}
      ${photo.refused ? html`<p class="alarm" role="alert">${photo.refused}</p>` : nothing}
      ${photo.refused && photo.blob ? html`<button type="button" @click=${() => this.again(photo)}>${word('photo-again')}</button>` : nothing}
      ${this.locked ? nothing : html`<button type="button" aria-label=${`${word('photo-drop')} ${photo.name}`} @click=${() => this.drop(photo)}>${word('photo-drop')}</button>`}</li>`;
  }
}

customElements.define('zhili-photos', Photos);

/** The evidence of all photos of a form, or a refusal that says what is missing. */
export async function photosIn(form) {
  const evidence = [];
  for (const one of form.querySelectorAll('zhili-photos')) {
    const photos = await one.evidence();
    if (!photos || (photos.length === 0 && !one.optional)) {
      one.focus();
      throw new Refusal(0, {detail: word(photos ? 'photo-missing' : 'photo-failed', one.label)});
    }
    evidence.push(...photos);
  }
  return evidence;
}
