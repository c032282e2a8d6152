import type { World } from '../../sim/index.js';
import type { Compiling } from '../compile/context.js';
import type { Path } from '../tree.js';

/** Rows of a table are counted in 32 bits. */
const MOST_ROWS = 2 ** 31 - 1;

/** Hours of the longest run; a longer one is told elsewhere. */
const LONGEST = 1000 * 8766;
/** Candidates an hour, of a person and of a stream: a unit rate lies a little above the rate, and each costs a draw. */
const MOST_OF_PERSON = 1000;
const MOST_OF_STREAM = 1e7;

/** Numbers that the engine cannot count exactly: they are slips of the pen, and are told before anything is laid out. */
export function checkExtremes(world: World, compiling: Compiling): void {
  const told = new Set<string>();
  const tell = (path: Path, amount: number, most: number, next: string) => {
    if (!(amount > most) || amount === Number.POSITIVE_INFINITY || told.has(path.join('.'))) return;
    told.add(path.join('.'));
    compiling.problem(path, {
      message: 'This is more than can be counted exactly in this run.',
      found: Number(amount.toPrecision(6)).toLocaleString('en-GB'),
      expected: `at most ${Math.floor(most).toLocaleString('en-GB')}`,
      next,
    });
  };
  const mostUnits = Math.min(1e9, Number.MAX_SAFE_INTEGER / (Math.min(world.horizon, LONGEST) * 3600));
  for (const { tables } of world.epochs) {
    for (const { name, capacity } of tables.services)
      tell(['services', name, 'capacity'], Math.max(...capacity), mostUnits, 'Look for a slip, or write `unlimited`.');
    for (const { name, unitRate } of tables.needs)
      tell(
        ['needs', name, 'unit-rate'],
        unitRate,
        MOST_OF_PERSON,
        'Write it somewhat above the rate, or leave it out.',
      );
    for (const stream of tables.arrivals) {
      const path = ['arrivals', stream.name];
      if (stream.kind === 'people') tell([...path, 'people'], stream.count, MOST_ROWS, 'Write fewer.');
      if (stream.kind === 'poisson')
        tell(
          [...path, 'unit-rate'],
          stream.unitRate,
          MOST_OF_STREAM,
          'Write it somewhat above the rate, or leave it out.',
        );
    }
  }
  for (const { name, count } of world.stock) tell(['stock', name, 'people'], count, MOST_ROWS, 'Write fewer.');
}
