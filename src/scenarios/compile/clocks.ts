import { type Clock, NONE } from '../../sim/index.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import type { Path } from '../tree.js';
import { stateValue } from './condition.js';
import type { Compiling } from './context.js';
import { compileFactors, compileMultipliers } from './hazards.js';

type ClockDraft = NonNullable<ScenarioDraft['clocks']>[string];

/** What a clock may do when it runs out, by when it runs. */
const ALLOWED: Readonly<Record<Clock['runs'], readonly string[]>> = {
  waiting: ['leave', 'to'],
  after: ['open', 'mark'],
  life: ['die'],
};

/** Keys that say nothing in a clock, by when it runs, and why. */
const EMPTY: Readonly<Record<Clock['runs'], Readonly<Partial<Record<keyof ClockDraft, string>>>>> = {
  waiting: {
    outcomes: 'it runs before there is an outcome',
    from: 'it runs for as long as its episode is open and not being served',
    until: 'it runs for as long as its episode is open and not being served',
  },
  after: {},
  life: {
    need: 'it belongs to the person, and not to an episode',
    'by-severity': 'severity is an episode’s, and a life goes on between episodes and through several of them',
    outcomes: 'it runs from the start, and not after an outcome',
    from: 'it runs from the start',
    until: 'it runs to the end of a life',
  },
};

/** Competing hazards, per hour and person. */
export function compileClocks(draft: ScenarioDraft, compiling: Compiling): Clock[] {
  const { names } = compiling;
  return Object.entries(draft.clocks ?? {}).map(([name, clock]) => {
    const path = ['clocks', name];
    checkKeys(clock, path, compiling);
    const from = clock.from ?? 0;
    const until = clock.until ?? Number.POSITIVE_INFINITY;
    if (until <= from) {
      compiling.problem([...path, 'until'], {
        message: 'It stops before it starts.',
        expected: '`until` after `from`',
        next: 'Change one of the two.',
      });
    }
    const outcomes = clock.outcomes ?? (clock.runs === 'after' ? names.outcomes.list : []);
    return {
      name,
      runs: clock.runs,
      need: clock.need === undefined ? NONE : compiling.index(names.needs, 'need', clock.need, [...path, 'need']),
      outcomes: outcomes.map((outcome) => compiling.index(names.outcomes, 'outcome', outcome, [...path, 'outcomes'])),
      rate: clock.rate.fixed + clock.rate.perHead,
      byFrailty: clock['by-frailty'] ?? false,
      bySeverity: compileFactors(clock['by-severity'], 'severities', [...path, 'by-severity'], compiling),
      byState: compileMultipliers(clock['by-state'], [...path, 'by-state'], compiling),
      from,
      until,
      expires: compileExpires(clock.expires, [...path, 'expires'], compiling),
    };
  });
}

function checkKeys(clock: ClockDraft, path: Path, compiling: Compiling): void {
  const [does = ''] = Object.keys(clock.expires).includes('open') ? ['open'] : Object.keys(clock.expires);
  if (!ALLOWED[clock.runs].includes(does)) {
    compiling.problem([...path, 'expires'], {
      message: `A clock that runs \`${clock.runs}\` cannot do this.`,
      expected: ALLOWED[clock.runs].map((each) => `\`${each}\``).join(' or '),
      next: 'Change `runs` or `expires`.',
    });
  }
  for (const [key, why] of Object.entries(EMPTY[clock.runs])) {
    if (clock[key as keyof ClockDraft] === undefined) continue;
    compiling.problem([...path, key], {
      message: `\`${key}\` says nothing in a clock that runs \`${clock.runs}\`: ${why}.`,
      expected: 'no such key here',
      next:
        key === 'by-severity'
          ? 'Remove it; let a step `mark` a state of the person, and the hazard go `by-state`.'
          : 'Remove it, or change `runs`.',
    });
  }
  if (clock.runs !== 'life' && clock.need === undefined) {
    compiling.problem([...path, 'need'], {
      message: '`need` is missing.',
      expected: 'the need whose episodes the clock belongs to',
      next: 'Write `need: …` here.',
    });
  }
}

function compileExpires(draft: ClockDraft['expires'], path: Path, compiling: Compiling): Clock['expires'] {
  const { names } = compiling;
  if ('leave' in draft) {
    return { does: 'leave', outcome: compiling.index(names.outcomes, 'outcome', draft.leave, [...path, 'leave']) };
  }
  if ('die' in draft)
    return { does: 'die', outcome: compiling.index(names.outcomes, 'outcome', draft.die, [...path, 'die']) };
  if ('open' in draft) {
    return {
      does: 'open',
      need: compiling.index(names.needs, 'need', draft.open, [...path, 'open']),
      entry: compiling.target(draft.to, null, [...path, 'to']),
      channel: draft.channel === undefined ? NONE : (names.channels.find(draft.channel) ?? NONE),
    };
  }
  if ('to' in draft) {
    const severity =
      draft.severity === undefined
        ? NONE
        : compiling.index(names.severities, 'severity', draft.severity, [...path, 'severity']);
    return { does: 'go', step: compiling.target(draft.to, null, [...path, 'to']), severity };
  }
  const entries = Object.entries(draft.mark);
  const [variable = '', value = ''] = entries[0] ?? [];
  if (entries.length !== 1) {
    compiling.problem([...path, 'mark'], {
      message: 'A clock marks one state.',
      expected: 'one `state: value`',
      next: 'Write a clock for each.',
    });
  }
  return {
    does: 'mark',
    variable: compiling.index(names.states, 'state', variable, [...path, 'mark', variable]),
    value: stateValue(variable, value, [...path, 'mark', variable], compiling),
  };
}
