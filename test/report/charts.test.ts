/** Every chart: two titles, text alternatives, at most four series, the baseline shown, and a table of what is plotted. */
import { Error as errorsOnly, parse, View } from 'vega';
import { describe, expect, it } from 'vitest';
import { charts } from '../../src/report/charts/index.js';
import { Figures } from '../../src/report/figures.js';
import { type Chart, isChart, type Panel } from '../../src/report/panels/chart.js';
import { compiled, render } from '../../src/report/render.js';
import { sections } from '../../src/report/sections/index.js';
import { inPage } from '../../src/report/svg.js';
import { resultsFixture } from '../support/results-fixture.js';
import { madeUpArms } from '../support/results-ledgers.js';

type Plotted = Readonly<Record<string, unknown>>;

/** The same run with six policy worlds. */
function manyWorlds() {
  const results = resultsFixture();
  const copies = [1, 2].flatMap((copy) =>
    results.worlds.slice(1).map((world) => ({ ...world, id: `${world.id}-${copy}`, label: `${world.label} ${copy}` })),
  );
  const again = <T extends { world: string }>(rows: readonly T[]) =>
    [1, 2].flatMap((copy) =>
      rows.filter(({ world }) => world !== results.baseline).map((row) => ({ ...row, world: `${row.world}-${copy}` })),
    );
  const base = results.estimates.filter(({ world }) => world === results.baseline);
  return {
    ...results,
    worlds: [results.worlds[0]!, ...copies],
    estimates: [...base, ...again(results.estimates)],
    differences: again(results.differences),
  };
}

/** The rows that a panel plots: the named data set of its spec. */
function plotted(panel: Panel): readonly Plotted[] {
  const { data } = panel.spec as unknown as { data: { name: string; values: readonly Plotted[] } };
  expect(data.name).toBe('rows');
  return data.values;
}

/** Numbers in a text, in order: `−320 (−350 to −290)` gives three. */
function numbersIn(text: string): number[] {
  return (text.match(/−?\d[\d,]*(?:\.\d+)?/g) ?? []).map((word) => Number(word.replaceAll(',', '').replace('−', '-')));
}

function made(given = resultsFixture()): [string, Chart][] {
  const others = given.worlds.map(({ id }) => id).filter((id) => id !== given.baseline);
  const results = { ...given, fourArms: madeUpArms(others) };
  const figures = new Figures(results);
  const live = new Figures({ ...results, design: { ...results.design, kind: 'go-live' } });
  return charts.map(({ make, section }) => {
    const one = make(section === 'go-live' ? live : figures);
    if (!isChart(one))
      throw new Error(`${one.leftOut} A chart needs numbers in the made-up run: test/support/results-fixture.ts.`);
    return [one.id, one];
  });
}

it('every chart stands in a section of the page', () => {
  const ids = sections.map(({ id }) => id);
  for (const { section } of charts) expect(ids).toContain(section);
});

