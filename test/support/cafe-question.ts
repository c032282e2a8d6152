/** A library with one café, a policy, a future and a question about them: small enough to run in a moment. */
import { CAFE } from '../cli/support/cafe.js';

/** The question, whose text would do harm if it were not escaped. */
export const QUESTION = `spillover: 1
question: third-worker
title: Does the café need a third worker? <script>alert(1)</script>
asked: Would a third worker help?
source: 'A reader, https://example.org/question'
world: cafe
time: {measure: 3 weeks}
compared:
  third: {label: A third worker, policies: [more]}
futures: [dry]
figures:
  gave-up: {label: People who gave up, measure: unmet}
  wait: {label: Mean wait, measure: wait-mean, where: {service: cafe, group: people}}
answers:
  - {of: third, figure: gave-up, more: It makes it worse, fewer: It does}
  - {of: third, figure: wait, in: dry, more: Waits are longer, fewer: Waits are shorter}
can-say: How many people leave unhelped.
cannot-say: Whether they come to harm.
`;

/** Files of the library, by path. */
export const LIBRARY = {
  'cafe.yaml': CAFE,
  'third-worker.yaml':
    'spillover: 1\nscenario: third-worker\nlabel: Third <img src=x onerror=alert(2)>\nextends: cafe\npolicies: [more]\n',
  'longer.yaml': 'spillover: 1\nscenario: longer\nextends: cafe\ntime: {measure: 3 weeks}\npolicies: [more]\n',
  'policies/more.yaml':
    'spillover: 1\npolicy: more\nlabel: A third worker\nedits:\n  - set: {what: services.cafe.capacity, to: 3}\n',
  'futures/dry.yaml':
    "spillover: 1\npolicy: dry\nfuture: rain\nlabel: 'Future: a dry year'\nedits:\n  - scale: {what: arrivals.visitors.rate, by: 0.8}\n",
  'questions/third-worker.yaml': QUESTION,
};

/** The same files as an analyst's own: by path, in a project. */
export const OWN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...LIBRARY, 'spillover.yaml': '' }).map(([path, text]) => [
    path,
    path.startsWith('questions/')
      ? text
          .replace('world: cafe', 'world: ../cafe.yaml')
          .replace('[more]', '[../policies/more.yaml]')
          .replace('[dry]', '[../futures/dry.yaml]')
          .replace('in: dry', 'in: ../futures/dry.yaml')
      : text,
  ]),
);

/** Files whose questions look at things as they are, and in no future. */
export function withoutFuture(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const shorter = (text: string) => text.replace(/^futures: .*\n/m, '').replace(/^ {2}- .*, in: .*\n/m, '');
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, shorter(text)]));
}
