/** The closed list of what can happen, and who goes first at the same instant. */

/** Kinds of event. */
export const Kind = {
  serviceEnd: 0,
  capacityChange: 1,
  epochChange: 2,
  delayEnd: 3,
  arrival: 4,
  renewal: 5,
  people: 6,
  onset: 7,
  renege: 8,
  clock: 9,
  hourMark: 10,
  retriage: 11,
} as const;

/** Releases; capacity changes; ends of delays; arrivals and joins; reneges; state changes; bookkeeping. */
export const BANDS = Uint8Array.from([0, 1, 1, 2, 3, 3, 3, 3, 4, 5, 6, 5]);
