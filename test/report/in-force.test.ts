/** A go-live answer says how much of what it measures each policy is in force. */
import { describe, expect, it } from 'vitest';
import type { Results, WorldDescription } from '../../src/experiment/index.js';
import { answerInWords } from '../../src/report/index.js';
import { resultsFixture } from '../support/results-fixture.js';

type Policy = WorldDescription['policies'][number];

/** The fixture as a go-live run of 13 measured weeks whose policy worlds have one policy each. */
function live(changes: Partial<Policy>, kind: 'go-live' | 'steady' = 'go-live'): Results {
  const results = resultsFixture();
  const policies = (label: string): Policy[] => [
    { ...{ id: 'p', label, origin: null, starts: '2024-03-01', ends: null, edits: [] }, ...changes },
  ];
  return {
    ...results,
    design: { ...results.design, kind, measured: 13 * 168 },
    worlds: results.worlds.map((world) => ({
      ...world,
      policies: world.id === results.baseline ? [] : policies(`Policy of ${world.label}`),
    })),
  };
}

describe('in force', () => {
  it('is told as weeks of those measured, with the day', () => {
    const inForce = { hours: 59 * 24, full: null, never: null };
    expect(answerInWords(live({ inForce })).headline).toContain(
      'In force for 8.4 of the 13 measured weeks (from 1 March 2024); figures a week are means over all 13.',
    );
    expect(answerInWords(live({ inForce: { ...inForce, full: '2024-04-19' } })).headline).toContain(
      'In force for 8.4 of the 13 measured weeks (from 1 March 2024, in full from 19 April 2024);',
    );
  });

  it('is not told where it is throughout, and in a steady design', () => {
    expect(answerInWords(live({ inForce: { hours: 13 * 168, full: null, never: null } })).headline).not.toMatch(
      /in force/i,
    );
    const steady = answerInWords(live({}, 'steady'));
    expect(steady.headline).not.toMatch(/in force/i);
    expect(steady.caveats.join(' ')).toContain(
      'the start on 1 March 2024 plays no part in it (for that: --design go-live).',
    );
  });

  it('never, comes before all other caveats, and is said once', () => {
    const never = 'The policy: it starts on 1 March 2030; the measured period ends on 28 April 2024, so it is never.';
    const results = live({ inForce: { hours: 0, full: null, never } });
    const { caveats } = answerInWords({ ...results, warnings: [never] });
    expect(caveats[0]).toBe(never);
    expect(caveats.filter((line) => line === never)).toHaveLength(1);
  });
});
