// Several tasks at once, and the keys on the page of tasks.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { day } from '../support/dates.ts';
import { form, row, toast, undo } from '../support/page.ts';

const TITLES = ['First', 'Second', 'Third'];

// Some of them examine the page with what is open on it.
test.describe.configure({ timeout: 60_000 });

test.beforeEach(async ({ api, open }) => {
  for (const title of TITLES) await api.add('tasks', { title });
  await open('/tasks');
});

function box(page: Page, title: string) {
  return page.getByRole('checkbox', { name: `Select “${title}”`, exact: true });
}

function bar(page: Page) {
  return form(page, 'many');
}

test('several tasks are done in one step and taken back as one', async ({ page, api, accessible, javaScriptEnabled }) => {
  await expect(bar(page)).toBeHidden();
  await page.getByRole('checkbox', { name: 'Select', exact: true }).check();
  await box(page, 'First').check();
  await box(page, 'Third').check();
  await expect(bar(page)).toBeVisible();
  await accessible(page);
  await bar(page).getByRole('button', { name: 'Done' }).click();
  await expect(toast(page)).toContainText(javaScriptEnabled ? 'Completed 2 tasks.' : 'and 1 more.');
  const done = async () => (await api.rows('tasks')).filter((task) => task.is_complete).length;
  expect(await done()).toBe(2);
  await undo(page);
  await expect(row(page, 'First').complete).toBeVisible();
  expect(await done()).toBe(0);
});

test('several tasks get a day by a choice or in words', async ({ page, api, accessible, javaScriptEnabled }) => {
  await page.getByRole('checkbox', { name: 'Select', exact: true }).check();
  await box(page, 'First').check();
  await box(page, 'Second').check();
  await bar(page).locator('summary').filter({ hasText: 'Due' }).click();
  await accessible(page);
  await bar(page).getByRole('button', { name: /^Tomorrow/ }).click();
  await expect(toast(page)).toContainText(javaScriptEnabled ? 'Moved 2 tasks.' : 'and 1 more.');
  const due = async () => (await api.rows('tasks')).map((task) => task.due_date ?? '').sort();
  expect(await due()).toEqual(['', day(1), day(1)]);
  await page.getByRole('checkbox', { name: 'Select', exact: true }).check();
  await box(page, 'Third').check();
  await bar(page).locator('summary').filter({ hasText: 'Due' }).click();
  await bar(page).locator('[name="when"]').fill('in 3 days');
  await bar(page).locator('[name="when"]').press('Enter');
  await expect(toast(page)).toContainText('“Third”');
  expect(await due()).toEqual([day(1), day(1), day(3)]);
});

test('several tasks get a list, a priority and a label, each taken back as one', async ({ page, open, api, javaScriptEnabled }) => {
  const { id } = await api.add('lists', { name: 'Errands' });
  await open('/tasks');
  const change = async (choosing: string, choose: () => Promise<void>) => {
    await page.getByRole('checkbox', { name: 'Select', exact: true }).check();
    await box(page, 'First').check();
    await box(page, 'Third').check();
    await bar(page).locator('summary').filter({ hasText: choosing }).click();
    await choose();
    await expect(bar(page)).toBeHidden();
  };
  const choices = bar(page).getByRole('button');
  const both = async (is: object, words: string) => {
    await expect.poll(async () => (await api.rows('tasks')).filter(({ title }) => title !== 'Second')).toMatchObject([is, is]);
    await expect(toast(page)).toContainText(javaScriptEnabled ? words : 'and 1 more.');
  };
  await change('List', () => choices.filter({ hasText: 'Errands' }).click());
  await both({ list_id: id }, 'Moved 2 tasks.');
  await change('Priority', () => choices.filter({ hasText: 'High' }).click());
  await both({ list_id: id, priority: 'high' }, 'priority of 2 tasks.');
  await change('Label', async () => {
    await bar(page).locator('[name="label"]').fill('town');
    await bar(page).locator('[name="label"]').press('Enter');
  });
  await both({ priority: 'high', labels: ['town'] }, 'Labelled 2 tasks.');
  await undo(page);
  await both({ priority: 'high', labels: [] }, 'Took back');
  await expect.poll(async () => (await api.rows('tasks')).find(({ title }) => title === 'Second')).toMatchObject({ list_id: null, labels: [] });
});

test('several tasks are deleted and come back', async ({ page, api, javaScriptEnabled }) => {
  await page.getByRole('checkbox', { name: 'Select', exact: true }).check();
  for (const title of TITLES) await box(page, title).check();
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  await expect(toast(page)).toContainText(javaScriptEnabled ? 'Deleted 3 tasks.' : 'and 2 more.');
  await expect.poll(() => api.rows('tasks')).toEqual([]);
  await undo(page);
  await expect(row(page, 'Second').complete).toBeVisible();
});

test('Ctrl and Shift with a click select', async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'needs scripts');
  const text = (title: string) => page.locator('[data-row]').filter({ hasText: title }).locator('.row-text');
  await text('First').click({ modifiers: ['Control'] });
  await expect(page.getByText('1 selected')).toBeVisible();
  await text('Third').click({ modifiers: ['Shift'] });
  await expect(page.getByText('3 selected')).toBeVisible();
  await text('Second').click({ modifiers: ['Control'] });
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
});

test('keys walk, tick, open, leave, select and delete', async ({ page, api, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'needs scripts');
  const title = (name: string) => page.getByRole('link', { name, exact: true });
  await page.keyboard.press('j');
  await expect(title('First')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(title('Second')).toBeFocused();
  await page.keyboard.press('e');
  await expect(form(page, 'edit-task').locator('[name="title"]')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(form(page, 'edit-task')).toHaveCount(0);
  await expect(title('Second')).toBeFocused();
  await page.keyboard.press('Enter');
  const field = form(page, 'edit-task').locator('[name="title"]');
  await field.fill('Second thoughts');
  await page.keyboard.press('Enter');
  await expect(title('Second thoughts')).toBeFocused();
  await page.keyboard.press('s');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await expect.poll(async () => (await api.rows('tasks')).filter((task) => task.is_complete).length).toBe(1);
  await title('First').focus();
  await page.keyboard.press('Delete');
  await expect(title('First')).toHaveCount(0);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('thoughts');
  await expect(page).toHaveURL(/filter=thoughts/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
});

test('letters that are switched off do nothing', async ({ page, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'needs scripts');
  await page.evaluate(() => localStorage.setItem('keys', 'off'));
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'First', exact: true })).not.toBeFocused();
});
