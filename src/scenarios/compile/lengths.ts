import type { DistributionSpec, Length } from '../../sim/index.js';
import type { BySeverity } from '../schema/by-severity.js';
import type { Path } from '../tree.js';
import type { Compiling } from './context.js';

/** How long something lasts, for each severity. */
export function compileLength(
  name: string,
  values: BySeverity<DistributionSpec>,
  path: Path,
  compiling: Compiling,
): Length {
  return { name, bySeverity: compiling.bySeverity(values, path) };
}
