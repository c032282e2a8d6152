/** The shape of the Results document, from which its JSON Schema is generated and against which a test holds real runs. */
import { z } from 'zod';
import { RESULTS_SCHEMA_VERSION, type Results } from './results.js';

const id = z.string().describe('Id, as in the dictionary.');
const number = z.number().nullable();
const cell = z
  .record(z.string(), z.string())
  .describe('Dimension to id, such as {"service": "crisis-team"}; {} where there is none.');
const labelled = z.strictObject({ id, label: z.string() });
const estimate = {
  world: id,
  measure: id,
  cell,
  mean: number.describe('Mean over replications; null where it cannot be given.'),
  low: number.describe('Lower end of its 95% interval: run-to-run noise only.'),
  high: number.describe('Upper end of its 95% interval.'),
  n: z.int().nonnegative().describe('Replications that it rests on.'),
};
const plainEstimate = z.strictObject({ mean: number, low: number, high: number, n: z.int().nonnegative() });
const weeks = z.array(number);
const hours = z.number().nonnegative().describe('[hours]');
const count = z.int().nonnegative();

const description = z.strictObject({
  id,
  label: z.string(),
  description: z.string(),
  policies: z.array(
    z.strictObject({
      id,
      label: z.string(),
      origin: z.string().nullable().describe('Agency that the policy starts from.'),
      starts: z.string().nullable().describe('YYYY-MM-DD.'),
      ends: z.string().nullable().describe('YYYY-MM-DD.'),
      ramp: hours.optional().describe('Over how long it takes hold [hours]; left out where it does at once.'),
      inForce: z
        .strictObject({
          hours: hours.describe('Hours of the measured period in which it is in force, at whatever strength.'),
          full: z
            .string()
            .nullable()
            .describe('Day from which it is in force in full (YYYY-MM-DD); null where at once.'),
          never: z.string().nullable().describe('Why it is never in force in what is measured; null where it is.'),
          areas: z
            .array(
              z.strictObject({
                id,
                starts: z.string().nullable().describe('YYYY-MM-DD; null where the area does without it.'),
                ends: z.string().nullable().describe('YYYY-MM-DD.'),
                hours: hours.describe('Hours of the measured period in which it is in force there.'),
                full: z.string().nullable().describe('As above, there.'),
              }),
            )
            .optional()
            .describe('The same area by area, where they differ.'),
        })
        .optional()
        .describe('How much of what is measured it is in force; left out in a steady design.'),
      lackingFuture: z
        .strictObject({ kind: z.string(), reason: z.string().nullable().describe('Why it is needed.') })
        .optional()
        .describe(
          'A kind of future that the policy needs, and that this world is not in; left out where there is none.',
        ),
      edits: z.array(z.string()).describe('What it changes, in words.'),
    }),
  ),
  assumptions: z
    .array(z.looseObject({ id: z.string(), value: z.string(), grade: z.enum(['A', 'B', 'C', 'D', 'E']) }))
    .describe('Every input: value, range, grade, source or reason, and where it is stated.'),
  unrecorded: z
    .array(z.strictObject({ from: z.string(), count: count }))
    .optional()
    .describe('Numbers that are not under `parameters`, by file: no source, grade or range is recorded.'),
  overloads: z
    .array(z.strictObject({ service: id, share: z.number(), exact: z.boolean() }))
    .optional()
    .describe('Services of which more is asked than they have, by simple arithmetic, and the share of capacity.'),
  limits: z.array(z.string()),
  assurance: z.strictObject({ statement: z.string(), by: z.string() }).nullable(),
  sunset: z.string().nullable().describe('Day until which it is to be used (YYYY-MM-DD).'),
  study: z
    .strictObject({
      decision: z.string().optional(),
      audience: z.string().optional(),
      commissioner: z.string().optional(),
      analyst: z.string().optional(),
      assurer: z.string().optional(),
      approver: z.string().optional(),
      risk: z.strictObject({ rating: z.enum(['high', 'medium', 'low', 'very-low']), because: z.string() }).optional(),
    })
    .optional()
    .describe('What it was made for, by whom, and how much hangs on it; left out where the scenario says nothing.'),
  owner: z.string().nullable(),
  repeatContact: z.string().nullable(),
  hash: z.string().describe('Fingerprint of the compiled world.'),
});

