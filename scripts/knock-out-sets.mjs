/** Which mechanisms are taken out together, which figures and measures are looked at, and in how many runs: no world is run for nothing. */
export const KNOCK_OUTS = [
  {
    policies: ['no-second-contact', 'partners-keep-calling'],
    figures: [
      'crisis-line-unanswered',
      'ambulance-mh-calls',
      'acute-bed-occupancy',
      'ed-mh-over-12h-arrival-clock',
      'rcrp-welfare-created',
      'rcrp-welfare-attended',
      'rcrp-deploy-after',
    ],
    measures: ['contacts:crisis-line:people', 'step-entries:a-and-e.arrive', 'step-entries:welfare.answer'],
    replications: '8',
  },
  {
    policies: ['treatment-by-list', 'treatment-demand-alone'],
    figures: ['treatment-wait-3w', 'treatment-entrants-ratio'],
    measures: ['wait-mean:drug-treatment:people'],
    replications: '4',
  },
  {
    policies: ['no-out-of-area-beds', 'beds-block-nothing'],
    figures: ['acute-bed-occupancy', 'ed-mh-over-12h-arrival-clock'],
    measures: [
      'time-blocked:suites',
      'time-blocked:a-and-e',
      'time-blocked:home-treatment',
      'full-share:suites',
      'mean-in-use:suites',
      'mean-waiting:acute-beds',
      'mean-in-use:out-of-area-beds',
      'staff-hours:police',
    ],
    replications: '8',
  },
  {
    policies: ['ample-beds', 'suites-never-full', 'ample-ambulances', 'assessors-at-once'],
    figures: ['acute-bed-occupancy', 'ed-mh-over-12h-arrival-clock'],
    measures: [
      'full-share:suites',
      'mean-in-use:suites',
      'time-held:section-136.to-a-and-e',
      'time-held:section-136.suite-officers',
      'unit-hours:officers-in-suites:people',
      'unit-hours:officers-in-a-and-e:people',
      'staff-hours:police',
    ],
    replications: '4',
  },
  // The years, in which police, detention and suites are scored: the same figures whatever is taken out.
  ...[
    ['beds-block-nothing', 'assessors-at-once', 'ample-ambulances'],
    ['suites-never-full', 'no-second-contact'],
  ].map((policies) => ({
    policies,
    figures: [
      's136-first-place-ed-2021-22',
      's136-first-place-ed',
      's136-first-place-suite',
      's136-conveyed-police',
      's136-police-wait-ed-summed',
      's136-police-wait-suite-summed',
      's136-per-million',
      'mha-detentions',
      'ed-mh-over-24h',
      'out-of-area-daily-old-count',
      'rcrp-s136-hours',
    ],
    measures: [],
    replications: '8',
  })),
];

/** Mechanisms of the worlds, and what takes each of them out. */
export const MECHANISMS = [
  {
    says: 'Waiting for a bed blocks suites, A&E cubicles and home treatment places',
    policies: ['beds-block-nothing'],
  },
  { says: 'Out-of-area beds are the relief valve of full wards', policies: ['no-out-of-area-beds'] },
  { says: 'Suites that are full or closed send people to A&E', policies: ['suites-never-full'] },
  { says: 'Officers stay until the assessing team starts', policies: ['assessors-at-once'] },
  { says: 'Officers drive people themselves when no crew comes', policies: ['ample-ambulances'] },
  { says: 'Refusals and delays bring people back', policies: ['no-second-contact'] },
  { says: 'Partners who were refused stop calling', policies: ['partners-keep-calling'] },
  {
    says: 'Caseload, not the list, carries strain in drug treatment',
    policies: ['treatment-by-list'],
    beside: 'treatment-demand-alone',
  },
];
