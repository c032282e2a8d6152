/** What changes while a world runs: the tables of one replication, and the logs it writes to. */
import type { Account } from './accounts.js';
import { Addresses, Slots } from './addresses.js';
import { ownName, Residents } from './areas.js';
import { Calendar } from './calendar.js';
import { Clocks } from './clocks-table.js';
import { Comers } from './comers.js';
import { Causes } from './death.js';
import { checkDecisionCodes } from './decisions.js';
import type { Chance, Key } from './draws.js';
import { nameHash, Salts } from './draws.js';
import { Duration } from './durations.js';
import { type Episode, Episodes, Status } from './episodes.js';
import { BANDS } from './events.js';
import { nothingExposed } from './exposure.js';
import { Lines } from './lines.js';
import { type ClockLog, LevelLog, LOG_ROWS, type LogReader, OutcomeLog, VisitLog } from './log.js';
import { mostOpen } from './memory.js';
import type { Onsets } from './onsets.js';
import type { Operation, Plan } from './operations.js';
import { People, Traits } from './people.js';
import { clocksOf, type EpochPlan, layOutEpoch, lineClasses, type StockPlan, severityRace } from './plans.js';
import { Points } from './points-table.js';
import type { Race } from './race.js';
import { FLAT, needPeaks, Warp } from './rates.js';
import type { PersonRow } from './rows.js';
import { Services } from './services.js';
import { SetAside } from './set-aside.js';
import { Visits } from './visits.js';
import type { Tables, World } from './world.js';

/** Rows of addresses that every world has. */
export interface CommonAddresses {
  readonly gap: number;
  readonly height: number;
}

/** One replication under way. */
export class State {
  readonly world: World;
  readonly chance: Chance;
  readonly reader: LogReader;
  readonly severities: number;
  readonly addresses = new Addresses();
  readonly salts: Salts;
  readonly common: CommonAddresses;
  /** Address of each service's draw of a unit at random. */
  readonly engaged: Int32Array;
  readonly calendar = new Calendar(BANDS);
  readonly services: Services;
  readonly episodes: Episodes;
  readonly visits = new Visits();
  readonly lines: Lines;
  readonly people: People;
  readonly traits: Traits;
  readonly points = new Points();
  /** Those whose onsets are to come. */
  onsets: readonly Onsets[] = [];
  readonly clocks = new Clocks();
  /** Rows not handed over yet, while another replication is under way (`logs.ts`). */
  readonly restingVisits = new VisitLog();
  readonly restingOutcomes = new OutcomeLog();
  readonly levelLog: LevelLog;
  /** What is laid out of each epoch's tables. */
  readonly plans: readonly EpochPlan[];
  readonly stockEntries: readonly Race[];
  readonly stockLengths: readonly StockPlan[];
  readonly needWarps: readonly Warp[];
  readonly arrivalWarps: readonly Warp[];
  readonly clockAddresses: Int32Array;
  readonly clockKeys: readonly Key[];
  /** Clocks that run while an episode waits, by need. */
  readonly waitingClocks: readonly (readonly number[])[];
  /** By area. */
  readonly causes: readonly Causes[];
  readonly residents: Residents;

  readonly needPeaks: readonly (readonly number[])[];
  /** Keys of needs. */
  readonly needKeys: readonly Key[];

  // What is in force.
  epoch = 0;
  tables: Tables;
  plan: EpochPlan;
  steps: readonly Operation[];
  /** Those who come by each stream, where it is a renewal stream. */
  readonly renewals: readonly (Comers | null)[];
  /** The clock hour under way, from 0: the hour of the last hour mark. */
  hour = 0;

  /** The first and the last service whose line is to be looked at, in the order in which units came back; they are chained. */
  firstToServe: Account | null = null;
  lastToServe: Account | null = null;

  /** Option that the last branch chose, as written; −1 when a case decided. */
  chosenOption = -1;
  /** True when a service in force pre-empts. */
  preempts: boolean;
  /** Episodes that have lost their place to somebody more urgent and are to go elsewhere, in the order in which they did. */
  readonly uprooted: Episode[] = [];

  /** Parallel contact opened by the step just performed, or null. */
  startedEpisode: Episode | null = null;
  readonly setAside = new SetAside();

  /** Somebody began to wait, without end, while holding units: a gridlock is possible. */
  mayBeLocked = false;

  /** What was read ahead, told here so that no compiler leaves the reading out. */
  readonly readAhead = { words: 0, hours: 0.5 };

