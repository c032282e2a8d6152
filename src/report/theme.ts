import type { Config } from 'vega-lite';
import type { Figures } from './figures.js';

/** Analysis Function palette, in its order: neighbours stand out from each other, those two apart need not. */
export const PALETTE = ['#12436D', '#28A197', '#801650', '#F46A25', '#3D3D3D', '#A285D1'] as const;
/** Text, and marks that belong to no world. */
export const INK = '#1d1d1d';
/** Secondary text: 7.5 to 1 on white. */
export const QUIET = '#505050';
/** Axis lines and grid. */
export const LINE = '#BFBFBF';
/** Background, and the inside of hollow marks. */
export const WHITE = '#FFFFFF';

/** Font for page and charts. Charts are laid out for DejaVu Sans, the widest of these. */
export const FONT = "Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif";

/** Sizes of type [CSS pixels]. Nothing is smaller than `small`, on any screen: charts are never scaled down. */
export const TYPE = { small: 12, chart: 13, body: 17, heading: 22, title: 34 } as const;

/** Width of a chart panel [CSS pixels]: fits a phone of 390 pixels, two to a printed page, three to a screen. */
export const PANEL_WIDTH = 340;

/** Shapes and dashes in the order of the palette, so that no meaning hangs on colour alone. */
const SHAPES = ['circle', 'square', 'diamond', 'triangle-up', 'cross', 'triangle-down'] as const;
const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [9, 3, 2, 3], [4, 2], [1, 4]];

/** How a world is drawn, the same in every chart. */
export interface WorldStyle {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  readonly shape: (typeof SHAPES)[number];
  readonly dash: readonly number[];
}

/** The styles of all worlds, baseline first; a seventh world begins the palette again after the baseline's colour. */
export function worldStyles(figures: Figures): readonly WorldStyle[] {
  return [figures.baseline, ...figures.policyWorlds].map((world, i) => {
    const turn = i === 0 ? 0 : 1 + ((i - 1) % (PALETTE.length - 1));
    return {
      id: world.id,
      label: figures.labels.shortWorld(world.id),
      colour: PALETTE[turn]!,
      shape: SHAPES[turn]!,
      dash: DASHES[turn]!,
    };
  });
}

/** Worlds by panel: the baseline with at most three others, so that no panel has more than four series. */
export function panelWorlds(figures: Figures): readonly (readonly WorldStyle[])[] {
  const [baseline, ...others] = worldStyles(figures);
  const panels: WorldStyle[][] = [];
  for (let i = 0; i === 0 || i < others.length; i += 3) panels.push([baseline!, ...others.slice(i, i + 3)]);
  return panels;
}

/** Vega-Lite configuration of every chart. */
export const CONFIG: Config = {
  aria: false,
  background: WHITE,
  font: FONT,
  view: { stroke: null },
  axis: {
    labelFontSize: TYPE.small,
    titleFontSize: TYPE.small,
    titleFontWeight: 'normal',
    labelColor: INK,
    titleColor: INK,
    labelLimit: 0,
    titleLimit: 0,
    domainColor: QUIET,
    tickColor: QUIET,
    gridColor: '#E3E3E3',
    tickSize: 4,
    labelPadding: 3,
    titlePadding: 4,
  },
  legend: { labelLimit: 0 },
  text: { font: FONT, fontSize: TYPE.chart, fill: INK },
};
