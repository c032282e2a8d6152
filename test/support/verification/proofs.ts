/** The proofs beside theory: a row each in `docs/verification.md`. To add one, add an entry; the test looks at its command. */
import { readdirSync, readFileSync } from 'node:fs';

/** Something that is claimed of the engine, and what shows it. */
export interface Proof {
  readonly claim: string;
  readonly method: string;
  /** What has to come out; a test that finds anything else fails. */
  readonly expected: string;
  /** Where what came out is written: a section of `docs/proof.md`, rows of the page, or how many tests there are. Left out: the test tells. */
  readonly found?: { readonly section: string } | { readonly rowsOf: string } | { readonly tests: readonly string[] };
  /** Runs test files by their paths. */
  readonly command: string;
}

const test = (...files: readonly string[]): string => `npx vitest run ${files.join(' ')}`;
const proof = (file: string): string => `npx vitest run --config vitest.proof.config.ts ${file}`;

/** Files whose tests work a story out and have both engines tell it. */
const byHand = readdirSync(new URL('../../sim', import.meta.url))
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => readFileSync(new URL(`../../sim/${file}`, import.meta.url), 'utf8').includes("'./hear.js'"))
  .map((file) => `test/sim/${file}`);

/** In the order of the page. */
export const proofs: readonly Proof[] = [
  {
    claim: 'The exact values are exact',
    method: 'Formulas held against published values, identities and each other',
    expected: 'agreement to the digits published, or to rounding',
    found: {
      tests: ['test/theory/formulas.test.ts', 'test/theory/preemptive.test.ts', 'test/theory/shift-rules.test.ts'],
    },
    command: test('test/theory/formulas.test.ts', 'test/theory/preemptive.test.ts', 'test/theory/shift-rules.test.ts'),
  },
  {
    claim: 'The judge refuses what is wrong',
    method: 'A wrong mean, a missing interval, a bias too small for one run',
    expected: 'each is refused',
    found: { tests: ['test/theory/verdict.test.ts'] },
    command: test('test/theory/verdict.test.ts'),
  },
  {
    claim: 'Theory to 1%',
    method: 'Every row above with twenty more seeds, one by one and together',
    expected: 'every interval holds the exact value; together at most 1% to either side',
    found: { section: 'theory' },
    command: proof('test/theory/theory.proof.ts'),
  },
  {
    claim: "Little's law on every path",
    method:
      'Waiting and use added up over the visit log, and integrated by the log of levels, in every world of theory and in the baseline that ships',
    expected: 'equal to the second',
    command: test('test/theory/little.test.ts'),
  },
  {
    claim: 'With ample units the number in use is Poisson',
    method:
      'M(t)/M/∞ and M(t)/G/∞ by calendar: mean and variance at instants of the week (Eick, Massey & Whitt 1993); the variance is told to about 23%',
    expected: 'both within 3.48 standard errors',
    found: { rowsOf: 'test/theory/mt-poisson.test.ts' },
    command: test('test/theory/mt-poisson.test.ts'),
  },
  {
    claim: 'A stationary stock does not drift',
    method:
      'M/G/∞ with long heavy-tailed stays, M/M/c and a tandem with blocked holds week by week; the last two by forward equations from a crowded start; a stock of persons is stationary up to a load of 0.02 a head (`test/sim/stock-law.test.ts`)',
    expected: 'intervals at 99.9% together hold the exact values, at most 2.5% wide to either side (4% of few people)',
    found: { rowsOf: 'test/theory/stock.test.ts' },
    command: test('test/theory/stock.test.ts'),
  },
  {
    claim: 'Who is found waiting has waited, and has the patience that is left',
    method:
      'M/M/c with fixed patience, begun from the joint stationary law of its line and of how long each has waited',
    expected:
      'no drift in the first hours: intervals at 99.9% together hold the exact values, at most 2.5% wide to either side (4% of those who give up)',
    found: { rowsOf: 'test/theory/stock-patience.test.ts' },
    command: test('test/theory/stock-patience.test.ts'),
  },
  {
    claim: 'Each rule of the model, by hand',
    method:
      'Small worlds whose whole story is worked out in the test, told alike by the engine and by a slow second one',
    expected: 'the same rows',
    found: { tests: byHand },
    command: test('test/sim'),
  },
  {
    claim: 'The engine tells the story that the model describes',
    method:
      '250 random worlds, row for row, against a slow second engine, which shares draws, keys, quantiles and residual laws with the first, and no rule of what happens',
    expected:
      'no difference; everything listed in `test/sim/covered.ts` came up: every verb, every finish, every two bands of events that can meet at one instant, at a service and at a person',
    command: test('test/sim/oracle.test.ts'),
  },
  {
    claim: 'The same, of ten thousand worlds',
    method: 'The same, with other seeds',
    expected: 'no difference',
    found: { section: 'oracle' },
    command: proof('test/sim/oracle.proof.ts'),
  },
  {
    claim: 'Several areas are as many worlds, which meet at what they share',
    method:
      'Random worlds in one to three areas against the second engine, with and without services in common; the same areas alone and together; a policy in one of them',
    expected:
      'no difference from the second engine; one area is the world alone; nobody is changed by an area, or by its policy, that shares nothing with theirs',
    command: test('test/sim/areas.test.ts'),
  },
  {
    claim: 'Areas apart are queues apart, and a shared service is one queue',
    method: 'M/M/c for each area and for both together (Erlang 1917)',
    expected: 'every interval holds the exact value',
    found: { rowsOf: 'test/theory/areas.test.ts' },
    command: test('test/theory/areas.test.ts'),
  },
  {
    claim: 'Every account closes',
    method:
      'Random worlds: episodes, unit-seconds and person-seconds in line, by the visit log and by the log of levels; planted leaks',
    expected: 'equal to the second; every leak makes the run fail',
    command: test('test/properties/accounts.test.ts', 'test/sim/invariants.test.ts'),
  },
  {
    claim: 'Displacement is what its definitions say',
    method:
      '60 random pairs of worlds: classes, ledgers, waits, bystanders, refusals and what is induced, against a slow account of both whole logs written from `docs/displacement.md` (forks are taken from the engine; hops whose order cannot be told are not judged)',
    expected: 'equal in every cell, to the second',
    command: test('test/experiment/displacement-oracle.test.ts'),
  },
  {
    claim: 'The same, of eight thousand pairs',
    method: 'The same, with other seeds',
    expected: 'equal in every cell, to the second',
    found: { section: 'displacement' },
    command: proof('test/experiment/displacement-oracle.proof.ts'),
  },
  {
    claim: 'A policy that does nothing changes nobody',
    method: 'A congested town of 100,000, a policy at strength 0, and one that starts after the horizon',
    expected: '0 of 100,000 differ',
    command: test('test/properties/scale.test.ts'),
  },
  {
    claim: 'One more on duty makes nobody start later',
    method: 'Person by person in G/G/c, first come first served, random worlds',
    expected: 'nobody',
    command: test('test/properties/scale.test.ts'),
  },
  {
    claim: 'Same inputs, same bytes',
    method: 'Run again, in steps, side by side, with a shared census, with any number of worker threads',
    expected: 'no byte differs',
    command: test('test/properties/same-bytes.test.ts', 'test/experiment/workers.test.ts'),
  },
  {
    claim: 'Twins share their luck',
    method:
      'Random worlds with options in another order, parts that nobody uses, dates on which nothing changes, longer stays, steps inserted',
    expected:
      'nobody differs but those who come there; where people wait for each other, times and routes, but no draw',
    command: test('test/properties/twins.test.ts'),
  },
  {
    claim: 'What common random numbers buy',
    method:
      'Variance of independent runs over that of paired ones, for every number that the shipped comparisons are quoted by',
    expected: 'printed, nothing required',
    found: { section: 'pairing' },
    command: proof('test/experiment/pairing.proof.ts'),
  },
  {
    claim: 'Capacity that would be enough is found',
    method:
      'Planted chances close to the levels, 400 searches of three levels each; staffing questions, and a load, that Erlang’s formula answers',
    expected: 'the truth outside of what is said in at most 5% of searches; each planted number of staff is found',
    command: test('test/experiment/capacity'),
  },
  {
    claim: 'The same, of a hundred staffing questions',
    method: 'Random M/M/c with a standard, the answer a margin away from the next integer',
    expected: 'at least 95 of 100 planted answers are found',
    found: { section: 'capacity' },
    command: proof('test/experiment/capacity/erlang.proof.ts'),
  },
  {
    claim: 'Draws are uniform and independent',
    method:
      'Addresses that differ in one part only (persons, occurrences, names, replications, bits of the seed): mean, correlation, chi-square, lowest bits',
    expected: 'no test below 0.001, all together',
    command: test('test/chance', 'test/sim/draws.test.ts'),
  },
  {
    claim: 'Dieharder finds nothing in the addressed draws',
    method: 'Draws in several orders of address, from both ends of a draw; docs/chance.md says which',
    expected: 'what docs/chance.md states',
    found: { section: 'dieharder' },
    command: proof('test/chance/dieharder.proof.ts'),
  },
  {
    claim: 'Needs arise as a Poisson process',
    method:
      'Counts and times of onsets against the law, in one world and across worlds whose hazards differ or rise (thinning)',
    expected: 'every statistic within its bound, all together at the level 0.001',
    command: test('test/chance/onsets.test.ts'),
  },
  {
    claim: 'Distributions are what they are called',
    method:
      'Quantiles against the integral of the density; Kolmogorov-Smirnov and moments over a million keyed draws each',
    expected: 'relative error at most 1e-9 between 1e-12 and 1 − 1e-12; no test below its level',
    command: test('test/sim/distributions.test.ts', 'test/sim/distributions-drawn.test.ts'),
  },
  {
    claim: 'Odd worlds end correctly',
    method:
      'No demand, no staff, ample staff, service of no length and of 10⁹ hours, all at one instant, one person, nobody',
    expected: 'exact counts, accounts closed',
    found: { tests: ['test/sim/odd.test.ts'] },
    command: test('test/sim/odd.test.ts'),
  },
  {
    claim: 'Memory does not grow with the length of a run',
    method: 'A thousand million events of every kind, through every measure; memory at ten points',
    expected: 'at most 2% more held, and 10% more resident, than at a tenth of the way',
    found: { section: 'memory' },
    command: proof('test/long/memory.proof.ts'),
  },
  {
    claim: 'Files that are wrong are refused with a place',
    method: 'Mutations of the shipped files',
    expected: 'no crash, no hang; every refusal names file, line and column',
    command: test('test/scenarios/mutations.test.ts'),
  },
  {
    claim: 'The same, of a million',
    method: 'A million changed copies, and five thousand read from the disk',
    expected: 'no crash, no hang; every refusal names file, line and column',
    found: { section: 'mutations' },
    command: proof('test/scenarios/mutations.proof.ts'),
  },
  {
    claim: 'A question is answered again from its folder alone, futures and all',
    method: 'A café asked in a future, and `rerun` on what it left',
    expected: 'the same bytes',
    found: { section: 'ask' },
    command: proof('test/cli/ask.proof.ts'),
  },
  {
    claim: 'Questions that ship make worlds that can be compared',
    method: 'Every question, read with all of its worlds in every future that it names',
    expected: 'no problem, and a world for each that is compared',
    found: { section: 'questions' },
    command: proof('test/scenarios/questions.proof.ts'),
  },
  {
    claim: 'Looking until the interval is narrow enough pays for its looks',
    method: 'A thousand experiments with `--precision` on an M/M/1 queue, beside a fixed number of replications',
    expected: 'lower bound of coverage at least 94%; median width at most 1.6 times the fixed one',
    found: { section: 'sequential' },
    command: proof('test/experiment/sequential.proof.ts'),
  },
];
