/** Made-up services, agencies, outcomes and moves of the report's test fixture, as tables. */

function table(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}

function numbers(text: string): readonly number[] {
  return text.split(' ').map(Number);
}

/** Worlds: id, label, what it is, agency that the policy starts from. The first is the baseline. */
export const WORLDS = table(`
plain-world  | A county before any of the three policies | Levels of one year, no policy. | police
fewer-visits | Fewer police visits | Police go to fewer calls that are not about crime. | police
talk-first   | Talk before charge | People found with drugs are offered a talk in place of a charge. | police
open-doors   | Administrative offence for possession, with a commission | Possession goes to a panel. | justice
`).map(([id = '', label = '', description = '', origin = '']) => ({ id, label, description, origin }));

/** Agencies: id, label, staff hours a week, then added, stretched and dropped hours in each policy world. */
export const AGENCIES = table(`
police         | Police                  | 5210 | 31 -44 812 | 4 0.6 66 | 2 0 91
ambulance      | Ambulance trust         | 3890 | 88 9 3     | 0 0 0    | 0.4 0 0.6
acute-hospital | Acute hospital trust    | 4410 | 61 14 4    | 0 0 0    | 0 0 2
mental-health  | NHS mental health trust | 2960 | 204 22 18  | 1 0 0.8  | 0 0 0
council        | Local council           | 410  | 0 -6 11    | 0 0 0    | 126 0 0
justice        | Courts and prosecution  | 620  | 0 0 0      | 0 0 71   | 0 0 133
drug-services  | Drug treatment services | 990  | 0 0 0      | 52 3 1   | 121 8 1
voluntary      | Voluntary sector        | 805  | 41 0 0     | 27 0 0   | 12 0 0
`).map(([id = '', label = '', hours = '', ...parts]) => ({
  id,
  label,
  hours: Number(hours),
  parts: parts.map(numbers),
}));

/**
 * Services: id, label, agency, one unit, whether staff; contacts a week, mean wait [hours], occupancy (- for unlimited),
 * share of time full; standard [hours, share] or -; factors on contacts and on waits in the policy worlds.
 */
export const SERVICES = table(`
control-room | Police control room | police | call handlers | yes | 2140 0.011 0.71 0.06 | 0.002777777777777778 0.9 | 1 1 1 | 1 1 1
patrols | Police response | police | officers | yes | 690 0.94 0.83 0.31 | 1 0.8 | 0.62 0.93 0.97 | 0.71 0.97 1
custody | Police custody | police | cells | no | 158 0.2 0.44 0.02 | - | 0.98 0.71 0.66 | 1 0.8 0.7
ambulance | Ambulance service | ambulance | crews | yes | 412 0.72 0.88 0.42 | 0.6666666666666666 0.9 | 1.09 1 1.01 | 1.19 1 1
emergency-department | A&E department | acute-hospital | clinicians | yes | 365 2.9 0.93 0.57 | 4 0.95 | 1.05 1 0.99 | 1.14 1 1
liaison | Liaison psychiatry | mental-health | practitioners | yes | 164 2.4 0.79 0.35 | 1 0.8 | 1.06 1 1 | 1.2 1 1
crisis-line | NHS 111 mental health option (crisis line) | mental-health | call takers | yes | 1230 0.05 0.66 0.11 | 0.016666666666666666 0.75 | 1.11 1 1 | 1.6 1 1
crisis-team | Crisis resolution and home treatment team | mental-health | practitioners | yes | 214 7.3 0.91 0.64 | 24 0.9 | 1.12 1.01 1 | 1.42 1 1
safe-place | Health-based place of safety | mental-health | suites | no | 10.4 3.2 0.58 0.22 | 3 0.8 | 0.83 1 1 | 0.71 1 1
approved-professionals | Approved mental health professionals | council | professionals | yes | 21 5.1 0.62 0.2 | - | 0.9 1 1 | 0.86 1 1
acute-beds | Acute mental health beds | mental-health | beds | no | 19.6 41 0.98 0.86 | - | 1 1 1 | 1.02 1 1
courts | Magistrates’ courts | justice | sittings | yes | 61 512 0.9 0.71 | - | 1 0.74 0.52 | 1 0.83 0.6
drug-assessment | Drug treatment assessment | drug-services | assessors | yes | 48 118 0.86 0.55 | 504 0.95 | 1 1.22 1.64 | 1 1.31 2.2
commission | Dissuasion commission | council | panels | yes | 0 0 0 0 | - | 1 1 1 | 1 1 1
charities | Voluntary sector listening and support | voluntary | volunteers | yes | 302 0 - 0 | - | 1.14 1.09 1.04 | 1 1 1
`).map(
  ([
    id = '',
    label = '',
    agency = '',
    unit = '',
    staff = '',
    levels = '',
    standard = '',
    onContacts = '',
    onWaits = '',
  ]) => {
    const [contacts = 0, wait = 0, occupancy = 0, full = 0] = numbers(levels);
    const [within = 0, share = 0] = numbers(standard);
    return {
      id,
      label,
      agency,
      unit,
      staff: staff === 'yes',
      standard: standard === '-' ? null : { within, share, source: `standard-of-${id}` },
      contacts,
      wait,
      occupancy: Number.isNaN(occupancy) ? null : occupancy,
      full,
      onContacts: numbers(onContacts),
      onWaits: numbers(onWaits),
    };
  },
);

