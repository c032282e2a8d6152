/**
 * The Results document: plain, versioned data, and the only thing that a report reads. It carries its own dictionary,
 * so that a reader needs neither the scenario nor the engine to understand a number.
 */
import type { AssumptionRow, InForce, LackingFuture, Overload, Study, Unrecorded } from '../scenarios/index.js';
import type { PersonTrace } from './person-story.js';
import type { Dictionary } from './results-dictionary.js';

export type { Dictionary, MeasureEntry } from './results-dictionary.js';

/** Version of the document's layout; it rises when a reader of the old one could misread the new one. */
export const RESULTS_SCHEMA_VERSION = 1;

/** A mean over replications with its 95% Student t interval; NaN-free: `null` where it cannot be given. */
export interface Estimate {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Replications it rests on. */
  readonly n: number;
}

/** Where in a measure's dimensions a number stands: dimension name to id, e.g. `{ service: 'crisis-team', reason: 'full' }`. */
export type Cell = Readonly<Record<string, string>>;

/** One number of one world. */
export interface WorldEstimate extends Estimate {
  readonly world: string;
  readonly measure: string;
  readonly cell: Cell;
}

/** Policy world minus baseline, paired by replication, of a measure; or a comparison's own number. */
export interface Difference extends Estimate {
  readonly world: string;
  readonly measure: string;
  readonly cell: Cell;
}

