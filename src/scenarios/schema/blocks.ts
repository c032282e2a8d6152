import { z } from 'zod';
import { arrivals } from './arrivals.js';
import { clock } from './clock.js';
import { leaf } from './leaf.js';
import { need } from './need.js';
import { pathway } from './pathway.js';
import { byId } from './records.js';
import { service } from './service.js';
import { flag, text } from './words.js';

const outcome = z
  .union([
    leaf(text, 'Name of the outcome, as printed.'),
    z.strictObject({
      label: leaf(text, 'Name of the outcome, as printed.').optional(),
      unmet: leaf(flag, 'Does it count as a need not met? Default: false.').optional(),
      fatal: leaf(
        flag,
        'Has the person died? Deaths are told as what is expected, never as a count. Default: false.',
      ).optional(),
    }),
  ])
  .describe('An outcome: its name, or a map with `label`, `unmet` and `fatal`.');

/** Blocks that a policy may add to as well. */
export const blocks = {
  agencies: byId(leaf(text, 'Name of the agency, as printed.'), 'Organisations that run services.'),
  outcomes: byId(outcome, 'How episodes end.'),
  services: byId(service, 'Staffed capacity with waiting lines.'),
  needs: byId(need, 'Needs that arise in persons.'),
  arrivals: byId(arrivals, 'Streams of transient persons.'),
  pathways: byId(pathway, 'Routes of episodes through services.'),
  clocks: byId(clock, 'Competing hazards: recovery, relapse, re-presentation.'),
};
