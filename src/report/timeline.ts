/** One person's story in words, world beside world, with the place where the worlds part. */
import type { EpisodeSide, LogRow, Parting, PersonTrace, TracedEpisode } from '../experiment/index.js';
import type { Labels } from './labels.js';
import { span } from './span.js';
import { visitInWords } from './visit-words.js';

/** Something that happens to the person, and when. */
export interface TimelineEntry {
  /** `3 Oct 14:05`, or `3 Oct 2023` where the year is another than that of the title. */
  readonly time: string;
  readonly text: string;
}

/** An episode in each world. */
export interface EpisodeTimeline {
  readonly title: string;
  /** By world; null in a world that does not have the episode. */
  readonly sides: readonly (readonly TimelineEntry[] | null)[];
  /** Entries of each world before the worlds part; all of them where they do not. */
  readonly shared: number;
  /** What is said of the two worlds together; null where there is one. */
  readonly parting: string | null;
}

const HOUR = 3_600_000;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What is said first of any person who is followed. */
export const SYNTHETIC = 'This person is synthetic: nobody real is described.';

/**
 * The episodes of a person as timelines.
 * @param start Monday at whose midnight the run starts, YYYY-MM-DD.
 */
export function timelinesOf({ episodes }: PersonTrace, start: string, labels: Labels): EpisodeTimeline[] {
  const clock = new Clock(start);
  return episodes.map((episode) => {
    const opened = Math.min(...episode.sides.flatMap((side) => (side === null ? [] : [side.opened])));
    const need = episode.need === null ? 'Episode' : labels.need(episode.need);
    const stories = episode.sides.map((side) => (side === null ? null : storyOf(side, labels)));
    return {
      title: `${need}, ${clock.date(opened)}${episode.parent === null ? '' : ` (from ${episode.parent})`}, ${episode.id}`,
      sides: stories.map((story) => story?.map(({ hour, text }) => ({ time: clock.time(hour, opened), text })) ?? null),
      shared: sharedBy(stories, episode.parting),
      parting: stories.length < 2 ? null : partingInWords(episode, labels),
    };
  });
}

/** A moment of a story, with what tells it from another: its route, and its hours. */
interface Moment {
  readonly hour: number;
  readonly text: string;
  readonly route: string;
  readonly hours: string;
}

function storyOf({ rows, closed, outcome }: EpisodeSide, labels: Labels): Moment[] {
  const moments = rows.flatMap((row): Moment[] => {
    if (row.kind === 'joint') return [];
    const with_ = rows.filter((other) => other.kind === 'joint' && isSameVisit(row, other));
    const services = [row, ...with_].flatMap(({ service }) => (service === null ? [] : [service]));
    return [
      {
        hour: row.joined,
        text: visitInWords(row, services, labels),
        route: [row.step, ...services, row.decision, row.finish, row.why].join(' '),
        hours: [row.joined, row.started, row.serviceEnded, row.released].join(' '),
      },
    ];
  });
  const text = outcome === null ? 'Still under way when the run ended.' : `Leaves: ${labels.outcome(outcome)}.`;
  return [...moments, { hour: closed, text, route: `end ${outcome}`, hours: String(closed) }];
}

function isSameVisit(row: LogRow, other: LogRow): boolean {
  return row.step === other.step && row.joined === other.joined && row.part === other.part;
}

/** Moments before the first difference: of the route where the routes part, else of the hours. */
function sharedBy([one, other]: readonly (readonly Moment[] | null)[], parting: Parting | null): number {
  if (one === undefined || one === null || other === undefined || other === null) return 0;
  if (parting === null) return Math.max(one.length, other.length);
  const isSame = (moment: Moment | undefined, twin: Moment | undefined) =>
    moment?.route === twin?.route && (parting.at !== null || moment?.hours === twin?.hours);
  const length = Math.max(one.length, other.length);
  for (let at = 0; at < length; at += 1) if (!isSame(one[at], other[at])) return at;
  return length;
}

/** What parts routes where no edited rule does. */
const CAUSES: Readonly<Record<string, string>> = {
  hazard: 'as the policy changes how fast the need itself changes',
  history: 'by what had happened to this person before',
  scarcity: 'by no rule, but by the state that services are in',
};

/** What parts an episode's worlds, in a sentence. */
export function partingInWords({ parting, sides }: TracedEpisode, labels: Labels): string {
  if (parting === null) return 'The same in both worlds.';
  const { change, at, laterBy } = parting;
  if (sides[0] === null || change === 'induced') return 'Only with the policy.';
  if (sides[1] === null || change === 'prevented') return 'Only in the baseline.';
  if (at === null) {
    if (laterBy === null || laterBy === 0) return 'The same way, at other times from here.';
    return `The same way, over ${span(Math.abs(laterBy))} ${laterBy > 0 ? 'later' : 'earlier'} with the policy.`;
  }
  const places = `next, ${labels.place(at.from)} in the baseline; ${labels.destination(at.from, at.to)} with the policy`;
  const whose = at.policy === null ? 'that differs' : `of ${labels.policy(at.policy)}`;
  if (change === 'rule') return `They part here by a rule ${whose}: ${places}.`;
  return `They part here, ${CAUSES[change] ?? 'by no rule'}: ${places}.`;
}

/** Hours of a run as dates and times of its calendar. */
class Clock {
  private readonly midnight: number;

  constructor(start: string) {
    this.midnight = Date.parse(`${start}T00:00:00Z`);
  }

  /** `3 Oct 2022` */
  date(hour: number): string {
    const day = this.day(hour);
    return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
  }

  /** `3 Oct 14:05`; in another year than that of an hour, `3 Oct 2023`. */
  time(hour: number, than: number): string {
    const day = this.day(hour);
    if (day.getUTCFullYear() !== this.day(than).getUTCFullYear()) return this.date(hour);
    return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.toISOString().slice(11, 16)}`;
  }

  private day(hour: number): Date {
    return new Date(this.midnight + Math.round(hour * HOUR));
  }
}