const headline = { measure: id, cell };
const precision = z.strictObject({
  share: z.number().describe('Wanted half-width, as a share of the baseline’s level at the first look.'),
  measures: z.array(z.strictObject(headline)),
  most: z.int().positive().describe('Replications at most.'),
  firstLook: z.int().positive(),
  looks: z.array(
    z.strictObject({
      replications: z.int().positive(),
      confidence: z.number().describe('Of each interval: looks and headline numbers are paid for.'),
      intervals: z.array(
        z.strictObject({ ...headline, world: id, mean: number, half: number, target: number, isMet: z.boolean() }),
      ),
      isMet: z.boolean(),
    }),
  ),
  isReached: z.boolean(),
});

/** How the number of replications was set, as results and manifest have it. */
export const replicationsShape = z.strictObject({
  requested: z.int().positive(),
  completed: z.int().nonnegative(),
  rule: z.string().describe('How the number was set, in words.'),
  precision: precision.nullable().describe('The looks, where the number was set by precision; else null.'),
});

/** The Results document: a part of it without a shape is an error of types. */
export const resultsShape = z.strictObject({
  schemaVersion: z.literal(RESULTS_SCHEMA_VERSION),
  title: z.string(),
  baseline: id,
  worlds: z.array(description).min(1).describe('The baseline, then policy worlds.'),
  area: z.strictObject({ id, label: z.string(), population: z.int().positive() }),
  design: z.strictObject({
    kind: z.enum(['steady', 'go-live']),
    seed: z.string(),
    replications: replicationsShape,
    start: z.string().describe('First day of the run, a Monday (YYYY-MM-DD).'),
    asOf: z.string().nullable().describe('Day whose values are in force in a steady design.'),
    warmUp: hours,
    measured: hours,
    followUp: hours,
  }),
  dictionary: z.strictObject({
    measures: z.array(
      z.strictObject({
        id,
        label: z.string(),
        unit: z.string(),
        dimensions: z.array(z.string()),
        better: z.enum(['lower', 'higher', 'neither']),
        description: z.string(),
        kind: z.enum(['measure', 'comparison', 'weekly']),
      }),
    ),
    services: z.array(
      z.strictObject({
        id,
        label: z.string(),
        agency: id,
        unit: z.string().describe('What its units are, in the plural.'),
        unitOne: z
          .string()
          .optional()
          .describe(
            'What one unit is; `unit (beds)` where the scenario gives the plural alone. Left out by earlier versions.',
          ),
        staff: z.boolean(),
        record: z.boolean().optional().describe('A record of who is where, which serves nobody.'),
        custody: z.boolean().optional().describe('People are held there by the police.'),
        standard: z.strictObject({ within: hours, share: z.number(), source: z.string() }).nullable(),
        unitCost: z
          .strictObject({
            amount: z.number().nonnegative().describe('GBP in prices of the base year.'),
            per: z.enum(['hour', 'contact']).describe('Each hour that a unit is held, or each contact that is served.'),
            budget: id,
            priceYear: z.string().describe('Year of the prices in which it is stated.'),
            upratedBy: z.number().nonnegative().describe('What the amount stated was multiplied by.'),
          })
          .optional()
          .describe('Left out where the scenario states none.'),
      }),
    ),
    agencies: z.array(labelled),
    costing: z
      .strictObject({ baseYear: z.string(), budgets: z.array(labelled) })
      .optional()
      .describe('Year of the prices in which money is told, and the budgets that pay.'),
    needs: z.array(labelled),
    outcomes: z.array(
      z.strictObject({
        id,
        label: z.string(),
        unmet: z.boolean(),
        fatal: z.boolean().optional().describe('Who leaves so has died.'),
      }),
    ),
    steps: z.array(z.strictObject({ id, pathway: z.string(), verb: z.string() })),
  }),
  estimates: z.array(z.strictObject(estimate)).describe('Levels, world by world.'),
  differences: z.array(z.strictObject(estimate)).describe('Policy world minus baseline, paired by replication.'),
  weekly: z
    .array(z.strictObject({ world: id, measure: id, cell, mean: weeks, low: weeks, high: weeks }))
    .describe('Quantities week by week; place 0 is the first week of the run.'),
  warmUp: z.strictObject({
    stated: count.describe('[weeks]'),
    proposed: count.nullable().describe('[weeks]; null where the run cannot say.'),
    series: z.array(
      z.strictObject({
        world: id,
        measure: id,
        cell,
        weeks: count,
        point: count.nullable().describe('MSER point [weeks].'),
        needs: count.nullable().describe('Warm-up that the series needs [weeks].'),
        bias: number.describe('Share by which the mean is off.'),
        verdict: z.enum(['long enough', 'too short', 'run too short', 'drifts', 'not judged']),
      }),
    ),
  }),
  ledger: z.array(
    z.strictObject({
      world: id,
      ...{ events: count, opened: count, closed: count, inside: count, declined: count, gridlocks: count },
    }),
  ),
  warnings: z.array(z.string()),
  fourArms: z
    .strictObject({
      services: z.array(id).describe('Services that were ample in two further arms.'),
      effects: z.array(
        z.strictObject({
          world: id,
          measure: id,
          cell,
          change: plainEstimate.describe('Policy world minus baseline, as it is.'),
          rule: plainEstimate.describe('The same where the services are ample.'),
          scarcity: plainEstimate.describe('The rest of the change.'),
        }),
      ),
    })
    .optional()
    .describe('Where it was asked: what of each change is the doing of rules, and what of scarcity.'),
  recovery: z
    .array(
      z.strictObject({
        world: id,
        service: id,
        firstWeek: z.int().positive().describe('Week of the run in which the first policy starts, from 1.'),
        shock: plainEstimate.describe('Largest weekly difference [people waiting].'),
        shockWeek: z.int().positive().describe('Its week, from 1 in the week of the start.'),
        tolerance: z.number().positive().describe('By how much the line may be longer and counts as back [people].'),
        weeksToRecover: plainEstimate.describe(
          'Whole weeks, with a bootstrap interval; a mean of null where the line is not back before the run ends, and a high of null where the interval reaches beyond that.',
        ),
        excessHours: plainEstimate.describe('Sum of the weekly differences [hours waited].'),
      }),
    )
    .optional()
    .describe('In a go-live design: how the start of policies hits the waiting line of each service.'),
  areas: z
    .strictObject({
      list: z.array(z.strictObject({ id, label: z.string(), population: z.int().positive() })),
      rows: z.array(
        z.strictObject({
          world: id,
          measure: id,
          cell: cell.describe('Dimensions of the measure, and area.'),
          level: plainEstimate,
          change: plainEstimate.nullable().describe('Policy world minus baseline; null in the baseline.'),
        }),
      ),
    })
    .optional()
    .describe('Where there are several areas: every measure for the people of each.'),
  followed: z
    .array(
      z.strictObject({
        world: id,
        trace: z.strictObject({
          person: z.string().describe('Number of the synthetic person in the area.'),
          episodes: z.array(z.looseObject({ id: z.string() })).describe('As `spillover trace --json` has them.'),
        }),
      }),
    )
    .optional()
    .describe('One person for each policy world whose rules touched somebody, followed through both worlds.'),
} satisfies { readonly [Part in keyof Required<Results>]: z.ZodType });
