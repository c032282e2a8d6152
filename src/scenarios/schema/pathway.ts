import { z } from 'zod';
import { leaf } from './leaf.js';
import { byId } from './records.js';
import { step } from './steps.js';
import { flag, nameOf, text } from './words.js';

/** The route of an episode: steps in order. */
export const pathway = z
  .strictObject({
    label: leaf(text, 'Name of the pathway, as printed.').optional(),
    need: leaf(nameOf('a need'), 'The need it is for; a description only.').optional(),
    closed: leaf(flag, 'true for a closed network, whose people never leave on purpose. Default: false.').optional(),
    steps: byId(step, 'Steps in order; the first is the entry of the pathway, and `then` defaults to the next one.'),
  })
  .describe('The route of an episode: steps in order.');
