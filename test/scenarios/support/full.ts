/** A scenario with one of everything that the format can say. */
export const full = `spillover: 1
scenario: full
label: One of everything
owner: Somebody
time: {start: 2024-01-01, as-of: 2024-03-01, warm-up: 1 week, measure: 2 weeks, follow-up: 3 days, replications: 7}
area: {id: anyshire, label: Anyshire, population: 500000}
people:
  frailty: {lognormal: {mean: 1, sd: 2}}
  cohorts: {adults: 0.8, young: rest}
  states:
    treatment:
      values: [none, opiate, other]
      initial: {none: rest, opiate: 0.002}
      by-cohort: {young: {none: rest, other: 10%}}
severities: [lower, higher]
agencies: {police: Police, nhs: NHS}
outcomes:
  resolved: Resolved
  advice-only: Advice only
  unmet: {label: Need not met, unmet: true}
  died: Died
services:
  officers: {label: Officers, agency: police, unit: officers, capacity: 40 per million, shift-end: hand-over}
  suite: {agency: nhs, unit: rooms, staff: false, capacity: 2, room: 3, standard: {within: 4 h, share: 95%, source: Code of Practice}}
  doctors: {agency: nhs, capacity: {mon-fri 09:00-17:00: 3, otherwise: 0}, shift-end: stop}
  line: {agency: nhs, capacity: unlimited}
needs:
  crisis:
    label: Mental-health crisis
    calendar: {days: [1, 1, 1, 1, 1, 2, 2]}
    unit-rate: 10000 per million per year
    onset:
      rate: 8766 per million per year
      by-cohort: {young: 1.5}
      by-state: [{state: {treatment: [opiate, other]}, times: 2}]
    severity: {lower: 0.7, higher: rest}
    channels:
      emergency-call: {share: {lower: 0.4, higher: 0.9}, to: call.answer}
      walk-in: {share: rest, to: assess.see}
arrivals:
  others: {label: Other work, rate: 12 per day, to: call.answer, background: true}
  clockwork: {every: {deterministic: 10 min}, to: assess.see, need: crisis, channel: by-post, severity: {higher: 1}}
  regulars: {people: 4, to: assess.see}
pathways:
  call:
    need: crisis
    steps:
      answer: {seize: line, for: {lower: {exponential: 10 min}, higher: {exponential: 5 min}}}
      decide:
        branch:
          cases:
            - name: no-room
              when: {severity: higher, full: suite, not: {hours: [mon 00:00-02:00]}}
              to: =unmet
            - {when: {channel: [walk-in, by-post], cohort: young, state: {treatment: opiate}, closed: doctors, queue: {service: suite, at-least: 2}}, to: attend}
          options:
            attend: {share: 0.25, to: attend}
            advise: {share: rest, to: =advice-only}
      attend:
        seize: officers
        units: 2
        for: {lognormal: {median: 1 h, q90: 3 h}}
        length: attendance
        keep: true
        priority: {higher: 0, lower: 1}
        patience: {after: {others: 6 h, higher: 2 h}, to: =unmet}
      handover: {seize: suite, if-full: assess.see, relieves: officers}
      rest: {delay: 8 h}
      leave-suite: {release: all}
      follow-up: {start: assess.see}
      done: {leave: resolved}
  assess:
    steps:
      see: {seize: [doctors, line], units: {doctors: 2}, hold: hold-first, for: 30 min, if-closed: =unmet}
      treated: {mark: {treatment: opiate}, severity: lower}
      worse: {severity: higher}
      out: {leave: resolved}
clocks:
  recovers: {need: crisis, runs: waiting, rate: 0.24 per day, by-severity: {higher: 0.5}, by-frailty: true, expires: {leave: resolved}}
  worsens: {need: crisis, runs: waiting, rate: 0.12 per day, expires: {to: call.attend, severity: higher}}
  returns: {need: crisis, runs: after, outcomes: [advice-only], rate: 1 per day, from: 1 h, until: 28 days, expires: {open: crisis, to: call.answer, channel: emergency-call}}
  relapses: {need: crisis, runs: after, rate: 1 per year, by-state: [{state: {treatment: opiate}, times: 3}], expires: {mark: {treatment: none}}}
  dies: {runs: life, rate: 8.766 per thousand per year, expires: {die: died}}
stock:
  resting: {people: 2, step: call.rest, phase: serving, need: crisis, load: {rate: 8766 per million per year, stay: 10 h}, severity: {higher: 1}, set: {treatment: other}, holding: {suite: {since: {exponential: 10 h}}}}
  queueing: {people: 1, step: call.handover, phase: waiting, waited: 1 h, transient: true, background: true, channel: walk-in, holding: {officers: {units: 2, since: 2 h}}}
gridlock: decline
repeat-contact: by-frailty
sunset: 2027-12-31
study: {decision: Whether to add one, audience: Colleagues, commissioner: Nobody, analyst: Somebody, assurer: A colleague, approver: The head, risk: {rating: very-low, because: A test.}}
assurance: {statement: Read through., by: A colleague}
limits: [Not for planning.]
`;
