import { NONE, type Retriage, type SeizeStep, type Step } from '../../sim/index.js';
import type { EpochDraft } from '../draft.js';
import { OTHERS } from '../schema/by-severity.js';
import type { StepDraft } from '../schema/steps.js';
import type { Path } from '../tree.js';
import { compileBranch } from './branch.js';
import { stateValue } from './condition.js';
import type { Compiling } from './context.js';
import { compileLength } from './lengths.js';
import { compileReroutes } from './reroutes.js';
import { withRule } from './rule.js';

type Common = Pick<Step, 'name' | 'pathway' | 'rule' | 'tag' | 'reroutes'>;
/** The verb-specific part of a step. */
type Own<S> = S extends Step ? Omit<S, keyof Common> : never;

/** A step of a pathway as it was written, and what follows it in the file. */
export interface StepPlace {
  readonly pathway: string;
  readonly id: string;
  readonly following: string | null;
  readonly path: Path;
}

/** All steps of all pathways, in the order of the world's names; the shared `=outcome` steps among them. */
export function compileSteps(draft: EpochDraft, compiling: Compiling): Step[] {
  const { names } = compiling;
  return names.steps.list.map((name): Step => {
    const [pathway = '', id = ''] = name.split('.');
    const common: Common = {
      name,
      pathway: names.pathways.find(pathway) ?? NONE,
      rule: '',
      tag: (names.policies.find(draft.tags.get(name) ?? '') ?? NONE) + 1,
      reroutes: [],
    };
    if (id.startsWith('=')) {
      const outcome = names.outcomes.find(id.slice(1)) ?? NONE;
      return withRule({ ...common, verb: 'leave', outcome }, names);
    }
    const steps = draft.scenario.pathways?.[pathway]?.steps ?? {};
    const written = steps[id];
    if (written === undefined) return withRule({ ...common, verb: 'leave', outcome: NONE }, names);
    const ids = Object.keys(steps);
    const place = {
      pathway,
      id,
      following: ids[ids.indexOf(id) + 1] ?? null,
      path: ['pathways', pathway, 'steps', id],
    };
    const own = compileStep(written, place, compiling);
    const options = own.verb === 'branch' ? own.options.map((option) => option.name) : [];
    const reroutes = compileReroutes(draft.reroutes.get(name) ?? [], place, options, compiling);
    return withRule({ ...common, ...own, reroutes } as Step, names);
  });
}

function compileStep(draft: StepDraft, place: StepPlace, compiling: Compiling): Own<Step> {
  const { names } = compiling;
  const { path, pathway, id } = place;
  if ('seize' in draft) return compileSeize(draft, place, compiling);
  if ('branch' in draft) return compileBranch(draft, place, compiling);
  if ('leave' in draft) {
    return { verb: 'leave', outcome: compiling.index(names.outcomes, 'outcome', draft.leave, [...path, 'leave']) };
  }
  const then = compileThen(draft.then, place, compiling);
  if ('release' in draft) {
    const all = draft.release.length === 1 && draft.release[0] === 'all';
    return { verb: 'release', services: all ? [] : servicesOf(draft.release, [...path, 'release'], compiling), then };
  }
  if ('delay' in draft) {
    const length = compileLength(draft.length ?? `${pathway}.${id}`, draft.delay, [...path, 'delay'], compiling);
    return { verb: 'delay', length, then };
  }
  if ('start' in draft) return { verb: 'start', entry: compiling.target(draft.start, null, [...path, 'start']), then };
  const sets = Object.entries('mark' in draft ? draft.mark : {}).map(([variable, value]) => ({
    variable: compiling.index(names.states, 'state', variable, [...path, 'mark', variable]),
    value: stateValue(variable, value, [...path, 'mark', variable], compiling),
  }));
  const severity =
    draft.severity === undefined
      ? NONE
      : compiling.index(names.severities, 'severity', draft.severity, [...path, 'severity']);
  return { verb: 'mark', sets, severity, then };
}

