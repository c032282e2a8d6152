import type { CommandPart } from '../part.js';
import { ask } from './ask.js';
import { capacity } from './capacity.js';
import { check } from './check.js';
import { compare } from './compare.js';
import { describe } from './describe.js';
import { init } from './init.js';
import { log } from './log.js';
import { newPart } from './new.js';
import { policies } from './policies.js';
import { rerun } from './rerun.js';
import { run } from './run.js';
import { schema } from './schema.js';
import { sensitivity } from './sensitivity.js';
import { sources } from './sources.js';
import { tipping } from './tipping.js';
import { trace } from './trace.js';
import { validate } from './validate.js';

/** All commands, in the order of their help. */
export const commands: readonly CommandPart[] = [
  init,
  newPart,
  run,
  compare,
  ask,
  capacity,
  tipping,
  sensitivity,
  check,
  validate,
  rerun,
  describe,
  policies,
  sources,
  schema,
  trace,
  log,
];
