import { z } from 'zod';
import { leaf } from './leaf.js';
import { stateMultiplier } from './need.js';
import { byId } from './records.js';
import { duration, factor, rate } from './values.js';
import { choice, flag, nameOf, oneOrMany } from './words.js';

const outcome = nameOf('an outcome');
const expires = z
  .union([
    z.strictObject({ leave: leaf(outcome, 'The episode ends with this outcome.') }),
    z.strictObject({
      to: leaf(nameOf('a step, `pathway.step`'), 'The episode goes on at this step.'),
      severity: leaf(nameOf('a severity'), 'With this severity.').optional(),
    }),
    z.strictObject({
      open: leaf(nameOf('a need'), 'A new episode of this need opens.'),
      to: leaf(nameOf('a step, `pathway.step`'), 'At this step.'),
      channel: leaf(nameOf('an entry channel'), 'By this channel.').optional(),
    }),
    z.strictObject({
      mark: byId(leaf(nameOf('a value of the state'), 'The new value.'), 'The person’s state changes.'),
    }),
    z.strictObject({ die: leaf(outcome, 'The person dies: open episodes end with this outcome.') }),
  ])
  .describe('What happens when the clock runs out: leave, to, open, mark or die.');

/** A competing hazard: recovery, deterioration, relapse, re-presentation, death. */
export const clock = z
  .strictObject({
    label: leaf(nameOf('text'), 'What it is, as printed.').optional(),
    runs: leaf(
      choice('waiting', 'after', 'life'),
      'waiting: while an episode is open and not being served. after: once one has left. life: from the start.',
    ),
    need: leaf(nameOf('a need'), 'Whose episodes it belongs to.').optional(),
    outcomes: leaf(oneOrMany(outcome), 'after: the outcomes that start it. Default: all.').optional(),
    rate: leaf(rate, 'Hazard of one person: `0.02 per day`, `3.4 per thousand per year`.'),
    'by-severity': byId(
      leaf(factor, 'Multiplier for this severity.'),
      'Multipliers by severity. Default: 1.',
    ).optional(),
    'by-state': z.array(stateMultiplier).describe('Multipliers while the person is in a state.').optional(),
    'by-frailty': leaf(flag, 'Is the hazard multiplied by the person’s frailty? Default: false.').optional(),
    from: leaf(duration, 'after: starts so long after the outcome. Default: 0 h.').optional(),
    until: leaf(duration, 'after: stops so long after the outcome. Default: never.').optional(),
    expires,
  })
  .describe('A competing hazard: recovery, deterioration, relapse, re-presentation, death.');
