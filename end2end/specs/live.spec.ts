// Changes that are made elsewhere, in pages that are open.
import type { Page } from '@playwright/test';
import { day } from '../support/dates.ts';
import { field, form, row } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts a page is as it was sent');

/** How long a change may take to be seen, in milliseconds. */
const SOON = { timeout: 1_000 };

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

/** Opens a page and waits until it hears of changes. */
async function attentive(page: Page, open: (path: string) => Promise<unknown>, path: string) {
  const listening = page.waitForResponse(/\/api\/changes/);
  await open(path);
  await listening;
}

for (const [path, title] of [
  ['/dashboard', 'Water the plants'],
  ['/tasks', 'Water the plants'],
] as const) {
  test(`a task that another program adds shows on ${path} within a second`, async ({ page, open, api }) => {
    await attentive(page, open, path);
    await api.add('tasks', { title, due_date: day() });
    await expect(page.getByText(title, { exact: true })).toBeVisible(SOON);
  });
}

test('an event and an expense show on their pages', async ({ page, open, api }) => {
  await attentive(page, open, '/calendar?view=agenda');
  await api.add('events', { title: 'Lunch with Sam', start_time: day(), end_time: day(1) });
  await expect(page.getByText('Lunch with Sam').first()).toBeVisible(SOON);
  await attentive(page, open, '/expenses');
  await api.add('expenses', { amount: '12.50', category: 'Food', description: 'Pizza' });
  await expect(page.getByText('Pizza').first()).toBeVisible(SOON);
});

test('what is said to the assistant elsewhere shows, and so does a second tab', async ({ page, open, context, api }) => {
  await attentive(page, open, '/tasks');
  await api.say('remind me to call the bank');
  await expect(page.getByText('call the bank', { exact: true })).toBeVisible(SOON);
  const second = await context.newPage();
  await second.goto('/tasks');
  await second.locator('html[data-hydrated]').waitFor({ state: 'attached' });
  await row(second, 'call the bank').complete.click();
  await expect(row(page, 'call the bank').reopen.or(page.getByText('Nothing')).first()).toBeVisible({ timeout: 4_000 });
  await form(second, 'add-task').locator('[name=title]').fill('Buy stamps');
  await second.keyboard.press('Enter');
  await expect(page.getByText('Buy stamps', { exact: true })).toBeVisible({ timeout: 2_000 });
});

test('what is typed, the caret, what is open and where one has scrolled to stay', async ({ page, open, api }) => {
  // The day shows ten of what is due.
  for (let count = 0; count < 9; count++) await api.add('tasks', { title: `Task ${count}`, due_date: day() });
  await attentive(page, open, '/dashboard');
  const line = field(form(page, 'quick-add'), 'message');
  const task = field(form(page, 'add-task').first(), 'title');
  await task.fill('Send the inv');
  await line.pressSequentially('Lunch with Sam');
  await line.evaluate((input: HTMLInputElement) => input.setSelectionRange(5, 5));
  await page.evaluate(() => window.scrollTo(0, 300));
  const before = await page.evaluate(() => window.scrollY);
  await api.add('tasks', { title: 'Water the plants', due_date: day() });
  await expect(page.getByText('Water the plants', { exact: true })).toBeVisible(SOON);
  expect(Math.abs((await page.evaluate(() => window.scrollY)) - before)).toBeLessThan(50);
  await expect(line).toBeFocused();
  await page.keyboard.type(', today');
  await expect(line).toHaveValue('Lunch, today with Sam');
  await expect(task).toHaveValue('Send the inv');
});

test('an editor that is open keeps what was typed', async ({ page, open, api }) => {
  const { id } = await api.add('tasks', { title: 'Read the chapter' });
  await attentive(page, open, `/tasks?edit=${id}`);
  const notes = field(form(page, 'edit-task'), 'notes');
  await notes.fill('Pages 12 to 40');
  await api.add('tasks', { title: 'Water the plants' });
  await expect(page.getByText('Water the plants', { exact: true })).toBeVisible(SOON);
  await expect(notes).toHaveValue('Pages 12 to 40');
  await expect(notes).toBeFocused();
});

