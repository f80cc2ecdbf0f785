/**
 * What has to be asked of the town for one thing a grid worker has done, step by step. Each step has a
 * key made from that of the thing, so that a step whose answer was lost is not done again.
 */
import {act, bring} from './town.js';

/** How long the town remembers what it answered is a week; a day less, as its clock and ours differ. */
export const REMEMBERED = 6 * 24 * 3600 * 1000;

/** Do all steps that are left; what each leaves is written down by `keep` before the next. */
export async function send(item, keep) {
  for (const photo of item.photos) {
    if (!photo.reference) {
      photo.reference = (await bring(`attachments?${facts(photo)}`, photo.blob, `${item.id}.p${photo.n}`)).reference;
      await keep(item);
    }
  }
  if (item.kind === 'report') {
    await report(item, keep);
  } else {
    await verify(item);
  }
}

function facts(photo) {
  const told = new URLSearchParams({taken: new Date(photo.takenAt).toISOString()});
  if (photo.position) {
    told.set('latitude', photo.position.latitude);
    told.set('longitude', photo.position.longitude);
  }
  return told;
}

const shown = (item, kind) => item.photos.filter(photo => photo.kind === kind).map(photo => ({kind, content: photo.reference}));

/** What was dealt with on the spot is reported and finished by one request, so that nothing comes between. */
async function report(item, keep) {
  if (item.number) {
    await finish(item);
    return;
  }
  const {matter} = item;
  const file = await act('cases', {
    type: matter.type,
    ...(matter.filing && {filing: matter.filing}),
    source: 'grid-worker',
    subject: matter.subject,
    condition: matter.condition,
    area: item.area,
    address: item.address.trim() || item.areaName.zh,
    ...(item.position && {position: item.position}),
    summary: item.summary.trim() || matter.name.zh,
    evidence: shown(item, 'photo-before'),
    ...(item.handled && {handled: done(item)}),
  }, item.handled ? `${item.id}.d` : `${item.id}.r`);
  item.number = file.number;
  item.finished = true;
  await keep(item);
}

/** What an earlier edition of this page has reported, and not finished yet. */
async function finish(item) {
  if (item.handled && !item.finished) {
    await act(path(item), {action: 'self-handle', ...done(item)}, `${item.id}.h`);
  }
}

const done = item => ({note: item.summary.trim(), evidence: [...shown(item, 'photo-before'), ...shown(item, 'photo-after')]});

async function verify(item) {
  if (item.passed) {
    await act(path(item), {action: 'close', note: item.summary.trim(), evidence: shown(item, 'photo-after')}, `${item.id}.c`);
    return;
  }
  // a rework says why; what shows it is noted first, photo by photo
  for (const {kind, n, reference} of item.photos) {
    await act(path(item), {action: 'note', evidence: [{kind, content: reference}]}, `${item.id}.n${n}`);
  }
  await act(path(item), {action: 'rework', reason: item.summary.trim()}, `${item.id}.w`);
}

const path = item => `cases/${encodeURIComponent(item.number)}/actions`;
