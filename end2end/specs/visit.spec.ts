// How a first visit to the dashboard feels, on a desk and on a throttled phone. It takes
// times, so it runs by itself and on a machine that does nothing else: `npm run visit`.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { fillPlanner } from '../support/demo.ts';
import { expect, test } from '../support/test.ts';

/** A device, and what is between it and the planner. */
interface Profile {
  readonly name: string;
  /** How many times slower than this machine. */
  readonly slower: number;
  readonly viewport: { width: number; height: number };
  /** Milliseconds there and back, bytes a second; none for this machine's own speed. */
  readonly network?: { latency: number; downloadThroughput: number; uploadThroughput: number };
}

const PROFILES: Profile[] = [
  { name: 'desk', slower: 1, viewport: { width: 1280, height: 900 } },
  {
    name: 'phone, 4 times slower, slow 4G',
    slower: 4,
    viewport: { width: 390, height: 844 },
    network: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 },
  },
];

const ROUNDS = 5;
/** No task after hydration may take longer, in milliseconds. */
const LONGEST = 100;

/** The layout may shift by no more, by Chromium's score; 0.1 is what it calls good. The
 *  mark of now moves with the time, which counts. */
const STILL = 0.005;

/** What a visit shows; times in milliseconds since it began. */
interface Visit {
  readonly paint: number;
  readonly hydrated: number;
  /** Layout shift by Chromium's own score. */
  readonly shift: number;
  /** What moved, by class. */
  readonly moved: string[];
  /** The longest task that began after hydration, in milliseconds. */
  readonly longest: number;
}

for (const profile of PROFILES) {
  test(`a first visit, ${profile.name} @visit`, async ({ api, browser, context, program }) => {
    test.setTimeout(180_000);
    await fillPlanner(api);
    const visits: Visit[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      visits.push(await visit(browser, context, program.address, profile));
    }
    const median = (of: (visit: Visit) => number) => visits.map(of).sort((a, b) => a - b)[(ROUNDS - 1) / 2]!;
    const worst = (of: (visit: Visit) => number) => Math.max(...visits.map(of));
    console.log(
      `${profile.name}: first paint and working form ${median((visit) => visit.paint).toFixed(0)} ms, ` +
        `hydrated ${median((visit) => visit.hydrated).toFixed(0)} ms (medians of ${ROUNDS}), ` +
        `shift ${worst((visit) => visit.shift)}, longest task after ${worst((visit) => visit.longest).toFixed(0)} ms`,
    );
    const moved = [...new Set(visits.flatMap((visit) => visit.moved))].join(', ');
    expect(worst((visit) => visit.shift), `what moved: ${moved}`).toBeLessThanOrEqual(STILL);
    expect(worst((visit) => visit.longest), 'no long task').toBeLessThanOrEqual(LONGEST);
  });
}

/** One visit with an empty cache, by the person of `signedIn`. */
async function visit(browser: Browser, signedIn: BrowserContext, address: string, profile: Profile): Promise<Visit> {
  const context = await browser.newContext({ viewport: profile.viewport });
  try {
    await context.addCookies(await signedIn.cookies());
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: profile.slower });
    if (profile.network) {
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', { offline: false, ...profile.network });
    }
    await page.addInitScript(observe);
    await page.goto(`${address}/dashboard`);
    await page.locator('html[data-hydrated]').waitFor({ state: 'attached', timeout: 60_000 });
    // What hydration has left for later comes now.
    await page.waitForTimeout(1000);
    return await result(page);
  } finally {
    await context.close();
  }
}

/** What Chromium says of a layout shift. */
interface Shift {
  value: number;
  sources: { node: Node | null }[];
}

/** What the page notes about itself. */
interface Noted {
  hydrated: number;
  shift: number;
  moved: string[];
  tasks: { start: number; duration: number }[];
}

/** Runs in the page, before anything of it. */
function observe(): void {
  const noted: Noted = { hydrated: 0, shift: 0, moved: [], tasks: [] };
  Object.assign(window, { noted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & Shift)[]) {
      noted.shift += entry.value;
      for (const { node } of entry.sources) noted.moved.push((node as Element | null)?.className ?? '?');
    }
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) noted.tasks.push({ start: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  new MutationObserver((_, observer) => {
    if (!document.documentElement?.hasAttribute('data-hydrated')) return;
    noted.hydrated = performance.now();
    observer.disconnect();
  }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-hydrated'] });
}

function result(page: Page): Promise<Visit> {
  return page.evaluate(() => {
    const { noted } = window as unknown as { noted: Noted };
    const later = noted.tasks.filter(({ start }) => start >= noted.hydrated);
    return {
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
      hydrated: noted.hydrated,
      shift: noted.shift,
      moved: noted.moved,
      longest: Math.max(0, ...later.map(({ duration }) => duration)),
    };
  });
}
