/** What a pathway step can do, by verb code. */
import type { Episode } from '../episodes.js';
import { type Operation, Verb } from '../operations.js';
import type { State } from '../state.js';
import { branch } from './branch.js';
import { delay } from './delay.js';
import { leave } from './leave.js';
import { mark } from './mark.js';
import { release } from './release.js';
import { seize } from './seize.js';
import { start } from './start.js';

/** Performs a step for an episode; gives the step to go on with, or PAUSED. */
export type Performer = (state: State, episode: Episode, operation: Operation) => number;

const table: Performer[] = [];
table[Verb.seize] = seize;
table[Verb.release] = release;
table[Verb.delay] = delay;
table[Verb.branch] = branch;
table[Verb.mark] = mark;
table[Verb.start] = start;
table[Verb.leave] = leave;

/** The performer of each verb, at the place of its code. */
export const performers: readonly Performer[] = table;
