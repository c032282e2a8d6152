import type { BySeverity } from './schema/by-severity.js';
import type { ScenarioDraft } from './schema/scenario.js';
import type { Share } from './schema/values.js';
import type { Path, Tree } from './tree.js';

/** A value in a file, for pointing at. */
export interface Where {
  readonly tree: Tree;
  readonly path: Path;
}

/** A policy's reroute of a step, at the strength in force. */
export interface RerouteDraft {
  readonly policy: string;
  readonly edit: string;
  /** Options of a branch whose takers are rerouted; empty: all who come to the step. */
  readonly from: readonly string[];
  readonly share: BySeverity<number>;
  /** Share of people who follow the policy, each of them always or never; undefined: everybody does. */
  readonly followers: number | undefined;
  /** Where they go, with shares that add to 1. */
  readonly to: readonly { readonly target: string; readonly share: BySeverity<Share> }[];
  readonly where: Where;
}

/** A scenario in hours and numbers but still by name, with the edits of its policies made: what is compiled. */
export interface EpochDraft {
  readonly scenario: ScenarioDraft;
  /** By full name of the step. */
  readonly reroutes: ReadonlyMap<string, readonly RerouteDraft[]>;
  /** The last policy that edited a step, by full name of the step. */
  readonly tags: ReadonlyMap<string, string>;
}
