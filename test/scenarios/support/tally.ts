import { Finish, NONE, run, seedWords, type World } from '../../../src/sim/index.js';
import { accepted } from './load.js';

/** What happened in the measured period of one run: decisions by `step/option`, visits sought and hours held by step. */
export interface Counted {
  readonly decided: (name: string) => number;
  readonly sought: (step: string) => number;
  readonly heldHours: (service: string) => number;
  /** Episodes of a need that opened. */
  readonly opened: (need: string) => number;
}

/** A world for a test: a child of a shipped one, in YAML. Inputs of the test are its own, so nothing is strict. */
export function small(text: string): World {
  return accepted(`spillover: 1\nscenario: small\nstrict: false\n${text}`).world;
}

/** Runs a world and counts. Worlds that differ in a policy alone have the same people and luck in the same replication. */
export function count(world: World, replication = 0): Counted {
  const tables = world.epochs[0]!.tables;
  const totals = new Map<string, number>();
  const add = (name: string, by: number) => totals.set(name, (totals.get(name) ?? 0) + by);
  const inside = (hour: number) => hour >= world.warmUp && hour < world.measuredEnd;
  run(
    world,
    { seed: seedWords('what comes out'), replication },
    {
      visits: (log) => {
        for (let row = 0; row < log.count; row += 1) {
          const step = tables.steps[log.step[row]!]!;
          if (!inside(log.joined[row]!)) continue;
          if (log.finish[row] === Finish.decided && step.verb === 'branch') {
            const decision = log.decision[row]!;
            if (decision < 1000) add(`decided ${step.name}/${step.cases[decision]?.name}`, 1);
            else if (decision < 2000) add(`decided ${step.name}/${step.options[decision - 1000]?.name}`, 1);
          }
          if (log.service[row] === NONE) continue;
          if (log.part[row] === 0) add(`sought ${step.name}`, 1);
          const held = Number.isFinite(log.started[row]!) ? log.released[row]! - log.started[row]! : 0;
          add(`held ${tables.services[log.service[row]!]!.name}`, log.units[row]! * held);
        }
      },
      outcomes: (log) => {
        for (let row = 0; row < log.count; row += 1)
          if (log.need[row] !== NONE && log.absorbed[row] === 0 && inside(log.opened[row]!))
            add(`opened ${tables.needs[log.need[row]!]!.name}`, 1);
      },
      levels: () => {},
    },
  );
  const of = (kind: string) => (name: string) => totals.get(`${kind} ${name}`) ?? 0;
  return { decided: of('decided'), sought: of('sought'), heldHours: of('held'), opened: of('opened') };
}
