import type { Path } from '../tree.js';

/** Where a step of this full name was written. */
export function pathOf(name: string): Path {
  const [pathway = '', step = ''] = name.split('.');
  return ['pathways', pathway, 'steps', step];
}
