/**
 * People who are already inside at hour 0. Who they are: persons drawn with weight r·S/(1 + r·S), where r is frailty times
 * rate and S the mean stay, without replacement, in place order. How long they have been there: whole stays by the
 * length-biased law, split at a uniform point (Cox 1962, Renewal Theory, section 5).
 */
import type { Census } from './census.js';
import { pauseClocks, startWaitingClocks } from './clocks.js';
import { drawAt, keyOf } from './draws.js';
import { Mark, Status } from './episodes.js';
import { Kind } from './events.js';
import { InvariantError } from './invariant.js';
import { NEVER } from './log.js';
import { drawSeverity, openEpisode, personRow } from './opening.js';
import type { LengthPlan } from './operations.js';
import { awaitRetriage, classAt, planRetriage } from './retriage.js';
import { type EpisodeId, NO_ROW, type PersonRow, type VisitId } from './rows.js';
import type { State } from './state.js';
import { changeState } from './states.js';
import { addVisit, enterLine, enterStuck } from './visiting.js';
import { Stage } from './visits.js';
import { NONE, type Stock } from './world.js';

/** Puts the stock in place, each entry in order of name, place by place. */
export function placeStock(state: State, census: Census): void {
  const { stock } = state.world;
  const chosen = census.inStock(stock);
  const order = stock.map((_, index) => index).sort((a, b) => (stock[a].name < stock[b].name ? -1 : 1));
  for (const index of order) {
    for (let place = 0; place < stock[index].count; place++) {
      const person = chosen.get(stock[index].name)?.[place];
      placeOne(state, index, place, person === undefined ? (NO_ROW as PersonRow) : personRow(state, person));
    }
  }
}

function placeOne(state: State, index: number, place: number, person: PersonRow): void {
  const { world, episodes } = state;
  const stock = world.stock[index];
  const key = keyOf('stock', world.area.name, stock.name, place);
  const episode = openEpisode(state, key.high, key.low, person, stock.need);
  episodes.mark(episode, Mark.stock);
  episodes.background[episode] = stock.background ? 1 : 0;
  episodes.channel[episode] = stock.channel;
  episodes.step[episode] = stock.step;
  drawSeverity(state, episode, state.stockEntries[index]);
  if (person !== NO_ROW) for (const { variable, value } of stock.sets) changeState(state, person, variable, value);
  holdUnits(state, episode, index, stock);
  if (stock.phase === 'serving') resumeStay(state, episode, index, stock);
  else resumeWait(state, episode, index, stock);
  if (stock.need === NONE) return;
  startWaitingClocks(state, episode);
  if (episodes.status[episode] === Status.served) pauseClocks(state, episode);
}

function holdUnits(state: State, episode: EpisodeId, index: number, stock: Stock): void {
  const { visits, episodes, services, distributions, tables, chance } = state;
  const plan = state.stockLengths[index];
  stock.holding.forEach(({ service, units }, at) => {
    const u = drawAt(chance, keyWords(state, episode), `stock-holding/${tables.services[service].name}`, 0);
    const since = -distributions.at(plan.holding[at], u);
    const visit = addVisit(state, episode, stock.step, service, units, since);
    visits.ordinal[visit] = episodes.count(episode, plan.visitSlots[at]);
    seizeAtStart(state, visit, since);
    visits.ended[visit] = since;
    visits.stage[visit] = Stage.kept;
    visits.onward[visit] = stock.step;
    if (services.inUse[service] > services.capacity[service]) throw overfull(state, service, stock);
  });
}

