import type { Case } from '../support/claim.js';
import { mgcc } from './mgcc.js';
import { mm1 } from './mm1.js';
import { mmc } from './mmc.js';
import { mmcM } from './mmc-m.js';
import { priority } from './priority.js';
import { tandem } from './tandem.js';

/** Every world that theory judges. */
export const cases: readonly Case[] = [mgcc, mm1, mmc, mmcM, priority, tandem];
