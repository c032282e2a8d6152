import type { Dates } from './dates.js';

/** The scenario that `init` writes: small, commented, and ready to run. */
export function startingScenario(id: string, { madeOn, reviewBy }: Dates): string {
  return `# yaml-language-server: $schema=scenario.schema.json
# A first scenario: a town with one crisis café. People in crisis come in, talk with a worker, and leave; some give up when
# it takes too long. Everything is made up. Change a number, run it again, and see what follows.
#   spillover check FILE      lists every problem in it, with line and next step
#   spillover describe FILE   tells in plain words what it says
#   spillover run FILE        simulates it, and writes a report
spillover: 1 # the version of the file format
scenario: ${id} # lower case, digits and hyphens; output folders are named after it
label: A town with one crisis café
description: People in crisis come to a café, and leave when they have waited too long.
owner: Your name
# What it is for, and who stands behind it; the report lists what is not recorded here. Not the analyst but somebody else
# may be named as \`assurer\`, who checks it, and as \`approver\`, who agrees that it is used.
study: {decision: whether the café needs a second worker, analyst: Your name}
# Every number has to stand under \`parameters\`, with what it rests on. Take this line out while you only try things.
strict: true
# For the log of assumptions: who chose the numbers. A parameter may say otherwise of itself.
assumptions: {made-by: Your name, made-on: ${madeOn}, review-by: ${reviewBy}}

# A run starts on a Monday. The warm-up fills the town and is thrown away; what is measured comes after it. Replications
# are runs with other luck: the more, the narrower the intervals.
time: {start: 2024-01-01, warm-up: 1 week, measure: 8 weeks, follow-up: 1 week, replications: 20}

# Several towns would stand in a list, \`areas: [{id: …, population: …}, …]\`, and each have what follows for itself.
area: {id: smalltown, label: Smalltown, population: 100000}

# From least to most severe. A value may be one for all, or a map: {lower: 20 min, higher: 1 h}.
severities: [lower, higher]

# Who runs services. Staff hours are counted for each.
agencies: {voluntary: Voluntary sector}

# How people leave. \`unmet: true\` counts as a need that was not met.
outcomes:
  helped: Helped
  gave-up: {label: Gave up waiting, unmet: true}

# What people wait for. \`unit\` says what one of them is, in the plural. \`$name\` stands for a parameter below.
services:
  cafe:
    label: Crisis café
    agency: voluntary
    unit: workers
    capacity: $cafe-workers
    standard: {within: 30 min, share: 90%} # what waits are judged against

# What arises in the people of the area, how often, and where they turn.
needs:
  crisis:
    label: Crisis
    onset: {rate: $crisis-rate}
    severity: {higher: $higher-share, lower: rest}
    channels:
      walk-in: {share: $walk-in-share, to: visit.talk}
      # A second way in would stand here. The shares add to 1; \`rest\` is what the others leave.

# The way through the services, step by step. A step goes on to the next one unless it says otherwise (\`then\`).
# \`=gave-up\` leaves with that outcome.
pathways:
  visit:
    label: A visit to the café
    need: crisis
    steps:
      talk:
        seize: cafe # waits for a worker, and keeps them while they talk
        for: $talk-time
        priority: {higher: 0, lower: 1} # 0 goes first
        patience: {after: $patience, to: =gave-up}
      end: {leave: helped}

# Every number, with its unit, where it comes from and how good that is: A direct, right place and time; B the same from
# another place or time; C derived; D expert view; E placeholder. \`source\` is the id of a piece of evidence
# (\`spillover sources\` shows those in use), or a citation in words with \`url\`. An assumption needs a range.
parameters:
  crisis-rate:
    value: 146000 per million per year
    assumption: About 40 people a day in a town of 100,000.
    grade: E
    range: [73000 per million per year, 219000 per million per year]
  higher-share:
    value: 25%
    assumption: A quarter are in acute distress.
    grade: E
    range: [10%, 40%]
  walk-in-share:
    value: 100%
    assumption: All come to the café themselves.
    grade: E
    range: [50%, 100%]
  cafe-workers:
    # Hours that are not named are \`otherwise\`; one number alone holds round the clock.
    value: {mon-fri 08:00-22:00: 3, otherwise: 2}
    assumption: Three workers by day, two at night and at weekends.
    grade: E
    range: [{mon-fri 08:00-22:00: 2, otherwise: 1}, {mon-fri 08:00-22:00: 5, otherwise: 3}]
  talk-time:
    value: {lognormal: {mean: 1 h, sd: 40 min}}
    assumption: An hour on average; a few talks are much longer.
    grade: E
    range: [{lognormal: {mean: 40 min, sd: 30 min}}, {lognormal: {mean: 90 min, sd: 60 min}}]
  patience:
    value: {exponential: 2 h}
    assumption: Half of all would wait for more than an hour and twenty minutes.
    grade: E
    range: [{exponential: 1 h}, {exponential: 4 h}]

limits:
  - Everything in it is made up.
`;
}
