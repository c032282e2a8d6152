import { choicesOf } from '../choices.js';
import { measure } from '../measure.js';

/** What is decided at each step, for people [a week]. */
export const decisions = measure({
  id: 'decisions',
  label: 'Decisions',
  unit: 'decisions a week',
  dimensions: 'decision',
  better: 'neither',
  description:
    'Decisions in the measured period by what was chosen: a case that held, an option, or a reroute by a policy (which comes on top of the option that it overrules).',
  isSparse: true,
  fold: ({ view, cells }) => {
    const choices = choicesOf(view);
    return {
      visits: ({ own, people: { decided } }) => {
        for (let at = 0; at < decided.count; at += 1) {
          const row = decided.rows[at]!;
          cells[choices.cellOf(view.epochAt(own.joined[row]!), own.step[row]!, own.decision[row]!)]! += 1;
        }
      },
    };
  },
});
