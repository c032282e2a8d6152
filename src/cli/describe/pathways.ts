/** Pathways as indented steps, in words. */
import { type BranchStep, type Length, mean, NONE, type SeizeStep, type Step, type World } from '../../sim/index.js';
import { conditionInWords } from './conditions.js';
import { bySeverity, duration, percent } from './quantities.js';

/** Labels of a world's things, by index. */
export interface Labels {
  readonly services: readonly { readonly label: string; readonly unit: string }[];
  readonly outcomes: readonly { readonly label: string }[];
}

interface Telling {
  readonly world: World;
  readonly steps: readonly Step[];
  readonly labels: Labels;
}

const shortName = (step: Step) => step.name.slice(step.name.indexOf('.') + 1);

/** Where a step leads: a step of the same pathway, another's full name, or an outcome. */
function place(at: number, from: Step, { steps, labels }: Telling): string {
  const step = steps[at];
  if (at === NONE || step === undefined) return 'nowhere';
  if (step.verb === 'leave') return `leaves: ${labels.outcomes[step.outcome]?.label ?? '?'}`;
  return step.pathway === from.pathway ? shortName(step) : step.name;
}

function lengthInWords(length: Length, { world }: Telling): string {
  const means = length.bySeverity.map((spec) => duration(mean(spec)));
  const fixed = length.bySeverity.every((spec) => spec.kind === 'deterministic');
  return `${bySeverity(means, world.severities)}${fixed ? '' : ' on average'}`;
}

function seizeInWords(step: SeizeStep, telling: Telling): string[] {
  const { labels, world } = telling;
  const wanted = step.services.map((at, index) => {
    const { label = '?', unit = 'units' } = labels.services[at] ?? {};
    const units = step.units[index] ?? 1;
    return units === 1 ? label : `${label} (${units} ${unit})`;
  });
  const together = wanted.length > 1 ? `${step.mode === 'together' ? 'all at once' : 'one after another'}: ` : '';
  const length = step.length ? `, for ${lengthInWords(step.length, telling)}` : '';
  const more: string[] = [];
  if (step.keep) more.push('keeps them afterwards');
  const names = step.relieves.map((at) => labels.services[at]?.label ?? '?');
  if (names.length > 0) more.push(`gives back ${names.join(' and ')} when it starts`);
  if (step.priority.some((rank) => rank > 0))
    more.push(`priority class ${bySeverity(step.priority.map(String), world.severities)} (0 goes first)`);
  if (step.patience)
    more.push(
      `gives up after ${lengthInWords(step.patience.length, telling)} -> ${place(step.patience.to, step, telling)}`,
    );
  if (step.ifFull !== NONE) more.push(`line full -> ${place(step.ifFull, step, telling)}`);
  if (step.ifClosed !== NONE) more.push(`closed -> ${place(step.ifClosed, step, telling)}`);
  if (step.ifPreempted !== NONE) more.push(`pre-empted -> ${place(step.ifPreempted, step, telling)}`);
  if (step.retriage !== null) {
    const { length, priority, severity } = step.retriage;
    const rank = `priority class ${bySeverity(priority.map(String), world.severities)}`;
    const raised = severity === NONE ? '' : `, severity ${world.severities[severity]}`;
    more.push(`seen again after ${lengthInWords(length, telling)}: from then on ${rank}${raised}`);
  }
  return [`waits for ${together}${wanted.join(' and ')}${length}`, ...more];
}

function branchInWords(step: BranchStep, telling: Telling): string[] {
  const cases = step.cases.map(
    ({ name, when, to }) => `${name}: if ${conditionInWords(when, telling.world)} -> ${place(to, step, telling)}`,
  );
  const options = step.options.map(({ name, weights, to }) => {
    const share = bySeverity(weights.map(percent), telling.world.severities);
    return `${name}: ${share} -> ${place(to, step, telling)}`;
  });
  return ['goes one of these ways', ...cases, ...options];
}

/** What a step does; further lines are details of it. */
function stepInWords(step: Step, telling: Telling): string[] {
  const { labels, world } = telling;
  const services = (all: readonly number[]) => all.map((at) => labels.services[at]?.label ?? '?').join(' and ');
  switch (step.verb) {
    case 'seize':
      return seizeInWords(step, telling);
    case 'branch':
      return branchInWords(step, telling);
    case 'release':
      return [`gives back ${step.services.length === 0 ? 'everything held' : services(step.services)}`];
    case 'delay':
      return [`${lengthInWords(step.length, telling)} pass`];
    case 'mark': {
      const sets = step.sets.map(({ variable, value }) => {
        const state = world.states[variable];
        return `${state?.name ?? '?'} becomes ${state?.values[value] ?? '?'}`;
      });
      if (step.severity !== NONE) sets.push(`severity becomes ${world.severities[step.severity] ?? '?'}`);
      return [sets.join(', ')];
    }
    case 'start':
      return [`a second contact starts: ${place(step.entry, step, telling)}`];
    case 'leave':
      return [`leaves: ${labels.outcomes[step.outcome]?.label ?? '?'}`];
  }
}

function reroutesInWords(step: Step, telling: Telling): string[] {
  return step.reroutes.map(({ policy, from, share, to }) => {
    const options = step.verb === 'branch' ? from.map((at) => step.options[at]?.name ?? '?') : [];
    const who = options.length > 0 ? ` of ${options.join(' and ')}` : '';
    const ways = to.map((way) => {
      const part = to.length > 1 ? ` (${bySeverity(way.weights.map(percent), telling.world.severities)})` : '';
      return `${place(way.to, step, telling)}${part}`;
    });
    const moved = bySeverity(share.map(percent), telling.world.severities);
    return `under ${policy}, ${moved}${who} go instead to ${ways.join(' or ')}`;
  });
}

/** Lines that tell every pathway of a world: once where it is the same in several areas. */
export function pathwaysInWords(world: World, labels: Labels): string[] {
  const steps = world.epochs[0]?.tables.steps ?? [];
  const telling: Telling = { world, steps, labels };
  const told = new Map<string, string[]>();
  for (const [index, pathway] of world.pathways.entries()) {
    const area = world.areas?.find(({ name }) => pathway.name.endsWith(`@${name}`))?.name;
    const text = [`Pathway ${pathway.name}`, ...pathwayInWords(index, telling)].join('\n');
    const alike = area === undefined ? text : text.replaceAll(`@${area}`, '').replaceAll(` (${area})`, '');
    told.set(alike, [...(told.get(alike) ?? []), ...(area === undefined ? [] : [area])]);
  }
  return [...told].flatMap(([text, areas]) => {
    const [first = '', ...lines] = text.split('\n');
    const where =
      areas.length === 0 ? '' : `, in ${areas.length === world.areas?.length ? 'each area' : areas.join(', ')}`;
    return [`${first}${where}`, ...lines];
  });
}

/** Lines that tell the steps of a pathway. */
function pathwayInWords(pathway: number, telling: Telling): string[] {
  // A way out in short form (`to: =outcome`) is told where it leaves from.
  const isShort = (step: Step) => shortName(step).startsWith('=');
  const own = telling.steps.flatMap((step, at) => (step.pathway === pathway && !isShort(step) ? [{ step, at }] : []));
  return own.flatMap(({ step, at }) => {
    const [first = '', ...rest] = stepInWords(step, telling);
    const then = 'then' in step && step.then !== at + 1 ? `, then ${place(step.then, step, telling)}` : '';
    const details = [...rest, ...reroutesInWords(step, telling)];
    return [`  ${shortName(step)}: ${first}${then}`, ...details.map((line) => `      ${line}`)];
  });
}
