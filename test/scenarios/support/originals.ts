/** Valid files that are changed at random, each with the way in which it is read. */
import { assemble } from '../../../src/scenarios/assemble.js';
import { checkPolicyFile } from '../../../src/scenarios/check-policy.js';
import type { SourceFile } from '../../../src/scenarios/files.js';
import { type Problem, ProblemList, problemsIn } from '../../../src/scenarios/problems.js';
import { readTargets } from '../../../src/scenarios/targets.js';
import type { World } from '../../../src/sim/index.js';
import { full } from './full.js';
import { load } from './load.js';
import { MemoryFiles, shipped } from './memory-files.js';
import { policy } from './policy.js';
import { small } from './small.js';

/** Files of which some are changed, and how they are read. */
export interface Original {
  /** How many of a million changes are of this kind. */
  readonly weight: number;
  readonly files: Readonly<Record<string, string>>;
  /** Those that are changed; a name that is given twice is changed twice as often. */
  readonly changed: readonly string[];
  readonly read: (files: Readonly<Record<string, string>>, design: 'steady' | 'go-live') => Reading;
}

/** What became of changed files: Problems or not, the text of every file by the name it is shown by, and the world. */
export interface Reading {
  readonly problems: readonly Problem[];
  readonly texts: (name: string) => string | undefined;
  readonly world: World | null;
}

type Read = Original['read'];

/** In memory, by the path of any scenario but for the disk. */
const asScenario =
  (entry: string): Read =>
  (own, design) => {
    const files = new MemoryFiles(own);
    const list = new ProblemList();
    const checked = assemble(entry, files, { design }, list);
    const { problems } = list;
    if (checked === null && problems.length === 0) throw new Error('refused without a Problem');
    return reading(files, list, problems.length === 0 ? (checked?.world ?? null) : null);
  };

const asPolicy =
  (entry: string): Read =>
  (own) => {
    const files = new MemoryFiles(own);
    const list = new ProblemList();
    checkPolicyFile(entry, files, list);
    return reading(files, list, null);
  };

const asTargets: Read = (own) => {
  const files = new MemoryFiles(own);
  const list = new ProblemList();
  readTargets(files.all.get('targets.yaml') as SourceFile, files, list);
  return reading(files, list, null);
};

function reading(files: MemoryFiles, list: ProblemList, world: World | null): Reading {
  return { problems: problemsIn(list), texts: (name) => files.all.get(name)?.text, world };
}

/** From the disk, as the command does. */
const fromDisk: Read = (files, design) => {
  const loaded = load(files, './s.yaml', { design });
  const texts = (name: string) => files[name];
  return loaded.ok
    ? { problems: [], texts, world: loaded.scenario.world }
    : { problems: loaded.problems, texts, world: null };
};

const scenario = full
  .replace('time:', 'policies: [./p.yaml]\ntime:')
  .replace(
    'gridlock:',
    'evidence: [e.csv]\nparameters:\n  x: {value: 2, source: census, grade: B, range: [1, 3]}\ngridlock:',
  )
  .replace('people: 4', 'people: $x');
/** A scenario with a policy and evidence, all valid. */
export const sources: Record<string, string> = {
  's.yaml': scenario,
  'p.yaml': policy(
    `  - reroute: {step: call.decide, from: [attend], share: $y, to: {=unmet: 0.4, desk.ask: rest}}
  - threshold: {step: call.decide, option: attend, below: higher, to: =advice-only}
  - scale: {what: arrivals.others.rate, by: 1.5}
  - set: {what: services.suite.capacity, to: 3}
  - add:
      services: {desk: {agency: nhs, capacity: 2}}
      pathways: {desk: {steps: {ask: {seize: desk, for: 5 min}, done: {leave: resolved}}}}`,
    'starts: 2024-01-10\nramp: 2 weeks\nlevers: {y: {}}\nparameters: {y: {value: 30%, assumption: a guess, grade: E, range: [0, 1]}}\n',
  ),
  'e.csv':
    'id,quantity,value,low,high,unit,geography,period,source,url,quality,note\ncensus,Nurses,3,,,nurses,Here,2024,A census,https://example.org/census,inspection,"a, b"\n',
};

const textOf = (name: string) => shipped.get(name)?.text ?? '';

/** Each part of the shipped baseline that stands under one name (a service, a pathway, a parameter), in a file of its own. */
function extracts(): string[] {
  const blocks = textOf('uk-baseline.yaml').split(/^(?=[a-z])/m);
  return blocks.flatMap((block) => {
    const [head = '', ...entries] = block.split(/^(?= {2}[a-z])/m);
    return entries.map(
      (entry) =>
        `spillover: 1\nscenario: extract\ntime: {start: 2024-01-01, measure: 1 week}\narea: {id: here, population: 1000}\n${head}${entry}`,
    );
  });
}

const child = `spillover: 1
scenario: child
extends: uk-baseline
policies: [right-care-right-person, {policy: drug-diversion, with: {}}]
`;

const parts = extracts();
const policies = ['right-care-right-person', 'drug-diversion', 'portugal-style'].map((id) => `policies/${id}.yaml`);
const evidence = [...shipped.keys()].filter((name) => name.startsWith('evidence/'));
const whole = (name: string) => ({ files: { [name]: textOf(name) }, changed: [name] });

/** From a few lines of a shipped file to whole ones: the smaller, the oftener, as a whole baseline costs a hundred of them. */
export const originals: readonly Original[] = [
  ...parts.map((text) => ({
    weight: 800_000 / parts.length,
    files: { 's.yaml': text },
    changed: ['s.yaml'],
    read: asScenario('./s.yaml'),
  })),
  { weight: 170_000, files: { 's.yaml': small }, changed: ['s.yaml'], read: asScenario('./s.yaml') },
  { weight: 6_000, files: sources, changed: ['s.yaml', 's.yaml', 'p.yaml', 'e.csv'], read: asScenario('./s.yaml') },
  ...policies.map((name) => ({ weight: 2_500, ...whole(name), read: asPolicy(`./${name}`) })),
  ...evidence.map((name) => ({
    weight: 1_000,
    ...whole(name),
    read: name.endsWith('targets.csv') ? asTargets : asPolicy('drug-diversion'),
  })),
  { weight: 1_500, ...whole('targets.yaml'), read: asTargets },
  { weight: 1_000, ...whole('uk-baseline.yaml'), read: asScenario('./uk-baseline.yaml') },
  {
    weight: 1_000,
    files: { 's.yaml': child, ...Object.fromEntries(policies.map((name) => [name, textOf(name)])) },
    changed: ['s.yaml', ...policies],
    read: asScenario('./s.yaml'),
  },
];

/** A scenario with a policy and evidence, read from the disk as the command reads them. */
export const onDisk: readonly Original[] = [
  { weight: 1, files: sources, changed: ['s.yaml', 's.yaml', 's.yaml', 'p.yaml', 'e.csv'], read: fromDisk },
];
