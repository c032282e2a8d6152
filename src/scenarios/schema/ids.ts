import type { Reader } from './leaf.js';
import { ID, isId } from './words.js';

/** An id that is written as a value, such as the scenario's own. */
export const idWord: Reader<string> = {
  what: 'an id such as `crisis-team` (lower case, digits and hyphens)',
  neutral: '',
  json: { type: 'string', pattern: ID.source },
  read(value, report) {
    if (typeof value === 'string' && isId(value)) return value;
    report({
      message: 'This is not a valid id.',
      expected: idWord.what,
      nearest: tidyId(String(value)),
      next: 'Start with a letter; use lower case, digits and hyphens only.',
    });
    return '';
  },
};

/** The valid id that is nearest to a text: lower case, hyphens for what may not stand in one; null where nothing is left. */
export function tidyId(text: string): string | null {
  const tidy = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');
  return isId(tidy) ? tidy : null;
}
