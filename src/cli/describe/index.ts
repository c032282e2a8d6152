/** A scenario in plain words, section by section. */
import type { Member, Plan } from '../../experiment/index.js';
import { type LeverRow, offeredLoads } from '../../scenarios/index.js';
import { peopleOf } from '../../sim/index.js';
import { datesInWords } from './adoption.js';
import { pathwaysInWords } from './pathways.js';
import { duration, number, percent, rate, type UnitWords, unitWord } from './quantities.js';

export { differenceInWords } from './difference.js';
export { pathwaysAsMermaid } from './mermaid.js';
export { policiesInWords, policyInWords } from './policies.js';
export { questionInWords } from './questions.js';
export { sourcesInWords } from './sources.js';

function heading(text: string): string[] {
  return ['', text, '='.repeat(text.length)];
}

/** What becomes of those who are served when somebody more urgent comes. */
const MAKING_ROOM = {
  resume: 'served on later',
  restart: 'served again from the beginning',
  reroute: 'sent elsewhere',
} as const;

/** `6 practitioners`, `2 to 6 practitioners by hour of the week (4.1 on average)`, `unlimited practitioners`. */
function capacityInWords(pattern: readonly number[], words: UnitWords): string {
  const { unit } = words;
  const [low, high] = [Math.min(...pattern), Math.max(...pattern)];
  if (low === high) return `${number(low)} ${unitWord(low, words)}`;
  const mean = pattern.reduce((sum, units) => sum + units, 0) / pattern.length;
  return `${number(low)} to ${number(high)} ${unit} by hour of the week (${number(mean)} on average)`;
}

function servicesInWords({ world, dictionary }: Member): string[] {
  const loads = offeredLoads(world);
  const agencies = new Map(dictionary.agencies.map(({ id, label }) => [id, label]));
  const lines = (world.epochs[0]?.tables.services ?? []).flatMap((service, at) => {
    const known = dictionary.services[at];
    const { label = service.name, agency = '', standard = null, record } = known ?? {};
    const words = known ?? { unit: 'units', unitOne: 'unit' };
    if (record === true) return [];
    const load = loads[at] ?? { units: 0, exact: true };
    const staffed = service.capacity.reduce((sum, units) => sum + units, 0) / service.capacity.length;
    const share = Number.isFinite(staffed) && staffed > 0 ? ` (${percent(load.units / staffed)} of capacity)` : '';
    const rough = load.exact ? '' : 'roughly ';
    return [
      `${label} [${service.name}], ${agencies.get(agency) ?? agency}`,
      `  capacity: ${capacityInWords(service.capacity, words)}`,
      load.units === 0 && !load.exact
        ? '  offered load: not followed (nobody comes here but by queues, hours, states or holding)'
        : `  offered load: ${rough}${number(load.units)} ${unitWord(load.units, words)}${share}`,
      ...(Number.isFinite(service.room) ? [`  waiting room for ${number(service.room)}`] : []),
      ...(service.preemption === 'none' ? [] : [`  the less urgent make room: ${MAKING_ROOM[service.preemption]}`]),
      ...(standard ? [`  standard: ${percent(standard.share)} within ${duration(standard.within)}`] : []),
    ];
  });
  const rough = 'Roughly: what depends on queues, hours, the state of people, or on their return is not followed.';
  return loads.every(({ exact }) => exact) ? lines : [...lines, rough];
}

/** What the scenario writes down of people without serving anybody. */
function recordsInWords({ dictionary }: Member): string[] {
  return dictionary.services.filter(({ record }) => record === true).map(({ id, label }) => `${label} [${id}]`);
}

function demandInWords({ world, dictionary }: Member): string[] {
  const tables = world.epochs[0]?.tables;
  const needs = (tables?.needs ?? []).map((need, at) => {
    const perHour = peopleOf(world, need.area) * need.rate;
    return `${dictionary.needs[at]?.label ?? need.name} [${need.name}]: about ${rate(perHour)} in the area before multipliers`;
  });
  const streams = (tables?.arrivals ?? []).map((stream) => {
    const kind = stream.background ? ' (background work)' : '';
    if (stream.kind === 'people') return `${stream.name}: ${number(stream.count)} people who come back${kind}`;
    if (stream.kind === 'renewal') return `${stream.name}: arrivals one interval after another${kind}`;
    return `${stream.name}: ${rate(stream.rate)}${kind}`;
  });
  return [...needs, ...streams];
}

