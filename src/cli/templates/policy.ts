import type { Dates } from './dates.js';

/** What of a scenario a new policy takes hold of. */
export interface Ground {
  /** The scenario, as `extends` names it and as a shell does. */
  readonly scenario: string;
  /** What it is called in a title. */
  readonly title: string;
  /** Who is moved, and the step to which they come. */
  readonly who: string;
  readonly step: string;
  /** A service to scale in an example. */
  readonly service: string;
  /** The agency whose rule changes, and which runs the new team; null where the scenario names none. */
  readonly agency: string | null;
  /** An outcome with which the moved leave. */
  readonly outcome: string;
  /** Day on which it starts in a run by dates. */
  readonly starts: string;
}

/** The ground of a policy for which no scenario is named. */
export const SHIPPED_GROUND: Ground = {
  scenario: 'uk-baseline',
  title: 'The baseline',
  who: 'the people who call the crisis line',
  step: 'crisis-line.answer',
  service: 'crisis-line',
  agency: 'nhs-mental-health',
  outcome: 'supported-by-phone',
  starts: '2023-07-03',
};

/** An example of an edit that names a decision of the shipped baseline: nothing on another scenario, which has none of that name. */
function thresholdFor(ground: Ground): string {
  if (ground !== SHIPPED_GROUND) return '';
  return `  # - threshold: {step: welfare.decide, option: police-attend, below: higher, to: welfare.advise}
  #                                                                     # keeps an option for the more severe
`;
}

/** The policy that `new policy` writes: commented, with one edit of two kinds, and more to choose from. */
export function startingPolicy(id: string, { madeOn, reviewBy }: Dates, ground: Ground): string {
  const { scenario, who, step, service, agency, outcome, starts } = ground;
  return `# yaml-language-server: $schema=policy.schema.json
# A policy is a named list of edits to a world. This one is made up: a share of ${who} are
# offered a talk with a new team instead. Change it to what you have in mind, and check it with the scenario that uses it:
#   spillover check ./${id}.yaml ./with-${id}.yaml
spillover: 1
policy: ${id}
label: A new team beside ${service === SHIPPED_GROUND.service ? 'the crisis line' : service}
description: Some of ${who} talk with a new team instead.${agency === null ? '' : `\norigin: ${agency} # the agency whose rule changes`}
# For runs with \`--design go-live\`: when it starts, and how long it takes to be in force in full.
starts: ${starts}
ramp: 12 weeks
# needs-future: supply # where an answer without such a future would mislead; \`spillover policies\` lists those that ship
strict: true # every number below has to be a parameter
assumptions: {made-by: Your name, made-on: ${madeOn}, review-by: ${reviewBy}}

# Numbers that others may set where they use the policy: {policy: ./${id}.yaml, with: {${id}-share: 0.3}}
levers:
  ${id}-share: {label: Share of them who talk with the new team, range: [0, 1]}

# Every number with its unit, where it comes from, and a grade from A (direct) to E (placeholder).
parameters:
  ${id}-share:
    value: 0.2
    assumption: A fifth of them accept.
    grade: E
    range: [0.05, 0.5]
  ${id}-staff:
    value: {mon-fri 09:00-21:00: 3, otherwise: 1}
    assumption: Three workers by day, one at night and at weekends.
    grade: E
    range: [{mon-fri 09:00-21:00: 1, otherwise: 1}, {mon-fri 09:00-21:00: 6, otherwise: 3}]
  ${id}-time:
    value: {lognormal: {mean: 40 min, sd: 25 min}}
    assumption: A talk, and somewhat more.
    grade: E
    range: [{lognormal: {mean: 20 min, sd: 15 min}}, {lognormal: {mean: 60 min, sd: 40 min}}]

# What it changes, in order. The names are those of the scenario: see \`spillover describe ${scenario}\`.
edits:
  # Adds what is new. A way (\`then\`) to \`=${outcome}\` leaves with that outcome of the scenario.
  - add:
      services:
        new-${id}: {label: New team,${agency === null ? '' : ` agency: ${agency},`} unit: workers, capacity: $${id}-staff}
      pathways:
        new-${id}:
          steps:
            talk: {seize: new-${id}, for: $${id}-time, then: =${outcome}}
  # Sends a share of those who come to a step elsewhere; nobody else is moved.
  - reroute: {step: ${step}, share: $${id}-share, to: new-${id}.talk}
  # Other kinds, to be used with parameters of your own:
  # - scale: {what: services.${service}.capacity, by: $more-staff}     # multiplies a value
  # - set: {what: services.${service}.capacity, to: $new-staff}        # puts another value in place
${thresholdFor(ground)}
limits:
  - Everything in it is made up.
`;
}

/** A text as a value of YAML, in quotes where it might be read as something else. */
function inYaml(text: string): string {
  return /^[A-Za-z](?:[\w ,.()’–-]*\w)?$/.test(text) ? text : JSON.stringify(text);
}

/** A scenario that puts the policy on another one. */
export function scenarioWith(id: string, { scenario, title }: Ground): string {
  return `# yaml-language-server: $schema=scenario.schema.json
# ${scenario} with one policy in force throughout. Only what differs from it stands here.
#   spillover compare ${scenario} ./with-${id}.yaml
spillover: 1
scenario: with-${id}
label: ${inYaml(`${title} with the policy ${id}`)}
extends: ${scenario}
policies:
  - ./${id}.yaml
  # To set a lever: - {policy: ./${id}.yaml, with: {${id}-share: 0.3}}
  # To add a shipped policy: - right-care-right-person
`;
}
