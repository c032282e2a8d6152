import { z } from 'zod';
import { distribution } from './distribution.js';
import { leaf } from './leaf.js';
import { shares } from './people.js';
import { count, rate } from './values.js';
import { calendar } from './week.js';
import { flag, nameOf, text } from './words.js';

/** A stream of transient persons; exactly one of `rate`, `every` and `people`. */
export const arrivals = z
  .strictObject({
    label: leaf(text, 'What the stream is, as printed.').optional(),
    rate: leaf(rate, 'Poisson arrivals: how many.').optional(),
    every: leaf(distribution, 'Renewal arrivals: time between one and the next.').optional(),
    people: leaf(count, 'A closed network: so many people at hour 0.').optional(),
    'unit-rate': leaf(
      rate,
      'Grain of the random points; belongs to the root scenario. Default: the root’s rate.',
    ).optional(),
    calendar: leaf(calendar, 'How arrivals go up and down over day and week. Belongs to the root scenario.').optional(),
    hours: leaf(calendar, 'A calendar on top of that, which a policy may change.').optional(),
    to: leaf(nameOf('a step, `pathway.step`'), 'The step at which they arrive.'),
    need: leaf(nameOf('a need'), 'The need they bring.').optional(),
    channel: leaf(nameOf('an entry channel'), 'The channel they come by.').optional(),
    severity: leaf(shares, 'Shares by severity. Default: the first.').optional(),
    background: leaf(flag, 'Work that the services do anyway, reported apart. Default: false.').optional(),
  })
  .describe('A stream of transient persons: exactly one of `rate`, `every` and `people`.');
