/** The options of a search as a manifest records them, and as they are read back from it. */
import { z } from 'zod';
import type { Options } from './options.js';

const names = z.array(z.string());

/** Options of `capacity`, `tipping` and `sensitivity` that decide the answer; those that were not given are absent. */
export const searchShape = z.strictObject({
  service: z.string().optional(),
  restore: z.string().optional(),
  meetStandard: z.boolean().optional(),
  where: names.optional(),
  addTo: z.string().optional(),
  limit: z.int().positive().optional(),
  upTo: z.int().positive().optional(),
  load: z.boolean().optional(),
  streams: names.optional(),
  lever: z.string().optional(),
  between: z.array(z.number()).length(2).optional(),
  numbers: names.optional(),
  headline: names.optional(),
});

/** Options of a search, to be recorded. */
export function searchOptions(options: Options): z.infer<typeof searchShape> {
  const names = Object.keys(searchShape.shape) as (keyof typeof searchShape.shape)[];
  return JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, options[name]]))));
}

/** The options of a search as they were, and others beside them; what is undefined is left out. */
export function optionsAgain(
  search: z.infer<typeof searchShape> | undefined,
  others: { readonly [Name in keyof Options]: Options[Name] | undefined },
): Options {
  return Object.fromEntries(Object.entries({ ...search, ...others }).filter(([, value]) => value !== undefined));
}