function assumptionsInWords({ description }: Member): string[] {
  return description.assumptions.flatMap((one) => [
    `${one.id}: ${one.value}${one.range ? ` (range ${one.range})` : ''}, grade ${one.grade}`,
    `  ${one.source ?? 'assumed'}${one.quality ? ` [${one.quality}]` : ''}${one.reason ? `: ${one.reason.trim()}` : ''}`,
  ]);
}

/** Levers of one policy, in words: range, unit, default, and what they are set to. */
function leversInWords(levers: readonly LeverRow[], policy: string): string[] {
  const own = levers.filter((lever) => lever.policy === policy);
  if (own.length === 0) return [];
  const lines = own.map(({ lever, label, range, unit, default: usual, value }) => {
    const set = value === usual ? '' : `; set to ${value} here`;
    return `    ${lever}${label === null ? '' : `: ${label}`}: range ${range ?? 'not stated'}, unit ${unit ?? 'none'}, default ${usual}${set}`;
  });
  return ['  levers, to be set with `with:` where the policy is named:', ...lines];
}

/** Who stands behind the numbers, and how many blanks there are in the log of assumptions. */
function logInWords({ description }: Member): string[] {
  const rows = description.assumptions;
  if (rows.length === 0) return [];
  const names = (key: 'madeBy' | 'signedOffBy') => [...new Set(rows.flatMap((row) => row[key] ?? []))].join(', ');
  const fields = [...new Set(rows.flatMap(({ blanks }) => blanks))];
  const counts = fields.map((field) => `${field} ${rows.filter(({ blanks }) => blanks.includes(field)).length}`);
  return [
    `Chosen by ${names('madeBy') || 'somebody who is not recorded'}; agreed to by ${names('signedOffBy') || 'nobody on record'}.`,
    `Blank in the log, of ${rows.length} numbers: ${counts.length === 0 ? 'nothing' : counts.join(', ')}.`,
    '',
  ];
}

/** Each area and its people, where there are several. */
function areasInWords({ areas }: Member['world']): [string, string[]][] {
  if (areas === undefined) return [];
  return [['Areas', areas.map(({ name, population }) => `${name}: ${number(population)} people`)]];
}

/** Everything that a scenario says, for a reader who will not open the file. */
export function description(member: Member, area: Plan['area'], levers: readonly LeverRow[]): string {
  const { world, description: told } = member;
  const policies = told.policies.flatMap(({ id, label, origin, edits, ...dates }) => [
    `${label} [${id}]${origin ? `, from ${origin}` : ''}`,
    ...datesInWords(dates).map((line) => `  ${line}`),
    ...edits.map((edit) => `  ${edit}`),
    ...leversInWords(levers, id),
  ]);
  const records = recordsInWords(member);
  const sections: [string, string[]][] = [
    ...areasInWords(world),
    ['Demand', demandInWords(member)],
    ['Services', servicesInWords(member)],
    ...(records.length === 0 ? [] : [['Records, which serve nobody', records] satisfies [string, string[]]]),
    ['Pathways', pathwaysInWords(world, member.dictionary)],
    ['Policies', policies],
    ['Assumptions and sources', [...logInWords(member), ...assumptionsInWords(member)]],
    ['Limits', [...told.limits]],
  ];
  return [
    `${told.label} [${told.id}]`,
    told.description.trim(),
    `${area.label}: ${number(area.population)} people. Warm-up: ${duration(world.warmUp)}. Measured: ` +
      `${duration(world.measuredEnd - world.warmUp)}. Followed after that: ${duration(world.horizon - world.measuredEnd)}.`,
    ...sections.flatMap(([title, lines]) => [...heading(title), ...(lines.length > 0 ? lines : ['None.'])]),
  ].join('\n');
}
