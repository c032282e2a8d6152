import { z } from 'zod';
import { leaf } from './leaf.js';
import { choice, text } from './words.js';

/**
 * What a scenario was made for, by whom, and how much hangs on it: what the Aqua Book (HM Treasury, 2025 edition) wants
 * recorded of any analysis. What is left out is listed in the report as not recorded.
 */
export const study = z.strictObject({
  decision: leaf(text, 'The decision that it is to inform.').optional(),
  audience: leaf(text, 'For whom it is.').optional(),
  commissioner: leaf(text, 'Who asked for it.').optional(),
  analyst: leaf(text, 'Who made it.').optional(),
  assurer: leaf(text, 'Who checked it: never the analyst.').optional(),
  approver: leaf(text, 'Who agreed that it may be used.').optional(),
  risk: z
    .strictObject({
      rating: leaf(choice('high', 'medium', 'low', 'very-low'), 'How much harm a wrong answer would do.'),
      because: leaf(text, 'Why: importance, complexity, novelty, reuse, and effect on the public.'),
    })
    .describe('How much hangs on it, so that checking can match.')
    .optional(),
});
/** A study as read; what is not said is left out. */
export type Study = z.output<typeof study>;