/** Needs: id and label. */
export const NEEDS = table(`
crisis     | Mental health crisis
welfare    | Concern for welfare
dependence | Drug dependence
possession | Drug possession
`).map(([id = '', label = '']) => ({ id, label }));

/** Outcomes: id, label, whether the need is unmet, need, episodes a week, factors in the policy worlds. */
export const OUTCOMES = table(`
resolved    | Resolved               | no  | crisis     | 431  | 0.98 1 1
advice-only | Advice only            | no  | crisis     | 118  | 1.31 1 1
admitted    | Admitted               | no  | crisis     | 19.2 | 1 1 1
gave-up     | Gave up waiting        | yes | crisis     | 88   | 1.13 1 1
checked     | Found and well         | no  | welfare    | 203  | 0.64 1 1
nobody-came | Nobody came            | yes | welfare    | 22   | 1.9 1 1
treated     | Treatment begun        | no  | dependence | 31   | 1 1.12 1.3
lost        | Lost before treatment  | yes | dependence | 14.5 | 1 1.09 1.24
prosecuted  | Prosecuted             | no  | possession | 44   | 1 0.61 0.04
diverted    | Diverted and completed | no  | possession | 6    | 1 3.1 4.4
`).map(([id = '', label = '', unmet = '', need = '', level = '', factors = '']) => ({
  id,
  label,
  unmet: unmet === 'yes',
  need,
  level: Number(level),
  factors: numbers(factors),
}));

/** Moves by a rule: from, to, episodes a week in each policy world. */
export const FORKS = table(`
patrols              | none:advice-only     | 121 0 0
patrols              | crisis-line          | 74 0 0
patrols              | ambulance            | 36 0 0
patrols              | crisis-team          | 19 0 0
patrols              | none:nobody-came     | 12.4 0 0
patrols              | charities            | 41 0 0
safe-place           | emergency-department | 1.8 0 0
emergency-department | none:gave-up         | 3.2 0 0
courts               | drug-assessment      | 0 11 4
courts               | none:diverted        | 0 12.5 3
custody              | none:diverted        | 0 6.2 0
custody              | charities            | 0 27 0
courts               | commission           | 0 0 41
custody              | commission           | 0 0 22
`).map(([from = '', to = '', values = '']) => ({ from, to, values: numbers(values) }));

/** Measures and comparisons: id, label, unit, dimensions, kind. */
export const MEASURES = table(`
contacts          | Contacts                     | a week             | service group  | measure
declined          | Declined                     | a week             | service reason | measure
full-share        | Share of time full           | share              | service        | measure
hours-change      | Change in staff hours        | staff hours a week | agency kind    | comparison
bystanders        | Bystanders                   | episodes a week    | group kind     | comparison
differences       | Differences by cause         | episodes a week    | group cause    | comparison
displacement-ratio | Displacement ratio          | staff hours per hour freed | agency kind hours | comparison
waiting-by-class  | Change in hours waited       | person hours a week | service class | comparison
demand-ledger     | Hours requested and served   | unit hours a week  | service who line | comparison
supply-ledger     | Hours freed and absorbed     | unit hours a week  | service line   | comparison
occupancy         | Occupancy                    | share              | service        | measure
occupancy-by-hour | Occupancy by hour            | share              | service hour   | measure
outcomes          | Outcomes                     | a week             | need outcome   | measure
people-changed    | Episodes changed             | episodes a week    | kind           | comparison
rule-forks        | Contacts sent elsewhere      | a week             | from to policy | comparison
staff-hours       | Staff hours                  | staff hours a week | agency         | measure
unmet             | Needs not met                | episodes a week    |                | measure
wait-mean         | Mean wait                    | hours              | service group  | measure
wait-p90          | Wait of nine in ten          | hours              | service group  | measure
weekly-contacts   | Contacts by week             | contacts a week    | service week   | weekly
weekly-in-use     | Units in use by week         | units              | service week   | weekly
weekly-open-episodes | Open episodes by week     | episodes           | group week     | weekly
weekly-wait       | Mean wait by week            | hours              | service week   | weekly
weekly-waiting    | People waiting by week       | people             | service week   | weekly
within-standard   | Started within the standard  | share              | service        | measure
`).map(([id = '', label = '', unit = '', dimensions = '', kind = '']) => ({
  id,
  label,
  unit,
  dimensions: dimensions === '' ? [] : dimensions.split(' '),
  better: 'neither' as const,
  description: `${label}, as made up for tests.`,
  kind: kind as 'comparison' | 'measure' | 'weekly',
}));
