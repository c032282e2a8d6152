import { z } from 'zod';
import { distribution } from './distribution.js';
import { leaf } from './leaf.js';
import { shares } from './people.js';
import { byId } from './records.js';
import { count, duration, rate, whole } from './values.js';
import { choice, flag, nameOf } from './words.js';

/** People who are inside already when the run starts; belongs to the root scenario. */
export const stock = z
  .strictObject({
    people: leaf(count, 'How many.'),
    step: leaf(nameOf('a step, `pathway.step`'), 'The seize or delay step in which they are found.'),
    phase: leaf(choice('serving', 'waiting'), 'In the middle of it, or waiting for it.'),
    need: leaf(nameOf('a need'), 'The need of their episode.').optional(),
    load: z
      .strictObject({
        rate: leaf(rate, 'How often people come into this stock.'),
        stay: leaf(duration, 'How long they stay on average.'),
      })
      .describe('Decides who is drawn: chance r·S / (1 + r·S), with r the person’s frailty times the rate.')
      .optional(),
    waited: leaf(distribution, 'waiting: how long they have waited so far.').optional(),
    holding: byId(
      z
        .strictObject({
          units: leaf(whole(1), 'Units held. Default: 1.').optional(),
          since: leaf(distribution, 'Since how long.'),
        })
        .describe('Units of a service that they hold besides.'),
      'Services held besides.',
    ).optional(),
    transient: leaf(flag, 'true: not persons of the area. Default: false.').optional(),
    background: leaf(flag, 'Work that the services do anyway, reported apart. Default: false.').optional(),
    severity: leaf(shares, 'Shares by severity. Default: the first.').optional(),
    channel: leaf(nameOf('an entry channel'), 'The channel they came by.').optional(),
    set: byId(leaf(nameOf('a value of the state'), 'The value.'), 'States that these people have.').optional(),
  })
  .describe('People who are inside already when the run starts.');
