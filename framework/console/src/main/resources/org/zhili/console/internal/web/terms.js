/** What people call things that are told by code: kinds of things, what is wrong with them, what is measured. */
import {get, said} from 'zhili';

/** How long names are believed, in milliseconds: they change when a plug-in comes that brings some. */
const BELIEVED = 600_000;

/** Units as people write them; others are as in UCUM. */
const UNITS = {'1': '', Cel: '℃', deg: '°', '[ppm]': 'ppm', '[ppb]': 'ppb', '[pH]': '', '[NTU]': 'NTU', 'dB[SPL]': 'dB',
  'ug/m3': 'μg/m³', 'mg/m3': 'mg/m³', 'ng/m3': 'ng/m³', 'ug/L': 'μg/L', 'm3/s': 'm³/s', m2: 'm²', m3: 'm³', 'kW.h': 'kWh'};

let known = {};
let askedAt = 0;

/** Wait for the names before they are shown. */
export async function termsKnown() {
  if (Date.now() - askedAt > BELIEVED) {
    known = Object.fromEntries((await get('terms')).map(one => [one.code, one.name]));
    askedAt = Date.now();
  }
}

/** The name of a code, or the code where it has none. */
export const term = code => said(known[code]) || code;

/** Codes of kinds of things and of conditions, with their names. */
export const codes = () => Object.entries(known).filter(([code]) => !code.includes('.')).map(([code, name]) => [code, said(name)]);

/** The unit of a measure as people write it. */
export const unit = code => UNITS[code] ?? code ?? '';
