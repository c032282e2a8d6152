/** A clinic whose offered load can be worked out by hand; see the test beside it. */
export const CLINIC = `spillover: 1
scenario: clinic
label: A clinic
description: Triage, then a nurse, or a doctor in a room.
time: {start: 2024-01-01, warm-up: 1 week, measure: 2 weeks, replications: 2}
area: {id: town, label: Town, population: 1000}
severities: [lower, higher]
agencies: {nhs: NHS}
outcomes: {home: Went home, left: {label: Left, unmet: true}}
services:
  desk: {label: Desk, agency: nhs, unit: clerks, capacity: {mon-fri 08:00-20:00: 6, otherwise: 3}}
  nurse: {label: Nurse, agency: nhs, unit: nurses, capacity: 3, room: 10, standard: {within: 4 h, share: 95%}}
  doctor: {label: Doctor, agency: nhs, unit: doctors, capacity: 10}
  room: {label: Room, agency: nhs, unit: rooms, staff: false, capacity: unlimited}
arrivals:
  walk-ins: {label: Walk-ins, rate: 12 per hour, severity: {lower: 0.75, higher: rest}, to: visit.triage}
  queue: {every: {exponential: 30 min}, to: visit.nurse, background: true}
pathways:
  visit:
    steps:
      triage: {seize: desk, for: 10 min}
      decide:
        branch:
          cases: [{name: severe, when: {severity: higher}, to: doctor}]
          options: {nurse: {share: 0.5, to: nurse}, home: {share: rest, to: =home}}
      nurse: {seize: nurse, for: {lower: 30 min, higher: 1 h}, patience: {after: {exponential: 2 h}, to: =left}, if-full: left}
      to-home: {leave: home}
      left: {leave: left}
      doctor: {seize: [doctor, room], units: {doctor: 2}, for: {exponential: 1 h}}
      again:
        branch:
          options: {again: {share: 25%, to: doctor}, home: {share: rest, to: desk}}
      desk: {seize: desk, for: 15 min, priority: {lower: 1, higher: 0}, then: to-home}
`;
