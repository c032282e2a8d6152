/** What `trace` does: one replication, and one person's way through it; or people who may be worth following. */
import type { Changed, LogPlan, PersonTrace } from '../experiment/index.js';
import type { Labels } from '../report/index.js';
import { Exit, type ExitCode } from './exit.js';
import { type LoadedWorlds, loadWorlds } from './load-worlds.js';
import { DEFAULT_SEED, type Options, seedOf } from './options.js';
import { quoted } from './quoted.js';
import { rootOf } from './searched-worlds.js';
import type { Terminal } from './terminal.js';

/** People of a kind that are named: when one kind was asked for, and when none was. */
const MOST = 10;
const FEW = 3;

/** Follows a person, or names people. */
export async function follow(refs: readonly string[], options: Options, terminal: Terminal): Promise<ExitCode> {
  const { person, list } = options;
  const where = { cwd: process.cwd(), design: options.design };
  // Somebody to follow is found by comparing: with the root of what the scenario extends, unless another world is named.
  const root = refs[0] === undefined ? null : await rootOf(refs[0], where);
  const against = options.against ?? (person === undefined ? (root ?? undefined) : undefined);
  if (person !== undefined && list !== undefined)
    return refuse('`--person` follows somebody and `--list` finds somebody: give one of them.', terminal);
  if (person === undefined && against === undefined)
    return refuse(
      'It is not said whom to follow, and the scenario extends nothing that it could be compared with. Give a person with ' +
        '`--person`, or compare two worlds with `--against BASELINE`, which names people for whom something changes.',
      terminal,
    );
  const worlds = [...(against === undefined ? [] : [against]), ...refs];
  const loaded = await loadWorlds(worlds, where, terminal);
  if (loaded === null) return Exit.usage;
  const { dictionaryOf, refuseLog } = await import('../experiment/index.js');
  const { labelsOf } = await import('../report/index.js');
  const { formatProblems, ownNames } = await import('../scenarios/index.js');
  const plan: LogPlan = {
    worlds: loaded.plan.worlds,
    seed: seedOf(options),
    replication: options.replication ?? 0,
  };
  const problem = refuseLog(plan.worlds);
  if (problem !== null) return refuse(formatProblems([problem]), terminal);
  const descriptions = plan.worlds.map(({ description }) => description);
  const told = plan.worlds.map((one) => ({ ...one, dictionary: ownNames(one.world, one.dictionary) }));
  const labels = labelsOf({ dictionary: dictionaryOf(told, []), worlds: descriptions }, descriptions[0]!);
  const again = againOf(refs, { ...options, ...(against !== undefined && { against }) });
  if (person === undefined) return nameSome(list ?? null, plan, labels, again, terminal);
  const unknown = whyUnknown(person, loaded);
  if (unknown !== null) return refuse(`${unknown} ${nextStep(against, again, root)}`, terminal);
  const { tracePerson } = await import('../experiment/index.js');
  const trace = tracePerson(plan, person);
  if (trace === null) {
    const said = `No episode in replication ${plan.replication} with seed ${plan.seed} has the id ${person}.`;
    return refuse(`${said} ${nextStep(against, again, root)}`, terminal);
  }
  await tell(trace, loaded, plan, labels, terminal);
  if (trace.episodes.length === 0) terminal.note(nextStep(against, again, root));
  return Exit.done;
}

function refuse(said: string, terminal: Terminal): ExitCode {
  terminal.fault(said);
  return Exit.usage;
}

/** The words of a command line that asks for the same replication again. */
function againOf(refs: readonly string[], { against, replication, seed, design }: Options): string {
  const more = [
    against === undefined ? '' : ` --against ${quoted(against)}`,
    replication === undefined || replication === 0 ? '' : ` --replication ${replication}`,
    seed === undefined || seed === DEFAULT_SEED ? '' : ` --seed ${quoted(seed)}`,
    design === undefined ? '' : ` --design ${design}`,
  ];
  return `spillover trace ${refs.map(quoted).join(' ')}${more.join('')}`;
}

function nextStep(against: string | undefined, again: string, root: string | null): string {
  if (against !== undefined) return `People worth following: ${again} --list touched`;
  return `Next: ${again} --against ${root ?? 'BASELINE'}, which names people for whom something changes.`;
}

/** Why nobody can be meant by an id, or null. */
function whyUnknown(person: string, { plan }: LoadedWorlds): string | null {
  const { label, population } = plan.area;
  if (/^e[0-9a-f]{16}$/.test(person)) return null;
  if (/^\d{1,15}$/.test(person) && Number(person) < population) return null;
  const people = new Intl.NumberFormat('en-GB').format(population - 1);
  return (
    `There is no person ${person} in ${label}. Expected a number from 0 to ${people}, ` +
    'or the id of an episode (e and 16 digits or letters a to f).'
  );
}

/** Names some people of one kind, or a few of each. */
async function nameSome(
  kind: Changed | null,
  plan: LogPlan,
  labels: Labels,
  again: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const { CHANGED, findChanged } = await import('../experiment/index.js');
  const { changedInWords } = await import('../report/index.js');
  const found = findChanged(plan, kind === null ? FEW : MOST);
  const kinds = kind === null ? CHANGED : [kind];
  if (terminal.json) {
    const people = Object.fromEntries(kinds.map((one) => [one, found[one]]));
    terminal.document({ schemaVersion: 1, seed: plan.seed, replication: plan.replication, ...people });
    return Exit.done;
  }
  terminal.answer(
    `Synthetic people in replication ${plan.replication} with seed ${plan.seed}; nobody real is described.`,
  );
  for (const one of kinds) {
    const { heading, lines } = changedInWords(one, found[one], labels);
    terminal.heading(`\n${heading}`);
    const width = Math.max(0, ...lines.map(({ person }) => person.length));
    for (const { person, text } of lines) terminal.answer(`  ${person.padEnd(width)}  ${text}`);
  }
  const first = kinds.flatMap((one) => found[one].first.slice(0, 1))[0];
  if (first !== undefined) terminal.note(`\nNext: ${again} --person ${first.person}`);
  return Exit.done;
}

async function tell(
  trace: PersonTrace,
  { plan }: LoadedWorlds,
  { seed, replication }: LogPlan,
  labels: Labels,
  terminal: Terminal,
): Promise<void> {
  if (terminal.json) {
    const worlds = plan.worlds.map(({ description }) => description.id);
    terminal.document({ schemaVersion: 1, seed, replication, start: plan.design.start, worlds, ...trace });
    return;
  }
  const { SYNTHETIC, timelinesOf } = await import('../report/index.js');
  const { storyInWords } = await import('./story-words.js');
  const where = `replication ${replication} with seed ${seed}`;
  const passerBy = trace.person.startsWith('e') ? 'Passer-by' : 'Person';
  terminal.heading(`${passerBy} ${trace.person}, ${where}`);
  terminal.answer(SYNTHETIC);
  if (trace.episodes.length === 0) {
    terminal.answer(`\nNothing happens to person ${trace.person} in ${where}.`);
    return;
  }
  const names = plan.worlds.map(({ description }) => labels.shortWorld(description.id));
  const width = process.stdout.columns ?? 80;
  terminal.answer(storyInWords(timelinesOf(trace, plan.design.start, labels), names, width));
}
