/** The shape of the manifest: what is written, what is read back, and what its JSON Schema is generated from. */
import { z } from 'zod';
import { searchShape } from './search-options.js';

/** Version of the manifest's layout; a newer one is refused by an older program. */
export const MANIFEST_SCHEMA_VERSION = 1;

/** A path that cannot lead out of the folder. */
const innerPath = z
  .string()
  .refine(
    (path) => path !== '' && !/^[/\\]|^[A-Za-z]:|\\/.test(path) && !path.split('/').includes('..'),
    'leads out of the folder',
  )
  .describe('From the output folder, with forward slashes.');

const fingerprint = z.strictObject({
  path: innerPath,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
});
const hours = z.number().nonnegative().describe('[hours]');
const design = z.enum(['steady', 'go-live']);

/** The manifest of an output folder. */
export const manifestShape = z.strictObject({
  schemaVersion: z.literal(MANIFEST_SCHEMA_VERSION),
  tool: z.strictObject({ name: z.literal('spillover'), version: z.string(), revision: z.string().nullable() }),
  request: z.strictObject({
    command: z.enum(['run', 'compare', 'ask', 'capacity', 'tipping', 'sensitivity']),
    scenarios: z
      .array(z.string().min(1))
      .min(1)
      .describe('The first is the baseline; of a search, the last is searched; of ask, the question.'),
    design: design.nullable().describe('Null: as the scenario states.'),
    measure: hours
      .optional()
      .describe('The measured period in place of the stated one, where another was asked for [hours].'),
    seed: z.string().min(1),
    replications: z.int().positive().describe('The number, or with precision the most there may be.'),
    precision: z.strictObject({ share: z.number().positive().lt(1), measures: z.array(z.string()).min(1) }).nullable(),
    fourArms: z
      .array(z.string().min(1))
      .nullable()
      .describe('Services that were ample in two further arms, where that was asked.'),
    future: z.string().min(1).optional().describe('The future that every world was put in, where one was asked for.'),
    excel: z.literal(true).optional().describe('Tables are for Excel, where that was asked.'),
    date: z.iso.date().describe('Day of the run.'),
    search: searchShape.optional().describe('What capacity, tipping or sensitivity was asked; absent for others.'),
  }),
  scenarios: z
    .array(z.strictObject({ id: z.string(), label: z.string(), owner: z.string().nullable(), hash: z.string() }))
    .min(1),
  inputs: z.array(fingerprint).describe('Every file that was read, as copied into the folder.'),
  chance: z.strictObject({
    generator: z.string(),
    seed: z.string(),
    address: z.string().describe('What identifies a draw.'),
    sharedByWorlds: z.boolean(),
    sameInstant: z.string().describe('What goes first at the same instant.'),
  }),
  replications: z
    .looseObject({ requested: z.int().positive(), completed: z.int().positive(), rule: z.string() })
    .describe('As in the results: how many, the rule that set them, and its looks.'),
  time: z.strictObject({
    unit: z.string(),
    design,
    start: z.iso.date(),
    dataCutOff: z.iso.date().nullable(),
    runLength: hours.describe('Warm-up, measured period and follow-up [hours].'),
    warmUp: hours,
    warmUpRule: z.string(),
    warmUpCheck: z.strictObject({
      statedWeeks: z.int().nonnegative(),
      proposedWeeks: z.int().nonnegative().nullable(),
      isLongEnough: z.boolean().nullable().describe('Null where it could not be judged.'),
    }),
    measured: hours,
    followUp: hours,
    startState: z.string(),
  }),
  outputs: z.array(fingerprint),
  machine: z
    .strictObject({
      workers: z.int().nonnegative(),
      wallSeconds: z.number().nonnegative(),
      peakMemoryBytes: z.number().positive(),
      node: z.string(),
      system: z.string(),
      processor: z.string(),
      processors: z.int().positive(),
      memoryBytes: z.number().positive(),
    })
    .describe('For the record: nothing here may change a result.'),
});

/** A manifest. */
export type Manifest = z.infer<typeof manifestShape>;
