import type { ChartPart } from '../panels/chart.js';
import { waterfall } from '../panels/waterfall.js';

/** Hours freed at a service, who absorbs them, and what stays spare. */
export const supplyLedger: ChartPart = {
  section: 'displaced',
  make: (figures) =>
    waterfall(figures, {
      id: 'supply-ledger',
      measure: 'supply-ledger',
      also: {},
      lines: [
        { line: 'freed', label: 'Freed by visits that a rule touched', part: 'adds' },
        { line: 'bystander', label: 'Used less (−: more) by bystanders', part: 'takes' },
        { line: 'background', label: 'Used less (−: more) by background work', part: 'takes' },
        { line: 'direct-hazard', label: 'Used less (−: more) by people under an edited hazard', part: 'takes' },
        { line: 'spare', label: 'Spare', part: 'sum' },
      ],
      told: { line: 'spare', short: 'hours left spare', words: 'hours left spare' },
      formal: 'Hours freed, absorbed and spare',
      caption:
        'Below zero, touched visits or others use more: what others use more of is what they absorb. Each bar begins where ' +
        'the one above ends; what is left is spare. They close exactly in each run; rounded means may be a digit out. Who ' +
        'is touched depends on how the worlds are paired; what is spare does not.',
    }),
};