/** The step that follows: as written, or the next one in the file. */
export function compileThen(then: string | undefined, place: StepPlace, compiling: Compiling): number {
  if (then !== undefined) return compiling.target(then, place.pathway, [...place.path, 'then']);
  if (place.following !== null) return compiling.target(place.following, place.pathway, [...place.path, 'then']);
  compiling.routesKnown = false;
  compiling.problem([...place.path, 'then'], {
    message: `The pathway \`${place.pathway}\` runs out after \`${place.id}\`: no step follows, and nobody leaves.`,
    expected: 'a step that follows, or an outcome',
    next: 'Write `then: =outcome`, with one of the outcomes of the scenario.',
  });
  return NONE;
}

function servicesOf(found: readonly string[], path: Path, compiling: Compiling): number[] {
  return found
    .map((name) => compiling.index(compiling.names.services, 'service', name, path))
    .filter((index) => index !== NONE);
}

function compileSeize(draft: SeizeDraft, place: StepPlace, compiling: Compiling): Own<SeizeStep> {
  const { names } = compiling;
  const { path, pathway, id } = place;
  const services = servicesOf(draft.seize, [...path, 'seize'], compiling);
  const written = draft.units ?? { [OTHERS]: 1 };
  for (const name of Object.keys(written)) {
    if (name !== OTHERS && !draft.seize.includes(name)) {
      compiling.index(names.services, 'service', name, [...path, 'units', name]);
    }
  }
  const units = services.map((service) => written[names.services.at(service)] ?? written[OTHERS] ?? 1);
  const length =
    draft.for === undefined
      ? null
      : compileLength(draft.length ?? `${pathway}.${id}`, draft.for, [...path, 'for'], compiling);
  const to = (target: string | undefined, key: string) =>
    target === undefined ? NONE : compiling.target(target, pathway, [...path, key]);
  const { patience } = draft;
  return {
    verb: 'seize',
    services,
    units,
    mode: draft.hold ?? 'together',
    length,
    keep: length === null ? true : (draft.keep ?? false),
    relieves: servicesOf(draft.relieves ?? [], [...path, 'relieves'], compiling),
    priority: compilePriority(draft.priority, draft.seize, [...path, 'priority'], compiling),
    patience:
      patience === undefined
        ? null
        : {
            length: compileLength(draft.seize.join('+'), patience.after, [...path, 'patience', 'after'], compiling),
            to: compiling.target(patience.to, pathway, [...path, 'patience', 'to']),
          },
    ifFull: to(draft['if-full'], 'if-full'),
    ifClosed: to(draft['if-closed'], 'if-closed'),
    ifPreempted: to(draft['if-pre-empted'], 'if-pre-empted'),
    retriage: compileRetriage(draft, path, compiling),
    then: compileThen(draft.then, place, compiling),
  };
}

type SeizeDraft = Extract<StepDraft, { seize: unknown }>;

/** A joint seize has one class in all its lines: people of one class must not be overtaken in one line and not in another. */
function compilePriority(
  draft: SeizeDraft['priority'],
  sought: SeizeDraft['seize'],
  path: Path,
  compiling: Compiling,
): number[] {
  const written = draft ?? { [OTHERS]: 0 };
  const services = Object.keys(written).filter((name) => sought.includes(name));
  if (services.length === 0) return compiling.bySeverity(written, path);
  compiling.problem(path, {
    message: 'Somebody who waits in several lines at once has the same priority class in all of them.',
    found: `classes by service (${services.join(', ')})`,
    expected: 'one class, or classes by severity',
    next: 'Write one number.',
  });
  return compiling.names.severities.list.map(() => 0);
}

function compileRetriage(draft: SeizeDraft, path: Path, compiling: Compiling): Retriage | null {
  const written = draft['re-triage'];
  if (written === undefined) return null;
  const at = [...path, 're-triage'];
  const { severities } = compiling.names;
  return {
    length: compileLength(draft.seize.join('+'), written.after, [...at, 'after'], compiling),
    priority: compilePriority(written.priority, draft.seize, [...at, 'priority'], compiling),
    severity:
      written.severity === undefined
        ? NONE
        : compiling.index(severities, 'severity', written.severity, [...at, 'severity']),
  };
}
