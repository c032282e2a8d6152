import { type Case, WEEK } from '../support/claim.js';
import { solveLife, solveRace, solveReturn } from '../support/clock-chains.js';

const race = solveRace({
  arrivals: 30,
  first: 0.5,
  talk: 2,
  before: { recovers: 0.9, worsens: 0.6, lost: 0.3 },
  after: { recovers: 0.9 * 2, worsens: 0.6 * 0.25, lost: 0.3 },
  severe: { recovers: 0.9 * 0.5, lost: 0.3 * 2 },
});
const racing = 'competing risks with piecewise constant hazards: Cox & Oakes (1984) chapter 9; Little (1961)';
const distress = (outcome: string) => ({ need: 'distress', outcome });

/** People without a past: recovery, deterioration and loss, with a stretch of service in which no clock runs. */
export const clocksRace: Case = {
  world: 'clocks-race',
  claims: [
    {
      says: 'recovered a week',
      measure: 'outcomes',
      cell: distress('recovered'),
      exact: race.recovered * WEEK,
      source: racing,
    },
    { says: 'lost a week', measure: 'outcomes', cell: distress('lost'), exact: race.lost * WEEK, source: racing },
    { says: 'talking', measure: 'mean-in-use', cell: { service: 'talkers' }, exact: race.talking, source: racing },
    {
      says: 'waiting or talking',
      measure: 'mean-in-use',
      cell: { service: 'places' },
      exact: race.waiting,
      source: racing,
    },
    { says: 'got worse', measure: 'mean-in-use', cell: { service: 'beds' }, exact: race.worse, source: racing },
  ],
};

const back = solveReturn({
  people: 100,
  recovers: 0.2,
  guarded: 2,
  seeks: 0.3,
  treatment: 1 / 2,
  returns: 0.4,
  kept: 0.25,
  wearsOff: 0.1,
});
const returning = 'chain of one person, solved by elimination (Grassmann, Taksar & Heyman 1985)';
const dependence = (outcome: string) => ({ need: 'dependence', outcome });

/** People of the area: clocks that follow an outcome, of which one person may have several, and hazards by their state. */
export const clocksReturn: Case = {
  world: 'clocks-return',
  claims: [
    { says: 'using', measure: 'mean-in-use', cell: { service: 'places' }, exact: back.using, source: returning },
    { says: 'on the ward', measure: 'mean-in-use', cell: { service: 'ward' }, exact: back.ward, source: returning },
    {
      says: 'recovered a week',
      measure: 'outcomes',
      cell: dependence('recovered'),
      exact: back.recovered * WEEK,
      source: returning,
    },
    {
      says: 'treated a week',
      measure: 'outcomes',
      cell: dependence('treated'),
      exact: back.treated * WEEK,
      source: returning,
    },
  ],
};

/** The second week of a population that dies out. */
const life = solveLife(
  { people: 6000, falls: 0.01, recovers: 0.2, dies: 0.0005, diesIll: 0.0005 * 80 },
  WEEK,
  2 * WEEK,
);
const living = 'illness-death model with recovery: Andersen, Borgan, Gill & Keiding (1993) section I.3.3';
const illness = (outcome: string) => ({ need: 'illness', outcome });

/** People of the area: onsets, recovery and a clock of life whose hazard changes with every fall and rise. */
export const clocksLife: Case = {
  world: 'clocks-life',
  claims: [
    {
      says: 'died in an episode, a week',
      measure: 'outcomes',
      cell: illness('died'),
      exact: life.died,
      source: living,
    },
    {
      says: 'recovered a week',
      measure: 'outcomes',
      cell: illness('recovered'),
      exact: life.opened - life.died,
      source: living,
    },
    {
      says: 'fell ill, a week',
      measure: 'episodes',
      cell: { need: 'illness', channel: 'door' },
      exact: life.opened,
      source: living,
    },
  ],
};
