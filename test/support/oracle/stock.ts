/** People who are already inside at hour 0. */
import { InvariantError } from '../../../src/sim/invariant.js';
import type { Stock } from '../../../src/sim/world.js';
import { bare, drawAt, keyOf, lengthBiasedQuantile, NO_KEY, residualQuantile, unitExponential } from './chance.js';
import { newEpisode, severityOf } from './episodes.js';
import { delay } from './pathway.js';
import { hold, newVisit, scheduleEnd, seekPlaces, standInLines } from './services.js';
import { areaName, at, countOf, drawn, type Episode, type Person, type Run, stepAt, type Visit } from './state.js';

/** Places all stocks, in the order of their names. Lines are not served yet. */
export function placeStock(run: Run): void {
  const stocks = [...run.world.stock].sort((one, other) => {
    if (bare(one.name) === bare(other.name)) return (one.area ?? 0) - (other.area ?? 0);
    return bare(one.name) < bare(other.name) ? -1 : 1;
  });
  const chosen = new Map(stocks.filter((stock) => stock.persons).map((stock) => [stock, [] as Person[]]));
  const taken = new Set<Person>();
  for (const [stock, people] of chosen) {
    people.push(...choose(run, stock, taken));
    for (const person of people) {
      taken.add(person);
      for (const { variable, value } of stock.sets) person.states[variable] = value;
    }
  }
  for (const stock of stocks) {
    for (let place = 0; place < stock.count; place++) {
      placeOne(run, stock, place, chosen.has(stock) ? at(chosen.get(stock) ?? [], place) : null);
    }
  }
}

/** The people found in a stock: the more often and the longer they come, the likelier; nobody twice. */
function choose(run: Run, stock: Stock, taken: ReadonlySet<Person>): Person[] {
  const times = run.people
    .filter((person) => person.area === (stock.area ?? 0) && !taken.has(person))
    .map((person) => {
      const load = person.frailty * stock.load;
      const weight = load / (1 + load);
      const u = drawAt(run.chance, person.key, `stock/${bare(stock.name)}`, 0);
      return { person, time: unitExponential(u) / weight };
    });
  times.sort((one, other) => one.time - other.time);
  return times.slice(0, stock.count).map(({ person }) => person);
}

function placeOne(run: Run, stock: Stock, place: number, person: Person | null): void {
  const key = keyOf('stock', areaName(run, stock.area ?? 0), bare(stock.name), place);
  const severity = severityOf(run, key, stock.name, stock.severity);
  const { need, channel, background, step } = stock;
  const opening = { key, parent: NO_KEY, person, need, severity, channel, background, isParallel: false, entry: step };
  const waited = stock.waited === null ? 0 : drawn(run, stock.waited, drawAt(run.chance, key, 'stock-waited', 0));
  const stay = stock.phase === 'serving' ? stayOf(run, stock, severity, key) : null;
  const episode = newEpisode(run, opening, stay === null ? -waited : -stay.elapsed, true);
  for (const held of stock.holding) holdBlocked(run, stock, episode, held);
  if (stay === null) {
    const visit = newVisit(run, episode, step, -waited);
    keepWaiting(run, visit, waited);
    seekPlaces(run, visit);
    standInLines(run, visit);
  } else {
    beServed(run, stock, episode, stay);
  }
}

/** Somebody who has waited so long has a patience that is longer than that: what is left of it. */
function keepWaiting(run: Run, visit: Visit, waited: number): void {
  const step = stepAt(run, visit.step);
  if (step.verb !== 'seize' || step.patience === null) return;
  const { episode } = visit;
  const services = step.services.map((service) => bare(at(run.tables.services, service).name)).join('+');
  const draw = drawAt(run.chance, episode.key, `patience/${services}`, 0);
  const law = at(step.patience.length.bySeverity, episode.severity);
  run.coverage.note(`distribution: ${law.kind}, what is left of it`);
  visit.givesUp = residualQuantile(law, waited, draw);
}

interface Stay {
  readonly name: string;
  readonly elapsed: number;
  readonly residual: number;
}

/** A stay that is found under way: long ones are met more often, and at any point. */
function stayOf(run: Run, stock: Stock, severity: number, key: Episode['key']): Stay {
  const step = stepAt(run, stock.step);
  if ((step.verb !== 'seize' && step.verb !== 'delay') || step.length === null) {
    throw new Error(`nobody can be found served at ${step.name}`);
  }
  const { name, bySeverity } = step.length;
  const law = at(stock.stay ?? bySeverity, severity);
  run.coverage.note(`distribution: ${law.kind}, found in progress`);
  const total = lengthBiasedQuantile(law, drawAt(run.chance, key, `stock-length/${name}`, 0));
  const elapsed = total * drawAt(run.chance, key, 'stock-elapsed', 0);
  return { name, elapsed, residual: total - elapsed };
}

function beServed(run: Run, stock: Stock, episode: Episode, stay: Stay): void {
  if (stepAt(run, stock.step).verb === 'delay') {
    countOf(episode, `length/${stay.name}`);
    delay(run, episode, stay.residual);
    return;
  }
  const visit = newVisit(run, episode, stock.step, -stay.elapsed);
  while (visit.places.length < visit.services.length) seekPlaces(run, visit);
  countOf(episode, `length/${stay.name}`);
  visit.sought = [];
  visit.hasBegun = true;
  visit.left = stay.residual;
  visit.places = visit.places.map((place) => ({ ...place, joined: -stay.elapsed, requested: 0 }));
  for (const place of visit.places) holdInStock(run, stock, episode, place, -stay.elapsed);
  visit.whole = stay.elapsed + stay.residual;
  scheduleEnd(run, visit);
}

function holdBlocked(run: Run, stock: Stock, episode: Episode, held: Stock['holding'][number]): void {
  const { service, units, since } = held;
  const { name } = at(run.tables.services, service);
  const from = -drawn(run, since, drawAt(run.chance, episode.key, `stock-holding/${bare(name)}`, 0));
  const visit = countOf(episode, `visit/${service}`);
  const known = { service, units, visit, part: 0, joined: from, requested: 0, step: stock.step, next: stock.step };
  holdInStock(run, stock, episode, { ...known, started: from, ended: from }, from);
}

function holdInStock(run: Run, stock: Stock, episode: Episode, place: Episode['held'][number], from: number): void {
  hold(run, episode, place, from);
  const { inUse, capacity } = at(run.services, place.service);
  const { name } = at(run.tables.services, place.service);
  if (inUse > capacity)
    throw new InvariantError(`stock ${stock.name} holds more of ${name} than the ${capacity} on duty`);
}
