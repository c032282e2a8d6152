import type { Samples } from './samples.js';

/** What a reader has to know about how the experiment went. */
export function warningsOf(requested: number, { replications, worlds }: Samples): string[] {
  const warnings: string[] = [];
  if (replications < requested)
    warnings.push(`Interrupted: ${replications} of ${requested} replications were completed, and only those count.`);
  if (replications === 1) warnings.push('One replication gives no interval: run at least two.');
  for (const { id, ledger } of worlds)
    if (ledger.gridlocks > 0)
      warnings.push(
        `In ${id}, services that waited for each other were freed ${ledger.gridlocks} times by declining the last to join.`,
      );
  return warnings;
}
