import { z } from 'zod';
import { bySeverity } from './by-severity.js';
import { leaf } from './leaf.js';
import { shares } from './people.js';
import { byId } from './records.js';
import { factor, rate, share } from './values.js';
import { calendar } from './week.js';
import { nameOf, oneOrMany, text } from './words.js';

/** A hazard multiplier while the person's state matches. */
export const stateMultiplier = z
  .strictObject({
    state: byId(
      leaf(oneOrMany(nameOf('a value of the state')), 'Value or values of the state.'),
      'One state variable and its value or values.',
    ),
    times: leaf(factor, 'Multiplier of the hazard meanwhile.'),
  })
  .describe('A multiplier of the hazard while the person is in a state.');

/** A need that arises in persons of the area. */
export const need = z
  .strictObject({
    label: leaf(text, 'Name of the need, as printed.').optional(),
    calendar: leaf(calendar, 'How onsets go up and down over day and week. Belongs to the root scenario.').optional(),
    'unit-rate': leaf(
      rate,
      'Grain of the random points; belongs to the root scenario. Default: the root’s onset rate.',
    ).optional(),
    onset: z
      .strictObject({
        rate: leaf(rate, 'How often it arises, per head of the population or in the whole area.'),
        hours: leaf(calendar, 'A calendar on top of the need’s own, which a policy may change.').optional(),
        'by-cohort': byId(leaf(factor, 'Multiplier for this cohort.'), 'Multipliers by cohort. Default: 1.').optional(),
        'by-state': z.array(stateMultiplier).describe('Multipliers while the person is in a state.').optional(),
      })
      .describe('The hazard of onset.'),
    severity: leaf(shares, 'Shares by severity.').optional(),
    channels: byId(
      z
        .strictObject({
          share: leaf(bySeverity(share), 'Share of episodes that come this way; may differ by severity.'),
          to: leaf(nameOf('a step, `pathway.step`'), 'The step at which they arrive.'),
        })
        .describe('A way in which episodes of this need reach services.'),
      'Entry channels: how episodes reach services.',
    ),
  })
  .describe('A need that arises in persons of the area.');
