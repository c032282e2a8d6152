/**
 * People who are already inside at hour 0. Who they are: persons drawn with weight r·S/(1 + r·S), where r is frailty times
 * rate and S the mean stay, without replacement, in place order; that is the law of the long run where few
 * of the population are inside, and off where many are (D144). How long they have been there: whole stays by the
 * length-biased law, split at a uniform point (Cox 1962, Renewal Theory, section 5).
 */
import { ownName } from './areas.js';
import { byName, type Census } from './census.js';
import { pauseClocks, startWaitingClocks } from './clocks.js';
import { drawAt, keyOf } from './draws.js';
import type { Duration } from './durations.js';
import { type Episode, Mark, Status } from './episodes.js';
import { Kind } from './events.js';
import { InvariantError } from './invariant.js';
import type { LengthPlan } from './lengths.js';
import { NEVER } from './log.js';
import { drawSeverity, openEpisode, personRow } from './opening.js';
import { awaitRetriage, classAt, planRetriage } from './retriage.js';
import { NO_ROW, type PersonRow } from './rows.js';
import type { State } from './state.js';
import { changeState } from './states.js';
import { addVisit, enterLine, enterStuck } from './visiting.js';
import { Stage, type Visit } from './visits.js';
import { NONE, type Stock } from './world.js';

/** Puts the stock in place, each entry in order of name, place by place. */
export function placeStock(state: State, census: Census): void {
  const { stock } = state.world;
  const chosen = census.inStock(stock);
  const order = stock.map((_, index) => index).sort((a, b) => byName(stock[a], stock[b]));
  for (const index of order) {
    for (let place = 0; place < stock[index].count; place++) {
      const person = chosen.get(stock[index].name)?.[place];
      placeOne(state, index, place, person === undefined ? (NO_ROW as PersonRow) : personRow(state, person));
    }
  }
}

function placeOne(state: State, index: number, place: number, person: PersonRow): void {
  const { world } = state;
  const stock = world.stock[index];
  const key = keyOf('stock', state.residents.names[stock.area ?? 0], ownName(stock.name), place);
  const episode = openEpisode(state, key.high, key.low, person, stock.need);
  episode.mark(Mark.stock);
  episode.background = stock.background ? 1 : 0;
  episode.channel = stock.channel;
  episode.step = stock.step;
  drawSeverity(episode, state.stockEntries[index]);
  if (person !== NO_ROW) for (const { variable, value } of stock.sets) changeState(state, person, variable, value);
  holdUnits(state, episode, index, stock);
  if (stock.phase === 'serving') resumeStay(state, episode, index, stock);
  else resumeWait(state, episode, index, stock);
  if (stock.need === NONE) return;
  startWaitingClocks(state, episode);
  if (episode.status === Status.served) pauseClocks(state, episode);
}

function holdUnits(state: State, episode: Episode, index: number, stock: Stock): void {
  const { episodes, services, tables, chance } = state;
  const plan = state.stockLengths[index];
  stock.holding.forEach(({ service, units }, at) => {
    const u = drawAt(chance, keyWords(episode), `stock-holding/${ownName(tables.services[service].name)}`, 0);
    const since = -plan.holding[at].at(u);
    const visit = addVisit(state, episode, stock.step, services.accounts[service], units);
    visit.joinAt(since);
    visit.ordinal = episodes.count(episode, plan.visitSlots[at]);
    seizeAtStart(visit, since);
    visit.ended = since;
    visit.stage = Stage.kept;
    visit.onward = stock.step;
    checkFull(state, service, stock);
  });
}

