/** One thing a grid worker has done or is about to: a report, or a visit that verifies. */
import {newKey} from './town.js';
import {put} from './keep.js';

/** A report that begins. */
export const newReport = (account, matter) => begun(account, {kind: 'report', matter, handled: false, area: '', address: ''});

/** A visit to a case that begins. */
export const newVisit = (account, head) => begun(account, {kind: 'visit', number: head.number, head});

function begun(account, more) {
  return {id: newKey(), account, state: 'draft', createdAt: Date.now(), photos: [], summary: '', ...more};
}

/** Whether anything was put into a draft that would be missed. */
export const isWritten = item => item.photos.length > 0 || item.summary.trim() !== '' || Boolean(item.address?.trim());

/** Writes a draft down as it grows, one after the other; an empty one is not worth it. */
export class Pen {
  #last = Promise.resolve();
  #photos = new Set();

  constructor(item) {
    this.item = item;
  }

  write() {
    if (this.done || (this.item.state === 'draft' && !isWritten(this.item))) {
      return this.#last;
    }
    const now = {...this.item, photos: [...this.item.photos]};
    this.#last = this.#last.catch(() => {}).then(() => put(now)); // one that failed ends none after it
    return this.#last;
  }

  /** Photos that are still being shrunk are part of it, too; tells whether each could be read. */
  taking(photos) {
    this.#photos.add(photos);
    photos.catch(() => {}).then(() => this.#photos.delete(photos)); // what was not written is seen by queue()
  }

  get waitsForPhotos() {
    return this.#photos.size > 0;
  }

  /** Wait until every photo that was taken is in the draft; tells whether each could be read. */
  async photosTaken() {
    let all = true;
    while (this.waitsForPhotos) {
      const taken = await Promise.allSettled(this.#photos);
      all &&= taken.every(one => one.value !== false);
    }
    return all;
  }

  /** Let it be sent, with all of its photos; nothing is written after that. */
  async queue() {
    await this.photosTaken();
    this.item.state = 'queued';
    this.item.refusal = undefined;
    try {
      await this.write();
      this.done = true;
    } catch (fault) {
      this.item.state = 'draft';
      throw fault;
    }
  }

  /** Nothing is written after that either. */
  stop() {
    this.done = true;
    return this.#last.catch(() => {});
  }
}
