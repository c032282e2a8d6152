/** The page as a whole: the same bytes, nothing let through, nothing fetched, warnings where they belong. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Results } from '../../src/experiment/index.js';
import { renderReport, writeTables } from '../../src/report/index.js';
import { readCsv } from '../support/read-csv.js';
import { resultsFixture, smallResultsFixture } from '../support/results-fixture.js';

const HOSTILE = `=1+1"><script>alert('x')</script><img src=x onerror=alert(1)> </style></svg> id="x" {{datum}} \u202E`;
/** Texts that an author writes; ids, kinds, grades and dates are checked before a run. */
const FREE =
  /^(label|description|title|statement|by|owner|source|url|quality|reason|value|range|repeatContact|unit|rule|seed|madeBy|signedOffBy|reliability|effectOnHeadline|risk|alternativeTried|proxyFor)$/;

/** The document with hostile text wherever an author may write. */
function hostile(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return FREE.test(key) ? HOSTILE + value : value;
  if (Array.isArray(value)) {
    return value.map((entry) =>
      typeof entry === 'string' && /limits|edits|warnings/.test(key) ? HOSTILE : hostile(entry, key),
    );
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, hostile(entry, name)]));
}

describe('a report', () => {
  let page = '';
  beforeAll(async () => {
    page = await renderReport(smallResultsFixture());
  }, 60_000);

  it('is the same for the same Results', async () => {
    expect((await renderReport(smallResultsFixture())) === page).toBe(true);
  }, 60_000);

  it('stands alone: no script, no style sheet, font or picture from elsewhere', () => {
    expect(page.match(/<(script|link|img|iframe|object|embed)\b/i)).toBeNull();
    expect(page.match(/\burl\((?!#)|@import|@font-face/)).toBeNull();
    for (const [, address] of page.matchAll(/\b(?:href|src)="([^"]*)"/g)) {
      expect(address).toMatch(/^#|^https:\/\/example\.org\/table\//);
    }
  });

  it('says who stands behind the inputs, and what the log lacks, with counts and names', () => {
    const section = page.slice(page.indexOf('id="assumptions"'), page.indexOf('id="method"'));
    expect(section).toContain('Chosen by: The test suite. Agreed to by: nobody on record.');
    const { worlds } = smallResultsFixture();
    const records = new Map(worlds.flatMap(({ assumptions }) => assumptions).map((record) => [record.id, record]));
    const unreviewed = [...records.values()].filter(({ blanks }) => blanks.includes('review_by'));
    expect(unreviewed.length).toBeGreaterThan(0);
    expect(section).toContain(`signed off by: all ${records.size} inputs`);
    expect(section).toContain(`<summary>${unreviewed.length} of ${records.size} inputs</summary>`);
    const [, names = ''] = /review by: <details[^>]*><summary>[^<]*<\/summary>([^<]*)</.exec(section) ?? [];
    expect(names.split(', ').sort()).toEqual(unreviewed.map(({ id }) => id).sort());
  });

  it('has ids that are unique, and references that lead somewhere', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = [
      ...[...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id),
      ...[...page.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, id]) => id!.split(' ')),
      ...[...page.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id),
    ];
    for (const id of wanted) expect(ids).toContain(id);
  });

  it('gives every picture a title, a description, its source and run, and a table', () => {
    const figures = page.match(/<figure[\s\S]*?<\/figure>/g) ?? [];
    expect(figures).toHaveLength(11);
    for (const figure of figures) {
      expect(figure).toMatch(/<h3 [^>]*>[^<]{10,}<\/h3>/);
      expect(figure).toMatch(/<p class="formal">[^<]{20,}<\/p>/);
      expect(figure).toMatch(/Source: Spillover simulation, run [0-9a-f]{8}\./);
      expect(figure).toMatch(/<details class="twin"><summary>Data table: /);
      const pictures = figure.match(/<svg [^>]*role="img"[\s\S]*?<\/svg>/g) ?? [];
      expect(pictures.length).toBeGreaterThan(0);
      for (const picture of pictures) {
        expect(picture).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]{40,}<\/desc>/);
      }
    }
  });

  it('names the weakest grade and the placeholder inputs in the headline box', () => {
    const box = /<section class="headline"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
    expect(box).toContain('The weakest evidence it rests on is grade E.');
    for (const id of ['fewer-visits-share', 'input-08', 'input-56', 'talk-first-share']) expect(box).toContain(id);
  });

  it('opens with no banner where all is in order', () => {
    expect(page.includes('class="banner"')).toBe(false);
  });
});

