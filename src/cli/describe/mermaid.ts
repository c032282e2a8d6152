/** Pathways as Mermaid flowcharts, one for each pathway, in Markdown: pages such as GitHub's draw them. */
import { NONE, type Step, type World } from '../../sim/index.js';
import { inOneLine } from '../one-line.js';
import { conditionInWords } from './conditions.js';
import type { Labels } from './pathways.js';
import { bySeverity, percent } from './quantities.js';

/** Characters that mean something to Mermaid or to HTML, as entities of Mermaid. */
const ENTITIES: Readonly<Record<string, string>> = {
  '#': '#35;',
  '"': '#quot;',
  '<': '#lt;',
  '>': '#gt;',
  '&': '#amp;',
  '`': '#96;',
  '\\': '#92;',
  '%': '#37;',
};

/** Text in quotation marks, as Mermaid reads it whatever stands in it: it obeys `%%{…}%%` wherever that stands, even there. */
function quoted(text: string): string {
  return `"${inOneLine(text).replaceAll(/[#"<>&`\\]|%(?=[%{])/g, (character) => ENTITIES[character] ?? '')}"`;
}

interface Way {
  readonly to: number;
  readonly label: string;
  /** Dotted: made by a policy, or the start of a second contact. */
  readonly dotted?: boolean;
}

/** Every way on from a step, with what sends people along it. */
function waysFrom(step: Step, world: World): Way[] {
  const shares = (weights: readonly number[]) => bySeverity(weights.map(percent), world.severities);
  const rerouted = step.reroutes.flatMap(({ policy, share, to }) =>
    to.map((way) => ({
      to: way.to,
      label: `${policy}: ${shares(share)}${to.length > 1 ? ` x ${shares(way.weights)}` : ''}`,
      dotted: true,
    })),
  );
  const on = 'then' in step ? [{ to: step.then, label: '' }] : [];
  switch (step.verb) {
    case 'seize':
      return [
        ...on,
        ...(step.patience === null ? [] : [{ to: step.patience.to, label: 'gives up' }]),
        { to: step.ifFull, label: 'line full' },
        { to: step.ifClosed, label: 'closed' },
        { to: step.ifPreempted, label: 'pre-empted' },
        ...rerouted,
      ];
    case 'branch':
      return [
        ...step.cases.map(({ name, when, to }) => ({ to, label: `${name}: if ${conditionInWords(when, world)}` })),
        ...step.options.map(({ name, weights, to }) => ({ to, label: `${name}: ${shares(weights)}` })),
        ...rerouted,
      ];
    case 'start':
      return [...on, { to: step.entry, label: 'a second contact', dotted: true }, ...rerouted];
    default:
      return [...on, ...rerouted];
  }
}

/** What a step is, in few words; the lengths and the rest are in `describe`. */
function nodeText(step: Step, labels: Labels): string {
  const name = step.name.slice(step.name.indexOf('.') + 1);
  const services = (all: readonly number[]) => all.map((at) => labels.services[at]?.label ?? '?').join(' and ');
  switch (step.verb) {
    case 'seize':
      return `${name}: ${services(step.services)}`;
    case 'release':
      return `${name}: gives back ${step.services.length === 0 ? 'everything' : services(step.services)}`;
    case 'delay':
      return `${name}: time passes`;
    default:
      return name;
  }
}

function node(at: number, step: Step, pathway: number, labels: Labels): string {
  if (step.verb === 'leave') return `s${at}([${quoted(labels.outcomes[step.outcome]?.label ?? '?')}])`;
  if (step.pathway !== pathway) return `s${at}[[${quoted(step.name)}]]`;
  const text = quoted(nodeText(step, labels));
  return step.verb === 'branch' ? `s${at}{${text}}` : `s${at}[${text}]`;
}

/** One pathway as a flowchart. */
function flowchart(pathway: number, world: World, labels: Labels): string[] {
  const steps = world.epochs[0]?.tables.steps ?? [];
  const own = steps.flatMap((step, at) => (step.pathway === pathway ? [{ step, at }] : []));
  const edges = own.flatMap(({ step, at }) =>
    waysFrom(step, world)
      .filter(({ to }) => to !== NONE)
      .map(({ to, label, dotted }) => ({ from: at, to, label, arrow: dotted ? '-.->' : '-->' })),
  );
  const shown = [...new Set([...own.map(({ at }) => at), ...edges.map(({ to }) => to)])];
  const isReached = (at: number) => steps[at]?.verb !== 'leave' || edges.some(({ to }) => to === at);
  return [
    'flowchart TD',
    ...shown.filter(isReached).flatMap((at) => {
      const step = steps[at];
      return step === undefined ? [] : [`  ${node(at, step, pathway, labels)}`];
    }),
    ...edges.map(({ from, to, label, arrow }) =>
      label === '' ? `  s${from} ${arrow} s${to}` : `  s${from} ${arrow}|${quoted(label)}| s${to}`,
    ),
  ];
}

/** Every pathway of a world as a flowchart under a heading of its own. */
export function pathwaysAsMermaid(world: World, labels: Labels, title: string): string {
  const heading = (text: string) => inOneLine(text).replaceAll(/[\\`*_[\]<>#|]/g, (character) => `\\${character}`);
  const charts = world.pathways.map(({ name }, at) =>
    ['', `## ${heading(name)}`, '', '```mermaid', ...flowchart(at, world, labels), '```'].join('\n'),
  );
  return [`# Pathways: ${heading(title)}`, ...charts].join('\n');
}
