import { z } from 'zod';
import { area, oneOfAreas } from './area.js';
import { assumptions } from './authorship.js';
import { blocks } from './blocks.js';
import { prices } from './cost.js';
import { idWord } from './ids.js';
import { leaf } from './leaf.js';
import { parameter } from './parameter.js';
import { people } from './people.js';
import { policyUse } from './policy-use.js';
import { byId } from './records.js';
import { stock } from './stock.js';
import { study } from './study.js';
import { time } from './time.js';
import { version } from './version.js';
import { choice, date, flag, nameOf, text } from './words.js';

/** A scenario file, after `extends` has been followed and parameters have been put in place. */
export const writtenScenario = z.strictObject({
  spillover: leaf(version, 'Version of the file format.'),
  scenario: leaf(idWord, 'Id of the scenario.'),
  label: leaf(text, 'Name of the scenario, as printed.').optional(),
  description: leaf(text, 'What it describes, in a few sentences.').optional(),
  owner: leaf(text, 'Who answers for it.').optional(),
  extends: leaf(
    nameOf('a scenario: a shipped name, or ./path.yaml'),
    'The scenario that this one differs from.',
  ).optional(),
  family: leaf(
    choice('own'),
    'own: declares people, stock and area of its own, over what it extends, and is compared only with what extends it.',
  ).optional(),
  strict: leaf(flag, 'Refuse numbers that are no parameters. Default: false.').optional(),
  policies: z.array(policyUse).describe('Policies in force, applied in order.').optional(),
  time: time.describe('When it runs.'),
  area: area.describe('The population served, where it is one.').optional(),
  areas: z
    .array(oneOfAreas)
    .min(1)
    .describe('Several populations, in place of `area`: each has its own people, services and demand.')
    .optional(),
  people: people.describe('Traits and states of people.').optional(),
  severities: z.array(leaf(idWord, 'A severity.')).min(1).describe('From least to most severe.').optional(),
  agencies: blocks.agencies.optional(),
  budgets: byId(
    leaf(text, 'Name of the budget, as printed.'),
    'Budgets that pay, besides those of the agencies.',
  ).optional(),
  prices: prices.optional(),
  outcomes: blocks.outcomes.optional(),
  services: blocks.services.optional(),
  needs: blocks.needs.optional(),
  arrivals: blocks.arrivals.optional(),
  pathways: blocks.pathways.optional(),
  clocks: blocks.clocks.optional(),
  stock: byId(stock, 'People who are inside at the start.').optional(),
  gridlock: leaf(
    choice('fail', 'decline'),
    'When holders wait for each other: the run fails, or the last to join is declined. Default: fail.',
  ).optional(),
  'repeat-contact': leaf(text, 'Structure of repeat contact in use, such as by-frailty.').optional(),
  evidence: z
    .array(leaf(nameOf('a file'), 'A file of evidence.'))
    .describe('Evidence files besides the shipped ones.')
    .optional(),
  assumptions: assumptions.optional(),
  parameters: byId(parameter, 'Sourced values, named with `$name`.').optional(),
  study: study.describe('What it was made for, by whom, and how much hangs on it.').optional(),
  sunset: leaf(date, 'Not to be relied upon after this day.').optional(),
  assurance: z
    .strictObject({ statement: leaf(text, 'What was checked, and what was not.'), by: leaf(text, 'By whom.') })
    .describe('Who has checked the scenario.')
    .optional(),
  limits: z.array(leaf(text, 'One sentence.')).describe('What it should not be used for.').optional(),
});
/** A scenario file as it stands: of one area, or of several. */
export type WrittenScenario = z.output<typeof writtenScenario>;

/** A scenario of one area: what one of several is made into before it is read. */
export const scenario = writtenScenario.omit({ areas: true }).required({ area: true });
/** A scenario as read: in hours and numbers, still by name. */
export type ScenarioDraft = z.output<typeof scenario>;
