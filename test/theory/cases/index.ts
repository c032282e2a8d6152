import type { Case } from '../support/claim.js';
import { clocksLife, clocksRace, clocksReturn } from './clocks.js';
import { closed } from './closed.js';
import { finiteSource } from './finite-source.js';
import { holdFirst } from './hold-first.js';
import { holdWaiting } from './hold-waiting.js';
import { insensitive } from './insensitive.js';
import { jackson } from './jackson.js';
import { mdc } from './mdc.js';
import { mg1 } from './mg1.js';
import { mgcc } from './mgcc.js';
import { mm1 } from './mm1.js';
import { mmc } from './mmc.js';
import { mmcD } from './mmc-d.js';
import { mmcM } from './mmc-m.js';
import { mmcWait } from './mmc-wait.js';
import { mmck } from './mmck.js';
import { mtGInf } from './mt-g-inf.js';
import { mtMInf } from './mt-m-inf.js';
import { preemptiveRestart, preemptiveResume } from './preemptive-unit.js';
import { preemptiveReroute, preemptiveUnits } from './preemptive-units.js';
import { priority } from './priority.js';
import { retriage } from './retriage.js';
import { shiftFinish, shiftHandOver, shiftStop } from './shift-rules.js';
import { tandem } from './tandem.js';
import { together } from './together.js';

/** Every world that theory judges. */
export const cases: readonly Case[] = [
  clocksLife,
  clocksRace,
  clocksReturn,
  closed,
  finiteSource,
  holdFirst,
  holdWaiting,
  insensitive,
  jackson,
  mdc,
  mg1,
  mgcc,
  mm1,
  mmc,
  mmcD,
  mmck,
  mmcM,
  mmcWait,
  mtGInf,
  mtMInf,
  preemptiveReroute,
  preemptiveRestart,
  preemptiveResume,
  preemptiveUnits,
  priority,
  retriage,
  shiftFinish,
  shiftHandOver,
  shiftStop,
  tandem,
  together,
];
