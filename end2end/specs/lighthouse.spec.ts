// What Lighthouse says of a full planner. Its speed is that of the machine, so it runs
// by itself (`npm run lighthouse`), on the released program and on a quiet machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { chromium as playwright } from '@playwright/test';
import lighthouse, { desktopConfig, type Config } from 'lighthouse';
import { chromium } from '../support/chromium.ts';
import { fillPlanner } from '../support/demo.ts';
import { expect, test } from '../support/test.ts';

const PAGES = ['/dashboard', '/calendar', '/tasks', '/expenses', '/chat'];

/** The least score of each category, out of 100. */
const LEAST = { performance: 98, accessibility: 100, 'best-practices': 100 };
type Category = keyof typeof LEAST;
const CATEGORIES = Object.keys(LEAST) as Category[];

// The phone is Lighthouse's own: a slow processor behind slow 4G.
const DEVICES: [name: string, config: Config | undefined][] = [
  ['desk', desktopConfig],
  ['phone', undefined],
];

/** What its performance is made of. */
const METRICS = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'speed-index',
  'total-blocking-time',
  'cumulative-layout-shift',
];

const REPORTS = 'results/lighthouse';

/** A port that nobody uses. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

for (const [device, config] of DEVICES) {
  test(`Lighthouse on a ${device} @lighthouse`, async ({ api, person, program }) => {
    test.setTimeout(300_000);
    await fillPlanner(api);
    const port = await freePort();
    const options = chromium();
    // Lighthouse opens its tabs in the browser's own context.
    const browser = await playwright.launchPersistentContext('', {
      ...options,
      args: [...(options.args ?? []), `--remote-debugging-port=${port}`],
    });
    await browser.addCookies([{ name: 'session', value: person.token, url: program.address }]);
    mkdirSync(REPORTS, { recursive: true });
    const low: string[] = [];
    for (const path of PAGES) {
      const result = await lighthouse(
        program.address + path,
        {
          port,
          output: 'html',
          logLevel: 'error',
          onlyCategories: CATEGORIES,
          // It would clear the cookies.
          disableStorageReset: true,
        },
        config,
      );
      if (!result) throw new Error(`Lighthouse said nothing of ${path}`);
      writeFileSync(`${REPORTS}/${device}${path.replaceAll('/', '-')}.html`, String(result.report));
      const { audits, categories, finalDisplayedUrl } = result.lhr;
      expect(new URL(finalDisplayedUrl).pathname, 'it looked at the page itself').toContain(path);
      const scores = CATEGORIES.map((name) => [name, Math.round((categories[name]?.score ?? 0) * 100)] as const);
      const times = METRICS.map((name) => `${name} ${audits[name]?.displayValue}`);
      const said = `${device} ${path}: ${scores.map((score) => score.join(' ')).join(', ')} (${times.join(', ')})`;
      console.log(said);
      if (scores.some(([name, score]) => score < LEAST[name])) low.push(said);
    }
    await browser.close();
    expect(low).toEqual([]);
  });
}
