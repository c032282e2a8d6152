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
const BAND_OF: Readonly<Record<keyof typeof Kind, number>> = {
  serviceEnd: 0,
  capacityChange: 1,
  epochChange: 1,
  delayEnd: 2,
  arrival: 3,
  renewal: 3,
  people: 3,
  onset: 3,
  renege: 4,
  clock: 5,
  retriage: 5,
  hourMark: 6,
};

/** Band of each kind of event: the lower goes first. */
export const BANDS = new Uint8Array(Object.keys(Kind).length);
for (const [name, kind] of Object.entries(Kind)) BANDS[kind] = BAND_OF[name as keyof typeof Kind];
