import { hashName, ownName } from '../sim/index.js';
import type { CheckedScenario } from './assemble.js';
import { type AssumptionRow, assumptionsOf, unitOf } from './assumptions.js';
import type { Span } from './compile/time.js';
import { dateOf } from './days.js';
import { edits } from './edits/index.js';
import { type InForce, inForceOf } from './in-force.js';
import { type LackingFuture, lackingFuture } from './lacking-future.js';
import { leverRange } from './levers.js';
import { type Overload, overloadsOf } from './overload.js';
import { valueTree } from './parameters.js';
import type { AdoptedPolicy } from './policies.js';
import type { ScenarioDraft } from './schema/scenario.js';
import type { Study } from './schema/study.js';
import { inOneLine } from './tree.js';
import { type Budget, budgetsOf, type UnitCost, unitCostOf } from './unit-costs.js';
import { type Unrecorded, unrecordedOf } from './unrecorded.js';

/** A scenario in plain data: what a report says about it, and the dictionary of its names. */
export interface ScenarioDescription {
  readonly title: string;
  readonly area: { readonly id: string; readonly label: string; readonly population: number };
  /** Where there are several: each of them. */
  readonly areas?: readonly { readonly id: string; readonly label: string; readonly population: number }[];
  readonly design: { readonly kind: 'steady' | 'go-live'; readonly start: string; readonly asOf: string | null };
  readonly replications: number;
  readonly description: {
    readonly id: string;
    readonly label: string;
    readonly description: string;
    readonly policies: readonly PolicyRow[];
    readonly assumptions: readonly AssumptionRow[];
    /** Numbers outside of `parameters`, by file; left out where there are none. */
    readonly unrecorded?: readonly Unrecorded[];
    /** Services whose lines grow for as long as the run lasts; left out where there are none. */
    readonly overloads?: readonly Overload[];
    readonly limits: readonly string[];
    readonly assurance: { readonly statement: string; readonly by: string } | null;
    readonly sunset: string | null;
    /** What it was made for, by whom, and how much hangs on it; left out where nothing is said. */
    readonly study?: Study;
    readonly owner: string | null;
    readonly repeatContact: string | null;
    readonly hash: string;
  };
  readonly levers: readonly LeverRow[];
  readonly dictionary: ScenarioDictionary;
}

/** A number of a policy that may be set where the policy is used. */
export interface LeverRow {
  readonly policy: string;
  readonly lever: string;
  readonly label: string | null;
  /** Low and high end, as written; null where any value may be set. */
  readonly range: string | null;
  readonly unit: string | null;
  /** What the policy says itself. */
  readonly default: string;
  /** What is in force: the same, unless it is set. */
  readonly value: string;
}

/** A policy in force, with its edits in words. */
export interface PolicyRow {
  readonly id: string;
  readonly label: string;
  readonly origin: string | null;
  /** Day on which it starts, and on which it ends (YYYY-MM-DD); null where nothing is said. */
  readonly starts: string | null;
  readonly ends: string | null;
  /** Over how long it takes hold from its start [hours]; left out where it does at once. */
  readonly ramp?: number;
  /** In a go-live design: how much of what is measured it is in force. */
  readonly inForce?: InForce;
  /** A future that it needs and that this world is not in; left out where there is none. */
  readonly lackingFuture?: LackingFuture;
  readonly edits: readonly string[];
}

/** How money is told: all amounts are GBP in prices of one year. */
export interface Costing {
  readonly baseYear: string;
  readonly budgets: readonly Budget[];
}

/** What the ids of a world stand for, in the order of the world's indexes. */
export interface ScenarioDictionary {
  readonly services: readonly {
    readonly id: string;
    readonly label: string;
    readonly agency: string;
    /** What units are, in the plural. */
    readonly unit: string;
    /** What one unit is: `unit (beds)` where the scenario gives the plural alone. */
    readonly unitOne?: string;
    readonly staff: boolean;
    /** A record of who is where, which serves nobody: measures count it, and reports leave it out. */
    readonly record?: boolean;
    /** People are held there by the police; left out where not. */
    readonly custody?: boolean;
    readonly standard: { readonly within: number; readonly share: number; readonly source: string } | null;
    /** Left out where the service states none. */
    readonly unitCost?: UnitCost;
  }[];
  readonly agencies: readonly { readonly id: string; readonly label: string }[];
  /** In the prices of which year money is told, and who pays; left out where no service states a unit cost. */
  readonly costing?: Costing;
  readonly needs: readonly { readonly id: string; readonly label: string }[];
  readonly outcomes: readonly (OutcomeWords & { readonly id: string })[];
  readonly steps: readonly { readonly id: string; readonly pathway: string; readonly verb: string }[];
}

