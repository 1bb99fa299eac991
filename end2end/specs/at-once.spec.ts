// What shows before the planner has answered, and is taken back when it is refused.
import type { Page } from '@playwright/test';
import { day } from '../support/dates.ts';
import { row, toast } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts a page shows what was answered');

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

/** Holds the posts to a server function back until they are let go. */
async function hold(page: Page, path: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(`**/fn/${path}`, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('a task is ticked and unticked again before the first is answered', async ({ page, open, api }) => {
  await api.add('tasks', { title: 'Water the plants', due_date: day() });
  await open('/tasks');
  const release = await hold(page, 'tasks/complete');
  await row(page, 'Water the plants').complete.click();
  await row(page, 'Water the plants').reopen.click();
  await expect(row(page, 'Water the plants').complete).toBeVisible();
  release();
  await expect(toast(page)).toContainText('Reopened');
  expect(await api.rows('tasks')).toMatchObject([{ is_complete: false }]);
});

for (const [verb, path] of [['complete', 'tasks/complete'], ['delete', 'tasks/delete']] as const) {
  test.describe(`${verb} is refused`, () => {
    test.use({ expectedProblem: /status of 409/ });

    test('and the row is as it was, with a message', async ({ page, open, api }) => {
      await api.add('tasks', { title: 'Water the plants', due_date: day() });
      await open('/tasks');
      let answer = () => {};
      const held = new Promise<void>((done) => (answer = done));
      const problem = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Not now.', errors: [] };
      await page.route(`**/fn/${path}`, async (route) => {
        await held;
        await route.fulfill({ status: 409, json: { refused: problem } });
      });
      await row(page, 'Water the plants')[verb].click();
      await expect(row(page, 'Water the plants').complete).toHaveCount(0);
      answer();
      await expect(row(page, 'Water the plants').complete).toBeVisible();
      await expect(toast(page)).toContainText('Not now.');
    });
  });
}
