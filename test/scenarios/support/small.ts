/** A small valid scenario: one walk-in clinic, with a need, arrivals, a branch, patience and a limited waiting room. */
export const small = `spillover: 1
scenario: small
label: A walk-in clinic
time: {start: 2024-01-01, warm-up: 1 week, measure: 4 weeks}
area: {id: somewhere, population: 100000}
severities: [lower, higher]
agencies: {nhs: NHS}
outcomes:
  seen: Seen
  missed: {label: Not seen, unmet: true}
services:
  clinic: {agency: nhs, unit: nurses, capacity: 3, room: 20}
  doctor:
    agency: nhs
    capacity: {mon-fri 08:00-20:00: 2, otherwise: 1}
needs:
  injury:
    onset: {rate: 500 per million per week}
    severity: {lower: 0.7, higher: rest}
    channels:
      walk-in: {share: 1, to: visit.triage}
arrivals:
  others: {rate: 2 per hour, to: visit.triage, severity: {lower: 1}, background: true}
pathways:
  visit:
    steps:
      triage:
        seize: clinic
        for: {exponential: 20 min}
        patience: {after: 3 h, to: =missed}
        if-full: =missed
      decide:
        branch:
          options:
            treat: {share: {lower: 0.2, higher: 0.9}, to: treat}
            advise: {share: rest, to: =seen}
      treat: {seize: doctor, for: 30 min, then: =seen}
`;

/** The small scenario with one piece of text changed; throws when the piece is not there exactly once. */
export function smallWith(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`not there once: ${from}`);
    return text.replace(from, () => to);
  }, small);
}
