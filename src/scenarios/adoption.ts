/** When each area takes a policy up, and how far: what the policy says, or the scenario that puts it on. */

import type { z } from 'zod';
import type { Where } from './draft.js';
import type { ProblemList } from './problems.js';
import { unknownName } from './problems.js';
import { type ByArea, valueIn } from './schema/by-area.js';
import { OTHERS } from './schema/by-severity.js';
import type { Compliance } from './schema/compliance.js';
import type { adoption } from './schema/policy-use.js';
import { branchAt } from './tree.js';

/** When one area adopts a policy and how often it is followed there. */
export interface AreaAdoption {
  /** Days from 1970-01-01; null where nothing is said, or where it never is. */
  readonly starts: number | null;
  readonly ends: number | null;
  /** 0 where the area does without the policy. */
  readonly compliance: number;
  /** Share of people who follow it, each of them always or never; undefined: settled decision by decision. */
  readonly followers: number | undefined;
}

type Written = { readonly [Key in keyof typeof adoption]?: z.output<(typeof adoption)[Key]> };

/** What a policy says of its adoption, and over it what is said where it is put on. */
export interface AdoptionSources {
  readonly policy: Written;
  readonly use: Written;
  /** Where each is written. */
  readonly policyAt: Where;
  readonly useAt: Where;
  /** Set from outside, in place of what either says. */
  readonly compliance: number | undefined;
}

/** When each of some areas adopts a policy; areas of which nothing is said, and those that there are not, are Problems. */
export function adoptionsOf(
  sources: AdoptionSources,
  areas: readonly string[],
  list: ProblemList,
): ReadonlyMap<string, AreaAdoption> {
  const { policy, use } = sources;
  const whereOf = (key: 'starts' | 'ends' | 'compliance') => {
    const { tree, path } = use[key] === undefined ? sources.policyAt : sources.useAt;
    return { tree, path: [...path, key] };
  };
  const starts = use.starts ?? policy.starts;
  const ends = use.ends ?? policy.ends;
  const followed: Compliance = use.compliance ?? policy.compliance ?? { share: { all: 1 }, by: 'staff' };
  checkAreas(starts, areas, whereOf('starts'), 'a date, or `never`,', list);
  checkAreas(ends, areas, whereOf('ends'), 'a date, or `never`,', list);
  const compliance = whereOf('compliance');
  const isMap = branchAt(compliance.tree, [...compliance.path, 'share']) !== undefined;
  if (sources.compliance === undefined)
    checkAreas(
      followed.share,
      areas,
      isMap ? { ...compliance, path: [...compliance.path, 'share'] } : compliance,
      'a share',
      list,
    );
  return new Map(
    areas.map((area): [string, AreaAdoption] => {
      const start = starts === undefined ? undefined : valueIn(starts, area);
      const end = ends === undefined ? undefined : valueIn(ends, area);
      const share = sources.compliance ?? valueIn(followed.share, area) ?? 1;
      if (start != null && end != null && end.day <= start.day) tellOrder(whereOf, use, area, areas, list);
      const isOn = start !== null && share > 0;
      return [
        area,
        {
          starts: start?.day ?? null,
          ends: end?.day ?? null,
          compliance: !isOn ? 0 : followed.by === 'person' ? 1 : share,
          followers: followed.by === 'person' ? share : undefined,
        },
      ];
    }),
  );
}

/** A map by area has to speak of every area, and of no others. */
function checkAreas(
  values: ByArea<unknown> | undefined,
  areas: readonly string[],
  { tree, path }: Where,
  what: string,
  list: ProblemList,
): void {
  if (values === undefined || 'all' in values) return;
  const named = Object.keys(values.areas);
  for (const name of named) {
    if (name !== OTHERS && !areas.includes(name)) list.atKey(tree, [...path, name], unknownName('area', name, areas));
  }
  const missing = named.includes(OTHERS) ? [] : areas.filter((area) => !named.includes(area));
  if (missing.length === 0) return;
  list.at(tree, path, {
    message: `It says nothing for the area ${missing.map((area) => `\`${area}\``).join(', ')}.`,
    expected: `${what} for every area of the scenario, or \`others: …\``,
    next: `Add \`${missing[0]}: …\`, or \`others: …\` for all that are not named.`,
  });
}

function tellOrder(
  whereOf: (key: 'starts' | 'ends') => Where,
  use: Written,
  area: string,
  areas: readonly string[],
  list: ProblemList,
): void {
  const { tree, path } = whereOf(use.ends === undefined && use.starts !== undefined ? 'starts' : 'ends');
  const own = branchAt(tree, [...path, area]) === undefined ? path : [...path, area];
  list.at(tree, own, {
    message: `Dates are in the wrong order: the policy ends before it starts${areas.length > 1 ? ` in \`${area}\`` : ''}.`,
    expected: 'a start before the end',
    next: 'Change one of the two dates.',
  });
}