/** A quantity of one world week by week over the whole run, from hour 0: place 0 is the first week. */
export interface WeeklySeries {
  readonly world: string;
  readonly measure: string;
  readonly cell: Cell;
  /** One for each whole week. */
  readonly mean: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** What the check of the warm-up says of one series. */
export type WarmUpVerdict = 'long enough' | 'too short' | 'run too short' | 'drifts' | 'not judged';

/** One weekly series as the check of the warm-up sees it. */
export interface WarmUpSeries {
  readonly world: string;
  readonly measure: string;
  readonly cell: Cell;
  /** Whole weeks that were judged: from hour 0 to the first dated change, or to the end of the run. */
  readonly weeks: number;
  /** MSER point [weeks]; null where the series was not judged. */
  readonly point: number | null;
  /** Warm-up that the series needs [weeks]: its point, or 0 where leaving weeks out changes nothing that matters. */
  readonly needs: number | null;
  /** Share by which the kept weeks' mean is off for want of a longer warm-up; 0 where nothing is clear. */
  readonly bias: number | null;
  readonly verdict: WarmUpVerdict;
}

/** Whether the stated warm-up is long enough. */
export interface WarmUpCheck {
  /** Stated by the scenario, in whole weeks (rounded up). */
  readonly stated: number;
  /** The warm-up that all series ask for [weeks]; null where the run cannot say. */
  readonly proposed: number | null;
  readonly series: readonly WarmUpSeries[];
}

/** A number that the rule of precision watches. */
export interface Headline {
  readonly measure: string;
  readonly cell: Cell;
}

/** A headline number of one world at a look: of a policy world its difference from the baseline, of a single world its level. */
export interface LookedAt extends Headline {
  readonly world: string;
  readonly mean: number | null;
  /** Half the width of its interval, joint over all that is watched. */
  readonly half: number | null;
  /** Half-width that is wanted: a share of the baseline's level at the first look. */
  readonly target: number | null;
  readonly isMet: boolean;
}

/** One look at the results. */
export interface Look {
  readonly replications: number;
  /** Confidence of each interval: the look is paid for, and so is the number of intervals. */
  readonly confidence: number;
  readonly intervals: readonly LookedAt[];
  readonly isMet: boolean;
}

/** How the number of replications was set by precision. */
export interface Precision {
  readonly share: number;
  readonly measures: readonly Headline[];
  readonly most: number;
  readonly firstLook: number;
  readonly looks: readonly Look[];
  readonly isReached: boolean;
}

/** What a world was made for, by whom, and how much hangs on it. */
export type { Study };

/** One value that a world rests on, with where it comes from. */
export type AssumptionRecord = AssumptionRow;

/** One world in words: what it is, under which policies, resting on which values. */
export interface WorldDescription {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly policies: readonly {
    readonly id: string;
    readonly label: string;
    readonly origin: string | null;
    /** First and last day on which it is in force (a go-live design honours them); null where nothing is said. */
    readonly starts: string | null;
    readonly ends: string | null;
    /** Over how long it takes hold from its start [hours]; left out where it does at once. */
    readonly ramp?: number;
    /** In a go-live design: how much of what is measured it is in force. */
    readonly inForce?: InForce;
    /** A future that it needs and that this world is not in; left out where there is none. */
    readonly lackingFuture?: LackingFuture;
    readonly edits: readonly string[];
  }[];
  readonly assumptions: readonly AssumptionRecord[];
  /** Numbers that are not under `parameters`, by file; left out where there are none. */
  readonly unrecorded?: readonly Unrecorded[];
  /** Services whose lines grow for as long as the run lasts, by simple arithmetic; left out where there are none. */
  readonly overloads?: readonly Overload[];
  readonly limits: readonly string[];
  readonly assurance: { readonly statement: string; readonly by: string } | null;
  readonly sunset: string | null;
  readonly study?: Study;
  readonly owner: string | null;
  readonly repeatContact: string | null;
  readonly hash: string;
}

/** What of a policy world's change in a cell is the doing of its rules, and what of scarcity; they add up to it. */
export interface ArmEffect {
  readonly world: string;
  readonly measure: string;
  readonly cell: Cell;
  /** Policy world less baseline, as it is. */
  readonly change: Estimate;
  /** The same where the services named are ample. */
  readonly rule: Estimate;
  /** The rest. */
  readonly scarcity: Estimate;
}

/**
 * How a policy's start hits the waiting line of a service: week by week, the mean number waiting in the policy world less
 * that in the baseline, paired by replication, from the week in which the first policy starts.
 */
export interface Recovery {
  readonly world: string;
  readonly service: string;
  /** Week of the run in which the first policy starts, from 1. */
  readonly firstWeek: number;
  /** The largest of the weekly differences [people waiting]. */
  readonly shock: Estimate;
  /** The week in which it falls, counted from 1 in the week of the start. */
  readonly shockWeek: number;
  /** By how much more people the line may be longer and counts as back: a tenth of the baseline's, at least 0.1 [people]. */
  readonly tolerance: number;
  /**
   * Whole weeks from the week of the start to the first one, not before that of the shock, from which the mean of four
   * weeks is within the tolerance; 0 where no week is beyond it. The mean is null where there is none before the run ends,
   * the upper end of the interval where it lies beyond that, and both ends of fewer than 6 replications.
   */
  readonly weeksToRecover: Estimate;
  /** Sum of the differences over all those weeks, times the hours of a week [hours waited]. */
  readonly excessHours: Estimate;
}

/** One synthetic person, followed through the baseline and a policy world in the first replication. */
export interface Followed {
  /** The policy world. */
  readonly world: string;
  readonly trace: PersonTrace;
}

/** One number of the people of one area: its level in a world, and how it differs from the baseline (null in it). */
export interface AreaRow {
  readonly world: string;
  readonly measure: string;
  /** The measure's dimensions, and `area`. */
  readonly cell: Cell;
  readonly level: Estimate;
  readonly change: Estimate | null;
}

/** All that an experiment has to say. */
export interface Results {
  readonly schemaVersion: number;
  readonly title: string;
  /** Id of the first world; comparisons are against it. */
  readonly baseline: string;
  readonly worlds: readonly WorldDescription[];
  readonly area: { readonly id: string; readonly label: string; readonly population: number };
  readonly design: {
    readonly kind: 'steady' | 'go-live';
    readonly seed: string;
    readonly replications: {
      readonly requested: number;
      readonly completed: number;
      readonly rule: string;
      /** Null where the number was fixed before the run. */
      readonly precision: Precision | null;
    };
    readonly start: string;
    readonly asOf: string | null;
    /** [hours] */
    readonly warmUp: number;
    readonly measured: number;
    readonly followUp: number;
  };
  readonly dictionary: Dictionary;
  readonly estimates: readonly WorldEstimate[];
  readonly differences: readonly Difference[];
  readonly weekly: readonly WeeklySeries[];
  readonly warmUp: WarmUpCheck;
  /** Tallies of conservation, summed over replications, per world. */
  readonly ledger: readonly {
    readonly world: string;
    readonly events: number;
    readonly opened: number;
    readonly closed: number;
    readonly inside: number;
    readonly declined: number;
    readonly gridlocks: number;
  }[];
  /** Rule or scarcity, where it was asked: which services were ample, and what was found. */
  readonly fourArms?: { readonly services: readonly string[]; readonly effects: readonly ArmEffect[] };
  readonly warnings: readonly string[];
  /** In a go-live design: the start's effect on each service. */
  readonly recovery?: readonly Recovery[];
  /** Where there are several areas: which, and every measure for the people of each. Shared services have no levels here. */
  readonly areas?: {
    readonly list: readonly Results['area'][];
    readonly rows: readonly AreaRow[];
  };
  /** Examples, one for each policy world whose rules touched somebody among the people looked at. */
  readonly followed?: readonly Followed[];
}
