/** When a policy takes hold, in words. */
import { dayInWords } from '../../scenarios/index.js';
import { duration } from './quantities.js';

/** What a policy says of its days, each `YYYY-MM-DD`; or, by area, `north 2023-07-01, others never`. */
export interface Dates {
  readonly starts: string | null;
  readonly ends: string | null;
  /** Left out, or 0: at once [hours]. */
  readonly ramp?: number;
}

const DAY_MS = 86_400_000;

function inWords(days: string): string {
  return days.replace(/\d{4}-\d{2}-\d{2}/g, (day) => dayInWords(Date.parse(`${day}T00:00:00Z`) / DAY_MS));
}

/** `Starts 1 March 2024, at once; only in a go-live design, a steady run has it in force throughout.`; none without a start. */
export function datesInWords({ starts, ends, ramp = 0 }: Dates): string[] {
  if (starts === null) return [];
  const days = [
    `Starts ${inWords(starts)}`,
    ramp > 0 ? `in weekly steps over ${duration(ramp)}` : 'at once',
    ...(ends === null ? [] : [`ends ${inWords(ends)}`]),
  ];
  return [`${days.join(', ')}; only in a go-live design, a steady run has it in force throughout.`];
}