/** What an outcome means. */
export interface OutcomeWords {
  readonly label: string;
  readonly unmet: boolean;
  /** Who leaves so has died; left out where not. */
  readonly fatal?: boolean;
}

/** Describes a checked scenario: labels, policies in words, the log of assumptions, limits and assurance. */
export function describeWorld(checked: CheckedScenario): ScenarioDescription {
  const { draft, world, span } = checked;
  const label = draft.label ?? draft.scenario;
  const unrecorded = unrecordedOf(checked);
  const overloads = overloadsOf(world);
  return {
    title: label,
    area: {
      id: world.area.name,
      label: checked.areas.map(({ label }) => label).join(', '),
      population: world.area.population,
    },
    ...(world.areas !== undefined && {
      areas: checked.areas.map(({ id, label: name, population }) => ({ id, label: name, population })),
    }),
    design: {
      kind: span.design,
      start: draft.time.start.text,
      asOf: span.design === 'steady' ? (draft.time['as-of'] ?? draft.time.start).text : null,
    },
    replications: span.replications,
    description: {
      id: draft.scenario,
      label,
      description: draft.description ?? '',
      policies: checked.policies.map((policy) => {
        const lacking = lackingFuture(policy, checked.policies);
        return { ...describePolicy(policy, span), ...(lacking !== null && { lackingFuture: lacking }) };
      }),
      assumptions: assumptionsOf(checked),
      ...(unrecorded.length > 0 && { unrecorded }),
      ...(overloads.length > 0 && { overloads }),
      limits: [...(draft.limits ?? []), ...checked.policies.flatMap((policy) => policy.draft.limits ?? [])],
      assurance: draft.assurance ?? null,
      sunset: draft.sunset?.text ?? null,
      ...(draft.study !== undefined && { study: draft.study }),
      owner: draft.owner ?? null,
      repeatContact: draft['repeat-contact'] ?? null,
      hash: hashName(JSON.stringify(world)),
    },
    levers: leversOf(checked),
    dictionary: describeNames(checked),
  };
}

/** A policy in words, edit by edit. */
export function describePolicy(policy: AdoptedPolicy, span: Span): PolicyRow {
  const { draft, starts, ends, ramp } = policy;
  const inForce = inForceOf(policy, span);
  return {
    id: draft.policy,
    label: draft.label ?? draft.policy,
    origin: draft.origin ?? null,
    starts: dateOf(starts),
    ends: dateOf(ends),
    ...(ramp > 0 && { ramp }),
    ...(inForce !== null && { inForce }),
    edits: [
      ...draft.edits.flatMap((written) => {
        const kind = edits.find((each) => each.id in written);
        const only = written['only-with'];
        const where = typeof only === 'string' && only !== '' ? ` (Only where there is ${only}.)` : '';
        return kind === undefined ? [] : [`${kind.words(written[kind.id])}${where}`];
      }),
      ...adoptionInWords(policy),
    ],
  };
}

/** Where areas adopt a policy each in its own way, or people follow it each for good: who, when, and how far. */
function adoptionInWords({ adoptions }: AdoptedPolicy): string[] {
  const areas = [...adoptions];
  const isAlike = new Set(areas.map(([, adoption]) => JSON.stringify(adoption))).size <= 1;
  const share = (of: number) => `${Number((of * 100).toPrecision(4))}%`;
  const words = areas.map(([area, { starts, ends, compliance, followers }]) => {
    const dates = [
      ...(starts === null ? [] : [`from ${dateOf(starts)}`]),
      ...(ends === null ? [] : [`until ${dateOf(ends)}`]),
    ];
    const how =
      followers !== undefined
        ? [`for ${share(followers)} of people, each of them always or never`]
        : compliance < 1
          ? [`followed in ${share(compliance)} of decisions`]
          : [];
    const told = compliance === 0 ? ['not at all'] : [...dates, ...how];
    return `${isAlike ? '' : `${area} `}${told.join(', ') || 'in full'}`;
  });
  if (isAlike) return areas[0]?.[1].followers === undefined ? [] : [`Followed ${words[0]}.`];
  return [`Adopted area by area: ${words.join('; ')}.`];
}

