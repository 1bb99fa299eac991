// What happens when the planner cannot be reached, and when it can be again.
import type { Page } from '@playwright/test';
import { field, form } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts the browser itself says it');
// The browser prints what it could not fetch.
test.use({ expectedProblem: /Failed to load resource|ERR_|net::/ });

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

const line = (page: Page) => page.getByRole('status').filter({ hasText: 'No connection' });

test('a lost connection is said and what is typed stays', async ({ page, open, context, accessible }) => {
  await open('/tasks');
  const title = field(form(page, 'add-task'), 'title');
  await title.fill('Send the invoice');
  await context.setOffline(true);
  await expect(line(page)).toBeVisible();
  await accessible(page);
  await expect(title).toHaveValue('Send the invoice');
  await context.setOffline(false);
  await expect(line(page)).toHaveCount(0);
  await expect(title).toHaveValue('Send the invoice');
});

test('what was done without a connection is sent when it is back', async ({ page, open, context, api }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await open('/tasks');
  await context.setOffline(true);
  await expect(line(page)).toBeVisible();
  await field(form(page, 'add-task'), 'title').fill('Send the invoice');
  await page.keyboard.press('Enter');
  await expect(line(page)).toContainText('One change waits');
  await page.getByRole('button', { name: 'Complete “Water the plants”' }).click();
  await expect(line(page)).toContainText('2 changes');
  await context.setOffline(false);
  await expect(line(page)).toHaveCount(0);
  await expect(page.getByText('Send the invoice', { exact: true })).toBeVisible();
  const tasks = await api.rows('tasks');
  expect(tasks.map((task) => [task['title'], task['is_complete']]).sort()).toEqual([
    ['Send the invoice', false],
    ['Water the plants', true],
  ]);
});

test('a change whose answer was lost is made once', async ({ page, open, api }) => {
  await open('/tasks');
  const names: (string | null)[] = [];
  let lost = 0;
  await page.route('**/fn/tasks/create', async (route) => {
    names.push(await route.request().headerValue('idempotency-key'));
    if (lost++ > 1) return route.continue();
    // It arrives, and is done; only the answer does not come back.
    await route.fetch();
    await route.abort('connectionreset');
  });
  await field(form(page, 'add-task'), 'title').fill('Send the invoice');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Send the invoice', { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(line(page)).toHaveCount(0);
  expect(names).toHaveLength(3);
  expect(new Set(names).size).toBe(1);
  await expect.poll(() => api.rows('tasks')).toHaveLength(1);
});
