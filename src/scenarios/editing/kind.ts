import type { z } from 'zod';
import type { RerouteDraft } from '../draft.js';
import type { Fault } from '../problems.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import type { Path, Tree } from '../tree.js';

/** A draft world while policies are being put on it, and what an edit may do to it. */
export interface Making {
  /** The draft so far; an edit puts a changed copy in its place. */
  scenario: ScenarioDraft;
  /** The scenario as written, with parameters put in place: for reading new values as the old ones are read. */
  readonly written: Tree;
  readonly reroutes: Map<string, RerouteDraft[]>;
  /** The last policy that edited a step, by full name of the step. */
  readonly tags: Map<string, string>;
}

/** One edit of a policy, about to be made. */
export interface Occasion {
  readonly policy: string;
  /** Name of the edit within the policy: addresses its draws. */
  readonly name: string;
  /** 0 to 1: how far the edit is in force (compliance times ramp). */
  readonly strength: number;
  /** Share of people who follow the policy, each of them always or never; undefined: everybody does. */
  readonly followers: number | undefined;
  /** The policy as written, with parameters put in place, and the path of the edit in it. */
  readonly tree: Tree;
  readonly path: Path;
  /** Reports a fault of the value at a path below the edit. */
  readonly problem: (path: Path, fault: Fault) => void;
  /** Keys that may stand in the map at an address, given those that do. */
  readonly keysAt: (address: readonly string[], present: readonly string[]) => readonly string[];
  /** Reads one block of a changed scenario as the whole is read; null, with Problems, when it cannot be. */
  readonly readAs: (changed: Tree, block: string, id: string) => ScenarioDraft | null;
}

/** What an edit of one kind looks like in a file, what it does to a draft world, and how it is told. */
export interface EditDefinition<T> {
  readonly id: string;
  /** Of what follows the id. */
  readonly schema: z.ZodType<T>;
  /** For hover texts. */
  readonly description: string;
  /** Makes the edit at the strength in force; called at strength 0 only where `evenAtZero` says so. */
  readonly make: (edit: T, making: Making, occasion: Occasion) => void;
  readonly evenAtZero?: boolean;
  /** It decides about one person at a time, so that each of them may be treated by it always or never. */
  readonly isOfPeople?: boolean;
  /** What it is about: the default name of the edit. */
  readonly about: (edit: T) => string;
  /** The step (`pathway.step`) or value that it changes; null where it only adds. */
  readonly touches: (edit: T) => string | null;
  /** In words, for reports. */
  readonly words: (edit: T) => string;
}

/** A kind of edit, whatever it needs. */
export type EditKind = EditDefinition<unknown>;

/** Makes a kind of edit from its definition. What it is given later was read with its own schema. */
export function editKind<T>(definition: EditDefinition<T>): EditKind {
  return {
    ...definition,
    make: (edit, making, occasion) => definition.make(edit as T, making, occasion),
    about: (edit) => definition.about(edit as T),
    touches: (edit) => definition.touches(edit as T),
    words: (edit) => definition.words(edit as T),
  };
}
