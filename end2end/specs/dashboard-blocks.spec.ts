// The dashboard while its money cannot be read: nobody waits for it, and nothing moves when
// it comes. The table of expenses is held on PostgreSQL, where that can be done from outside.
import type { Page } from '@playwright/test';
import { instant } from '../support/dates.ts';
import { form } from '../support/page.ts';
import { Postgres } from '../support/postgres.ts';
import { startProgram } from '../support/program.ts';
import { expect, test as base } from '../support/test.ts';

const missing = Postgres.missing();

const test = base.extend<object, { database: Postgres }>({
  database: [
    async ({}, use) => {
      const database = Postgres.create();
      await use(database);
      database.drop();
    },
    { scope: 'worker' },
  ],
  program: [
    async ({ database }, use) => {
      const program = await startProgram({ DATABASE_URL: database.address });
      await use(program);
      await program.stop();
    },
    { scope: 'worker' },
  ],
});

test.skip(Boolean(missing), missing);

const money = (page: Page) => page.getByRole('region', { name: 'Money' });

for (const viewport of [{ width: 390, height: 2400 }, { width: 1000, height: 2000 }, { width: 1440, height: 1800 }]) {
  test.describe(`${viewport.width} px wide`, () => {
    // All of the page is in the window: only what is seen to move counts as a shift.
    test.use({ viewport });

    test.beforeEach(async ({ api }) => {
      await api.add('events', { title: 'Dentist', start_time: instant('10:00', 2), end_time: instant('11:00', 2) });
      for (const category of ['Food', 'Housing', 'Travel', 'Health', 'Gifts', 'Books']) {
        await api.add('expenses', { amount: '12.50', category });
      }
      await api.add('budgets', { amount: '1000' });
      await api.say('remind me to call the bank');
    });

    test('the day is there before the money, which moves nothing', async ({ page, open, database, javaScriptEnabled }) => {
      test.skip(!javaScriptEnabled, 'it takes a script to put something in its place later');
      // From the first visit on the planner knows that scripts run.
      await open('/dashboard');
      const release = await database.hold('expenses');
      try {
        await page.goto('/dashboard', { waitUntil: 'commit' });
        await expect(page.getByRole('link', { name: 'Dentist' }).first()).toBeVisible();
        await expect(form(page, 'add-task')).toBeVisible();
        await expect(money(page).locator('.month-shape')).toBeVisible();
        await expect(money(page).locator('.sum')).toHaveCount(0);
        // The last of what comes first: while it is on its way, it is seen to grow.
        await page.locator('.toasts').waitFor({ state: 'attached' });
        await page.evaluate(watchShifts);
        const before = await heights(page);
        await release();
        await expect(money(page).locator('.sum')).toHaveText('£75.00');
        await expect(page.locator('.leaf')).toContainText('£925.00 left for');
        await expect(page.getByRole('region', { name: 'Done for you' })).toBeVisible();
        await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
        const after = await heights(page);
        expect(after.leaf, 'the sentence has its place').toBe(before.leaf);
        expect(after.money, 'the place of the money is no larger than what comes').toBeGreaterThanOrEqual(before.money);
        expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([]);
      } finally {
        await release();
      }
    });
  });
}

test('without scripts everything comes at once', async ({ page, api, database, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled ?? true, 'with scripts it comes one after the other');
  await api.add('expenses', { amount: '12.50', category: 'Food' });
  const release = await database.hold('expenses');
  const answered = page.goto('/dashboard', { waitUntil: 'commit' });
  const first = await Promise.race([answered.then(() => 'answered'), page.waitForTimeout(1_000).then(() => 'waits')]);
  await release();
  expect(first).toBe('waits');
  await answered;
  await expect(money(page).locator('.sum')).toHaveText('£12.50');
  await expect(page.locator('.leaf')).toContainText('£12.50 spent in');
  await expect(page.locator('.shape, .skeleton')).toHaveCount(0);
});

/** Heights in pixels. */
async function heights(page: Page) {
  const height = (selector: string) =>
    page.locator(selector).first().evaluate((element) => Math.round(element.getBoundingClientRect().height));
  return { leaf: await height('.leaf'), money: await height('[aria-labelledby="today-money"]') };
}

/** Runs in the page: notes what moves from now on without anybody's doing. */
function watchShifts(): void {
  const moved: string[] = [];
  Object.assign(window, { moved });
  new PerformanceObserver((list) => {
    type Source = { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly };
    for (const entry of list.getEntries() as (PerformanceEntry & { sources: Source[] })[]) {
      for (const { node, previousRect, currentRect } of entry.sources) {
        const element = node instanceof Element ? node : node?.parentElement;
        // The mark of now goes with the time.
        if (element?.closest('.now')) continue;
        const places = [previousRect, currentRect].map(({ x, y, width, height }) => [x, y, width, height].join(' '));
        moved.push(`${element?.className || element?.tagName}: ${places.join(' to ')}`);
      }
    }
  }).observe({ type: 'layout-shift' });
}
