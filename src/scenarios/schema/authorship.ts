import { z } from 'zod';
import { leaf } from './leaf.js';
import { date, text } from './words.js';

/** Who stands behind a number, and until when. */
export const authorship = {
  'made-by': leaf(text, 'Who chose the number: a person or a role.').optional(),
  'made-on': leaf(date, 'When it was chosen.').optional(),
  'signed-off-by': leaf(text, 'Who agreed to it: never the one who chose it.').optional(),
  'signed-off-on': leaf(date, 'When it was agreed to.').optional(),
  'review-by': leaf(date, 'When it has to be looked at again.').optional(),
};

/** The same for all numbers of a file, unless a parameter says otherwise. */
export const assumptions = z
  .strictObject(authorship)
  .describe('Who chose the numbers of this file, who agreed to them, and when; a parameter may say otherwise.');
