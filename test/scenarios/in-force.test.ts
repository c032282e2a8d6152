/** A go-live run tells how much of what it measures each policy is in force, and warns where that is nothing. */
import { expect, test } from 'vitest';
import { describeWorld } from '../../src/scenarios/index.js';
import { accepted, load, told } from './support/load.js';
import { withPolicy } from './support/policy.js';
import { small } from './support/small.js';

/** Measured from 8 January to 4 February 2024. */
const EDIT = '  - scale: {what: services.clinic.capacity, by: 2}';
const LIVE = small.replace('time: {', 'time: {design: go-live, follow-up: 4 weeks, ');
const put = (dates: string) => withPolicy(EDIT, `label: Longer hours\n${dates}`, './p.yaml', LIVE);
const row = (dates: string) => describeWorld(accepted(put(dates))).description.policies[0];

function warnings(files: Record<string, string>, design?: 'steady'): string[] {
  const loaded = load(files, './s.yaml', { design });
  if (!loaded.ok) throw new Error(told(loaded.problems).join('\n'));
  return told(loaded.warnings);
}

test('a policy that starts after what is measured, in the follow-up or after the run, is warned of with both dates', () => {
  const never = (day: string) =>
    `s.yaml:4:12 policies[0]: Longer hours: it starts on ${day}; the measured period ends on 4 February 2024, so it is never in force in what is measured.`;
  expect(warnings(put('starts: 2030-03-01\n'))).toEqual([never('1 March 2030')]);
  expect(warnings(put('starts: 2024-02-05\n'))).toEqual([never('5 February 2024')]);
  expect(warnings(put('starts: 2024-02-04\n'))).toEqual([]);
  // A steady design has it in force throughout.
  expect(warnings(put('starts: 2030-03-01\n'), 'steady')).toEqual([]);
});

test('so is one that ends before anything is measured', () => {
  expect(warnings(put('starts: 2023-12-01\nends: 2024-01-08\n'))).toEqual([
    's.yaml:4:12 policies[0]: Longer hours: it ends on 8 January 2024; the measured period begins on 8 January 2024, so it is never in force in what is measured.',
  ]);
  expect(warnings(put('starts: 2023-12-01\nends: 2024-01-09\n'))).toEqual([]);
});

test('what a policy is in force of the measured period is counted in hours', () => {
  expect(row('starts: 2024-01-22\n')?.inForce).toEqual({ hours: 14 * 24, full: null, never: null });
  expect(row('starts: 2023-12-01\n')?.inForce?.hours).toBe(28 * 24);
  expect(row('starts: 2024-01-22\nends: 2024-01-25\n')?.inForce?.hours).toBe(3 * 24);
  // Three weekly steps: the last, to the whole, two weeks after the first.
  const ramped = row('starts: 2024-01-22\nramp: 3 weeks\n');
  expect(ramped?.ramp).toBe(3 * 168);
  expect(ramped?.inForce).toEqual({ hours: 14 * 24, full: '2024-02-05', never: null });
  expect(row('starts: 2030-03-01\n')?.inForce?.hours).toBe(0);
});
