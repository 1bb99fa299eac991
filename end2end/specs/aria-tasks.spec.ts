// What the pages of tasks tell assistive technology.
import type { Page } from '@playwright/test';
import { expectToTell } from '../support/aria.ts';
import { form, row, toast } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

// Far enough away to be named with its year.
const FAR = '2031-03-12';

test('an empty planner', async ({ page, open, person }) => {
  expect(person.token).toBeTruthy();
  await open('/tasks');
  await expectToTell(page, 'tasks-empty');
});

test.describe('some tasks', () => {
  test.beforeEach(async ({ api, open }) => {
    await api.add('tasks', { title: 'Move house', due_date: FAR, priority: 'high', estimate_minutes: 90 });
    await api.add('tasks', { title: 'Water the plants', labels: ['home'], notes: 'Not the cactus' });
    await api.add('tasks', { title: 'Fix the light', is_complete: true });
    await open('/tasks');
  });

  test('in their groups', async ({ page }) => {
    await expectToTell(page, 'tasks-all');
  });

  for (const view of ['today', 'upcoming', 'done']) {
    test(`the view ${view}`, async ({ page, open }) => {
      await open(`/tasks?view=${view}`);
      await expectToTell(page, `tasks-${view}`);
    });
  }

  test('the editor of one', async ({ page }) => {
    await row(page, 'Water the plants').edit.click();
    await expect(form(page, 'edit-task')).toBeVisible();
    await expectToTell(page, 'tasks-editor', entry(page, 'Water the plants'));
  });

  test('what can be done with several', async ({ page }) => {
    await page.getByRole('checkbox', { name: 'Select', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Select “Move house”' }).check();
    await form(page, 'many').locator('summary').filter({ hasText: 'Priority' }).click();
    await expectToTell(page, 'tasks-several', form(page, 'many'));
  });

  test('a filter that finds nothing', async ({ page, open }) => {
    await open('/tasks?filter=nothing');
    await expectToTell(page, 'tasks-filter');
  });

  test('the message that offers the way back', async ({ page }) => {
    await row(page, 'Water the plants').delete.click();
    await expect(toast(page)).toContainText('Water the plants');
    await expectToTell(page, 'tasks-message', toast(page));
  });
});

function entry(page: Page, title: string) {
  return page.locator('[data-row]').filter({ has: page.locator(`[value="${title}"]`) });
}