describe.each([
  ['four worlds', made()],
  ['seven worlds', made(manyWorlds())],
])('charts of %s', (_, all) => {
  describe.each(all)('%s', (_name, chart) => {
    it('has two titles, a finding with a number and its interval, a caption and a source table', () => {
      expect(chart.message.length).toBeGreaterThan(10);
      expect(chart.formal).toContain('Madeupshire, 1,000,000 people, 13 weeks measured, simulated');
      expect(chart.finding).toMatch(/\d.*\(95% interval .+ to .+\)/);
      expect(chart.caption).toMatch(/95% interval/);
      expect(chart.csv).toMatch(/^[a-z-]+\.csv$/);
    });

    it('has a text alternative on every panel, with a number and its interval', () => {
      expect(chart.panels.length).toBeGreaterThan(0);
      for (const panel of chart.panels) {
        expect(panel.alt).toMatch(/^(Dot|Bar|Line) chart.*: .*\d.*\(.* to .*\)/);
        expect(panel.title).not.toBe('');
      }
    });

    it('has at most four series in a panel, and compiles without a warning', () => {
      for (const panel of chart.panels) {
        expect(new Set(plotted(panel).map(({ series }) => series)).size).toBeLessThanOrEqual(4);
        expect(compiled(panel.spec).warnings).toEqual([]);
      }
    });

    it('is drawn as Vega draws each picture by itself, whatever was drawn before', async () => {
      for (const { spec, title, alt } of chart.panels) {
        const drawn = await render(spec, 'a', title, alt);
        const alone = await new View(parse(compiled(spec).spec), { renderer: 'none', logLevel: errorsOnly }).toSVG();
        expect(drawn.markup).toBe(inPage(alone, 'a', title, alt).markup);
      }
    });

    it('has each plotted number in its data table, as printed', () => {
      const table = chart.table.rows.map((row) => row.join(' | '));
      for (const panel of chart.panels) {
        for (const row of plotted(panel)) {
          if ('hour' in row || 'week' in row) continue;
          const { label, text, mean, low, high } = row as {
            label: string;
            text: string;
            mean: number | null;
            low: number;
            high: number;
          };
          expect(table.filter((line) => line.includes(String(label)) && line.includes(String(text)))).not.toEqual([]);
          if (mean === null) expect(text).toBe('[x]');
          else expect(numbersIn(text)).toEqual(text.endsWith('every run') ? [0] : [mean, low, high]);
        }
      }
    });

    it('has no row in its data table without the right number of cells', () => {
      for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length);
    });

    it('shows the baseline', () => {
      const text = JSON.stringify([chart.panels.map(({ spec, note }) => [spec, note]), chart.caption]);
      expect(text).toMatch(/[Bb]aseline|plain-world/);
    });
  });
});

describe('occupancy by hour', () => {
  it('plots the means of its data table', () => {
    const [, chart] = made().find(([name]) => name === 'occupancy-by-hour')!;
    const [panel] = chart.panels;
    const rows = chart.table.rows.filter(([service]) => service === panel!.title);
    expect(rows).toHaveLength(168);
    const worlds = ['plain-world', 'fewer-visits', 'talk-first', 'open-doors'];
    for (const { series, hour, mean } of plotted(panel!)) {
      const text = rows[Number(hour)]![3 + worlds.indexOf(String(series))]!;
      expect(numbersIn(text)[0]).toBe(mean);
    }
  });
});

describe('lines over the weeks of a run', () => {
  it.each(['weekly-contacts', 'weekly-waits', 'weekly-hours', 'warm-up'])('of %s are those of the data table', (id) => {
    const [, chart] = made().find(([name]) => name === id)!;
    const worlds = ['plain-world', 'fewer-visits', 'talk-first', 'open-doors'];
    for (const panel of chart.panels) {
      const rows = chart.table.rows.filter(([title]) => title === panel.title);
      expect(rows.length).toBeGreaterThan(15);
      for (const { series, week, mean, low, high } of plotted(panel)) {
        const text = rows[Number(week) - 1]![2 + worlds.indexOf(String(series))]!;
        expect(numbersIn(text)).toEqual([mean, low, high]);
      }
    }
  });

  it('mark where the warm-up ends and where policies start', () => {
    const text = (id: string) =>
      JSON.stringify(
        made()
          .find(([name]) => name === id)![1]
          .panels.map(({ spec }) => spec),
      );
    expect(text('warm-up')).toContain('Warm-up ends: week 6');
    expect(text('weekly-contacts')).toContain('"at":14,"label":"Fewer police visits starts"');
    expect(text('weekly-contacts')).toContain('"at":18,"label":"2 policies: week 19"');
  });
});

describe('hours by agency', () => {
  it('draws dropped hours below zero, so that the parts sum to the change', () => {
    const [, chart] = made().find(([name]) => name === 'hours-by-agency')!;
    const police = chart.panels.find(({ title }) => title === 'Police')!;
    const [added, stretched, dropped, change] = plotted(police).map(({ mean }) => Number(mean));
    expect(dropped).toBeLessThan(0);
    expect(Math.abs(added! + stretched! + dropped! - change!)).toBeLessThan(60); // rounded to tens, and noisy in the fixture
  });
});

describe('what a run does not have', () => {
  it('is left out with a sentence', () => {
    const bare = new Figures({ ...resultsFixture(), estimates: [], differences: [], weekly: [] });
    for (const { make } of charts) {
      const one = make(bare);
      expect(isChart(one)).toBe(false);
      if (!isChart(one)) expect(one.leftOut).toMatch(/^[A-Z].*\.$/);
    }
  });
});
