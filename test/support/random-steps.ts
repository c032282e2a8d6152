/** Random pathways. Every target lies ahead, or behind a delay of at least an hour, so that no walk goes round for ever. */
import fc from 'fast-check';
import { OUTCOMES, randomCondition, randomShares, randomTimes, sometimes } from './random-times.js';
import type { ReroutesSpec, StepSpec } from './world-steps.js';

/** A step that still has to be told which steps lie ahead. */
type Draft = (ahead: readonly string[], first: string) => Readonly<Record<string, StepSpec>>;
export type DraftPathway = readonly Draft[];

const spot = fc.nat({ max: 60 });
const chosen = (ahead: readonly string[], which: number): string => ahead[which % ahead.length] ?? '=lost';

const randomReroute = fc
  .record({
    policy: fc.constantFrom('divert', 'decline'),
    share: fc.constantFrom(0, 0.25, 0.5, 1),
    one: spot,
    two: spot,
  })
  .map(
    ({ policy, share, one, two }) =>
      (ahead: readonly string[], name: string, from: readonly string[]): ReroutesSpec[number] => ({
        policy,
        edit: `${name}-${share}`,
        from,
        share: [share, share / 2],
        to: { one: { weight: 0.75, to: chosen(ahead, one) }, two: { weight: 0.25, to: chosen(ahead, two) } },
      }),
  );

function randomSeize(services: readonly string[]): fc.Arbitrary<Draft> {
  const some = (most: number): fc.Arbitrary<string[]> => fc.subarray([...services], { maxLength: most });
  return fc
    .record({
      first: fc.constantFrom(...services),
      more: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: some(2) }),
      units: fc.constantFrom(1, 1, 1, [1, 2, 1], [2, 1, 1]),
      for: sometimes(8, randomTimes(0, 6)),
      keep: fc.boolean(),
      hold: fc.constantFrom<'together' | 'hold-first'>('together', 'hold-first'),
      relieves: some(1),
      priority: fc.constantFrom<number | number[]>(0, 1, 2, [1, 0]),
      patience: sometimes(4, fc.record({ after: randomTimes(0, 3), to: spot })),
      ifFull: spot,
      ifClosed: sometimes(3, spot),
      ifPreempted: spot,
      retriage: sometimes(
        5,
        fc.record({
          after: randomTimes(0, 3),
          priority: fc.constantFrom(0, 1, 2, [1, 0]),
          severity: fc.constantFrom(-1, 0, 1),
        }),
      ),
      reroute: sometimes(2, randomReroute),
      shared: fc.constantFrom(undefined, undefined, 'care'),
    })
    .map((draft) => (ahead) => {
      const name = `seize-${ahead.length}`;
      const { first, more, patience, ifClosed, retriage, reroute, shared, ...plain } = draft;
      const step: StepSpec = {
        ...plain,
        seize: [...new Set([first, ...more])],
        for: plain.for as number,
        ifFull: chosen(ahead, plain.ifFull),
        ifPreempted: chosen(ahead, plain.ifPreempted),
        ...(retriage && { retriage: { ...retriage, after: retriage.after as number } }),
        ...(shared && { length: shared }),
        ...(patience && { patience: { after: patience.after, to: chosen(ahead, patience.to) } }),
        ...(ifClosed !== undefined && { ifClosed: chosen(ahead, ifClosed) }),
        ...(reroute && { reroutes: [reroute(ahead, name, [])], tag: 1 }),
      };
      return { [name]: step };
    });
}

function randomBranch(services: readonly string[]): fc.Arbitrary<Draft> {
  return fc
    .record({
      cases: fc.array(fc.record({ when: randomCondition(services), to: spot }), { maxLength: 2 }),
      targets: fc.tuple(spot, spot, spot),
      shares: randomShares,
      reroute: sometimes(4, randomReroute),
      all: fc.boolean(),
    })
    .map((draft) => (ahead) => {
      const name = `branch-${ahead.length}`;
      const cases = draft.cases.map(
        ({ when, to }, index) => [`case-${index}`, { when, to: chosen(ahead, to) }] as const,
      );
      const options = ['north', 'east', 'west'].map((option, index) => {
        return [option, { weight: draft.shares[index] ?? 0, to: chosen(ahead, draft.targets[index] ?? 0) }] as const;
      });
      const reroutes = draft.reroute ? [draft.reroute(ahead, name, draft.all ? [] : ['north', 'west'])] : [];
      const branch = { cases: Object.fromEntries(cases), options: Object.fromEntries(options) };
      return { [name]: { branch, reroutes } };
    });
}

