import type { ArmEffect, Cell } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { direction, shownDifference } from '../numbers.js';
import type { Chart, ChartPart, LeftOut, Panel, Row } from '../panels/chart.js';
import { rowsInWords } from '../panels/level-rows.js';
import { domainOf, rowPanel } from '../panels/row-panel.js';
import { differenceCaption, setting } from '../setting.js';
import { type WorldStyle, worldStyles } from '../theme.js';
import { counted, differenceInShort, differenceInWords, listed, sentence } from '../words.js';

const PARTS = [
  { part: 'rule', label: 'By the rules alone', mark: 'bar' },
  { part: 'scarcity', label: 'By scarcity', mark: 'bar' },
  { part: 'change', label: 'Change in all', mark: 'dot' },
] as const;
/** Waits of services that are drawn, of those that change most against the baseline. */
const MOST_WAITS = 3;

/** A change that is split. */
interface Split {
  readonly world: WorldStyle;
  readonly title: string;
  readonly axis: string;
  readonly effect: ArmEffect;
  readonly rows: readonly Row[];
}

/** The parts of a change as a waterfall: scarcity begins where the rules end, and both end at the change. */
function splitOf(figures: Figures, world: WorldStyle, effect: ArmEffect): Split {
  const { measure, cell } = effect;
  const scale = figures.scale(measure, cell);
  const rows = PARTS.map(({ part, label, mark }): Row => {
    const own = shownDifference(effect[part], scale.factor);
    const text = differenceInShort(own, scale);
    const look = { series: world.id, colour: world.colour, shape: world.shape, filled: direction(own) !== 'unclear' };
    return { ...look, label, text, shown: own, mark };
  });
  const start = rows[0]?.shown.mean ?? 0;
  const placed = rows.map((row, at) => (at === 1 ? { ...row, start } : row));
  return { world, title: titleOf(figures, measure, cell), axis: scale.unit, effect, rows: placed };
}

function titleOf(figures: Figures, measure: string, cell: Cell): string {
  return measure === 'unmet' ? 'Needs not met' : `Mean wait: ${figures.labels.service(cell.service ?? '')}`;
}

/** Needs not met, then the waits that change most, of one world. */
function splitsOf(figures: Figures, world: WorldStyle, effects: readonly ArmEffect[]): readonly Split[] {
  const own = effects.filter((effect) => effect.world === world.id);
  const waits = own
    .filter(({ measure, cell, change }) => measure === 'wait-mean' && cell.group === 'people' && change.mean !== null)
    .filter(({ change }) => direction(shownDifference(change, 1)) !== 'unclear')
    .map((effect) => ({ effect, base: figures.rawLevel(figures.baseline.id, 'wait-mean', effect.cell)?.mean ?? 0 }))
    .sort((one, other) => share(other) - share(one))
    .slice(0, MOST_WAITS);
  const unmet = own.filter(({ measure }) => measure === 'unmet');
  return [...unmet, ...waits.map(({ effect }) => effect)].map((effect) => splitOf(figures, world, effect));
}

function share({ effect, base }: { readonly effect: ArmEffect; readonly base: number }): number {
  return base === 0 ? Number.MAX_VALUE : Math.abs((effect.change.mean ?? 0) / base);
}

/** What of the change is the doing of rules, and what of scarcity, where the four arms were run. */
export const fourArms: ChartPart = { section: 'displaced', make };

function make(figures: Figures): Chart | LeftOut {
  const asked = figures.results.fourArms;
  const splits = worldStyles(figures)
    .slice(1)
    .flatMap((world) => splitsOf(figures, world, asked?.effects ?? []));
  const [first] = splits;
  if (asked === undefined || first === undefined)
    return {
      leftOut:
        'What of the change is the doing of rules and what of scarcity was not asked: compare with --four-arms tells it.',
    };
  const panels = splits.map(
    ({ world, title, axis, rows }): Panel => ({
      group: figures.labels.worldName(world.id),
      title,
      note: '',
      alt: `Bar chart with 95% intervals: ${title} under ${world.label}, by rule and scarcity, ${axis}. ${rowsInWords(rows)}`,
      spec: rowPanel({
        rows,
        domain: domainOf(rows, 0.001),
        axis,
        references: [{ at: 0, label: 'Baseline', dashed: false }],
      }),
    }),
  );
  const { measure, cell } = first.effect;
  const say = (part: 'change' | 'rule' | 'scarcity') => {
    const scale = figures.scale(measure, cell);
    return differenceInWords(shownDifference(first.effect[part], scale.factor), scale);
  };
  const services = listed(asked.services.slice(0, 6).map((id) => figures.labels.service(id)));
  const all = figures.results.dictionary.services.length;
  const which =
    asked.services.length > 6 ? `${counted(asked.services.length, 'service', 'services')} of ${all}` : services;
  return {
    id: 'four-arms',
    message: 'What rules change, and what scarcity adds',
    formal: `Change by the rules alone and by scarcity, by policy, ${setting(figures)}`,
    finding:
      `${figures.labels.worldName(first.world.id)}, ${first.title.slice(0, 1).toLowerCase()}${first.title.slice(1)}: ${say('change')}; ` +
      `by the rules alone: ${say('rule')}; by scarcity: ${say('scarcity')}.`,
    caption:
      `${differenceCaption(figures)} By the rules alone: the change where these are ample: ${which}. By scarcity: the rest, which ` +
      'begins where the rules end. Hollow: no clear difference in this model.',
    notes: [],
    key: [],
    panels,
    table: {
      columns: ['World', 'Measure', 'Part', 'Change (95% interval)', 'Unit'].map((label, i) => ({
        label,
        numeric: i === 3,
      })),
      rows: splits.flatMap(({ world, title, axis, rows }) =>
        rows.map((row) => [world.label, sentence(title), row.label, row.text, axis]),
      ),
    },
    csv: 'four-arms.csv',
  };
}
