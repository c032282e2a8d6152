/**
 * What the next events will read, read before. An event waits for one piece of memory after another, as each says where the
 * next one lies; of several events they are fetched side by side. Nothing is changed.
 */
import { Kind } from './events.js';
import { NO_ROW, type PointId } from './rows.js';
import type { State } from './state.js';

/** Reads what belongs to the events that the calendar foresees. */
export function readAhead(state: State): void {
  const { points, people } = state;
  const { all } = state.episodes;
  const { many } = state.calendar;
  const { entries, foreseen } = many;
  let read = 0;
  let hours = 0;
  for (let at = 0; at < many.foreseenCount; at++) {
    const slot = foreseen[at];
    const kind = entries.kindOf(slot);
    const subject = entries.subjectOf(slot);
    if (kind === Kind.onset) read |= people.rowOf[points.personOf(subject as PointId)];
    else if (kind === Kind.serviceEnd || kind === Kind.delayEnd || kind === Kind.renege) {
      const episode = all[subject];
      const { person, firstVisit } = episode;
      read |= episode.keyHigh ^ episode.epoch ^ episode.nextOfPerson;
      hours += episode.opened;
      if (firstVisit !== null) {
        read |= firstVisit.step ^ firstVisit.stage;
        hours += firstVisit.joined + firstVisit.started;
      }
      if (person !== NO_ROW) read |= people.firstEpisode[person] ^ people.open[person * people.needs];
    }
  }
  state.readAhead.words = read;
  state.readAhead.hours = hours;
  many.foreseenCount = 0;
}