function leversOf({ policies, span }: CheckedScenario): LeverRow[] {
  const day = span.design === 'steady' ? span.asOf : span.start;
  return policies.flatMap(({ id, draft, tree, table }) =>
    Object.entries(draft.levers ?? {}).map(([lever, { label }]) => {
      const own = valueTree({ ...table, overrides: new Map() }, lever, day);
      const value = valueTree(table, lever, day);
      const range = leverRange(tree, lever);
      return {
        policy: id,
        lever,
        label: label ?? null,
        range: range?.kind === 'list' ? range.items.map(inOneLine).join(' to ') : null,
        unit: unitOf(own),
        default: own === undefined ? '' : inOneLine(own),
        value: value === undefined ? '' : inOneLine(value),
      };
    }),
  );
}

/** Of several areas, what is there once in each is told once, under the name that all of them have. */
function describeNames({ draft, world }: CheckedScenario): ScenarioDictionary {
  const tables = world.epochs[0]?.tables;
  const once = <Row extends { readonly name: string }>(rows: readonly Row[] = []) => {
    const known = new Map<string, Row>();
    for (const row of rows) if (!known.has(ownName(row.name))) known.set(ownName(row.name), row);
    return [...known];
  };
  const agencies = world.agencies.map((id) => ({ id, label: draft.agencies?.[id] ?? 'Services' }));
  const services = once(tables?.services).map(([id, { agency }]) => ({
    ...{ id, agency: world.agencies[agency] ?? '' },
    unitCost: unitCostOf(draft, id, world.agencies[agency] ?? ''),
  }));
  const costs = services.flatMap(({ unitCost }) => unitCost ?? []);
  const baseYear = draft.prices?.['base-year'];
  return {
    services: services.map(({ id, agency, unitCost }) => {
      const service = draft.services?.[id];
      const standard = service?.standard;
      return {
        id,
        label: service?.label ?? id,
        agency,
        ...describeUnit(service?.unit),
        staff: service?.record !== true && (service?.staff ?? true),
        ...(service?.record === true ? { record: true } : {}),
        ...(service?.custody === true ? { custody: true } : {}),
        standard:
          standard === undefined
            ? null
            : { within: standard.within, share: standard.share, source: standard.source ?? '' },
        ...(unitCost === undefined ? {} : { unitCost }),
      };
    }),
    agencies,
    ...(baseYear === undefined || costs.length === 0
      ? {}
      : { costing: { baseYear, budgets: budgetsOf(draft, agencies, costs) } }),
    needs: once(tables?.needs).map(([id]) => ({ id, label: draft.needs?.[id]?.label ?? id })),
    outcomes: world.outcomes.map((id) => ({ id, ...describeOutcome(id, draft) })),
    steps: once(tables?.steps).map(([id, step]) => ({
      id,
      pathway: id.slice(0, id.indexOf('.')),
      verb: step.verb,
    })),
  };
}

/** What units are called: by themselves, and where there is one. */
function describeUnit(unit: string | { readonly one: string; readonly many: string } = { one: 'unit', many: 'units' }) {
  return typeof unit === 'string' ? { unit, unitOne: `unit (${unit})` } : { unit: unit.many, unitOne: unit.one };
}

function describeOutcome(id: string, draft: ScenarioDraft): OutcomeWords {
  const outcome = draft.outcomes?.[id];
  if (outcome === undefined) return { label: id, unmet: false };
  return typeof outcome === 'string'
    ? { label: outcome, unmet: false }
    : {
        label: outcome.label ?? id,
        unmet: outcome.unmet ?? false,
        ...(outcome.fatal === true ? { fatal: true } : {}),
      };
}