  // Counts for conservation.
  opened = 0;
  /** Episodes that may be open at once. */
  readonly mostOpen: number;
  closed = 0;
  cancelled = 0;
  rejected = 0;
  absorbed = 0;
  declined = 0;
  succeeded = 0;
  gridlocks = 0;
  readonly exposed: ClockLog;

  constructor(compiled: World, chance: Chance, reader: LogReader, bytes: number) {
    checkDecisionCodes(compiled);
    const world = copyOf(compiled);
    const first = world.epochs[0].tables;
    this.world = world;
    this.chance = chance;
    this.reader = reader;
    this.exposed = nothingExposed(first.clocks.length);
    this.mostOpen = mostOpen(world, bytes);
    this.severities = world.severities.length;
    this.tables = first;
    this.preempts = hasPreemption(first);
    const { addresses, severities } = this;
    const slots = new Slots(world);
    const serviceNames = first.services.map((service) => ownName(service.name));
    this.services = new Services(world);
    const drawing: Plan['drawing'] = [];
    const plan = { addresses, slots, drawing, severities, accounts: this.services.accounts, serviceNames };
    this.plans = world.epochs.map(({ tables }) => layOutEpoch(tables, world, plan));
    this.plan = this.plans[0];
    this.steps = this.plan.steps;
    this.common = {
      gap: addresses.row('gap'),
      height: addresses.row('height'),
    };
    const interval = addresses.row('interval');
    this.engaged = Int32Array.from(serviceNames, (name) => addresses.row(`engaged/${name}`));
    this.stockEntries = world.stock.map(({ name, severity }) => severityRace(world, ownName(name), severity, plan));
    this.stockLengths = world.stock.map((stock) => ({
      stays: (stock.stay ?? []).map((stay) => new Duration(stay)),
      waited: stock.waited === null ? null : new Duration(stock.waited),
      holding: stock.holding.map(({ since }) => new Duration(since)),
      visitSlots: stock.holding.map(({ service }) => slots.slot(stock.step, `visit/${serviceNames[service]}`)),
    }));
    this.needWarps = first.needs.map((need) => new Warp(need.calendar, world.horizon));
    this.arrivalWarps = first.arrivals.map(
      (one) => new Warp(one.kind === 'poisson' ? one.calendar : FLAT, world.horizon),
    );
    this.clockAddresses = Int32Array.from(first.clocks, ({ name, runs }) =>
      addresses.row(runs === 'life' ? 'death' : `clock/${ownName(name)}`),
    );
    this.clockKeys = first.clocks.map(({ name, runs }) => nameHash(runs === 'life' ? 'death' : ownName(name)));
    this.waitingClocks = first.needs.map((_, need) => clocksOf(first, 'waiting', need));
    this.residents = new Residents(world);
    this.causes = this.residents.names.map((_, area) => new Causes(first.clocks, area, addresses));
    this.needPeaks = needPeaks(world);
    this.needKeys = first.needs.map((need) => nameHash(ownName(need.name)));
    addresses.check();
    this.salts = new Salts(addresses.names, chance);
    const intervalSalt = { high: this.salts.high[interval], low: this.salts.low[interval] };
    this.renewals = this.plan.arrivals.map(({ key, interval }) =>
      interval ? new Comers(key, intervalSalt, interval) : null,
    );
    for (const one of drawing) one.salt(this.salts);

    this.episodes = new Episodes(slots.width);
    this.lines = new Lines(first.services.length, lineClasses(this.plans));
    this.people = new People(
      world.area.population,
      first.needs.length / this.residents.names.length,
      world.states.length,
    );
    this.traits = new Traits(world, chance);
    this.levelLog = new LevelLog(Math.max(LOG_ROWS, first.services.length));
  }

  /** True while an episode's waiting clocks run: it is not being served. */
  isRunning(episode: Episode): boolean {
    return episode.status !== Status.served;
  }

  /** What a person may die of: the causes of their area. */
  causesOf(person: PersonRow): Causes {
    return this.causes[this.residents.areaOf(this.people.index[person])];
  }
}

/** Copies to read from in the loop, one for all replications of a world. */
const copies = new WeakMap<World, World>();

function copyOf(compiled: World): World {
  const copy = copies.get(compiled) ?? thawed(compiled);
  copies.set(compiled, copy);
  return copy;
}

/** A value of the same contents, not frozen: element loads from frozen arrays are not inlined, and cost some 100 instructions each. */
function thawed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(thawed) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, thawed(part)])) as Value;
}

/** True when somebody can lose their place to somebody more urgent. */
export function hasPreemption({ services }: Tables): boolean {
  return services.some(({ preemption }) => preemption !== 'none');
}
