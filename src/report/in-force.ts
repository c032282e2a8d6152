/** When the policies of a go-live run are in force, beside figures that are means over all that is measured. */
import type { WorldDescription } from '../experiment/index.js';
import type { Figures } from './figures.js';
import { dateInWords, plain } from './labels.js';
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

/** A day or days, and for how much of what is measured: of a policy, or of one area. */
type Part = Pick<Policy, 'starts' | 'ends'> & { readonly hours: number; readonly full: string | null };

/** `from 1 March 2024, in full from 8 March 2024` */
function daysInWords({ starts, ends, full }: Part): string {
  return [
    ...(starts === null ? [] : [`from ${dateInWords(starts)}`]),
    ...(full === null ? [] : [`in full from ${dateInWords(full)}`]),
    ...(ends === null ? [] : [`until ${dateInWords(ends)}`]),
  ].join(', ');
}

/** Label of an area as a reader sees it. */
export function areaLabel({ results }: Figures, id: string): string {
  return plain(results.areas?.list.find((area) => area.id === id)?.label ?? '') || plain(id);
}

/** `for 8.4 of the 13 measured weeks (from 1 March 2024)`; null where it is in force throughout, in full. */
function weeksInWords(part: Part, measured: number): string | null {
  const isWhole = part.hours === measured;
  if (isWhole && part.full === null) return null;
  const share = isWhole ? `all ${weeks(measured)}` : `${weeks(part.hours)} of the ${weeks(measured)}`;
  return `for ${share} measured weeks (${daysInWords(part)})`;
}

/** `in force for 8.4 of the 13 measured weeks (from 1 March 2024)`, area by area where they differ; null where throughout, in full. */
function partInWords(figures: Figures, { starts, ends, inForce }: Policy, measured: number): string | null {
  if (inForce === undefined || inForce.never !== null) return null;
  const { areas } = inForce;
  if (areas === undefined) {
    const said = weeksInWords({ starts, ends, ...inForce }, measured);
    return said === null ? null : `in force ${said}`;
  }
  const said = areas.map((area) => {
    const much = area.hours === 0 ? 'not at all' : (weeksInWords(area, measured) ?? 'throughout');
    return `in ${areaLabel(figures, area.id)} ${much}`;
  });
  return `in force by area: ${said.join(', ')}`;
}

/** From when a policy is in force, area by area where they differ: `in Area A from 5 June 2023, in Area B not`; null where nothing is said. */
export function startsInWords(figures: Figures, { starts, inForce }: Policy): string | null {
  if (inForce?.areas === undefined) return starts === null ? null : `from ${dateInWords(starts)}`;
  return inForce.areas
    .map((area) => {
      const day = area.starts === null ? 'not' : `from ${dateInWords(area.starts)}`;
      return `in ${areaLabel(figures, area.id)} ${day}`;
    })
    .join(', ');
}

/** Policies that areas start on different days, or do without: a caveat each. */
export function startsApartInWords(figures: Figures): readonly string[] {
  const policies = figures.policyWorlds.flatMap((world) => ownPolicies(figures, world));
  const said = policies.flatMap((policy) =>
    policy.inForce?.areas === undefined
      ? []
      : [
          `Areas differ: ${figures.labels.policy(policy.id)} is in force ${startsInWords(figures, policy)}. ` +
            'Changes are those of all areas together; each by itself is in tables/areas.csv.',
        ],
  );
  return [...new Set(said)];
}

/** How long the policies of a world are in force, where that is not throughout and in full; else null. */
export function inForceInWords(figures: Figures, world: WorldDescription): string | null {
  const { measured } = figures.results.design;
  const policies = ownPolicies(figures, world);
  const said = policies.flatMap((policy) => {
    const part = partInWords(figures, policy, measured);
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
