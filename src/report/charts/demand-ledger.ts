import type { ChartPart } from '../panels/chart.js';
import { waterfall } from '../panels/waterfall.js';

/** Hours that touched visits request, and what becomes of them. */
export const demandLedger: ChartPart = {
  section: 'displaced',
  make: (figures) =>
    waterfall(figures, {
      id: 'demand-ledger',
      measure: 'demand-ledger',
      also: { who: 'touched' },
      lines: [
        { line: 'served', label: 'Served', part: 'adds' },
        { line: 'unmet', label: 'Unmet', part: 'adds' },
        { line: 'censored', label: 'Not over when the run ends', part: 'adds' },
        { line: 'requested', label: 'Requested', part: 'sum' },
      ],
      told: { line: 'requested', short: 'hours asked for', words: 'hours asked for by people whom a rule touched' },
      formal: 'Hours requested by touched visits, served and unmet',
      caption:
        'Each bar begins where the one above ends; together they are what is requested, exactly in each run; rounded means ' +
        'may be a digit out. Who is touched depends on how the worlds are paired.',
    }),
};
