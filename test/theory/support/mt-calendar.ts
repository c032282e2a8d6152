/** The day and the week of the worlds with a calendar, stated again. */

/** Weight of each hour of the day. */
export const HOURS = [
  ...new Array<number>(6).fill(0.4),
  ...new Array<number>(3).fill(0.8),
  ...new Array<number>(9).fill(1.5),
  ...new Array<number>(3).fill(1.2),
  ...new Array<number>(3).fill(0.7),
];

/** Weight of each day, from Monday. */
export const DAYS = [0.9, 1, 1, 1, 1.1, 1.2, 0.8];

/** Hours of the week that are judged: a trough, a rise, a peak, a fall. */
export const JUDGED = { 'Monday 06': 6, 'Tuesday 10': 34, 'Saturday 17': 137, 'Sunday 22': 166 } as const;
