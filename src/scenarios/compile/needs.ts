import type { Need } from '../../sim/index.js';
import type { ScenarioDraft } from '../schema/scenario.js';
import type { Amount } from '../schema/values.js';
import { WEEK_HOURS } from '../schema/week.js';
import type { Path } from '../tree.js';
import type { Compiling } from './context.js';
import { compileFactors, compileMultipliers } from './hazards.js';
import { compileShares } from './shares-by-name.js';

/** The same at every hour of the week. */
export const EVEN: readonly number[] = new Array<number>(WEEK_HOURS).fill(1);

/** Needs that arise in persons. Calendars and unit rates come from `declared`, which no policy and no child may change. */
export function compileNeeds(draft: ScenarioDraft, declared: ScenarioDraft, compiling: Compiling): Need[] {
  return Object.entries(draft.needs ?? {}).map(([name, need]) => {
    const path = ['needs', name];
    const root = declared.needs?.[name] ?? need;
    const perPerson = (amount: Amount) => amount.perHead + amount.fixed / compiling.population;
    const rate = need.onset === undefined ? 0 : perPerson(need.onset.rate);
    const unit = root['unit-rate'] ?? root.onset?.rate;
    return {
      name,
      calendar: root.calendar ?? EVEN,
      unitRate: unit === undefined ? 1 : unitRate(perPerson(unit), path, compiling),
      rate,
      hours: need.onset?.hours ?? EVEN,
      byCohort: compileFactors(need.onset?.['by-cohort'], 'cohorts', [...path, 'onset', 'by-cohort'], compiling),
      byState: compileMultipliers(need.onset?.['by-state'], [...path, 'onset', 'by-state'], compiling),
      severity: severityShares(need.severity, path, compiling),
      channels: compileChannels(need.channels, [...path, 'channels'], compiling),
    };
  });
}

/** A unit rate, which has to be above 0. */
export function unitRate(value: number, path: Path, compiling: Compiling): number {
  if (value === 0) {
    compiling.problem([...path, 'unit-rate'], {
      message: 'The grain of its random points is not known, since its rate is 0.',
      expected: '`unit-rate` above 0 where the rate is 0',
      next: 'Write a `unit-rate` near the rates that a policy may set.',
    });
  }
  return value > 0 ? value : 1;
}

/** Shares by severity; they have to be stated when there is more than one severity. */
export function severityShares(
  shares: Parameters<typeof compileShares>[0],
  path: Path,
  compiling: Compiling,
): number[] {
  const { severities } = compiling.names;
  if (shares === undefined && severities.list.length > 1) {
    compiling.problem([...path, 'severity'], {
      message: '`severity` is missing.',
      expected: `shares of ${severities.list.join(', ')}`,
      next: 'Write `severity: {…}` here.',
    });
  }
  return compileShares(shares, severities, 'severity', [...path, 'severity'], compiling);
}

type ChannelDrafts = NonNullable<ScenarioDraft['needs']>[string]['channels'];

function compileChannels(channels: ChannelDrafts, path: Path, compiling: Compiling): Need['channels'] {
  const entries = Object.entries(channels);
  const bySeverity = entries.map(([name, channel]) => compiling.bySeverity(channel.share, [...path, name, 'share']));
  const weights = compiling.names.severities.list.map((_, severity) =>
    compiling.shares(
      bySeverity.map((values) => values[severity] ?? Number.NaN),
      path,
    ),
  );
  return entries.map(([name, channel], index) => ({
    channel: compiling.index(compiling.names.channels, 'entry channel', name, [...path, name]),
    weights: weights.map((row) => row[index] ?? Number.NaN),
    entry: compiling.target(channel.to, null, [...path, name, 'to']),
  }));
}
