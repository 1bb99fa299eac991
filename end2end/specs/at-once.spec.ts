// What shows before the planner has answered, and is taken back when it is refused.
import type { Page, Route } from '@playwright/test';
import { day } from '../support/dates.ts';
import { field, form, row, toast } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts a page shows what was answered');

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

/** Holds the posts to a server function back until they are let go. */
async function hold(page: Page, path: string, then = (route: Route) => route.continue()): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(`**/fn/${path}`, async (route) => {
    await held;
    await then(route);
  });
  return release;
}

/** The same, and then they are refused. */
function refuse(page: Page, path: string): Promise<() => void> {
  const problem = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Not now.', errors: [] };
  return hold(page, path, (route) => route.fulfill({ status: 409, json: { refused: problem } }));
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
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ is_complete: false }]);
});

for (const [verb, path] of [['complete', 'tasks/complete'], ['delete', 'tasks/delete']] as const) {
  test.describe(`${verb} is refused`, () => {
    test.use({ expectedProblem: /status of 409/ });

    test('and the row is as it was, with a message', async ({ page, open, api }) => {
      await api.add('tasks', { title: 'Water the plants', due_date: day() });
      await open('/tasks');
      const answer = await refuse(page, path);
      await row(page, 'Water the plants')[verb].click();
      await expect(row(page, 'Water the plants').complete).toHaveCount(0);
      answer();
      await expect(row(page, 'Water the plants').complete).toBeVisible();
      await expect(toast(page)).toContainText('Not now.');
    });
  });
}

test.describe('the quick line', () => {
  const words = 'quiet lunch tomorrow 1pm';

  async function enter(page: Page): Promise<void> {
    await page.keyboard.press('q');
    await page.keyboard.type(words);
    await expect(form(page, 'quick-add').getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(field(form(page, 'quick-add'), 'message')).toBeHidden();
    await expect(toast(page)).toHaveText('New event “quiet lunch” …');
  }

  test('is gone at once, and what it does is said', async ({ page, open, api }) => {
    await open('/tasks');
    const release = await hold(page, 'chat/say');
    await enter(page);
    release();
    await expect(toast(page).getByRole('button', { name: 'Undo' })).toBeVisible();
    await expect.poll(() => api.rows('events')).toMatchObject([{ title: 'quiet lunch' }]);
    await page.keyboard.press('q');
    await expect(field(form(page, 'quick-add'), 'message')).toHaveValue('');
  });

  test.describe('is refused', () => {
    test.use({ expectedProblem: /status of 409/ });

    test('and is there again with its words', async ({ page, open, api }) => {
      await open('/tasks');
      const answer = await refuse(page, 'chat/say');
      await enter(page);
      answer();
      await expect(field(form(page, 'quick-add'), 'message')).toHaveValue(words);
      await expect(form(page, 'quick-add').getByRole('alert')).toHaveText('Not now.');
      await expect(toast(page)).toHaveCount(0);
      await expect.poll(() => api.rows('events')).toEqual([]);
    });
  });
});
