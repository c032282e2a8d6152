#!/usr/bin/env node
/**
 * Takes the picture of a report that the README shows: the first screen at 1280 pixels.
 *   node scripts/picture.mjs [REPORT] [PICTURE]
 * Uses the browser in SPILLOVER_CHROMIUM, else chromium.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [report = 'out/first-light/report.html', picture = 'docs/report.png'] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.SPILLOVER_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 1400 } });
await page.goto(pathToFileURL(resolve(report)).href);
await page.screenshot({ path: picture });
await browser.close();
