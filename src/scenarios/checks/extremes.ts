import type { Need, World } from '../../sim/index.js';
import type { Compiling } from '../compile/context.js';
import type { Path } from '../tree.js';

/** Rows of a table are counted in 32 bits. */
const MOST_ROWS = 2 ** 31 - 1;

/** Hours of the longest run; a longer one is told elsewhere. */
const LONGEST = 1000 * 8766;
/** Windows of a stream are numbered in 32 bits; those of a person are listed beforehand, so that 2^24 take 128 MiB. */
const MOST_WINDOWS_OF_STREAM = 2 ** 31 - 1;
const MOST_WINDOWS_OF_PERSON = 2 ** 24;

/** Numbers that the engine cannot count exactly: they are slips of the pen, and are told before anything is laid out. */
export function checkExtremes(world: World, compiling: Compiling): void {
  const told = new Set<string>();
  const tell = (path: Path, amount: number, most: number, next: string) => {
    if (!(amount > most) || told.has(path.join('.'))) return;
    told.add(path.join('.'));
    compiling.problem(path, {
      message: 'This is more than can be counted exactly in this run.',
      found: Number.isFinite(amount) ? Number(amount.toPrecision(6)).toLocaleString('en-GB') : 'no finite number',
      expected: `at most ${Math.floor(most).toLocaleString('en-GB')}`,
      next,
    });
  };
  const hours = Math.max(1, Math.min(world.horizon, LONGEST));
  // A strip's windows come at its unit rate times its width, which is less than the highest rate that the strips reach.
  const tellRate = (unit: Path, unitRate: number, rate: Path, peak: number, mostWindows: number) => {
    const most = mostWindows / hours;
    if (peak > most) tell(rate, peak, most, 'Look for a slip, or run a shorter time.');
    else tell(unit, unitRate, most, 'Write it somewhat above the rate, or leave it out.');
  };
  const mostUnits = Math.min(1e9, Number.MAX_SAFE_INTEGER / (hours * 3600));
  for (const { tables } of world.epochs) {
    for (const { name, capacity } of tables.services)
      tell(['services', name, 'capacity'], mostOf(capacity), mostUnits, 'Look for a slip, or write `unlimited`.');
    for (const need of tables.needs) {
      const path = ['needs', need.name];
      const onset = [...path, 'onset', 'rate'];
      tellRate([...path, 'unit-rate'], need.unitRate, onset, peakOf(need), MOST_WINDOWS_OF_PERSON);
    }
    for (const stream of tables.arrivals) {
      const path = ['arrivals', stream.name];
      if (stream.kind === 'people') tell([...path, 'people'], stream.count, MOST_ROWS, 'Write fewer.');
      if (stream.kind !== 'poisson') continue;
      const peak = stream.rate * Math.max(...stream.hours);
      tellRate([...path, 'unit-rate'], stream.unitRate, [...path, 'rate'], peak, MOST_WINDOWS_OF_STREAM);
    }
  }
  for (const { name, count } of world.stock) tell(['stock', name, 'people'], count, MOST_ROWS, 'Write fewer.');
}

/** The most units on duty in an hour in which they are not unlimited; 0 where there is none. */
function mostOf(capacity: readonly number[]): number {
  return capacity.reduce((most, units) => (Number.isFinite(units) ? Math.max(most, units) : most), 0);
}

/** The greatest hazard that a need can have for anybody of frailty 1 [per hour]. */
function peakOf({ rate, hours, byCohort, byState }: Need): number {
  const ofState = byState.reduce((product, { times }) => product * Math.max(times, 1), 1);
  return rate * Math.max(...hours) * Math.max(...byCohort, byCohort.length > 0 ? 0 : 1) * ofState;
}
