/** From the options of `capacity` to a search: what is asked of each replication, and of which worlds. */
import type { CapacityPlan, MeasureAt, Target } from '../experiment/index.js';
import { tellOptionFault } from './option-fault.js';
import { type Options, seedOf } from './options.js';
import { type Searched, standardQuestion, workersFor } from './searched-worlds.js';
import type { Terminal } from './terminal.js';

/** Shares of area-years in which the target has to be met. */
const LEVELS = [0.5, 0.8, 0.95];
/** Replications at most, as a multiple of those of the first look. */
const GROWTH = 8;

/** What is asked of each replication, and when it is good enough; null, told, when it cannot be asked. */
export async function asks(
  searched: Searched,
  options: Options,
  terminal: Terminal,
): Promise<{ readonly question: MeasureAt; readonly target: Target } | null> {
  const { scenario, baseline, service } = searched;
  if (options.restore === undefined || baseline === null) {
    const question = await standardQuestion(searched, terminal);
    return question === null ? null : { question, target: { kind: 'standard', share: service.standard!.share } };
  }
  const { askOf, measures, restorable } = await import('../experiment/index.js');
  const { unknownName } = await import('../scenarios/index.js');
  const better = restorable().find(({ id }) => id === options.restore)?.better;
  const known = restorable().map(({ id }) => id);
  if (better === undefined) {
    const next = 'Choose one of those; docs/data-dictionary.md tells what each is.';
    const fault = unknownName('measure', options.restore, known, next);
    const message = `Of \`${options.restore}\` neither more nor less is better: there is nothing to restore.`;
    const isNeither = measures.some(({ id }) => id === options.restore);
    tellOptionFault('--restore', isNeither ? { ...fault, message, nearest: null, next } : fault, terminal);
    return null;
  }
  const pairs = (options.where ?? []).map((text) => text.split('='));
  const odd = pairs.find((pair) => pair.length !== 2);
  if (odd !== undefined) {
    const fault = { message: 'This names no cell.', found: odd.join('='), expected: 'such as `group=background`' };
    tellOptionFault('--where', fault, terminal);
    return null;
  }
  const asking = askOf(options.restore, service.id, Object.fromEntries(pairs), [baseline, scenario]);
  if (asking.ok) return { question: asking.question, target: { kind: 'restore', baseline, better } };
  const { why, what, name, known: names } = asking;
  const apart = {
    message: `The cells of \`${name}\` are values that cannot be added up.`,
    found: 'several cells',
    expected: `one cell: ${names.map((dimension) => `${dimension}=…`).join(' ')}`,
    next: 'Name them with --where.',
  };
  tellOptionFault('--where', why === 'apart' ? apart : unknownName(what, name, names), terminal);
  return null;
}

/** Hours of a week for which each added unit is on duty: those asked, else those with anybody on duty, as things start. */
export async function hoursAdded({ scenario, service }: Searched, addTo: string | undefined): Promise<number> {
  const { hoursOfWeek } = await import('../scenarios/index.js');
  const asked = addTo === undefined ? null : hoursOfWeek(addTo);
  const { ownName } = await import('../sim/index.js');
  const { services } = scenario.world.epochs[0]!.tables;
  const hours = asked ?? services.find(({ name }) => ownName(name) === service.id)!.capacity;
  return hours.filter((each) => each > 0).length;
}

/** Each number of units of the service that some visit takes, the smallest first. */
export async function unitsOfVisits({ scenario, service }: Searched): Promise<number[]> {
  const { ownName } = await import('../sim/index.js');
  const found = scenario.world.epochs.flatMap(({ tables }) =>
    tables.steps.flatMap((step) =>
      step.verb !== 'seize'
        ? []
        : step.services.flatMap((at, place) =>
            ownName(tables.services[at]?.name ?? '') === service.id ? [step.units[place] ?? 1] : [],
          ),
    ),
  );
  return [...new Set(found)].sort((a, b) => a - b);
}

/** The search as asked; null, told, when it cannot be made. */
export async function planOf(
  { scenario, service, loaded }: Searched,
  asked: Pick<CapacityPlan, 'question' | 'target'>,
  options: Options,
  signal: AbortSignal,
  terminal: Terminal,
): Promise<CapacityPlan | null> {
  const { hoursOfWeek, withUnits } = await import('../scenarios/index.js');
  const { ownName } = await import('../sim/index.js');
  const hours = options.addTo === undefined ? null : hoursOfWeek(options.addTo);
  if (options.addTo !== undefined && hours === null) {
    const fault = {
      message: 'These are no hours of the week.',
      found: options.addTo,
      expected: 'days and whole hours such as `mon-fri 08:00-20:00`',
    };
    tellOptionFault('--add-to', fault, terminal);
    return null;
  }
  const week = scenario.world.epochs.flatMap(({ tables }) =>
    tables.services.flatMap(({ name, capacity }) => (ownName(name) === service.id ? capacity : [])),
  );
  if (week.every((units) => !Number.isFinite(units)) || (hours === null && week.every((units) => units === 0))) {
    const unlimited = week.some((units) => units > 0);
    const message = unlimited
      ? `\`${service.id}\` is unlimited already.`
      : `Nobody is ever on duty at \`${service.id}\`.`;
    const next = unlimited ? 'Name another service.' : 'Say with --add-to when units are added.';
    tellOptionFault(
      '--service',
      { message, found: service.id, expected: 'a service whose capacity can be added to', next },
      terminal,
    );
    return null;
  }
  const first = options.replications ?? loaded.replications;
  const most = Math.max(first, options.upTo ?? GROWTH * first);
  const workers = await workersFor([scenario, scenario], first, options, terminal);
  if (workers === null) return null;
  const variant = (added: number) => withUnits(scenario.world, service.id, added, hours);
  const seed = seedOf(options);
  return {
    ...asked,
    scenario,
    service: service.id,
    withUnits: variant,
    levels: LEVELS,
    first,
    most,
    limit: options.limit ?? 1000,
    seed,
    workers,
    signal,
  };
}
