// Lists and saved filters in the column: their order by hand, and tasks dropped on them.
import type { Page } from '@playwright/test';
import { day } from '../support/dates.ts';
import { Finger } from '../support/grid.ts';
import { toast, undo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

const LISTS = ['Errands', 'Garden', 'Work'];

test.beforeEach(async ({ api }) => {
  for (const name of LISTS) await api.add('lists', { name });
});

const column = (page: Page) => page.getByRole('navigation', { name: 'Views and lists' });
const places = (page: Page, kind = 'list') => column(page).locator(`[data-place="${kind}"] .tasks-place-name`);
const link = (page: Page, name: string) => column(page).getByRole('link', { name: new RegExp(`^${name}`) });

/** The middle of an element. */
async function middle(page: Page, name: string): Promise<{ x: number; y: number }> {
  const box = (await link(page, name).boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a list goes up and down by its buttons, and that is undone', async ({ page, open, accessible }) => {
  await open('/tasks');
  await link(page, 'Work').click();
  await page.getByText('Rename, move or delete this list').click();
  await page.getByRole('button', { name: 'Move up' }).click();
  await expect(places(page)).toHaveText(['Errands', 'Work', 'Garden']);
  await expect(toast(page)).toContainText('“Work”');
  await accessible(page);
  await undo(page);
  await expect(places(page)).toHaveText(LISTS);
});

test('a saved filter has them, too', async ({ page, open, api }) => {
  await api.add('filters', { name: 'Hot', filter: 'p1' });
  await api.add('filters', { name: 'Soon', filter: 'due:week' });
  await open('/tasks?filter=p1');
  await expect(places(page, 'filter')).toHaveText(['Hot', 'Soon']);
  await expect(page.getByRole('button', { name: 'Move up' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Move down' }).click();
  await expect(places(page, 'filter')).toHaveText(['Soon', 'Hot']);
});

test.describe('with scripts', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts there are buttons');

  test('a list is dragged to another place, and stays there', async ({ page, open }) => {
    await open('/tasks');
    const [from, to] = [await middle(page, 'Work'), await middle(page, 'Errands')];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y - 4, { steps: 6 });
    await expect(page.locator('.tasks-line')).toBeVisible();
    await page.mouse.up();
    await expect(places(page)).toHaveText(['Work', 'Errands', 'Garden']);
    await expect(toast(page)).toContainText('Moved “Work”.');
    // The drag was no click.
    await expect(page).toHaveURL(/\/tasks$/);
    await open('/tasks');
    await expect(places(page)).toHaveText(['Work', 'Errands', 'Garden']);
    await expect(column(page).getByRole('listitem').last()).toContainText('No list');
  });

  test('Alt and an arrow move the list that has the focus, and say where it is', async ({ page, open }) => {
    await open('/tasks');
    await link(page, 'Errands').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(places(page)).toHaveText(['Garden', 'Errands', 'Work']);
    await expect(page.locator('[data-spoken]')).toHaveText('“Errands”, 2 of 3.');
    await expect(link(page, 'Errands')).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(places(page)).toHaveText(['Garden', 'Work', 'Errands']);
    await expect(link(page, 'Errands')).toBeFocused();
    await page.keyboard.press('Alt+ArrowDown');
    await expect(page.locator('[data-spoken]')).toHaveText('It cannot go further.');
    await expect(toast(page)).toContainText('Moved “Errands”.');
    await page.waitForLoadState('networkidle');
    await open('/tasks');
    await expect(places(page)).toHaveText(['Garden', 'Work', 'Errands']);
  });

  test('a task is dropped on a list, and on today', async ({ page, open, api }) => {
    await api.add('tasks', { title: 'Water the plants' });
    await open('/tasks');
    for (const [name, change] of [['Garden', { list_id: expect.any(String) }], ['Today', { due_date: day() }]] as const) {
      const row = (await page.locator('[data-row] .row-text').filter({ hasText: 'Water the plants' }).boundingBox())!;
      const to = await middle(page, name);
      await page.mouse.move(row.x + 40, row.y + 8);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await expect(column(page).locator('[data-marked]')).toContainText(name);
      await page.mouse.up();
      await expect.poll(() => api.rows('tasks')).toMatchObject([change]);
      await expect(page.locator('.tasks-ghost')).toHaveCount(0);
      await expect(toast(page)).toContainText('“Water the plants”');
      await page.waitForLoadState('networkidle');
    }
  });

  test.describe('refused', () => {
    test.use({ expectedProblem: /status of 409/ });

    test('a list goes back, and it is said why', async ({ page, open }) => {
      await open('/tasks');
      const problem = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'Not now.' };
      await page.route('**/fn/places/move', (route) => route.fulfill({ status: 409, json: { refused: problem } }));
      await link(page, 'Errands').focus();
      await page.keyboard.press('Alt+ArrowDown');
      await expect(toast(page)).toContainText('Not now.');
      await expect(places(page)).toHaveText(LISTS);
    });
  });

  test.describe('by finger', () => {
    test.use({ hasTouch: true, viewport: { width: 820, height: 1180 } });

    test('a list is held and moved along its line', async ({ page, open }) => {
      await open('/tasks');
      const finger = await Finger.on(page);
      const [from, to] = [await middle(page, 'Errands'), await middle(page, 'Garden')];
      await finger.down(from);
      await expect(page.locator('.tasks-ghost')).toBeVisible();
      await finger.move(from, { x: to.x + 12, y: to.y });
      await finger.up();
      await expect(places(page)).toHaveText(['Garden', 'Errands', 'Work']);
    });

    test('a task is held and moved in its order', async ({ page, open, api }) => {
      for (const title of ['One', 'Two', 'Three']) await api.add('tasks', { title });
      await open('/tasks');
      const box = async (title: string) =>
        (await page.locator('[data-row]').filter({ hasText: title }).locator('.row-text').boundingBox())!;
      const [three, one] = [await box('Three'), await box('One')];
      const finger = await Finger.on(page);
      const from = { x: three.x + 40, y: three.y + three.height / 2 };
      await finger.down(from);
      await expect(page.locator('.tasks-ghost')).toBeVisible();
      await finger.move(from, { x: one.x + 40, y: one.y - 2 });
      await finger.up();
      await expect
        .poll(() => page.locator('[data-group="someday"] .row-title').allTextContents())
        .toEqual(['Three', 'One', 'Two']);
      await expect(toast(page)).toContainText('Moved “Three”.');
    });
  });
});
