/** The sensitivity analysis that ships, in short: written by scripts/sensitivity.mjs from docs/sensitivity.json; docs/sensitivity.md tells all of it. */

/** Its design, what the policy changes in it, and the inputs by which a headline is changed by a share of it that decides. */
export const SHIPPED_SENSITIVITY = {
  baseline: 'uk-baseline',
  policy: 'right-care-right-person',
  replications: 3,
  measured: '5 weeks',
  warmUp: '3 weeks',
  headline: { hours: '−1,190', unmet: '33.7' },
  /** The least share of a headline that decides; and which headline each input changes most at an end of its range, by which share. */
  decides: 0.25,
  decisive: [
    { id: 'right-care-right-person.rcrp-to-ambulance', of: 'unmet', share: 1.417 },
    { id: 'incident-time', of: 'hours', share: 0.9191 },
    { id: 'physical-ambulance-time', of: 'hours', share: 0.9053 },
    { id: 'officers-per-attendance', of: 'hours', share: 0.4812 },
    { id: 'partner-callers', of: 'unmet', share: 0.3676 },
    { id: 'stock-refusals', of: 'hours', share: 0.3633 },
    { id: 'partner-staff', of: 'unmet', share: 0.3617 },
    { id: 'other-partner-rate', of: 'unmet', share: 0.3617 },
    { id: 'partner-visits-after-advice', of: 'unmet', share: 0.3577 },
    { id: 'right-care-right-person.rcrp-partner-readiness', of: 'unmet', share: 0.2727 },
  ],
} as const;
