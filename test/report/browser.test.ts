/// <reference lib="dom" />
/** The report as a reader's browser shows it: at two widths and in print. Needs Chromium; see CONTRIBUTING.md. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderReport } from '../../src/report/index.js';
import { textWidth } from '../../src/report/text-width.js';
import { smallResultsFixture } from '../support/results-fixture.js';

/** SPILLOVER_CHROMIUM, else a Chromium on the path. */
function findChromium(): string | null {
  const named = process.env.SPILLOVER_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ?? null;
}

const path = findChromium();
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

describe('a browser for the report', () => {
  it('is found where REQUIRE_ALL=1 demands it', () => {
    expect(path !== null || process.env.REQUIRE_ALL !== '1').toBe(true);
  });
});

describe.skipIf(path === null)('the report in Chromium (SPILLOVER_CHROMIUM, or chromium on the path)', () => {
  let browser: Browser;
  let html = '';
  const fetched: string[] = [];

  beforeAll(async () => {
    const results = smallResultsFixture();
    const worlds = results.worlds.map((world) => ({ ...world, assurance: null }));
    html = await renderReport({ ...results, worlds });
    browser = await chromium.launch({ executablePath: path ?? '', args });
  }, 120_000);
  afterAll(() => browser.close());

  async function open(width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 }, bypassCSP: true });
    page.on('request', (request) => fetched.push(request.url()));
    await page.setContent(html);
    return page;
  }

  describe.each([1280, 390])('at %d pixels', (width) => {
    let page: Page;
    beforeAll(async () => {
      page = await open(width);
    }, 60_000);
    afterAll(() => page.close());

    it('does not scroll sideways', async () => {
      const sizes = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(sizes[0]).toBe(sizes[1]);
    });

    it('has no text under 12 pixels', async () => {
      const small = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const parent = node.parentElement;
          if (parent === null || node.textContent?.trim() === '') continue;
          if (/^(title|desc|style|script)$/i.test(parent.tagName)) continue;
          const size = Number.parseFloat(getComputedStyle(parent).fontSize);
          const svg = parent.closest('svg');
          const shown = svg === null ? 1 : svg.getBoundingClientRect().width / Number(svg.getAttribute('width'));
          if (size * shown < 12) found.push(`${size * shown}: ${node.textContent}`);
        }
        return found;
      });
      expect(small).toEqual([]);
    });

    it('cuts no text of a picture, and lets none overlap', async () => {
      const faults = await page.evaluate(() =>
        [...document.querySelectorAll('figure svg[role=img]')].flatMap((svg) => {
          const frame = svg.getBoundingClientRect();
          const boxes = [...svg.querySelectorAll('text')].map((text) => ({
            text: text.textContent,
            box: text.getBoundingClientRect(),
          }));
          const cut = boxes.filter(
            ({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1,
          );
          const over = boxes.filter(({ box }, i) =>
            boxes
              .slice(i + 1)
              .some(
                ({ box: other }) =>
                  box.left < other.right - 1 &&
                  other.left < box.right - 1 &&
                  box.top < other.bottom - 3 &&
                  other.top < box.bottom - 3,
              ),
          );
          return [...cut, ...over].map(({ text }) => `${svg.querySelector('title')?.textContent}: ${text}`);
        }),
      );
      expect(faults).toEqual([]);
    });

    it('passes axe', async () => {
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) if (!details.closest('figure')) details.open = true;
      });
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .slice(0, 3)
              .map(({ html }) => html)
              .join(' ')}`,
        );
      });
      expect(found).toEqual([]);
    }, 120_000);
  });

  it('fetches nothing', () => {
    expect(fetched.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });

  it('shades the side of a table on which more of it is out of sight', async () => {
    const page = await open(390);
    const table = page.locator('#services .scroll').first();
    await table.scrollIntoViewIfNeeded();
    /** Grey of the rightmost pixels of the table, 0 to 255: the median, so that no text counts. */
    const edge = async () => {
      const picture = (await table.screenshot()).toString('base64');
      return page.evaluate(async (encoded) => {
        const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(image.width - 3, 0, 1, image.height);
        const greys = Array.from({ length: image.height }, (_, y) => data[4 * y]!).sort((a, b) => a - b);
        return greys[Math.floor(greys.length / 2)]!;
      }, picture);
    };
    const overflows = await table.evaluate((node) => node.scrollWidth > node.clientWidth);
    expect(overflows).toBe(true);
    expect(await edge()).toBeLessThan(200);
    await table.evaluate((node) => node.scrollTo({ left: node.scrollWidth }));
    expect(await edge()).toBeGreaterThan(245);
    await page.close();
  }, 60_000);

  it('does not scroll sideways enlarged to 400%', async () => {
    const page = await open(320); // 1,280 pixels, four times as large (WCAG 1.4.10)
    const sizes = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    await page.close();
    expect(sizes[0]).toBe(sizes[1]);
  }, 60_000);

  it('fits a printed page', async () => {
    const page = await open(718); // A4 less margins, at 96 pixels an inch
    await page.emulateMedia({ media: 'print' });
    const sizes = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    await page.close();
    expect(sizes[0]).toBeLessThanOrEqual(sizes[1] ?? 0);
  }, 60_000);

  it('needs no more room for a text than the charts leave, in Arial or what stands for it', async () => {
    const texts = [
      'Crisis resolution and home treatment team',
      '−320 (−350 to −290), not clear',
      '100%: all units on duty in use',
      'WAVE ij %',
    ];
    const page = await open(1280);
    const widths = await page.evaluate((all) => {
      const context = document.createElement('canvas').getContext('2d');
      if (context === null) return [];
      context.font = "100px Arial, 'Liberation Sans', Helvetica, 'DejaVu Sans', sans-serif";
      return all.map((text) => context.measureText(text).width);
    }, texts);
    await page.close();
    expect(widths).toHaveLength(texts.length);
    for (const [i, text] of texts.entries()) {
      expect(widths[i]).toBeLessThanOrEqual(textWidth(text, 100) + 1);
      expect(widths[i]).toBeGreaterThan(textWidth(text, 100) * 0.7);
    }
  }, 60_000);
});