const randomDelay: fc.Arbitrary<Draft> = randomTimes(0, 3).map((delay) => (ahead) => ({
  [`delay-${ahead.length}`]: { delay },
}));

const randomMark: fc.Arbitrary<Draft> = fc
  .record({ treated: fc.integer({ min: 0, max: 1 }), severity: fc.constantFrom(-1, 0, 1) })
  .map(({ treated, severity }) => (ahead) => ({ [`mark-${ahead.length}`]: { mark: { treated }, severity } }));

function randomRelease(services: readonly string[]): fc.Arbitrary<Draft> {
  return fc
    .constantFrom<(string | string[])[]>('all', ...services.map((service) => [service]))
    .map((release) => (ahead) => ({ [`release-${ahead.length}`]: { release } }));
}

/** Parallel contacts begin in later pathways, so that they do not breed. */
const randomStart: fc.Arbitrary<Draft> = spot.map((to) => (ahead, first) => {
  const [own] = first.split('.');
  const elsewhere = ahead.filter((target) => target.split('.')[0] !== own);
  return { [`start-${ahead.length}`]: { start: chosen(elsewhere, to) } };
});

/** Some come round again, after an hour or two. */
const randomReturn: fc.Arbitrary<Draft> = fc.integer({ min: 1, max: 2 }).map((delay) => (ahead, first) => {
  const name = `again-${ahead.length}`;
  const options = { back: { weight: 0.375, to: `${name}-pause` }, on: { weight: 0.625, to: ahead[0] ?? '=treated' } };
  return { [name]: { branch: { options } }, [`${name}-pause`]: { delay, then: first } };
});

/** Steps of a pathway; the last always leaves. */
export function randomPathway(services: readonly string[]): fc.Arbitrary<DraftPathway> {
  const step = fc.oneof(
    { weight: 8, arbitrary: randomSeize(services) },
    { weight: 3, arbitrary: randomBranch(services) },
    { weight: 2, arbitrary: randomDelay },
    { weight: 1, arbitrary: randomMark },
    { weight: 1, arbitrary: randomRelease(services) },
    { weight: 1, arbitrary: randomStart },
    { weight: 1, arbitrary: randomReturn },
  );
  return fc.array(step, { minLength: 1, maxLength: 5 });
}

/** Puts pathways together: each step may lead to the later ones of its own, to the entry of later pathways, or out. */
export function assemble(drafts: readonly DraftPathway[]): Record<string, Record<string, StepSpec>> {
  const built: Record<string, Record<string, StepSpec>> = {};
  let later: string[] = [...OUTCOMES];
  for (let index = drafts.length - 1; index >= 0; index--) {
    const pathway = `path-${index}`;
    let steps: Record<string, StepSpec> = { out: { leave: 'done' } };
    let ahead = [`${pathway}.out`, ...later];
    const draft = drafts[index] ?? [];
    const firstOf = (own: Readonly<Record<string, StepSpec>>): string => `${pathway}.${Object.keys(own)[0]}`;
    for (let which = draft.length - 1; which >= 0; which--) {
      const first = draft[0] ? firstOf(draft[0](Array(ahead.length + which).fill('=lost'), '')) : '';
      const own = draft[which]?.(ahead, first) ?? {};
      steps = { ...withThen(own, ahead[0] ?? '=done'), ...steps };
      ahead = [firstOf(own), ...ahead];
    }
    built[pathway] = steps;
    later = [ahead[0] ?? '=done', ...later];
  }
  return Object.fromEntries(Object.entries(built).reverse());
}

/** `then` is said outright, as the next step in the file may be a pause that belongs to another. */
function withThen(own: Readonly<Record<string, StepSpec>>, then: string): Record<string, StepSpec> {
  return Object.fromEntries(
    Object.entries(own).map(([name, step]) => [name, 'then' in step ? step : { ...step, then }]),
  );
}
