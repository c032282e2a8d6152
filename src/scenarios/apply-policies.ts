import { z } from 'zod';
import type { EpochDraft, RerouteDraft } from './draft.js';
import type { Making } from './editing/kind.js';
import { edits } from './edits/index.js';
import { checkOnlyWith, isMade } from './only-with.js';
import { type ParameterTable, substitute } from './parameters.js';
import type { AdoptedPolicy } from './policies.js';
import type { Fault, ProblemList } from './problems.js';
import { readWith } from './read-with.js';
import { blocks } from './schema/blocks.js';
import { policy as policySchema } from './schema/policy.js';
import { type ScenarioDraft, scenario as scenarioSchema } from './schema/scenario.js';
import { keysAt } from './schema/walk.js';
import { child, type MapTree, type Path, type Tree } from './tree.js';

/** A scenario with its policies at one moment. */
export interface MadeDraft {
  readonly draft: EpochDraft;
  /** Before any edit, with the blocks that policies add. */
  readonly before: ScenarioDraft;
  /** As written, with parameters put in place and blocks added. */
  readonly tree: Tree;
  /** As read, before anything that differs in the area; null where policies add blocks. */
  readonly alone: ScenarioDraft | null;
}

/**
 * The values in force on a day, with policies put on in order, each as far as it is in force.
 * @param change What is different in the area, made before any policy.
 */
export function draftOn(
  day: number,
  tree: Tree,
  table: ParameterTable,
  policies: readonly { readonly policy: AdoptedPolicy; readonly strength: number }[],
  change: (draft: ScenarioDraft) => ScenarioDraft,
  list: ProblemList,
): MadeDraft | null {
  const onDay = policies.map((each) => ({
    ...each,
    tree: substitute(each.policy.tree, [each.policy.table, table], day, list),
  }));
  const start = substitute(tree, [table], day, list);
  const written = onDay.reduce((sofar, each) => addBlocks(sofar, each.tree, list), start);
  const read = readWith(scenarioSchema, written, list).value;
  if (read === null) return null;
  const before = change(read);
  const making: Making = { scenario: before, written, reroutes: new Map<string, RerouteDraft[]>(), tags: new Map() };
  for (const { policy, strength, tree: policyTree } of onDay) {
    makeEdits(policy, strength, policyTree, making, list);
  }
  const draft = { scenario: making.scenario, reroutes: making.reroutes, tags: making.tags };
  return { draft, before, tree: written, alone: written === start ? read : null };
}

function makeEdits(policy: AdoptedPolicy, strength: number, tree: Tree, making: Making, list: ProblemList): void {
  const draft = readWith(policySchema, tree, list).value;
  const taken = new Map<string, number>();
  draft?.edits.forEach((written, index) => {
    const kind = edits.find((each) => each.id in written);
    checkOnlyWith(tree, index, Object.keys(scenarioSchema.shape), making.written, list);
    if (kind === undefined || !isMade(child(child(tree, 'edits'), index), making.written)) return;
    const edit = written[kind.id];
    const path: Path = ['edits', index, kind.id];
    const name = typeof written.name === 'string' ? written.name : kind.about(edit);
    const nth = (taken.get(name) ?? 0) + 1;
    taken.set(name, nth);
    if (strength === 0 && !kind.evenAtZero) return;
    if (policy.followers !== undefined && !kind.isOfPeople) list.at(tree, path, NOT_OF_PEOPLE);
    kind.make(edit, making, {
      policy: policy.id,
      name: nth === 1 ? name : `${name}#${nth}`,
      strength,
      followers: policy.followers,
      tree,
      path,
      problem: (below, fault) => list.at(tree, [...path, ...below], fault),
      keysAt: (address, present) => keysAt(scenarioSchema, address, present),
      readAs: (changed, block, id) => readBlock(changed, block, id, list),
    });
  });
}

const NOT_OF_PEOPLE: Fault = {
  message: 'This policy is followed person by person, and this edit changes the same thing for everybody.',
  expected: '`reroute`, `threshold` and `add` in a policy whose compliance is by person',
  next: 'Put this edit into a policy of its own, or write compliance as a share, which is by staff.',
};

/** Reads one block of a changed scenario, such as one service, as the whole is read. */
function readBlock(changed: Tree, block: string, id: string, list: ProblemList): ScenarioDraft | null {
  const schema = Object.entries(blocks).find(([name]) => name === block)?.[1];
  const entry = child(child(changed, block), id);
  if (schema === undefined || entry === undefined) return null;
  const map = (key: string, value: Tree): MapTree => ({
    kind: 'map',
    at: changed.at,
    key: null,
    entries: new Map([[key, value]]),
  });
  const read = readWith<unknown>(z.strictObject({ [block]: schema }), map(block, map(id, entry)), list);
  return read.value as ScenarioDraft | null;
}

/** Puts the blocks that a policy adds into a scenario; an id that is there already is a Problem. */
function addBlocks(scenario: Tree, policy: Tree, list: ProblemList): Tree {
  const editTrees = child(policy, 'edits');
  if (editTrees?.kind !== 'list' || scenario.kind !== 'map') return scenario;
  const entries = new Map(scenario.entries);
  editTrees.items.forEach((edit, index) => {
    if (!isMade(edit, scenario)) return;
    const added = child(edit, 'add');
    if (added?.kind !== 'map') return;
    for (const [block, newOnes] of added.entries) {
      if (newOnes.kind !== 'map' || !(block in blocks)) continue;
      const old = entries.get(block);
      const merged = new Map(old?.kind === 'map' ? old.entries : []);
      for (const [id, value] of newOnes.entries) {
        if (merged.has(id)) {
          list.atKey(policy, ['edits', index, 'add', block, id], {
            message: `\`${id}\` is there already: \`add\` is for what is new.`,
            expected: 'an id that the scenario does not have',
            next: 'Use `set` to change what is there, or choose another id.',
          });
        } else merged.set(id, value);
      }
      entries.set(block, { kind: 'map', at: old?.at ?? newOnes.at, key: old?.key ?? newOnes.key, entries: merged });
    }
  });
  return { ...scenario, entries };
}
