/**
 * Options that commands share. Those with one value that hold whatever is asked (how many runs, on what seed, from where and
 * to where) may also be given by an environment variable, which the flag overrules.
 */
import { InvalidArgumentError, Option } from 'commander';

/** Values of the options of a command; those that it does not take are absent. */
export interface Options {
  readonly replications?: number;
  readonly seed?: string;
  /** A share, not a percentage. */
  readonly precision?: number;
  readonly precisionMeasures?: readonly string[];
  readonly maxReplications?: number;
  readonly workers?: number;
  readonly out?: string;
  readonly force?: boolean;
  readonly checkWarmUp?: boolean;
  readonly design?: 'steady' | 'go-live';
  /** Measure for as long as policies say to look ahead. */
  readonly lookAhead?: boolean;
  /** Services that are ample in two further arms; true for all of them. */
  readonly fourArms?: readonly string[] | true;
  /** Futures that the comparison is repeated in. */
  readonly futures?: readonly string[];
  readonly targets?: string;
  readonly reading?: readonly string[];
  readonly mermaid?: boolean;
  readonly diff?: boolean;
  readonly figure?: readonly string[];
  readonly knockOut?: readonly string[];
  readonly measure?: readonly string[];
  /** Numbers that are tried at the ends of their ranges. */
  readonly numbers?: readonly string[];
  readonly headline?: readonly string[];
  readonly format?: 'csv' | 'parquet';
  readonly excel?: boolean;
  readonly on?: string;
  readonly replication?: number;
  readonly person?: string;
  readonly against?: string;
  readonly list?: 'touched' | 'bystanders' | 'delayed';
  readonly service?: string;
  readonly restore?: string;
  readonly meetStandard?: boolean;
  readonly baseline?: string;
  readonly where?: readonly string[];
  readonly addTo?: string;
  readonly limit?: number;
  readonly upTo?: number;
  readonly load?: boolean;
  readonly streams?: readonly string[];
  readonly lever?: string;
  readonly between?: readonly number[];
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

/** Seed when none is given, so that a bare command can be repeated. */
export const DEFAULT_SEED = '1';

/** The seed that was asked for. */
export function seedOf({ seed = DEFAULT_SEED }: Options): string {
  return seed;
}

/** Reads a whole number between two bounds; throws commander's error, which names the option. */
function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,9}$/.test(text) && value >= low && value <= high) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${low} to ${high}.`);
  };
}

/** Reads a share above 0 and below 1, written `2%` or `0.02`. */
function share(text: string): number {
  const [, number = '', mark] = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text.trim()) ?? [];
  const value = Number(mark === '%' ? (Number(number) / 100).toPrecision(12) : number);
  if (number !== '' && value > 0 && value < 1) return value;
  throw new InvalidArgumentError('Expected a percentage such as 2%.');
}

function names(text: string): string[] {
  return someText(text)
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Reads two numbers, the lower first. */
function twoNumbers(text: string): number[] {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (numbers.length === 2 && numbers.every(Number.isFinite) && numbers[0]! < numbers[1]!) return numbers;
  throw new InvalidArgumentError('Expected two numbers, the lower first, such as 0.5,2.');
}

function someText(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('Expected some text.');
  return text;
}

const makers = {
  replications: () =>
    new Option('--replications <n>', 'runs of each world, in place of the number in the scenario')
      .argParser(wholeNumber(1, 100_000))
      .env('SPILLOVER_REPLICATIONS'),
  precision: () =>
    new Option(
      '--precision <share>',
      'as many runs as it takes: looks at 16, 32, 64, … until half-widths are this share of the baseline, such as 2%',
    )
      .argParser(share)
      .conflicts('replications')
      .env('SPILLOVER_PRECISION'),
  'precision-measures': () =>
    new Option(
      '--precision-measures <names>',
      'up to 6 numbers that must be so precise, with commas between (default: unmet and staff-hours:<agency>)',
    ).argParser(names),
  'max-replications': () =>
    new Option('--max-replications <n>', 'runs at most with --precision (default: 1024)')
      .argParser(wholeNumber(16, 100_000))
      .env('SPILLOVER_MAX_REPLICATIONS'),
  futures: () =>
    new Option(
      '--futures <names>',
      'repeat the comparison in each of these futures, with commas between: names that ship, or paths such as ./dry.yaml',
    ).argParser(names),
  seed: () =>
    new Option('--seed <text>', 'any text; the same seed gives the same bytes')
      .argParser(someText)
      .default(DEFAULT_SEED)
      .env('SPILLOVER_SEED'),
  workers: () =>
    new Option('--workers <n>', 'worker threads (default: one for each processor); never changes a result')
      .argParser(wholeNumber(1, 256))
      .env('SPILLOVER_WORKERS'),
  out: () =>
    new Option(
      '--out <path>',
      'where to write (default: in out/, named after the scenarios; capacity, tipping and sensitivity then write nothing)',
    )
      .argParser(someText)
      .env('SPILLOVER_OUT'),
  force: () =>
    new Option('--force', 'replace an output folder that spillover made, or a file that init or new would write'),
  'check-warm-up': () =>
    new Option('--check-warm-up', 'print how long a warm-up MSER proposes, series by series, and write nothing'),
  design: () =>
    new Option('--design <design>', 'steady state or go-live, in place of the design in the scenario')
      .choices(['steady', 'go-live'])
      .env('SPILLOVER_DESIGN'),
  'look-ahead': () =>
    new Option(
      '--look-ahead',
      'measure for as long as the policies say to look ahead, where that is longer than the scenario states',
    ),
  'four-arms': () =>
    new Option(
      '--four-arms [service...]',
      'run each world once more with these services ample (none named: all), to tell rule from scarcity',
    ),
  targets: () =>
    new Option('--targets <file>', 'another file of targets (default: the one that ships)')
      .argParser(someText)
      .env('SPILLOVER_TARGETS'),
  reading: () =>
    new Option('--reading <name...>', 'how to read figures that can be read in two ways (default: the first reading)'),
  mermaid: () => new Option('--mermaid', 'the pathways as Mermaid diagrams, in Markdown'),
  diff: () => new Option('--diff', 'what differs between two scenarios'),
  figure: () => new Option('--figure <id...>', 'score these published figures only (default: all)'),
  'knock-out': () =>
    new Option('--knock-out <policy...>', 'take mechanisms out, one policy at a time, and print which figures break'),
  measure: () =>
    new Option(
      '--measure <name...>',
      'with --knock-out: print these measures as well, such as contacts:crisis-line:people',
    ),
  numbers: () =>
    new Option(
      '--numbers <id...>',
      'try these numbers of the log of assumptions only (default: all assumptions with a range)',
    ),
  headline: () =>
    new Option(
      '--headline <names>',
      'up to 6 numbers to watch, with commas between (default: unmet and staff-hours:<agency>)',
    ).argParser(names),
  format: () => new Option('--format <format>', 'format of the file').choices(['csv', 'parquet']).default('csv'),
  on: () =>
    new Option('--on <scenario>', 'the scenario that the policy is for (default: uk-baseline)').argParser(someText),
  excel: () =>
    new Option('--excel', 'CSV for Excel: with a byte-order mark, and times as Excel takes them (all tables; log)'),
  replication: () =>
    new Option('--replication <n>', 'which run, from 0: the same as in a comparison with this seed')
      .argParser(wholeNumber(0, 99_999))
      .default(0),
  person: () => new Option('--person <id>', 'number of a person of the area, or id of an episode').argParser(someText),
  against: () =>
    new Option('--against <baseline>', 'the world to compare with, in the first column').argParser(someText),
  list: () =>
    new Option('--list <kind>', 'name some people for whom the policy changes something').choices([
      'touched',
      'bystanders',
      'delayed',
    ]),
  service: () => new Option('--service <id>', 'the service in question (always needed)').argParser(someText),
  restore: () =>
    new Option('--restore <measure>', 'bring this measure back to its baseline: wait-mean, unmet, …')
      .argParser(someText)
      .conflicts('meetStandard'),
  'meet-standard': () => new Option('--meet-standard', 'meet the waiting-time standard of the service'),
  baseline: () =>
    new Option(
      '--baseline <scenario>',
      'what it is compared with (default: the root of what the scenario extends)',
    ).argParser(someText),
  where: () =>
    new Option(
      '--where <dimension=id...>',
      'which cells of the measure (default: of the service, and of people); others are added up',
    ),
  'add-to': () =>
    new Option(
      '--add-to <hours>',
      "when units are added: 'mon-fri 08:00-20:00' (default: every hour on duty)",
    ).argParser(someText),
  limit: () =>
    new Option('--limit <n>', 'most units that are added').argParser(wholeNumber(1, 1_000_000)).default(1000),
  'up-to': () =>
    new Option(
      '--up-to <n>',
      'replications at most where it is not clear yet (default: 8 times --replications)',
    ).argParser(wholeNumber(2, 100_000)),
  load: () => new Option('--load', 'multiply demand: the rates of arrivals and of onsets of needs').conflicts('lever'),
  streams: () => new Option('--streams <ids...>', 'multiply only these arrivals and needs (default: all of them)'),
  lever: () =>
    new Option(
      '--lever <policy.lever>',
      'move a lever of a policy, or how often it is followed: policy.compliance',
    ).argParser(someText),
  between: () =>
    new Option('--between <low,high>', 'where to look (default: 0.25,4 for loads; the range of the lever)').argParser(
      twoNumbers,
    ),
  json: () => new Option('--json', 'print one JSON document on standard output'),
  quiet: () => new Option('--quiet', 'no progress, warnings or paths; the answer is still printed'),
  verbose: () => new Option('--verbose', 'one line for each phase, with its time'),
  color: () => new Option('--no-color', 'no colour or bold; NO_COLOR does the same'),
} satisfies Record<string, () => Option>;

/** Name of an option. */
export type OptionName = keyof typeof makers;

/** Options of every command. */
const EVERYWHERE: readonly OptionName[] = ['json', 'quiet', 'verbose', 'color'];

/** Options that set the number of runs in two ways: whoever gives one of the first means none of the second. */
const RIVALS: readonly (readonly [OptionName[], OptionName[]])[] = [
  [['replications'], ['precision', 'precision-measures', 'max-replications']],
];

/** Whether of two options one alone can be meant. */
export function areRivals(one: string, other: string): boolean {
  const isIn = (names: readonly string[], name: string) => names.includes(name);
  return RIVALS.some(([a, b]) => (isIn(a, one) && isIn(b, other)) || (isIn(b, one) && isIn(a, other)));
}

/** Options that say something only beside another one: its name, and how it may be written. */
const PARTNERS: Partial<Record<OptionName, readonly [keyof Options, string]>> = {
  'precision-measures': ['precision', '--precision 2%'],
  'max-replications': ['precision', '--precision 2%'],
};

/** The option that another one says nothing without, as it may be written; null where it is there, or none is needed. */
export function lackedBy(name: OptionName, options: Options): string | null {
  const [needed, example] = PARTNERS[name] ?? [];
  return needed === undefined || example === undefined || options[needed] !== undefined ? null : example;
}

/** Environment variables that stand in for options, in the order of the options. */
export function environmentVariables(): string[] {
  return Object.values(makers).flatMap((make) => make().envVar ?? []);
}

/** A command's own options, then those that all commands take. */
export function optionsOf(own: readonly OptionName[]): Option[] {
  return [...own, ...EVERYWHERE].map((name) => makers[name]());
}
