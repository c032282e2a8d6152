/** A word and what it means. */
type Entry = readonly [string, string];

/** The words of every report. */
const OF_A_WORLD: readonly Entry[] = [
  ['Contact, visit', 'A visit that somebody seeks at a service, whether it is served or not.'],
  ['Episode', 'One need of one person, from the first contact to the end, with all visits on the way.'],
];

/** Those of comparisons, and of people followed through two worlds, as docs/displacement.md defines them. */
const OF_TWO_WORLDS: readonly Entry[] = [
  [
    'Moved',
    'A contact that goes elsewhere because a rule of the policy decided otherwise: counted once for each episode.',
  ],
  [
    'Touched',
    'All that follows a move: the rest of that episode, and what the same person brings, or no longer brings, afterwards. So more is touched than is moved.',
  ],
  [
    'Bystander',
    'Somebody whom no rule touched and no edited hazard concerns, and whose episode goes otherwise because of others, or of what others left behind (as a refusal that is remembered): rerouted (another way), later or earlier (the same way), or in one world only.',
  ],
  ['They part', 'The first place at which an episode is not the same in both worlds, and the one reason for it.'],
  [
    'By scarcity',
    'They part because a service was full or closed, somebody gave up waiting or was seen at another hour, or because of a record that another contact left, such as a refusal that is remembered, even where a rule led to that contact; by a rule: because the policy decides otherwise there.',
  ],
  ['Added, dropped', 'Visits that only the policy world has, or only the baseline.'],
  [
    'Stretched',
    'A visit that both worlds have, with more or fewer hours: held longer or shorter, or given up in one world and served in the other.',
  ],
  ['Freed, absorbed, spare', 'Unit hours that touched visits use less; that others use more; and what is left idle.'],
  [
    'Requested, served, unmet, censored',
    'Unit hours that visits ask for; what they get; what they do not; and what the end of the run cuts off.',
  ],
  ['Sought again', 'Hours asked for at a place that refused, and once more elsewhere, where they count as requested.'],
  ['Holding', 'Units held while nobody is served: kept with somebody, or waiting for the rest of what a step needs.'],
  [
    'Clear',
    'An interval that lies on one side of zero; it is printed with as many digits as show that. All else is no clear difference in this model.',
  ],
];

/** The words of a report: those of comparisons where there is one. */
export function glossary(isCompared: boolean): readonly Entry[] {
  return isCompared ? [...OF_A_WORLD, ...OF_TWO_WORLDS] : OF_A_WORLD;
}
