/** Photos as a phone takes them: upright, and small enough for a bad line before they are kept. */
import {el} from './element.js';
import {word} from './words.js';

const SIDE = 1600;
const QUALITY = 0.8;

/** What was taken, as JPEG; undefined when the browser cannot read it. */
async function shrunk(file) {
  let image;
  try {
    image = await createImageBitmap(file, {imageOrientation: 'from-image'});
  } catch {
    return undefined;
  }
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const canvas = el('canvas', {width: Math.round(image.width * scale), height: Math.round(image.height * scale)});
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? undefined), 'image/jpeg', QUALITY));
}

/**
 * A button that takes photos of one kind into a draft, and shows those it has.
 *
 * @param changed called with the draft whenever photos come or go
 */
export function camera(draft, kind, called, changed) {
  const trouble = el('p', {class: 'trouble', role: 'alert', hidden: true});
  const shown = el('ul', {class: 'photos'});
  const fill = () => shown.replaceChildren(...draft.photos.filter(photo => photo.kind === kind).map(photo => el('li', {},
    picture(photo.blob, word(kind)),
    el('button', {type: 'button', class: 'remove', 'aria-label': word('remove-photo'), onclick: () => {
      draft.photos = draft.photos.filter(other => other !== photo);
      fill();
      changed();
    }}, '✕'))));
  const input = el('input', {type: 'file', accept: 'image/*', capture: 'environment', name: kind, onchange: async () => {
    for (const file of input.files) {
      const blob = await shrunk(file);
      trouble.hidden = blob !== undefined;
      trouble.textContent = word('photo-unreadable');
      if (blob) {
        draft.taken = (draft.taken ?? 0) + 1; // also after one was removed: it names what is brought
        draft.photos.push({kind, n: draft.taken, blob, takenAt: Date.now(), position: draft.here});
      }
    }
    input.value = '';
    fill();
    await changed();
  }});
  fill();
  return el('div', {class: 'camera'}, el('label', {class: 'shutter'}, input, el('span', {}, called)), trouble, shown);
}

/** A photo of this phone. */
export function picture(blob, called) {
  const address = URL.createObjectURL(blob);
  return el('img', {src: address, alt: called, onload: () => URL.revokeObjectURL(address)});
}
