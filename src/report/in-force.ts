/** When the policies of a go-live run are in force, beside figures that are means over all that is measured. */
import type { WorldDescription } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { dateInWords } from './labels.js';
import { digits } from './numbers.js';
import { listed } from './words.js';

const HOURS_A_WEEK = 168;

type Policy = WorldDescription['policies'][number];

/** Policies of a world that the baseline does not have, or that it has otherwise. */
function ownPolicies({ baseline }: Figures, world: WorldDescription): readonly Policy[] {
  const shared = baseline.policies.map((policy) => JSON.stringify(policy));
  return world.policies.filter((policy) => !shared.includes(JSON.stringify(policy)));
}

/** `8.4`, `13` */
function weeks(hours: number): string {
  const number = hours / HOURS_A_WEEK;
  return digits(number, Number.isInteger(number) ? 0 : -1);
}

/** `in force for 8.4 of the 13 measured weeks (from 1 March 2024)`; null where it is in force throughout, in full. */
function partInWords({ starts, ends, inForce }: Policy, measured: number): string | null {
  if (inForce === undefined || inForce.never !== null) return null;
  const isWhole = inForce.hours === measured;
  if (isWhole && inForce.full === null) return null;
  const days = [
    ...(starts === null ? [] : [`from ${dateInWords(starts)}`]),
    ...(inForce.full === null ? [] : [`in full from ${dateInWords(inForce.full)}`]),
    ...(ends === null ? [] : [`until ${dateInWords(ends)}`]),
  ];
  const part = isWhole ? `all ${weeks(measured)}` : `${weeks(inForce.hours)} of the ${weeks(measured)}`;
  return `in force for ${part} measured weeks (${days.join(', ')})`;
}

/** How long the policies of a world are in force, where that is not throughout and in full; else null. */
export function inForceInWords(figures: Figures, world: WorldDescription): string | null {
  const { measured } = figures.results.design;
  const policies = ownPolicies(figures, world);
  const said = policies.flatMap((policy) => {
    const part = partInWords(policy, measured);
    if (part === null) return [];
    return policies.length === 1 ? part : `${figures.labels.policy(policy.id)}, ${part}`;
  });
  if (said.length === 0) return null;
  const text = `${said.join('; ')}; figures a week are means over all ${weeks(measured)}.`;
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What a steady design makes of the dates of policies, in a sentence. */
export function steadyInWords({ results }: Figures): string {
  const starts = [...new Set(results.worlds.flatMap(({ policies }) => policies.flatMap(({ starts }) => starts ?? [])))];
  const hold = 'so the time in which they take hold is not shown';
  if (starts.length === 0) return `Steady design: policies are in force throughout, ${hold}. Not a forecast.`;
  const days = listed(starts.sort().map(dateInWords));
  const part =
    starts.length === 1 ? `the start on ${days} plays no part in it` : `the starts on ${days} play no part in it`;
  return `Steady design: policies are in force throughout, ${hold}; ${part} (for that: --design go-live). Not a forecast.`;
}
