// Keys that work on every page, and the sheet that names them.
import { expect, test } from '../support/test.ts';
import { form, openMenu, toast } from '../support/page.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

test('the menu has all keys', async ({ page, open, accessible }) => {
  await open('/tasks');
  await openMenu(page);
  await page.getByRole('button', { name: 'All keys' }).click();
  const sheet = page.getByRole('dialog', { name: 'Keys' });
  await expect(sheet).toBeVisible();
  await expect(sheet.getByRole('row', { name: 'g t' })).toContainText('Tasks');
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('the last change is taken back from there', async ({ page, open, api }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await open('/tasks');
  await openMenu(page);
  await page.getByRole('button', { name: 'All keys' }).click();
  await page.getByRole('button', { name: 'Undo the last change' }).click();
  await expect(toast(page)).toContainText('Water the plants');
  await expect.poll(() => api.rows('tasks')).toEqual([]);
});

test.describe('with scripts', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'keys are heard by scripts');

  test('g and a letter go to each page', async ({ page, open }) => {
    await open('/dashboard');
    for (const [letter, path] of [
      ['c', '/calendar'], ['t', '/tasks'], ['e', '/expenses'], ['a', '/chat'],
    ] as const) {
      await page.keyboard.press('g');
      await page.keyboard.press(letter);
      await expect(page).toHaveURL(new RegExp(`${path}$`));
      // In the conversation one types at once.
      if (path === '/chat') await page.locator('h1').first().click();
    }
  });

  test('on the calendar, d after g is not its own d', async ({ page, open }) => {
    await open('/calendar?view=month');
    await page.keyboard.press('g');
    await page.keyboard.press('d');
    await expect(page).toHaveURL(/\/dashboard$/);
  });

  test('a question mark opens the sheet, below which no key is heard', async ({ page, open }) => {
    await open('/tasks');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await expect(sheet).toBeVisible();
    await page.keyboard.press('q');
    await expect(form(page, 'quick-add')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await page.keyboard.press('q');
    await expect(form(page, 'quick-add')).toBeVisible();
  });

  test('z takes the last change back, once for each press', async ({ page, open, api }) => {
    await api.add('tasks', { title: 'One' });
    await api.add('tasks', { title: 'Two' });
    await open('/tasks');
    await page.keyboard.press('z');
    await expect(toast(page)).toContainText('Two');
    await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: 'One' }]);
    await page.keyboard.press('Control+z');
    await expect(toast(page)).toContainText('One');
    await expect.poll(() => api.rows('tasks')).toEqual([]);
  });

  test.describe('where nothing was done', () => {
    test.use({ expectedProblem: /status of 409/ });

    test('z says that there is nothing to take back', async ({ page, open }) => {
      await open('/tasks');
      await page.keyboard.press('z');
      await expect(toast(page)).toContainText('There is nothing to take back.');
    });
  });

  test('letters do nothing while one types, nor once they are switched off', async ({ page, open, api }) => {
    await api.add('tasks', { title: 'One' });
    await open('/tasks');
    await form(page, 'add-task').getByRole('textbox').first().focus();
    await page.keyboard.type('zg?');
    await page.getByRole('heading', { level: 1 }).click();
    await page.evaluate(() => localStorage.setItem('keys', 'off'));
    await page.keyboard.press('z');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
    await expect.poll(() => api.rows('tasks')).toHaveLength(1);
    // With a modifier it is no single letter.
    await page.keyboard.press('Control+z');
    await expect(toast(page)).toContainText('One');
  });
});
