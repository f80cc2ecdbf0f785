/** The zone of the town, in which its times are told wherever the phone believes to be. */
import {wish} from './keep.js';
import {Refusal, open} from './town.js';
import {tellTimesIn} from './words.js';

/** Go by what it was last, and ask; tells whether it is another. */
export async function learnZone() {
  const last = wish('zone');
  tellTimesIn(last);
  try {
    const {zone} = await open('public/town');
    tellTimesIn(wish('zone', zone));
    return zone !== last;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) {
      throw refusal;
    }
    return false;
  }
}
