import type { Case } from '../support/claim.js';
import { mgcc } from './mgcc.js';
import { mm1 } from './mm1.js';
import { mmc } from './mmc.js';
import { mmcM } from './mmc-m.js';
import { mtGInf } from './mt-g-inf.js';
import { mtMInf } from './mt-m-inf.js';
import { priority } from './priority.js';
import { shiftFinish, shiftHandOver, shiftStop } from './shift-rules.js';
import { tandem } from './tandem.js';

/** Every world that theory judges. */
export const cases: readonly Case[] = [
  mgcc,
  mm1,
  mmc,
  mmcM,
  mtGInf,
  mtMInf,
  priority,
  shiftFinish,
  shiftHandOver,
  shiftStop,
  tandem,
];
