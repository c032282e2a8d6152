import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import type { Safe } from './html.js';
import { inPage } from './svg.js';
import { textWidth } from './text-width.js';
import { CONFIG } from './theme.js';

declare module 'vega' {
  /** How Vega measures text; exported, but missing from its types. */
  export const textMetrics: {
    width: (item: { readonly fontSize?: number; readonly fontWeight?: string | number }, text: unknown) => number;
  };
}

/** Vega's own estimate of a text's width cuts labels, and depends on what else is installed: ours is the same everywhere. */
function measureText(): void {
  vega.textMetrics.width = ({ fontSize = 11, fontWeight }, text) =>
    textWidth(String(text ?? ''), fontSize, fontWeight === 'bold' || Number(fontWeight) >= 600);
}

/** Compiles a Vega-Lite spec, with the theme, to a Vega spec, and collects what the compiler warns of. */
export function compiled(spec: TopLevelSpec): { readonly spec: vega.Spec; readonly warnings: readonly string[] } {
  const warnings: string[] = [];
  const note = (...words: readonly unknown[]) => {
    warnings.push(words.map(String).join(' '));
    return logger;
  };
  const silent = () => logger;
  const logger = { level: silent, error: note, warn: note, info: silent, debug: silent };
  return { spec: compile(spec, { config: CONFIG, logger }).spec, warnings };
}

/** A spec without its rows and the values of its parameters, and both by the names under which it then asks for them. */
function apart(spec: TopLevelSpec) {
  const rows = new Map<string, readonly unknown[]>();
  const values = new Map<string, unknown>();
  const named = <T extends { data?: TopLevelSpec['data'] }>(part: T, name: string): T => {
    const own = part.data && 'values' in part.data ? part.data.values : null;
    if (!Array.isArray(own)) return part;
    rows.set(name, own);
    return { ...part, data: { name } };
  };
  const params = (spec.params ?? []).map((param) => {
    if (!('value' in param)) return param;
    const { value, ...rest } = param;
    values.set(param.name, value);
    return rest;
  });
  const form = { ...named(spec, 'rows'), params };
  if (!('layer' in form)) return { form, rows, values };
  return { form: { ...form, layer: form.layer.map((each, at) => named(each, `layer ${at}`)) }, rows, values };
}

/** Forms that are kept: a run has six in its 45 pictures, a comparison more. */
const MOST_FORMS = 64;

/** What Vega made of the forms that were drawn, by their JSON. */
const known = new Map<string, vega.Runtime>();

/** What Vega makes of a form. Pictures that differ by their rows and parameters alone share it: it takes most of drawing one. */
function runtimeOf(form: TopLevelSpec): vega.Runtime {
  const key = JSON.stringify(form);
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_FORMS) known.clear();
  const made = vega.parse(compiled(form).spec);
  known.set(key, made);
  return made;
}

/**
 * Draws a Vega-Lite spec as a static SVG for the page, in plain Node: no fonts, canvas or browser are needed, and the
 * same spec gives the same bytes on any machine.
 */
export async function render(spec: TopLevelSpec, id: string, title: string, description: string): Promise<Safe> {
  measureText();
  const { form, rows, values } = apart(spec);
  const view = new vega.View(runtimeOf(form), { renderer: 'none', logLevel: vega.Error });
  for (const [name, value] of values) view.signal(name, value);
  for (const [name, own] of rows) view.insert(name, own);
  const svg = await view.toSVG();
  view.finalize();
  return inPage(svg, id, title, description);
}
