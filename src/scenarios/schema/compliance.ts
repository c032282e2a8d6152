import { type ByArea, byArea } from './by-area.js';
import { orReference, type Reader, readPart } from './leaf.js';
import { isParts } from './parts.js';
import { fraction } from './values.js';
import { choice } from './words.js';

/** Who follows a policy, or does not. */
export type Follower = 'staff' | 'person';

/** How often a policy is followed, in each area, and by whom that is settled. */
export interface Compliance {
  readonly share: ByArea<number>;
  /**
   * `staff`: whoever decides, decision by decision. `person`: each of the people concerned is treated by the policy always
   * or never.
   */
  readonly by: Follower;
}

const shares = byArea(fraction);
const by = choice('staff', 'person');
const KEYS = ['share', 'by'];

/** A share, shares by area, or `{share, by}`. */
export const compliance: Reader<Compliance> = {
  what: 'a share from 0 to 1, shares by area, or `{share: …, by: person}`',
  neutral: { share: { all: 1 }, by: 'staff' },
  // One form for all maps, so that an editor offers the keys of each.
  json: {
    anyOf: [
      fraction.json,
      {
        type: 'object',
        minProperties: 1,
        properties: {
          share: { ...orReference(shares.json), description: 'How often it is followed: a share, or shares by area.' },
          by: {
            ...by.json,
            description:
              'staff: settled at every decision (the default). person: settled once for each person, who is treated by the policy always or never.',
          },
          others: { ...orReference(fraction.json), description: 'For every area that is not named.' },
        },
        additionalProperties: { ...orReference(fraction.json), description: `For this area: ${fraction.what}.` },
      },
    ],
  },
  read(value, report) {
    if (!isParts(value) || !KEYS.some((key) => key in value)) return { share: shares.read(value, report), by: 'staff' };
    for (const key of Object.keys(value)) {
      if (KEYS.includes(key)) continue;
      const fault = { message: `\`${key}\` is no part of compliance.`, expected: '`share` and `by`', onKey: true };
      report({ ...fault, next: 'Take it out; areas go into `share`.' }, key);
    }
    return {
      share: readPart(shares, value.share, report, 'share'),
      by: value.by === undefined ? 'staff' : readPart(by, value.by, report, 'by'),
    };
  },
};
