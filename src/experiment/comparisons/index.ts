import type { Comparison } from '../comparison.js';
import { hoursChange } from './hours-change.js';
import { peopleChanged } from './people-changed.js';
import { ruleForks } from './rule-forks.js';

/** Every comparison, by id. */
export const comparisons: readonly Comparison[] = [hoursChange, peopleChanged, ruleForks];
