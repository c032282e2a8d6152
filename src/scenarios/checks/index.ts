import type { World } from '../../sim/index.js';
import type { Compiling } from '../compile/context.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import { checkBreeding } from './breeding.js';
import { checkClosed } from './closed.js';
import { checkExtremes } from './extremes.js';
import { checkHoldCycles } from './hold-cycles.js';
import { heldOnEntry } from './holds.js';
import { checkOverload } from './overload.js';
import { checkPreemption } from './preemption.js';
import { checkRoutes } from './routes.js';
import { checkSeizes } from './seizes.js';
import { checkStock } from './stock.js';

/** What is checked of a compiled world as a whole. */
export interface CheckedWorld {
  readonly world: World;
  /** The same without its policies, where it has any. */
  readonly base: World | null;
  readonly draft: ScenarioDraft;
  readonly compiling: Compiling;
  /** The files that come with the program, as they are shown. */
  readonly shipped: ReadonlySet<string>;
}

/** Checks that need the whole of a world: what leads where, what is held, and who is inside at the start. */
export function checkWorld({ world, base, draft, compiling, shipped }: CheckedWorld): void {
  checkExtremes(world, compiling);
  if (compiling.routesKnown) checkRoutes(world, base, draft, compiling);
  const held = heldOnEntry(world);
  checkSeizes(base === null ? [world] : [world, base], held, compiling);
  if (compiling.routesKnown) checkPreemption(world, base, compiling);
  checkClosed(world, shipped, compiling);
  if (compiling.routesKnown) checkBreeding(world, compiling);
  if (compiling.routesKnown) checkOverload(world, compiling);
  if (compiling.routesKnown) checkHoldCycles(world, held, draft.gridlock !== undefined, compiling);
}

export { checkStock };
