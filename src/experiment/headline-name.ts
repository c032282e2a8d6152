import type { Headline } from './results.js';

/** A headline as it is written: `unmet`, `staff-hours:police`, `wait-mean:crisis-team:people`. */
export function headlineName({ measure, cell }: Headline): string {
  return [measure, ...Object.values(cell)].join(':');
}
