/** What may be decided at a step, by name: the log has codes, whose meaning depends on the tables in force. */
import { FIRST_OPTION, FIRST_REROUTE, REROUTE_PLACES, type Step } from '../sim/index.js';
import { once } from './once.js';

/** The name of a decision as counted: a case, an option, or `reroute:<policy>`. */
export function choiceName(step: Step, code: number): string {
  if (code >= FIRST_REROUTE) {
    const reroute = step.reroutes[Math.floor((code - FIRST_REROUTE) / REROUTE_PLACES)];
    return `reroute:${reroute?.policy ?? 'unknown'}`;
  }
  if (step.verb !== 'branch') return 'unknown';
  if (code >= FIRST_OPTION) return step.options[code - FIRST_OPTION]?.name ?? 'unknown';
  return step.cases[code]?.name ?? 'unknown';
}

/** The name of a decision in full, to tell whether twins decided alike. */
export function choiceIdentity(step: Step, code: number): string {
  if (code < FIRST_REROUTE) return `${code < FIRST_OPTION ? 'case' : 'option'}:${choiceName(step, code)}`;
  const reroute = step.reroutes[Math.floor((code - FIRST_REROUTE) / REROUTE_PLACES)];
  const option = reroute?.to[(code - FIRST_REROUTE) % REROUTE_PLACES];
  return `reroute:${reroute?.policy}/${reroute?.edit}/${option?.name}`;
}

/** Codes that may be logged for a step. */
function codesOf(step: Step): number[] {
  const cases = step.verb === 'branch' ? step.cases.map((_, at) => at) : [];
  const options = step.verb === 'branch' ? step.options.map((_, at) => FIRST_OPTION + at) : [];
  const reroutes = step.reroutes.flatMap(({ to }, at) =>
    to.map((_, place) => FIRST_REROUTE + REROUTE_PLACES * at + place),
  );
  return [...cases, ...options, ...reroutes];
}

/** What may be decided in a world, as a list of cells, and the cell of each code. */
export interface Choices {
  readonly cells: readonly { readonly step: number; readonly name: string }[];
  /** Cell of a decision, by the tables in force, the step (the world's own) and the code. */
  cellOf(epoch: number, step: number, code: number): number;
}

/** What may be decided in a world. */
export const choicesOf = once(({ world, stepOf }): Choices => {
  const cells: { step: number; name: string }[] = [];
  const stepCount = world.epochs[0]!.tables.steps.length;
  const byCode = world.epochs.map(() => Array.from({ length: stepCount }, () => new Map<number, number>()));
  const ofStep = new Map<number, Map<string, number>>();
  for (let step = 0; step < stepCount; step += 1) {
    const common = stepOf(step);
    const places = ofStep.get(common) ?? new Map<string, number>();
    ofStep.set(common, places);
    world.epochs.forEach(({ tables }, epoch) => {
      const rule = tables.steps[step]!;
      for (const code of codesOf(rule)) {
        const name = choiceName(rule, code);
        if (!places.has(name)) places.set(name, cells.push({ step: common, name }) - 1);
        byCode[epoch]![step]!.set(code, places.get(name)!);
      }
    });
  }
  return { cells, cellOf: (epoch, step, code) => byCode[epoch]![step]!.get(code)! };
});
