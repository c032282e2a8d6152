/** Hours untreated, and hours held by people with a need, on logs written by hand. */
import { describe, expect, it } from 'vitest';
import { viewOf } from '../../src/experiment/view.js';
import { Finish } from '../../src/sim/index.js';
import { fold } from './support/fold.js';
import { type VisitRow, visitLog } from './support/hand-log.js';
import { memberOf } from './support/members.js';

/** Two weeks from the end of week 1 to the end of week 3, followed up for one more. */
const view = viewOf(
  memberOf({
    horizon: 672,
    warmUp: 168,
    measuredEnd: 504,
    services: { nurse: 2, ward: 3 },
    channels: ['call'],
    needs: { crisis: { unitRate: 1, rate: 1, channels: { call: { weight: 1, to: 'care.see' } } } },
    pathways: {
      care: { see: { seize: 'nurse', for: 1 }, both: { seize: ['nurse', 'ward'], for: 5, then: '=helped' } },
    },
  }),
);
const [NURSE, WARD] = [0, 1];
const [SEE, BOTH] = [0, 1];
const visit = (service: number, joined: number, started: number, released: number, more: VisitRow): VisitRow => ({
  ...{ service, joined, started, ended: released, released },
  ...more,
});
const folded = (id: string, ...rows: VisitRow[]) => fold(id, view, { visits: [visitLog(...rows)] });

describe('hours untreated, and held, by need', () => {
  const crisis = { need: 0, step: SEE };
  const rows = [
    visit(NURSE, 200, 203, 205, crisis), // waits 3, held 2
    { ...crisis, service: NURSE, joined: 300, released: 304, finish: Finish.reneged }, // waits 4, never held
    visit(NURSE, 500, 502, 510, crisis), // waits 2, held 2 of 8 before the period ends at 504
    visit(WARD, 300, 301, 307, { need: 0, step: BOTH }), // the second service of a joint visit: its wait counts once
    visit(NURSE, 300, 309, 310, { step: SEE }), // no need
    visit(NURSE, 300, 308, 309, { ...crisis, background: 1 }), // no person's
  ];
  it('are of people with a need; in two weeks 9 h in line, 4 h of the nurse and 6 h of the ward', () => {
    const [severity] = view.world.severities;
    expect(folded('untreated-hours', ...rows)).toEqual({ [`crisis ${severity}`]: 4.5 });
    expect(folded('held-by-need', ...rows)).toEqual({ 'nurse crisis': 2, 'ward crisis': 3 });
  });
});
