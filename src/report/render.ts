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

/**
 * Draws a Vega-Lite spec as a static SVG for the page, in plain Node: no fonts, canvas or browser are needed, and the
 * same spec gives the same bytes on any machine.
 */
export async function render(spec: TopLevelSpec, id: string, title: string, description: string): Promise<Safe> {
  measureText();
  const view = new vega.View(vega.parse(compiled(spec).spec), { renderer: 'none', logLevel: vega.Error });
  const svg = await view.toSVG();
  view.finalize();
  return inPage(svg, id, title, description);
}
