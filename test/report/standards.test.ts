/** The reporting standards that code can check: colours, strokes, upright text, titles, series, order of the head. */
import { beforeAll, describe, expect, it } from 'vitest';
import { charts } from '../../src/report/charts/index.js';
import { Figures } from '../../src/report/figures.js';
import { renderReport } from '../../src/report/index.js';
import { type Chart, isChart } from '../../src/report/panels/chart.js';
import { render } from '../../src/report/render.js';
import { SHIPPED_SENSITIVITY } from '../../src/report/shipped-sensitivity.js';
import { INK, PALETTE, QUIET, WHITE, worldStyles } from '../../src/report/theme.js';
import { smallResultsFixture } from '../support/results-fixture.js';
import { madeUpArms } from '../support/results-ledgers.js';

/** Relative luminance and contrast of colours, as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('colours', () => {
  it('are those of the Analysis Function, in their order, text-safe where they carry text', () => {
    expect(PALETTE).toEqual(['#12436D', '#28A197', '#801650', '#F46A25', '#3D3D3D', '#A285D1']);
    for (const text of [INK, QUIET, PALETTE[0], PALETTE[2]]) expect(contrast(text, WHITE)).toBeGreaterThan(4.5);
  });

  it('stand out from white, and from their neighbours, by 3 to 1', () => {
    PALETTE.forEach((colour, at) => {
      expect(contrast(colour, WHITE)).toBeGreaterThan(3);
      if (at > 0) expect(contrast(colour, PALETTE[at - 1]!)).toBeGreaterThan(3);
    });
  });

  it('are told apart by dash and by shape as well', () => {
    const styles = worldStyles(new Figures(smallResultsFixture()));
    expect(new Set(styles.map(({ dash }) => dash.join(' '))).size).toBe(styles.length);
    expect(new Set(styles.map(({ shape }) => shape)).size).toBe(styles.length);
  });
});

describe('every chart', () => {
  const made: { readonly chart: Chart; readonly pictures: string[] }[] = [];
  const results = smallResultsFixture();
  const policies = results.worlds.map(({ id }) => id).filter((id) => id !== results.baseline);
  const live = new Figures({
    ...results,
    design: { ...results.design, kind: 'go-live' },
    fourArms: madeUpArms(policies),
  });

  beforeAll(async () => {
    for (const { make } of charts) {
      const chart = make(live);
      if (!isChart(chart)) throw new Error(chart.leftOut);
      const pictures: string[] = [];
      for (const [at, { spec, title, alt }] of chart.panels.slice(0, 3).entries())
        pictures.push((await render(spec, `p${at}`, title, alt)).markup);
      made.push({ chart, pictures });
    }
  }, 60_000);

  it('has a message of about ten words, and one that names measure, place, period', () => {
    for (const { chart } of made) {
      expect(chart.message.split(/\s+/).length, chart.message).toBeLessThanOrEqual(14);
      expect(chart.formal).toContain('simulated');
    }
  });

  it('has no rotated text, no text in a colour that is too light for it, and no thin line in one', () => {
    const light = [PALETTE[1], PALETTE[3], PALETTE[5]].map((colour) => colour.toLowerCase());
    for (const { chart, pictures } of made)
      for (const picture of pictures) {
        for (const [tag] of picture.matchAll(/<text[^>]*>/g)) {
          expect(tag, chart.id).not.toMatch(/rotate\((?!0\b)/);
          for (const colour of light) expect(tag.toLowerCase()).not.toContain(`fill="${colour}"`);
        }
        for (const [tag] of picture.matchAll(/<(?:path|line)[^>]*stroke="#[^>]*>/g)) {
          const width = Number(/stroke-width="([\d.]+)"/.exec(tag)?.[1] ?? 1);
          if (light.some((colour) => tag.toLowerCase().includes(`stroke="${colour}"`)))
            expect(width, `${chart.id}: ${tag}`).toBeGreaterThanOrEqual(2);
        }
      }
  });

  it('starts its bars and its lines at zero, and draws the same world in the same colour', () => {
    const colours = new Map(worldStyles(live).map(({ id, colour }) => [id, colour]));
    for (const { chart } of made)
      for (const { spec } of chart.panels) {
        const { data } = spec as unknown as { data: { values: { series: string; colour?: string }[] } };
        for (const { series, colour } of data.values)
          if (colour !== undefined) expect(colour).toBe(colours.get(series));
        expect(JSON.stringify(spec)).not.toMatch(/"type":"arc"|"resolve"/);
      }
  });
});

describe('the head of a report', () => {
  it('begins with the answer, then what was not checked, then the weak inputs by name', async () => {
    const results = smallResultsFixture();
    const bare = {
      ...results,
      estimates: [],
      weekly: [],
      worlds: results.worlds.map((one) => ({ ...one, assurance: null })),
    };
    const page = await renderReport({
      ...bare,
      differences: results.differences.filter(({ measure }) => measure === 'unmet'),
    });
    const places = ['Simulated change', '95% interval', 'weakest evidence', 'Little checking', 'Inputs of grade E'].map(
      (text) => page.indexOf(text, page.indexOf('id="answer"')),
    );
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(places[0]).toBeGreaterThan(0);
  });

  it('names inputs that move the headline most by the analysis that ships, whatever their grade, where it is of a policy of the run', async () => {
    const results = smallResultsFixture();
    const [baseline, world] = results.worlds;
    const record = baseline!.assumptions.find(({ grade }) => grade === 'A')!;
    const effect = 'Police staff hours a week: at the high end +1,100 (docs/sensitivity.md)';
    const input = (id: string, effectOnHeadline: string | null) => ({ ...record, id, effectOnHeadline });
    const [last, ...ids] = SHIPPED_SENSITIVITY.decisive.slice(0, 6).reverse();
    const told = async (policy: string, first: string | null) => {
      const inputs = [...ids.map(({ id }) => input(id, effect)), input(last!.id, first), input('input-x', effect)];
      const policies = world!.policies.map((each) => ({ ...each, id: policy }));
      const worlds = [
        { ...baseline!, assumptions: [...baseline!.assumptions, ...inputs] },
        { ...world!, policies },
      ];
      const page = await renderReport({ ...results, worlds, estimates: [], differences: [], weekly: [] });
      return page.slice(page.indexOf('What could change this answer'), page.indexOf('class="answers"'));
    };
    const box = await told('right-care-right-person', null);
    expect(ids).toHaveLength(5);
    expect(box.match(/<li>[a-z.-]+ \(grade A\): [^<]*/g)).toEqual(
      [...ids]
        .reverse()
        .map(
          ({ id, of, share }) =>
            `<li>${id} (grade A): ${Math.round(100 * share)}% of the change in ${of === 'hours' ? 'police staff hours' : 'needs not met'}`,
        ),
    );
    const { replications, measured } = SHIPPED_SENSITIVITY;
    const places = [
      'Inputs that move the headline most',
      `${replications} runs of ${measured}`,
      'Inputs of grade E',
    ].map((text) => box.indexOf(text));
    expect(places[0]).toBeGreaterThan(0);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    // A sixth is counted; one that was given another value has no effect on record.
    expect(await told('right-care-right-person', effect)).toContain('the largest first; 1 more does so.');
    expect(await told('other-policy', effect)).not.toContain('move the headline most');
  });

  it('has no word for likelihood, which would need a number', async () => {
    const results = smallResultsFixture();
    const page = await renderReport({ ...results, estimates: [], differences: [], weekly: [] });
    const text = page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, ' ');
    expect(text.match(/\b(likely|unlikely|probably|almost certain|remote chance|realistic possibility)\b/i)).toBeNull();
  });
});
