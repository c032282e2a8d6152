import type { Cell } from '../../experiment/index.js';
import type { Figures } from '../figures.js';
import { panelWorlds } from '../theme.js';
import type { Panel, Row, TextTable } from './chart.js';
import { levelRows, rowsInWords } from './level-rows.js';
import { domainOf, type Reference, rowPanel } from './row-panel.js';

/** A measure by service: what the panels of one chart have in common, and what differs by service. */
export interface ByService {
  readonly measure: string;
  /** What is compared, for text alternatives. */
  readonly what: string;
  readonly services: readonly { readonly id: string; readonly cell: Cell; readonly references: readonly Reference[] }[];
  readonly axis: (cell: Cell) => string;
  /** The same axis for all panels; null: each has its own. */
  readonly domain: readonly [number, number] | null;
}

/** Small multiples, a panel for each service (and for every three policy worlds), a row for each world. */
export function servicePanels(figures: Figures, { measure, what, services, axis, domain }: ByService) {
  const panels: Panel[] = [];
  const rows: string[][] = [];
  for (const { id, cell, references } of services) {
    const label = figures.labels.service(id);
    for (const [part, worlds] of panelWorlds(figures).entries()) {
      const made: readonly Row[] = levelRows(figures, worlds, measure, cell);
      const known = made.filter(({ shown }) => shown.mean !== null);
      panels.push({
        group: null,
        title: label,
        note: '',
        alt: `Dot chart with 95% intervals: ${what}, ${label}, by world. ${rowsInWords(known)}`,
        spec: rowPanel({ rows: known, domain: domain ?? domainOf(known, 0.001), axis: axis(cell), references }),
      });
      const fresh = part === 0 ? made : made.slice(1);
      rows.push(...fresh.map((row) => [label, row.label, row.text]));
    }
  }
  const columns = [
    { label: 'Service', numeric: false },
    { label: 'World', numeric: false },
    { label: `${what.slice(0, 1).toUpperCase()}${what.slice(1)} (95% interval)`, numeric: true },
  ];
  const table: TextTable = { columns, rows };
  return { panels, table };
}