describe('banners', () => {
  const bare: Results = { ...smallResultsFixture(), estimates: [], differences: [] };
  const banner = (page: string) => /<div class="banner"[\s\S]*?<\/div>/.exec(page)?.[0] ?? '';

  it('warn when nobody has recorded what was checked', async () => {
    const worlds = bare.worlds.map((world, i) => (i === 2 ? { ...world, assurance: null } : world));
    expect(banner(await renderReport({ ...bare, worlds }))).toContain('No assurance statement for Talk before charge');
  });

  it('warn past the sunset date, and not on it', async () => {
    expect(banner(await renderReport(bare, { runDate: '2031-01-01' }))).toContain('to be used until 31 December 2030');
    expect(banner(await renderReport(bare, { runDate: '2030-12-31' }))).toBe('');
    expect(banner(await renderReport(bare))).toBe('');
  });
});

it('says what a world was made for and by whom, and what nobody recorded', async () => {
  const bare: Results = { ...smallResultsFixture(), estimates: [], differences: [] };
  const risk = { rating: 'very-low' as const, because: 'It is <b>a test</b>.' };
  const worlds = bare.worlds.map((world, i) =>
    i === 0 ? { ...world, study: { analyst: 'A. N. Example', risk } } : world,
  );
  const page = await renderReport({ ...bare, worlds });
  expect(page).toContain('Made to inform: not recorded. For: not recorded.');
  expect(page).toContain(
    'Asked for by: not recorded. Made by: A. N. Example. Checked by: not recorded. Agreed by: not recorded.',
  );
  expect(page).toContain('Risk of a wrong answer: very low. It is &lt;b&gt;a test&lt;/b&gt;.');
  expect(page).toContain('Risk of a wrong answer: not rated.');
}, 60_000);

describe('a run with less in it', () => {
  it('of one world says that nothing is compared', async () => {
    const results = smallResultsFixture();
    const worlds = results.worlds.slice(0, 1);
    const own = results.estimates.filter(({ world }) => world === results.baseline);
    const page = await renderReport({ ...results, worlds, estimates: own, differences: [] });
    expect(page.includes('Only one world was run')).toBe(true);
    expect(page.match(/no clear difference|paired run/)).toBeNull();
  }, 60_000);

  it('without any measure is still a page', async () => {
    const results = resultsFixture();
    const dictionary = { ...results.dictionary, measures: [], services: [], agencies: [] };
    const page = await renderReport({ ...results, dictionary, estimates: [], differences: [], ledger: [] });
    expect(page.match(/class="left-out"/g)?.length).toBeGreaterThanOrEqual(8);
  });
});

describe('hostile text', () => {
  const results = hostile(smallResultsFixture()) as Results;

  it('is shown as text and nothing else', async () => {
    const page = await renderReport(results, { runDate: '2031-01-01' });
    expect(page.includes('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;')).toBe(true);
    expect(page.match(/<script|<img|<\/style><\/svg>|\u202E/)).toBeNull();
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    const tags = page.replace(/"[^"]*"/g, '""').match(/<[a-zA-Z][^>]*>/g) ?? [];
    expect(tags.filter((tag) => /\son[a-z]+=/i.test(tag))).toEqual([]);
  }, 60_000);

  it('begins no formula in any table', () => {
    const tables = writeTables(results);
    for (const text of tables.values()) {
      for (const row of readCsv(text)) {
        for (const field of row) {
          if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(field)) expect(field).not.toMatch(/^[=+\-−@\t\r]/);
        }
      }
    }
  });
});