/** Mid-service or mid-delay: a length-biased stay, split at a uniform point. */
function resumeStay(state: State, episode: EpisodeId, index: number, stock: Stock): void {
  const { visits, episodes, services, calendar, distributions, chance } = state;
  const operation = state.steps[stock.step];
  const length = operation.length as LengthPlan;
  const severity = episodes.severity[episode];
  const row = state.stockLengths[index].stays[severity] ?? length.rows[severity];
  const lengthName = state.addresses.names[length.address];
  const at = keyWords(state, episode);
  const stay = distributions.lengthBiasedAt(row, drawAt(chance, at, `stock-${lengthName}`, 0));
  const elapsed = stay * drawAt(chance, at, 'stock-elapsed', 0);
  episodes.count(episode, length.slot);
  if (operation.patience !== null) episodes.count(episode, operation.patience.slot);
  if (operation.retriage !== null) episodes.count(episode, operation.retriage.length.slot);
  episodes.opened[episode] = -elapsed;
  episodes.due[episode] = stay - elapsed;
  episodes.whole[episode] = stay;
  const epoch = ++episodes.epoch[episode];
  for (let place = 0; place < operation.services.length; place++) {
    const service = operation.services[place];
    const visit = addVisit(state, episode, stock.step, service, operation.units[place], -elapsed);
    visits.lineClass[visit] = classAt(state, episode, operation);
    visits.ordinal[visit] = episodes.count(episode, operation.visitSlots[place]);
    seizeAtStart(state, visit, -elapsed);
    if (services.inUse[service] > services.capacity[service]) throw overfull(state, service, stock);
  }
  const served = operation.services.length > 0;
  episodes.status[episode] = served ? Status.served : Status.delayed;
  const kind = served ? Kind.serviceEnd : Kind.delayEnd;
  calendar.schedule(stay - elapsed, kind, episode, epoch, episodes.keyHigh[episode], episodes.keyLow[episode]);
}

/** In the line, with so much of the wait behind it; patience is counted from hour 0, as those who had less are gone. */
function resumeWait(state: State, episode: EpisodeId, index: number, stock: Stock): void {
  const { visits, episodes, calendar, distributions, chance } = state;
  const operation = state.steps[stock.step];
  const { length, patience } = operation;
  const waited = distributions.at(
    state.stockLengths[index].waited,
    drawAt(chance, keyWords(state, episode), 'stock-waited', 0),
  );
  episodes.opened[episode] = -waited;
  episodes.owed[episode] =
    length === null ? 0 : quantileOf(state, episode, length, episodes.counted(episode, length.slot));
  episodes.deadline[episode] =
    patience === null ? NEVER : quantileOf(state, episode, patience, episodes.count(episode, patience.slot));
  episodes.seeking[episode] = 0;
  for (let place = 0; place < operation.services.length; place++) {
    const visit = addVisit(state, episode, stock.step, operation.services[place], operation.units[place], -waited);
    visits.ordinal[visit] = episodes.count(episode, operation.visitSlots[place]);
    visits.requested[visit] = Math.round(operation.units[place] * episodes.owed[episode] * 3600);
    visits.lineClass[visit] = classAt(state, episode, operation);
    enterLine(state, visit);
    if (operation.holdFirst) break;
  }
  episodes.status[episode] = Status.waiting;
  const epoch = ++episodes.epoch[episode];
  if (episodes.deadline[episode] < NEVER) {
    const { keyHigh, keyLow } = episodes;
    calendar.schedule(episodes.deadline[episode], Kind.renege, episode, epoch, keyHigh[episode], keyLow[episode]);
  } else if (stock.holding.length > 0) {
    enterStuck(state, episode);
  }
  if (operation.retriage === null) return;
  planRetriage(state, episode, operation.retriage);
  awaitRetriage(state, episode);
}

function quantileOf(state: State, episode: EpisodeId, length: LengthPlan, k: number): number {
  const u = drawAt(state.chance, keyWords(state, episode), state.addresses.names[length.address], k);
  return state.distributions.at(length.rows[state.episodes.severity[episode]], u);
}

function seizeAtStart(state: State, visit: VisitId, since: number): void {
  const { visits, services } = state;
  services.seize(visits.service[visit], visits.units[visit], 0);
  visits.started[visit] = since;
  visits.stage[visit] = Stage.served;
}

function keyWords(state: State, episode: EpisodeId): { high: number; low: number } {
  return { high: state.episodes.keyHigh[episode], low: state.episodes.keyLow[episode] };
}

function overfull(state: State, service: number, stock: Stock): InvariantError {
  const { name } = state.tables.services[service];
  return new InvariantError(
    `stock ${stock.name} holds more of ${name} than the ${state.services.capacity[service]} on duty`,
  );
}
