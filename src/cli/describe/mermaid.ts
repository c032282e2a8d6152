/** Pathways as Mermaid flowcharts, one for each pathway, in Markdown: pages such as GitHub's draw them. */
import { type Step, type WayOut, type World, waysOut } from '../../sim/index.js';
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
  const told = waysOut(step).map((way) => ({ to: way.to, label: labelOf(way, world), dotted: way.by === 'reroute' }));
  const contact = step.verb === 'start' ? [{ to: step.entry, label: 'a second contact', dotted: true }] : [];
  return [...told.filter(({ dotted }) => !dotted), ...contact, ...told.filter(({ dotted }) => dotted)];
}

function labelOf(way: WayOut, world: World): string {
  const shares = (weights: readonly number[]) => bySeverity(weights.map(percent), world.severities);
  switch (way.by) {
    case 'then':
      return '';
    case 'full':
      return 'line full';
    case 'closed':
      return 'closed';
    case 'preempted':
      return 'pre-empted';
    case 'patience':
      return 'gives up';
    case 'case':
      return `${way.of.name}: if ${conditionInWords(way.of.when, world)}`;
    case 'option':
      return `${way.of.name}: ${shares(way.of.weights)}`;
    case 'reroute': {
      const { policy, share, to } = way.of;
      return `${policy}: ${shares(share)}${to.length > 1 ? ` x ${shares(way.option.weights)}` : ''}`;
    }
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
    waysFrom(step, world).map(({ to, label, dotted }) => ({ from: at, to, label, arrow: dotted ? '-.->' : '-->' })),
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
