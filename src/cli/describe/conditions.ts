/** What a case of a branch tests, in words. */
import { type Condition, NONE, type World } from '../../sim/index.js';

/** `severity is higher and no unit of crisis-team is free`. */
export function conditionInWords(when: Condition, world: World): string {
  const services = world.epochs[0]?.tables.services ?? [];
  const name = (at: number) => services[at]?.name ?? '?';
  const parts: string[] = [];
  const oneOf = (what: string, found: readonly number[] | undefined, all: readonly string[]) => {
    if (found) parts.push(`${what} is ${found.map((at) => (at === NONE ? 'none' : (all[at] ?? '?'))).join(' or ')}`);
  };
  oneOf('severity', when.severity, world.severities);
  oneOf('the channel', when.channel, world.channels);
  oneOf(
    'the cohort',
    when.cohort,
    world.cohorts.map((cohort) => cohort.name),
  );
  for (const { variable, values } of when.state ?? [])
    oneOf(world.states[variable]?.name ?? '?', values, world.states[variable]?.values ?? []);
  if (when.hours) parts.push(`it is one of ${when.hours.filter((holds) => holds === 1).length} hours of the week`);
  for (const at of when.full ?? []) parts.push(`no unit of ${name(at)} is free`);
  for (const at of when.closed ?? []) parts.push(`${name(at)} is closed`);
  for (const at of when.engaged ?? []) parts.push(`by chance, a unit of ${name(at)} picked at random is in use`);
  for (const { service, atLeast } of when.queue ?? []) parts.push(`at least ${atLeast} wait for ${name(service)}`);
  if (when.not) parts.push(`not (${conditionInWords(when.not, world)})`);
  return parts.length === 0 ? 'always' : parts.join(' and ');
}
