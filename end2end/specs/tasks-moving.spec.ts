// Tasks moved by hand: in their order, to another day, to a list; by pointer and keys.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { day } from '../support/dates.ts';
import { undo } from '../support/page.ts';

test.beforeEach(({ javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'without scripts the editor moves tasks');
});

function titles(page: Page, group: string) {
  return () => page.locator(`[data-group="${group}"] .row-title`).allTextContents();
}

async function drag(page: Page, title: string, to: { x: number; y: number }) {
  const from = (await page.locator('[data-row]').filter({ hasText: title }).locator('.row-text').boundingBox())!;
  await page.mouse.move(from.x + 40, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 50, from.y + 20, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

test('a row is dragged to another place, and it stays there', async ({ page, open, api }) => {
  for (const title of ['One', 'Two', 'Three']) await api.add('tasks', { title });
  await open('/tasks');
  const first = (await page.locator('[data-row]').filter({ hasText: 'One' }).boundingBox())!;
  await drag(page, 'Three', { x: first.x + 60, y: first.y + 3 });
  await expect.poll(titles(page, 'someday')).toEqual(['Three', 'One', 'Two']);
  await expect(page.getByRole('status').filter({ hasText: 'Moved “Three”' })).toBeVisible();
  await open('/tasks');
  expect(await titles(page, 'someday')()).toEqual(['Three', 'One', 'Two']);
  await drag(page, 'Two', { x: first.x + 60, y: first.y + 3 });
  await expect.poll(titles(page, 'someday')).toEqual(['Two', 'Three', 'One']);
  await undo(page);
  await expect.poll(titles(page, 'someday')).toEqual(['Three', 'One', 'Two']);
});

test('a row is dragged to another day', async ({ page, open, api }) => {
  await api.add('tasks', { title: 'Call the landlord', due_date: day() });
  await open('/tasks?view=upcoming');
  const target = (await page.locator(`[data-group="day-${day(2)}"]`).boundingBox())!;
  await drag(page, 'Call the landlord', { x: target.x + 60, y: target.y + target.height / 2 });
  await expect.poll(titles(page, `day-${day(2)}`)).toEqual(['Call the landlord']);
  await expect.poll(async () => (await api.rows('tasks'))[0]?.due_date).toBe(day(2));
});

test('Alt and an arrow move what has the focus, and say where it is', async ({ page, open, api }) => {
  for (const title of ['One', 'Two']) await api.add('tasks', { title, due_date: day() });
  await open('/tasks?view=upcoming');
  const one = page.getByRole('link', { name: 'One', exact: true });
  await one.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(titles(page, 'today')).toEqual(['Two', 'One']);
  await expect(page.locator('[data-spoken]')).toHaveText('“One”, 2 of 2 in Today.');
  await expect(one).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(titles(page, `day-${day(1)}`)).toEqual(['One']);
  await expect(page.locator('[data-spoken]')).toHaveText('“One”, 1 of 1 in Tomorrow.');
  await expect.poll(async () => (await api.rows('tasks')).map((task) => task.due_date).sort()).toEqual([day(), day(1)]);
  await expect(one).toBeFocused();
});

test.describe('refused', () => {
  test.use({ expectedProblem: /status of 409/ });

  test('what is refused goes back, and says why', async ({ page, open, api }) => {
    for (const title of ['One', 'Two']) await api.add('tasks', { title });
    await open('/tasks');
    const problem = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Not now.' };
    await page.route('**/fn/tasks/move', (route) => route.fulfill({ status: 409, json: { refused: problem } }));
    await page.getByRole('link', { name: 'One', exact: true }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(titles(page, 'someday')).toEqual(['Two', 'One']);
    await expect(page.getByRole('status').filter({ hasText: 'Not now.' })).toBeVisible();
    await expect.poll(titles(page, 'someday')).toEqual(['One', 'Two']);
  });
});
