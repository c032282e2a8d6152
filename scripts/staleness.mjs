/** Whether what the scorecard, the mechanisms taken out and the rival structures were run on is what there is now. */
import { join } from 'node:path';
import { KNOCK_OUTS } from './knock-out-sets.mjs';
import { changedIn, fileHash, worldHashes, worldsOf } from './world-hashes.mjs';

const fileOf = (policy) => `scenarios/knock-outs/${policy}.yaml`;

/** A run of the scorecard in words. */
export const commandOf = (options) => ['spillover validate', ...options].join(' ');

/** How a set of mechanisms is asked for. */
export function optionsOf({ policies, figures, measures, replications }) {
  const files = policies.map((policy) => `./${fileOf(policy)}`);
  const asked = measures.length === 0 ? [] : ['--measure', ...measures];
  return ['--replications', replications, '--figure', ...figures, ...asked, '--knock-out', ...files];
}

/** Hashes of the policies of a set, by name. */
const policyHashes = ({ policies }, root) =>
  Object.fromEntries(policies.map((policy) => [policy, fileHash(join(root, fileOf(policy)))]));

/** What a set of mechanisms is run on: worlds, and the policies that take them out. */
export const groundsOf = (set, rows, root) => ({
  worlds: worldHashes(worldsOf(rows)),
  policies: policyHashes(set, root),
});

/** What changed since something was run, and what to do about it. */
function say(changed, what, next) {
  if (changed.length === 0) return [];
  return [`Changed since ${what} run: ${changed.join(', ')}.`, `Next: node scripts/validation.mjs ${next}`];
}

/** What is no longer true of what is kept, a sentence each. */
export function staleIn({ kept, knocked, beside, figures }, root) {
  const runs = KNOCK_OUTS.map((_, at) => knocked[at] ?? null);
  const scored = worldsOf(kept.rows);
  const ofPolicies = worldsOf(figures.rows);
  const named = [
    ...scored,
    ...ofPolicies,
    ...Object.keys(beside.hashes),
    ...runs.flatMap((run) => Object.keys(run?.worlds ?? {})),
  ];
  const present = worldHashes([...new Set(named)]);
  const lacking = ({ worlds }, ids) => [...changedIn(worlds, present), ...ids.filter((id) => !(id in worlds))];
  return [
    ...say(lacking(kept, scored), 'the scorecard was', 'run'),
    ...say(lacking(figures, ofPolicies), 'the figures of policies were', 'policies'),
    ...KNOCK_OUTS.flatMap((set, at) => {
      const run = runs[at];
      const again = `knock-outs ${at + 1}`;
      if (run?.worlds === undefined || run.command !== commandOf(optionsOf(set)))
        return [
          `Set ${at + 1} of mechanisms was not run as it is listed.`,
          `Next: node scripts/validation.mjs ${again}`,
        ];
      const changed = [...changedIn(run.worlds, present), ...changedIn(run.policies, policyHashes(set, root))];
      return say(changed, `set ${at + 1} of mechanisms was`, again);
    }),
    ...say(changedIn(beside.hashes, present), 'the rival structures were', 'rivals'),
  ];
}
