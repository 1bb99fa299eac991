// What a visit downloads: little, each file once, and nothing of other pages.
import type { Page } from '@playwright/test';
import { fillPlanner } from '../support/demo.ts';
import { received } from '../support/received.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts there is no program');

/** What a first visit to the dashboard may weigh with everything, in bytes over the wire. */
const BUDGET = 350_000;

/** The pages that are parts of their own, by the name of the part. */
const PARTS = { calendar: '/calendar', chat: '/chat', expenses: '/expenses', history: '/history', search: '/search', settings: '/settings', tasks: '/tasks' };

test('a first visit to a full dashboard keeps to its budget', async ({ page, open, api }, info) => {
  await fillPlanner(api);
  const files = await received(page, () => open('/dashboard'));
  const list = [...files].map(([path, size]) => `${path}: ${size}`).join('\n');
  await info.attach('files.txt', { body: list });
  const sum = [...files.values()].reduce((sum, size) => sum + size, 0);
  console.log(`dashboard, first visit: ${(sum / 1000).toFixed(1)} kB`);
  expect(sum, `over ${BUDGET} bytes; what was received:\n${list}`).toBeLessThanOrEqual(BUDGET);
  const parts = [...files.keys()].filter((path) => /\/(split|chunk)_/.test(path));
  expect(parts, 'parts of other pages').toEqual([]);
});

for (const [part, path] of Object.entries(PARTS)) {
  test(`${path} names its part in its head and downloads it once`, async ({ page, open, person }) => {
    void person;
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await open(path);
    const named = await page.locator('link[rel=preload][type="application/wasm"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const loaded = requests.filter((path) => /\/(split|chunk)_/.test(path));
    expect(named.some((path) => path.endsWith(`/split_${part}.wasm`))).toBe(true);
    expect(loaded.sort()).toEqual(named.sort());
  });
}

test('a way between pages brings the part along', async ({ page, open, person }) => {
  void person;
  await open('/dashboard');
  await mark(page);
  await page.getByRole('link', { name: 'Tasks', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible();
  expect(await isMarked(page), 'the same document').toBe(true);
});

test.describe('a part that does not arrive', () => {
  test.use({ expectedProblem: /./ });

  test('leads to the whole document of its page', async ({ page, open, arrive, person }) => {
    void person;
    await open('/dashboard');
    await mark(page);
    await page.route('**/split_tasks.wasm', (route) => route.abort(), { times: 1 });
    await page.getByRole('link', { name: 'Tasks', exact: true }).first().click();
    await page.locator("html:not([data-same])").waitFor({ state: "attached" });
    await arrive('/tasks');
    await expect(page.getByRole('heading', { name: 'Tasks', level: 1 })).toBeVisible();
  });

  test('leaves a page that works by its forms', async ({ page, person }) => {
    void person;
    await page.route('**/split_tasks.wasm', (route) => route.abort());
    await page.goto('/tasks');
    await page.waitForLoadState('networkidle');
    await expect(page.locator('html[data-hydrated]')).toHaveCount(0);
    await page.getByLabel('New task').fill('Water the plants');
    await page.getByRole('button', { name: 'Add', exact: true }).first().click();
    await expect(page.getByText('Water the plants').first()).toBeVisible();
  });
});

/** Leaves something in the document that another document does not have. */
async function mark(page: Page): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute('data-same', ''));
}

async function isMarked(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.hasAttribute('data-same'));
}
