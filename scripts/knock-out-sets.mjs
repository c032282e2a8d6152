/** Which mechanisms are taken out together with which figures are looked at, so that no world is run for nothing. */
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
    replications: '4',
  },
  { policies: ['treatment-by-list'], figures: ['treatment-wait-3w'], replications: '4' },
  {
    policies: ['ample-beds', 'no-out-of-area-beds', 'beds-block-nothing'],
    figures: ['acute-bed-occupancy', 'ed-mh-over-12h-arrival-clock', 's136-per-million-2022-23'],
    replications: '2',
  },
  ...[
    ['suites-never-full', 'no-out-of-area-beds', 'beds-block-nothing'],
    ['ample-beds', 'ample-ambulances', 'assessors-at-once'],
  ].map((policies) => ({
    policies,
    figures: [
      's136-first-place-ed-2021-22',
      's136-first-place-ed',
      's136-first-place-suite',
      's136-conveyed-police',
      's136-police-wait-ed-summed',
      's136-police-wait-suite-summed',
      'ed-mh-over-12h-arrival-clock',
      'ed-mh-over-24h',
      'acute-bed-occupancy',
      'out-of-area-daily-old-count',
    ],
    replications: '1',
  })),
];
