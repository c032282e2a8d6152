/** A café with two workers, and the same with a third: small enough to run in a moment, random enough to have intervals. */
export const CAFE = `spillover: 1
scenario: cafe
label: A town with one café
time: {start: 2024-01-01, warm-up: 1 week, measure: 2 weeks, replications: 4}
area: {id: town, population: 1000}
agencies: {voluntary: Voluntary sector}
outcomes: {helped: Helped, gave-up: {label: Gave up, unmet: true}}
services:
  cafe: {label: Café, agency: voluntary, unit: workers, capacity: 2}
arrivals:
  visitors: {rate: 40 per day, to: visit.talk}
pathways:
  visit:
    steps:
      talk: {seize: cafe, for: {exponential: 1 h}, patience: {after: {exponential: 2 h}, to: =gave-up}}
      end: {leave: helped}
`;

/** The same café with a third worker. */
export const THIRD_WORKER = `spillover: 1
scenario: third-worker
extends: ./cafe.yaml
services:
  cafe: {capacity: 3}
`;

/** A café that is so busy for so long that nobody would wait for its first replication to end. */
export const ENDLESS = CAFE.replace('2 weeks', '40 weeks').replace('40 per day', '60000 per day');
