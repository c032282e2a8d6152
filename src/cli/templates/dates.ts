/** Days that a new file says of its numbers, as `YYYY-MM-DD`. */
export interface Dates {
  readonly madeOn: string;
  readonly reviewBy: string;
}

/** Made on this day, to be looked at again in a year. */
export function datesFrom(today: Date): Dates {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const later = new Date(today);
  later.setUTCFullYear(today.getUTCFullYear() + 1);
  return { madeOn: day(today), reviewBy: day(later) };
}