test('a row that is selected stays so when another comes before it', async ({ page, open, api }) => {
  await api.add('expenses', { amount: '12.50', category: 'Food', description: 'Pizza' });
  await api.add('expenses', { amount: '3.20', category: 'Food', description: 'Coffee' });
  await attentive(page, open, '/expenses');
  const box = (title: string) => page.getByRole('checkbox', { name: title });
  await box('Pizza').check();
  await api.add('expenses', { amount: '1.00', category: 'Food', description: 'Apple' });
  await expect(page.getByText('Apple').first()).toBeVisible(SOON);
  await expect(box('Pizza')).toBeChecked();
  await expect(box('Coffee')).not.toBeChecked();
  await expect(box('Apple')).not.toBeChecked();
});

test('an expense that is being edited stays open when another comes before it', async ({ page, open, api }) => {
  const { id } = await api.add('expenses', { amount: '12.50', category: 'Food', description: 'Pizza' });
  await attentive(page, open, `/expenses?edit=${id}`);
  const text = field(form(page, 'edit-expense'), 'description');
  await text.fill('Pizza for two');
  await api.add('expenses', { amount: '1.00', category: 'Food', description: 'Apple' });
  await expect(page.getByText('Apple').first()).toBeVisible(SOON);
  await expect(text).toHaveValue('Pizza for two');
  await expect(text).toBeFocused();
});

test('nothing changes under a hand', async ({ page, open, api }) => {
  await attentive(page, open, '/tasks');
  await page.mouse.move(400, 400);
  await page.mouse.down();
  await api.add('tasks', { title: 'Water the plants' });
  await page.waitForTimeout(800);
  await expect(page.getByText('Water the plants', { exact: true })).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByText('Water the plants', { exact: true })).toBeVisible(SOON);
});

test('a page does not read again what it has changed itself', async ({ page, open, api }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await attentive(page, open, '/tasks');
  const reads: string[] = [];
  page.on('request', (request) => {
    if (/\/fn\/pages\/tasks/.test(request.url())) reads.push(request.url());
  });
  await form(page, 'add-task').locator('[name=title]').fill('Buy stamps');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Buy stamps', { exact: true })).toBeVisible();
  await page.waitForTimeout(1_000);
  expect(reads).toHaveLength(1);
});

test('seven tabs share one stream and all of them work', async ({ page, open, context, api }) => {
  const streams: string[] = [];
  context.on('request', (request) => {
    if (/\/api\/changes/.test(request.url())) streams.push(request.url());
  });
  await attentive(page, open, '/tasks');
  const others = await Promise.all(Array.from({ length: 6 }, () => context.newPage()));
  for (const other of others) {
    await other.goto('/tasks');
    await other.locator('html[data-hydrated]').waitFor({ state: 'attached' });
  }
  await api.add('tasks', { title: 'Water the plants' });
  for (const other of [page, ...others]) {
    await expect(other.getByText('Water the plants', { exact: true })).toBeVisible({ timeout: 3_000 });
  }
  expect(streams).toHaveLength(1);
  // The next one listens when the first is gone.
  await page.close();
  await expect.poll(() => streams.length).toBe(2);
  await api.add('tasks', { title: 'Buy stamps' });
  await expect(others[5]!.getByText('Buy stamps', { exact: true })).toBeVisible({ timeout: 3_000 });
});

test.describe('a session that ends elsewhere', () => {
  test.use({ expectedProblem: /401/ });

  test('leads to signing in', async ({ page, open, api }) => {
    await attentive(page, open, '/tasks');
    await api.signOut();
    await expect(page).toHaveURL(/\/sign-in/);
  });
});
