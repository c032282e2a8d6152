/** The answer of a search for capacity in full: words, a picture of the chance at every capacity, tables. */
import type { CapacityStudy, TriedCapacity } from '../experiment/index.js';
import { capacityInWords } from './capacity.js';
import { type CapacityAsked, shareOf } from './capacity-sentence.js';
import { asNumber, type Column, type Table } from './csv.js';
import { plain } from './labels.js';
import { percentage } from './numbers.js';
import type { SearchAnswer } from './search-answer.js';
import { periodsOf } from './search-setting.js';
import { sharePanel } from './share-rows.js';
import { assumptionsOf } from './tables/assumptions.js';
import { manyUnits, moreUnits } from './units.js';
import { unmetTable } from './unmet-with.js';

const SHARE = { type: 'number', unit: 'share' } as const;
const BOUNDS: readonly Column[] = [
  { name: 'low', ...SHARE, description: 'Lower end of the 95% interval of the chance that the target is met.' },
  { name: 'high', ...SHARE, description: 'Upper end of the 95% interval of the chance that the target is met.' },
];

/** Everything that is told of a search for capacity. */
export function capacityAnswer(study: CapacityStudy, asked: CapacityAsked): SearchAnswer {
  const unit = manyUnits(asked.service);
  const levels = study.answers.map(({ level }) => level);
  const lowest = Math.min(...levels);
  const rows = study.tried.map((tried) => {
    const { met, of, low, high } = tried;
    const share = of === 0 ? null : { mean: met / of, low, high };
    return { label: labelOf(tried, asked), text: shareOf(tried), share, isEnough: of > 0 && met / of >= lowest };
  });
  const periods = periodsOf(asked);
  return {
    title: `How many more ${unit} ${plain(asked.service.label) || asked.service.id} would need`,
    words: capacityInWords(study, asked),
    chart: {
      message: 'Chance that the target is met, by capacity',
      caption:
        `Share of ${periods} in which the target is met. Dots: share of the runs; lines: 95% interval of the chance ` +
        `(exact, binomial). Dashed: the shares asked for, ${levels.map(percentage).join(', ')}. Hollow: under the lowest of them.`,
      panels: [sharePanel(`Target met, by ${unit} added`, `% of ${periods}`, rows, levels)],
    },
    tables: [answersTable(study), triedTable(study, asked), unmetTable(study.unmet), assumptionsOf(asked)],
  };
}

function labelOf({ added }: TriedCapacity, { service }: CapacityAsked): string {
  if (added === 'ample') return `ample ${manyUnits(service)}`;
  return added === 0 ? 'none added' : moreUnits(added, service);
}

function answersTable({ answers }: CapacityStudy): Table {
  return {
    file: 'answers.csv',
    columns: [
      { name: 'level', ...SHARE, description: 'Share of runs in which the target has to be met.' },
      {
        name: 'status',
        type: 'text',
        unit: '',
        description:
          'found: it is low; unresolved: between low and high, not settled; beyond: low or more, further than was looked; impossible: no number is enough.',
      },
      { name: 'low', type: 'number', unit: 'units', description: 'Smallest number of added units that it may be.' },
      { name: 'high', type: 'number', unit: 'units', description: 'Largest; empty where nothing bounds it.' },
    ],
    rows: answers.map((answer) => [
      answer.level,
      answer.status,
      answer.status === 'impossible' ? null : answer.low,
      answer.status === 'found' ? answer.low : answer.status === 'unresolved' ? answer.high : null,
    ]),
  };
}

function triedTable({ tried, baseline }: CapacityStudy, { measure }: CapacityAsked): Table {
  const unit = plain(measure.unit);
  const mean = { type: 'number', unit } as const;
  return {
    file: 'tried.csv',
    columns: [
      { name: 'added', type: 'text', unit: '', description: 'Units added; ample: no limit; baseline: the baseline.' },
      { name: 'met', type: 'number', unit: 'runs', description: 'Runs in which the target was met.' },
      { name: 'runs', type: 'number', unit: 'runs', description: 'Runs that can be judged.' },
      ...BOUNDS,
      { name: 'mean', ...mean, description: `${plain(measure.label)}, over the runs that all capacities have.` },
      { name: 'mean_low', ...mean, description: 'Lower end of its 95% interval; run noise only.' },
      { name: 'mean_high', ...mean, description: 'Upper end of its 95% interval; run noise only.' },
    ],
    rows: [
      ...(baseline === null ? [] : [['baseline', null, null, null, null, ...numbers(baseline)]]),
      ...tried.map(({ added, met, of, low, high, estimate }) => [
        String(added),
        met,
        of,
        asNumber(low),
        asNumber(high),
        ...numbers(estimate),
      ]),
    ],
  };
}

function numbers({ mean, low, high }: TriedCapacity['estimate']): (number | null)[] {
  return [asNumber(mean), asNumber(low), asNumber(high)];
}
