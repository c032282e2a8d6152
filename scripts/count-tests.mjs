#!/usr/bin/env node
/**
 * Prints `N passed, N failed, N skipped` from vitest's JSON report, and exits with 0 only when nothing failed.
 *   node scripts/count-tests.mjs REPORT STATUS
 * STATUS is the exit code of `npm cit`. A test file that could not even be loaded counts as one failure, and so does
 * a build, lint or dead-code check that stopped the tests from running.
 */
import { existsSync, readFileSync } from 'node:fs';

const [file = '', status = '1'] = process.argv.slice(2);
const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
const report = text === '' ? null : JSON.parse(text);

const tests = (report?.testResults ?? []).flatMap((suite) => suite.assertionResults);
const broken = (report?.testResults ?? []).filter(
  (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
);
const passed = tests.filter((test) => test.status === 'passed').length;
const skipped = tests.filter((test) => ['pending', 'skipped', 'todo', 'disabled'].includes(test.status)).length;
let failed = tests.filter((test) => test.status === 'failed').length + broken.length;
if (failed === 0 && (status !== '0' || passed === 0)) failed = 1;
const skipsAllowed = process.env.REQUIRE_ALL !== '1';

if (skipped > 0 && !skipsAllowed) process.stdout.write('REQUIRE_ALL is set, so a skipped test is a failure.\n');
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(failed > 0 || (skipped > 0 && !skipsAllowed) ? 1 : 0);