/** Mid-service or mid-delay: a length-biased stay, split at a uniform point. */
function resumeStay(state: State, episode: Episode, index: number, stock: Stock): void {
  const { episodes, calendar, chance } = state;
  const operation = state.steps[stock.step];
  const length = operation.length as LengthPlan;
  const severity = episode.severity;
  const law = state.stockLengths[index].stays[severity] ?? length.bySeverity[severity];
  const lengthName = state.addresses.names[length.address];
  const at = keyWords(episode);
  const stay = law.lengthBiasedAt(drawAt(chance, at, `stock-${lengthName}`, 0));
  const elapsed = stay * drawAt(chance, at, 'stock-elapsed', 0);
  episodes.count(episode, length.slot);
  if (operation.patience !== null) episodes.count(episode, operation.patience.slot);
  if (operation.retriage !== null) episodes.count(episode, operation.retriage.length.slot);
  episode.opened = -elapsed;
  episode.due = stay - elapsed;
  episode.whole = stay;
  const epoch = ++episode.epoch;
  for (const { account, units, slot } of operation.sought) {
    const visit = addVisit(state, episode, stock.step, account, units);
    visit.joinAt(-elapsed);
    visit.lineClass = classAt(episode, operation);
    visit.ordinal = episodes.count(episode, slot);
    seizeAtStart(visit, -elapsed);
    checkFull(state, account.service, stock);
  }
  const served = operation.sought.length > 0;
  episode.status = served ? Status.served : Status.delayed;
  const kind = served ? Kind.serviceEnd : Kind.delayEnd;
  calendar.schedule(stay - elapsed, kind, episode.row, epoch, episode.keyHigh, episode.keyLow);
}

/** In the line, with so much of the wait behind it, and the patience of those whom it has not worn out yet. */
function resumeWait(state: State, episode: Episode, index: number, stock: Stock): void {
  const { episodes, calendar, chance } = state;
  const operation = state.steps[stock.step];
  const { length, patience } = operation;
  const law = state.stockLengths[index].waited as Duration;
  const waited = law.at(drawAt(chance, keyWords(episode), 'stock-waited', 0));
  episode.opened = -waited;
  length?.draw(episode, episodes.counted(episode, length.slot));
  episode.owed = length?.hours ?? 0;
  episode.deadline = patience === null ? NEVER : patienceLeft(state, episode, patience, waited);
  episode.seeking = 0;
  for (const { account, units, slot } of operation.sought) {
    const visit = addVisit(state, episode, stock.step, account, units);
    visit.joinAt(-waited);
    visit.ordinal = episodes.count(episode, slot);
    visit.requested = Math.round(units * episode.owed * 3600);
    visit.lineClass = classAt(episode, operation);
    enterLine(state, visit);
    if (operation.holdFirst) break;
  }
  episode.status = Status.waiting;
  const epoch = ++episode.epoch;
  if (episode.deadline < NEVER) {
    calendar.schedule(episode.deadline, Kind.renege, episode.row, epoch, episode.keyHigh, episode.keyLow);
  } else if (stock.holding.length > 0) {
    enterStuck(state, episode);
  }
  if (operation.retriage === null) return;
  planRetriage(state, episode, operation.retriage);
  awaitRetriage(state, episode);
}

/** Patience given that it is longer than the wait until hour 0 [hours]. */
function patienceLeft(state: State, episode: Episode, patience: LengthPlan, waited: number): number {
  const k = state.episodes.count(episode, patience.slot);
  const u = drawAt(state.chance, keyWords(episode), state.addresses.names[patience.address], k);
  return patience.bySeverity[episode.severity].residualAt(waited, u);
}

function seizeAtStart(visit: Visit, since: number): void {
  const { account } = visit;
  account.seize(visit.units, 0);
  visit.started = since;
  visit.stage = Stage.served;
  account.begun?.add(visit);
}

function keyWords(episode: Episode): { high: number; low: number } {
  return { high: episode.keyHigh, low: episode.keyLow };
}

function checkFull(state: State, service: number, stock: Stock): void {
  const { inUse, capacity } = state.services.accounts[service];
  if (inUse <= capacity) return;
  const { name } = state.tables.services[service];
  throw new InvariantError(`stock ${stock.name} holds more of ${name} than the ${capacity} on duty`);
}
