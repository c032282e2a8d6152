import { z } from 'zod';
import { idWord } from './ids.js';
import { leaf } from './leaf.js';
import { whole } from './values.js';
import { text } from './words.js';

/** The population served by one set of services. */
export const area = z.strictObject({
  id: leaf(idWord, 'Id of the area: it addresses the draws of its people.'),
  label: leaf(text, 'Name of the area, as printed.').optional(),
  population: leaf(whole(1, 2_000_000_000), 'Residents.'),
});
