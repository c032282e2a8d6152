import { Finish } from '../sim/index.js';
import { choicesOf } from './choices.js';
import type { Cell } from './results.js';
import { riskOf } from './risk.js';
import type { WorldView } from './view.js';

/** Groups of contacts, in the order of the log's `background` column. */
export const GROUPS = ['people', 'background'] as const;
/** Why a contact was declined. */
export const REASONS = ['full', 'closed', 'gridlock', 'reneged', 'preempted'] as const;
/** Stays that are counted when longer [hours]. */
export const THRESHOLDS = [4, 12, 24] as const;
/** Spans within which somebody may come back [hours]. */
export const WITHIN = { '24h': 24, '7d': 168, '28d': 672, '90d': 2160, '365d': 8760, '4y': 35_064 } as const;
/** Parts of the week: Monday to Friday from 09:00 to 17:00, and the rest. */
export const PARTS_OF_WEEK = ['working-hours', 'out-of-hours'] as const;
/** Inside an episode, and between the last one and the next. */
export const PHASES = ['inside', 'after'] as const;

const HOURS_OF_WEEK = Array.from({ length: 168 }, (_, hour) => String(hour));

/** Ids that each dimension may take in a world, in the order of its dictionary. */
const IDS = {
  agency: ({ names }: WorldView) => names.agencies.map(({ id }) => id),
  after: ({ names }: WorldView) => names.outcomes.map(({ id }) => id),
  budget: ({ names }: WorldView) => names.costing?.budgets.map(({ id }) => id) ?? [],
  channel: ({ world }: WorldView) => world.channels,
  clock: (view: WorldView) => riskOf(view).names,
  cohort: ({ world }: WorldView) => world.cohorts.map(({ name }) => name),
  group: () => GROUPS,
  hour: () => HOURS_OF_WEEK,
  need: ({ names }: WorldView) => names.needs.map(({ id }) => id),
  outcome: ({ names }: WorldView) => names.outcomes.map(({ id }) => id),
  'part-of-week': () => PARTS_OF_WEEK,
  phase: () => PHASES,
  reason: () => REASONS,
  service: ({ names }: WorldView) => names.services.map(({ id }) => id),
  severity: ({ world }: WorldView) => world.severities,
  step: ({ names }: WorldView) => names.steps.map(({ id }) => id),
  threshold: () => THRESHOLDS.map((hours) => `${hours}h`),
  week: ({ weeks }: WorldView) => Array.from({ length: weeks }, (_, week) => String(week)),
  within: () => Object.keys(WITHIN),
} satisfies Record<string, (view: WorldView) => readonly string[]>;

/** A dimension whose cells are all combinations with the others. */
export type Dimension = keyof typeof IDS;

/** All cells of some dimensions, the last one running fastest: the place in this list is the index of the cell. */
export function cellsOf(dimensions: readonly Dimension[], view: WorldView): Cell[] {
  let cells: Cell[] = [{}];
  for (const dimension of dimensions) {
    const ids = IDS[dimension](view);
    cells = cells.flatMap((cell) => ids.map((id) => ({ ...cell, [dimension]: id })));
  }
  return cells;
}

/** Cells of (step, option): for each step what may be decided there, under each table that was ever in force. */
export function decisionCells(view: WorldView): Cell[] {
  return choicesOf(view).cells.map(({ step, name }) => ({ step: view.names.steps[step]!.id, option: name }));
}

/** Place of a reason, or NONE where a contact that finishes so (and goes on to another step) was not declined. */
export const REASON_OF_FINISH: readonly number[] = Object.values(Finish).map((finish) =>
  REASONS.findIndex((reason) => Finish[reason] === finish),
);
