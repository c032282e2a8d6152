import { add } from './add.js';
import { reroute } from './reroute.js';
import { scale } from './scale.js';
import { set } from './set.js';
import { threshold } from './threshold.js';

/** Every kind of edit that a policy may make. */
export const edits = [add, reroute, scale, set, threshold];
