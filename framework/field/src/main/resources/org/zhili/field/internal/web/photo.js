/** Photos as a phone takes them: upright, and small enough for a bad line before they are kept. */
import {el} from './element.js';
import {word} from './words.js';

const SIDE = 1600;
const QUALITY = 0.8;

/** What was taken, as JPEG; undefined when the browser cannot read it. */
const shrunk = file => drawn(file).catch(() => undefined);

async function drawn(file) {
  const image = await createImageBitmap(file, {imageOrientation: 'from-image'});
  const scale = Math.min(1, SIDE / Math.max(image.width, image.height));
  const canvas = el('canvas', {width: Math.round(image.width * scale), height: Math.round(image.height * scale)});
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? undefined), 'image/jpeg', QUALITY));
}

/** A button that takes photos of one kind into the draft of a pen, and shows those it has. */
export function camera(pen, kind, called) {
  const draft = pen.item;
  const trouble = el('p', {class: 'trouble', role: 'alert', hidden: true}, word('photo-unreadable'));
  const shown = el('ul', {class: 'photos'});
  const fill = () => shown.replaceChildren(...draft.photos.filter(photo => photo.kind === kind).map(photo => el('li', {},
    picture(photo.blob, word(kind)),
    el('button', {type: 'button', class: 'remove', 'aria-label': word('remove-photo'), onclick: () => {
      draft.photos = draft.photos.filter(other => other !== photo);
      fill();
      pen.write();
    }}, '✕'))));
  const take = async file => {
    const blob = await shrunk(file);
    if (blob) {
      draft.taken = (draft.taken ?? 0) + 1; // also after one was removed: it names what is brought
      draft.photos.push({kind, n: draft.taken, blob, takenAt: Date.now(), position: draft.here});
    }
    return blob !== undefined;
  };
  const takeAll = async files => {
    let all = true;
    for (const file of files) {
      all = await take(file) && all;
    }
    trouble.hidden = all;
    fill();
    await pen.write();
    return all;
  };
  const input = el('input', {type: 'file', accept: 'image/*', capture: 'environment', name: kind, onchange: () => {
    pen.taking(takeAll([...input.files]));
    input.value = '';
  }});
  fill();
  return el('div', {class: 'camera'}, el('label', {class: 'shutter'}, input, el('span', {}, called)), trouble, shown);
}

/** A photo of this phone. */
export function picture(blob, called) {
  const address = URL.createObjectURL(blob);
  return el('img', {src: address, alt: called, onload: () => URL.revokeObjectURL(address)});
}
