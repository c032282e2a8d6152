/** Staffing questions whose answer Erlang's formula gives: M/M/c with a standard, kept a margin from the next integer. */
import { studyCapacity } from '../../../src/experiment/capacity.js';
import { compileWorld, describeWorld, loadScenario, withUnits } from '../../../src/scenarios/index.js';
import { designDraw, seedWords } from '../../../src/sim/index.js';
import { inFolder } from '../../scenarios/support/load.js';
import { erlangC } from '../../theory/support/erlang.js';

/** One question: how many more than `staffed` does it take for `share` to be seen within `within` [hours]? */
export interface Planted {
  /** [per hour] */
  readonly rate: number;
  /** Mean length of service [hours]. */
  readonly length: number;
  readonly within: number;
  readonly share: number;
  readonly staffed: number;
  /** Units that have to be added, by Erlang's formula. */
  readonly answer: number;
}

/** Share of M/M/c that waits no longer than `within`: Erlang (1917); Cooper (1981) chapter 3. None where it never settles. */
export function seenWithin(units: number, rate: number, length: number, within: number): number {
  const load = rate * length;
  if (units <= load) return 0;
  return 1 - erlangC(units, load) * Math.exp(-(units / length - rate) * within);
}

/** The share asked for lies this far from what the answer gives, and from what one fewer gives. */
const MARGIN = 0.06;

/** The first so many questions of a seed: random loads and standards; those without the margin are passed over. */
export function plantedQuestions(count: number, seed: string): Planted[] {
  const words = seedWords(seed);
  const draw = (name: string, at: number) => designDraw(words, `design/${name}`, at);
  const found: Planted[] = [];
  for (let at = 0; found.length < count; at += 1) {
    const length = 0.05 + 0.15 * draw('length', at);
    const load = 1 + 7 * draw('load', at);
    const rate = load / length;
    const within = length * draw('within', at);
    const needed = Math.ceil(load) + Math.floor(3 * draw('spare', at));
    const [enough, short] = [needed, needed - 1].map((units) => seenWithin(units, rate, length, within)) as [
      number,
      number,
    ];
    const share = Math.round(50 * (enough + short)) / 100;
    const answer = Math.min(Math.floor(5 * draw('answer', at)), needed - 1);
    if (share < 0.4 || enough - share < MARGIN || share - short < MARGIN) continue;
    found.push({ rate, length, within, share, staffed: needed - answer, answer });
  }
  return found;
}

/** The question as a scenario file. */
export function asScenario({ rate, length, within, share, staffed }: Planted, measured = '2 weeks'): string {
  return `spillover: 1
scenario: planted
time: {start: 2024-01-01, warm-up: 3 days, measure: ${measured}}
area: {id: theory, population: 1}
outcomes: {seen: Seen}
services:
  desk: {unit: clerks, capacity: ${staffed}, standard: {within: ${within * 3600} s, share: ${share}}}
arrivals:
  people: {every: {exponential: ${3600 / rate} s}, to: visit.talk}
pathways:
  visit:
    steps:
      talk: {seize: desk, for: {exponential: ${length * 3600} s}}
      end: {leave: seen}
`;
}

/** What the search says, as a user would ask it. */
export async function searched(question: Planted, seed: string) {
  const loaded = inFolder({ 's.yaml': asScenario(question) }, (cwd) => loadScenario('./s.yaml', { cwd }));
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join());
  const world = compileWorld(loaded.scenario);
  const scenario = { ...describeWorld(loaded.scenario), world };
  const study = await studyCapacity({
    scenario,
    service: 'desk',
    withUnits: (added) => withUnits(world, 'desk', added, null),
    question: { measure: 'within-standard', where: { service: 'desk' } },
    target: { kind: 'standard', share: question.share },
    levels: [0.5],
    ...{ first: 10, most: 80, limit: 100, seed, workers: 0 },
  });
  return study!;
}
