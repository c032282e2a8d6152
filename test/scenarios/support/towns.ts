/** A small valid scenario of areas: in each a clinic of its own, and beds that they share. */
import { small } from './small.js';

/** The areas that a scenario of towns has if nothing else is said. */
export const AREAS = `
  - {id: north, label: Northshire, population: 100000}
  - id: south
    population: 50000
    set: {services.clinic.capacity: 5}
    scale: {needs.injury.onset.rate: 2}`;

/** The small scenario in several areas, whose doctors are shared. */
export const towns = townsOf(AREAS);

/** The small scenario in these areas. */
export function townsOf(areas: string, doctor = 'capacity: 40 per million\n    shared: true'): string {
  return small
    .replace('scenario: small', 'scenario: towns')
    .replace('area: {id: somewhere, population: 100000}', `areas:${areas}`)
    .replace('capacity: {mon-fri 08:00-20:00: 2, otherwise: 1}', doctor);
}

/** Towns with a policy on them, as files. */
export function townsWith(policy: string, edits: string, towns_: string = towns): Record<string, string> {
  return {
    's.yaml': towns_.replace('time:', 'policies: [./p.yaml]\ntime:'),
    'p.yaml': `spillover: 1\npolicy: p\norigin: nhs\n${policy}edits:\n${edits}\n`,
  };
}

/** A scenario whose policies come on dates. */
export function goLive(text: string): string {
  return text.replace('measure: 4 weeks', 'measure: 4 weeks, design: go-live');
}
