import { z } from 'zod';
import { ID, isId } from './words.js';

/** A map from ids to blocks. */
export function byId<T extends z.ZodType>(block: T, description: string) {
  const id = z.string().refine(isId, 'not an id').meta({ pattern: ID.source });
  return z.record(id, block).describe(description);
}
