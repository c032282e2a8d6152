/** The sensitivity analysis that ships, in short: written by scripts/sensitivity.mjs from docs/sensitivity.json; docs/sensitivity.md tells all of it. */

/** Its design, what the policy changes in it, and the inputs by which a headline is changed by a share of it that decides. */
export const SHIPPED_SENSITIVITY = {
  baseline: 'uk-baseline',
  policy: 'right-care-right-person',
  replications: 3,
  measured: '5 weeks',
  warmUp: '3 weeks',
  headline: { hours: '−1,190', unmet: '33.7' },
  /** The least share of a headline that decides, and by which share each input changes one at an end of its range. */
  decides: 0.25,
  decisive: [
    { id: 'right-care-right-person.rcrp-to-ambulance', share: 1.417 },
    { id: 'incident-time', share: 0.9191 },
    { id: 'physical-ambulance-time', share: 0.9053 },
    { id: 'officers-per-attendance', share: 0.4812 },
    { id: 'partner-callers', share: 0.3676 },
    { id: 'stock-refusals', share: 0.3633 },
    { id: 'partner-staff', share: 0.3617 },
    { id: 'other-partner-rate', share: 0.3617 },
    { id: 'partner-visits-after-advice', share: 0.3577 },
    { id: 'right-care-right-person.rcrp-partner-readiness', share: 0.2727 },
  ],
} as const;
