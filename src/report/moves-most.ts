/** Inputs that move a headline most, by the sensitivity analysis that ships, where it is of a policy of the run. */
import type { AssumptionRecord, Results } from '../experiment/index.js';
import { inputsOf } from './inputs.js';
import { percentage } from './numbers.js';
import { SHIPPED_SENSITIVITY } from './shipped-sensitivity.js';
import { counted } from './words.js';

/** Inputs that are named. */
const NAMED = 5;
/** How the effect of an input ends that the analysis wrote into the log of assumptions. */
const MARK = '(docs/sensitivity.md)';

/** What the headlines are called. */
const CALLED = { hours: 'police staff hours', unmet: 'needs not met' } as const;

/** What an effect of an input that ships is of: the headline, and the design in which it was tried. */
export function shippedDesign(): string {
  const { baseline, policy, replications, measured, warmUp, headline } = SHIPPED_SENSITIVITY;
  return (
    `of what ${policy} changes in ${baseline}, ${CALLED.hours} by ${headline.hours} a week and ${CALLED.unmet} by ${headline.unmet}, ` +
    `in a design of its own: ${counted(replications, 'run', 'runs')} of ${measured} after a warm-up of ${warmUp}, one input at a time ${MARK}`
  );
}

/** What is told of them: a sentence, and each with its share; the log of assumptions has the effects themselves. */
interface MovesMost {
  readonly title: string;
  readonly told: string;
  /** `share` is that by which the headline `of` is changed at most. */
  readonly inputs: readonly { readonly record: AssumptionRecord; readonly of: string; readonly share: number }[];
}

/** The inputs of a run whose recorded effect on a headline decides it, the largest first; null where none is on record. */
export function movesMost(of: Pick<Results, 'worlds'>): MovesMost | null {
  const { policy, decides, decisive } = SHIPPED_SENSITIVITY;
  if (!of.worlds.some(({ policies }) => policies.some(({ id }) => id === policy))) return null;
  const records = inputsOf(of).map(({ record }) => record);
  const found = decisive.flatMap(({ id, of: number, share }) => {
    // An input that was given another value has no effect on record, or one of somebody else's.
    const record = records.find((each) => each.id === id && each.effectOnHeadline?.endsWith(MARK));
    return record === undefined ? [] : [{ record, of: CALLED[number], share }];
  });
  if (found.length === 0) return null;
  const rest = found.length - NAMED;
  const more = rest > 0 ? `; ${counted(rest, 'more does', 'more do')} so` : '';
  return {
    title: 'Inputs that move the headline most',
    told: `by ${percentage(decides)} or more of one of its numbers at an end of their range, the largest first${more}. The effects, each of which the log of assumptions tells, are ${shippedDesign()}`,
    inputs: found.slice(0, NAMED),
  };
}
