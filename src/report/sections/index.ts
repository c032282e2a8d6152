import type { Figures } from '../figures.js';
import type { Safe } from '../html.js';
import { areas } from './areas.js';
import { assumptions } from './assumptions.js';
import { costs } from './costs.js';
import { displaced } from './displaced.js';
import { followed } from './followed.js';
import { gains } from './gains.js';
import { goLive, isGoLive } from './go-live.js';
import { harm } from './harm.js';
import { headline } from './headline.js';
import { method } from './method.js';
import { pressure } from './pressure.js';
import { services } from './services.js';
import { waits } from './waits.js';
import { warmUp } from './warm-up.js';

/** A section of the report: where the contents lead to, under what name, and what stands there. */
interface Section {
  readonly id: string;
  readonly name: string;
  readonly of: (figures: Figures) => Safe | null | Promise<Safe>;
  /** Whether the contents name it; left out: always. */
  readonly isNamed?: (figures: Figures) => boolean;
}

/** Sections of the report, one file each, in the order of the page. */
export const sections: readonly Section[] = [
  { id: 'answer', name: 'The answer', of: headline },
  { id: 'displaced', name: 'Displaced demand', of: displaced },
  { id: 'costs', name: 'Who pays', of: costs },
  { id: 'waits', name: 'Who waits, who comes back', of: waits },
  { id: 'harm', name: 'Harm', of: harm },
  { id: 'gains', name: 'Who gains, who loses', of: gains },
  { id: 'go-live', name: 'Go-live', of: goLive, isNamed: isGoLive },
  { id: 'pressure', name: 'Capacity pressure', of: pressure },
  { id: 'services', name: 'Services', of: services },
  { id: 'areas', name: 'Areas', of: areas, isNamed: ({ results }) => results.areas !== undefined },
  { id: 'followed', name: 'Follow one person', of: followed },
  { id: 'warm-up', name: 'Is the warm-up long enough?', of: warmUp },
  { id: 'assumptions', name: 'Assumptions', of: assumptions },
  { id: 'method', name: 'Method and limits', of: method },
];
