import { NONE, type SeizeStep, type Step, type World } from '../../sim/index.js';
import type { Compiling } from '../compile/context.js';
import { listNames } from '../problems.js';
import { pathOf } from './paths.js';

/** What goes wrong where services are sought, held and given back. */
export function checkSeizes(
  worlds: readonly World[],
  held: readonly (ReadonlySet<number> | null)[],
  compiling: Compiling,
): void {
  const most = mostUnits(worlds);
  const world = worlds[0];
  for (const { tables } of world?.epochs ?? []) {
    tables.steps.forEach((step, index) => {
      if (step.verb === 'seize') {
        checkRoom(
          step,
          tables.services.map((service) => service.room),
          compiling,
        );
        checkUnits(step, most, compiling);
        checkHeld(step, step.relieves, 'relieves', held[index] ?? null, compiling);
      }
      if (step.verb === 'release') checkHeld(step, step.services, 'release', held[index] ?? null, compiling);
    });
  }
}

/** The most units of each service that are ever on duty, by name. */
function mostUnits(worlds: readonly World[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { tables } of worlds.flatMap((world) => world.epochs)) {
    for (const { name, capacity } of tables.services) {
      most.set(name, Math.max(most.get(name) ?? 0, ...capacity.filter((units) => !Number.isNaN(units))));
      if (capacity.some(Number.isNaN)) most.set(name, Number.POSITIVE_INFINITY);
    }
  }
  return most;
}

function checkRoom(step: SeizeStep, rooms: readonly number[], compiling: Compiling): void {
  const finite = step.services.filter((service) => Number.isFinite(rooms[service] ?? Number.NaN));
  if (finite.length === 0 || step.ifFull !== NONE) return;
  if (!compiling.routesKnown) return;
  compiling.problem([...pathOf(step.name), 'if-full'], {
    message: `The waiting line of \`${compiling.names.services.at(finite[0] ?? NONE)}\` has limited room, but nothing says where people go when it is full.`,
    expected: '`if-full: …` with a step or an outcome',
    next: 'Write `if-full: …` here, or take `room` off the service.',
  });
}

function checkUnits(step: SeizeStep, most: ReadonlyMap<string, number>, compiling: Compiling): void {
  step.services.forEach((service, nth) => {
    const name = compiling.names.services.at(service);
    const units = step.units[nth] ?? 1;
    if (units <= (most.get(name) ?? Number.POSITIVE_INFINITY)) return;
    if (tellSmallPart(name, units, most.get(name) ?? 0, compiling)) return;
    compiling.problem([...pathOf(step.name), 'seize'], {
      message: `Nobody could ever be served here: it takes more units of \`${name}\` than are ever on duty.`,
      found: units === 1 ? '1 unit' : `${units} units`,
      expected: `at most ${most.get(name)}`,
      next: 'Raise the capacity of the service, or lower `units`.',
    });
  });
  if (new Set(step.services).size < step.services.length) {
    compiling.problem([...pathOf(step.name), 'seize'], {
      message: 'A service is named twice.',
      expected: 'each service once',
      next: 'Say how many units are needed with `units`.',
    });
  }
}

/**
 * Tells at the area that it has too little of a service: where units are a part of a whole, or so many per person, the part of
 * a small area may come to none, or to fewer than a visit takes. False where it is not that.
 */
function tellSmallPart(service: string, units: number, most: number, compiling: Compiling): boolean {
  const { area, areas, population } = compiling;
  const written = compiling.writtenAt(['services', service, 'capacity']);
  if (areas.length < 2 || written === undefined || written === 0) return false;
  // Where the areas themselves are at fault, so are the parts.
  if (compiling.list.doubts.has('areas')) return false;
  const whole = (most * compiling.peopleOf(areas.map(({ id }) => id))) / population;
  if (most > 0 && whole < units) return false;
  const has = most === 1 ? '1 unit' : `${most} units`;
  compiling.problem(['area'], {
    message:
      `The area \`${area}\` would have ${most === 0 ? 'no unit' : `at most ${has}`} of \`${service}\` as its part of them` +
      `${most === 0 ? '' : `, and a visit takes ${units}`}: nobody could ever be served by it there.`,
    found: has,
    expected: `at least ${units} in each area, or a service that areas have in common`,
    next: `Write \`services: {${service}: {shared: true}}\` where areas have it in common, or make the area larger.`,
  });
  return true;
}

function checkHeld(
  step: Step,
  services: readonly number[],
  key: 'relieves' | 'release',
  held: ReadonlySet<number> | null,
  compiling: Compiling,
): void {
  if (held === null || !compiling.routesKnown) return;
  for (const service of services) {
    if (held.has(service)) continue;
    const names = [...held].map((each) => compiling.names.services.at(each));
    compiling.problem([...pathOf(step.name), key], {
      message: `\`${compiling.names.services.at(service)}\` cannot be held here, so it cannot be given back.`,
      found: compiling.names.services.at(service),
      expected: names.length === 0 ? 'nothing: no earlier step keeps a service' : `one of ${listNames(names)}`,
      next: 'Put `keep: true` on the step that seizes it, or take it out here.',
    });
  }
}
