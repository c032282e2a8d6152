import { NONE } from '../../sim/index.js';
import type { AreaSize } from '../area-parts.js';
import type { Where } from '../draft.js';
import { type Fault, type ProblemList, unknownName } from '../problems.js';
import { type BySeverity, OTHERS } from '../schema/by-severity.js';
import { type Amount, REST, type Share } from '../schema/values.js';
import { branchAt, type Path, plain, type Tree } from '../tree.js';
import type { Names, WorldNames } from './names.js';

/** The block in which things of a kind are declared. */
const BLOCKS: Readonly<Record<string, string>> = {
  agency: 'agencies',
  'entry channel': 'needs',
  need: 'needs',
  'option of this branch': 'pathways',
  outcome: 'outcomes',
  service: 'services',
  severity: 'severities',
};

/** What every part of the compiler needs: names, population, and where to report what is wrong. */
export class Compiling {
  /** False once a step or a target is in doubt: then nothing is said of what leads where. */
  routesKnown = true;

  constructor(
    readonly tree: Tree,
    readonly names: WorldNames,
    readonly population: number,
    readonly list: ProblemList,
    /** All areas of the scenario. */
    readonly areas: readonly AreaSize[] = [],
    /** Id of the one that is compiled. */
    readonly area = '',
  ) {}

  /** People of these areas together. */
  peopleOf(areas: readonly string[]): number {
    return this.areas.reduce((sum, { id, population }) => sum + (areas.includes(id) ? population : 0), 0);
  }

  /** The value at a path of the scenario, as written. */
  writtenAt(path: Path): unknown {
    const branch = branchAt(this.tree, path);
    return branch === undefined ? undefined : plain(branch);
  }

  /** Reports a fault of the value at a path of the scenario. */
  problem(path: Path, fault: Fault): void {
    this.list.at(this.tree, path, fault);
  }

  /** Index of a name; NONE, with a Problem, when there is no such thing. The empty name is a fault reported already. */
  index(names: Names, what: string, name: string, where: Path | Where): number {
    if (name === '') return NONE;
    const found = names.find(name);
    if (found !== undefined) return found;
    if (this.list.doubts.has(BLOCKS[what] ?? 'people')) return NONE;
    const { tree, path } = this.#where(where);
    this.list.at(tree, path, unknownName(what, name, names.list));
    return NONE;
  }

  /** Index of a step named from within a pathway (`step`, `pathway.step`, `=outcome`) or from outside (null). */
  target(text: string, pathway: string | null, where: Path | Where): number {
    const name = stepName(text, pathway);
    const found = name === null || text === '' ? undefined : this.names.steps.find(name);
    if (found !== undefined && !(name?.includes('.=') && this.names.outcomes.find(text.slice(1)) === undefined))
      return found;
    this.routesKnown = false;
    if (text === '' || this.list.doubts.has(text.startsWith('=') ? 'outcomes' : 'pathways')) return NONE;
    const { tree, path } = this.#where(where);
    if (text.startsWith('=')) {
      if (pathway === null) this.list.at(tree, path, noOutcomeHere(text));
      else this.list.at(tree, path, unknownName('outcome', text.slice(1), this.names.outcomes.list));
      return NONE;
    }
    const isOutcome = pathway !== null && this.names.outcomes.find(text) !== undefined;
    const next = isOutcome
      ? `\`${text}\` is an outcome: write \`=${text}\` to leave with it.`
      : 'Choose one of these; a step of another pathway is named `pathway.step`, and an outcome `=outcome`.';
    const fault = unknownName('step', text, this.#stepsSeenFrom(pathway), next);
    this.list.at(tree, path, isOutcome ? { ...fault, nearest: `=${text}`, next } : fault);
    return NONE;
  }

  /** An amount of the whole area, or of so many people. */
  amount(amount: Amount, people = this.population): number {
    return amount.perHead === 0 ? amount.fixed : amount.fixed + amount.perHead * people;
  }

  /** An amount of the whole area, or of so many people, that is counted in whole units. */
  wholeAmount(amount: Amount, people = this.population): number {
    const value = this.amount(amount, people);
    return Number.isFinite(value) ? Math.max(0, Math.round(value)) : value;
  }

  /** One value for each severity, in order. */
  bySeverity<T>(values: BySeverity<T>, where: Path | Where): T[] {
    const { tree, path } = this.#where(where);
    const named = Object.keys(values).filter((name) => name !== OTHERS);
    const found = named.map((name) =>
      this.index(this.names.severities, 'severity', name, { tree, path: [...path, name] }),
    );
    if (found.includes(NONE)) return this.names.severities.list.flatMap(() => Object.values(values).slice(0, 1));
    return this.names.severities.list.flatMap((severity) => {
      const value = Object.hasOwn(values, severity) ? values[severity] : values[OTHERS];
      if (value !== undefined) return [value];
      this.list.at(tree, path, {
        message: `It says nothing for the severity \`${severity}\`.`,
        expected: 'a value for every severity, or `others: …`',
        next: `Add \`${severity}: …\`.`,
      });
      return Object.values(values).slice(0, 1);
    });
  }

  /** Shares that add to 1, with `rest` worked out. */
  shares(shares: readonly Share[], where: Path | Where, of = ''): number[] {
    const { tree, path } = this.#where(where);
    const rests = shares.filter((share) => share === REST).length;
    const taken = shares.reduce<number>((sum, share) => sum + (share === REST ? 0 : share), 0);
    const fault = rests > 1 ? 'Only one share can be `rest`' : this.#shareFault(taken, rests > 0);
    if (fault !== null) {
      this.list.at(tree, path, {
        message: `${fault}${of === '' ? '' : ` (${of})`}.`,
        found:
          shares.map((share) => (share === REST ? REST : String(Number(share.toPrecision(6))))).join(' + ') ||
          'no shares',
        expected: 'shares that add to 1',
        next: rests > 0 ? 'Change one of them.' : 'Change one of them, or write `rest` for one.',
        ofParts: true,
      });
    }
    return shares.map((share) => (share === REST ? Math.max(0, 1 - taken) : share));
  }

  #shareFault(taken: number, hasRest: boolean): string | null {
    if (Number.isNaN(taken)) return null;
    if (hasRest ? taken <= 1 + 1e-9 : Math.abs(taken - 1) <= 1e-9) return null;
    return `The shares add to ${Number(taken.toPrecision(6))}, not to 1`;
  }

  #where(where: Path | Where): Where {
    return 'tree' in where ? where : { tree: this.tree, path: where };
  }

  #stepsSeenFrom(pathway: string | null): string[] {
    const all = this.names.steps.list.filter((name) => !name.includes('.='));
    const own = pathway === null ? [] : all.filter((name) => name.startsWith(`${pathway}.`));
    return [...own.map((name) => name.slice((pathway?.length ?? 0) + 1)), ...all.filter((name) => !own.includes(name))];
  }
}

/** Full name of a step as named from within a pathway, or from outside (null); null when it cannot be one. */
export function stepName(text: string, pathway: string | null): string | null {
  if (text.startsWith('=') || !text.includes('.')) return pathway === null ? null : `${pathway}.${text}`;
  return text;
}

function noOutcomeHere(text: string): Fault {
  return {
    message: 'An outcome cannot stand here, outside of a pathway.',
    found: text,
    expected: 'a step, `pathway.step`',
    next: 'Name a step whose verb is `leave`.',
  };
}
