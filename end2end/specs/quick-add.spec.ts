// The quick line anywhere: `q` opens it, it shows what it understands, and Enter does it.
import { field, form, send, toast, undo } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

const PAGES = ['/tasks', '/calendar', '/expenses'];

test('every page has a way to it', async ({ page, open, javaScriptEnabled }) => {
  for (const path of PAGES) {
    await open(path);
    await expect(form(page, 'quick-add')).toBeHidden();
    if (javaScriptEnabled) await page.keyboard.press('q');
    else await page.getByRole('button', { name: 'Quick add' }).click();
    await expect(form(page, 'quick-add')).toBeVisible();
  }
  await open('/tasks');
  await page.getByRole('button', { name: 'Quick add' }).click();
  await send(form(page, 'quick-add'), { message: 'remind me to water the plants on friday' });
  await expect(toast(page)).toContainText('water the plants');
  await expect(page.getByText('water the plants', { exact: true })).toBeVisible();
  await undo(page);
  await expect(page.getByText('water the plants', { exact: true })).toHaveCount(0);
});

test.describe('with scripts', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'needs JavaScript');

  const readings = (page: import('@playwright/test').Page) =>
    page.getByRole('list', { name: 'What this reads as' }).getByRole('listitem');

  test('what is typed shows as chips before anything is done', async ({ page, open, api }) => {
    await open('/tasks');
    await page.keyboard.press('q');
    const line = field(form(page, 'quick-add'), 'message');
    await expect(line).toBeFocused();
    await page.keyboard.type('Lunch with Sam tomorrow 1pm, spent 12.50 on books');
    await expect(readings(page)).toHaveCount(2);
    await expect(readings(page).first()).toContainText('New event');
    await expect(readings(page).first()).toContainText('Lunch with Sam');
    await expect(readings(page).first()).toContainText(/tomorrow \(\w{3} \d+ \w{3}\), 13:00–14:00/);
    await expect(readings(page).last()).toContainText('New expense');
    await expect(readings(page).last()).toContainText('£12.50');
    await expect.poll(() => api.rows('events')).toEqual([]);

    await line.fill('every friday at 9 yoga');
    await expect(readings(page).first()).toContainText(/repeats|every Friday/i);
    await line.fill('blorb fnord');
    await expect(readings(page)).toHaveCount(0);
  });

  test('Enter does it, Escape keeps the words, and fields keep the letter', async ({ page, open, api, accessible }) => {
    await open('/expenses');
    await page.keyboard.press('q');
    const line = field(form(page, 'quick-add'), 'message');
    await page.keyboard.type('quiet lunch tomorrow 1pm');
    await expect(line).toHaveValue('quiet lunch tomorrow 1pm');
    await expect(readings(page)).toHaveCount(1);
    await accessible(page);
    await page.keyboard.press('Escape');
    await expect(line).toBeHidden();
    await page.keyboard.press('q');
    await expect(line).toBeFocused();
    await expect(line).toHaveValue('quiet lunch tomorrow 1pm');
    await line.press('Enter');
    await expect(line).toBeHidden();
    await expect(toast(page)).toContainText('quiet lunch');
    await expect.poll(() => api.rows('events')).toMatchObject([{ title: 'quiet lunch' }]);
    await page.keyboard.press('q');
    await expect(line).toHaveValue('');
    await expect(readings(page)).toHaveCount(0);
  });

  for (const way of ['a click', 'the keyboard', 'a finger'] as const) {
    test.describe(`by ${way}`, () => {
      test.use({ hasTouch: way === 'a finger' });

      test('a chip is taken away, and its words stay in the title', async ({ page, open, api, accessible }) => {
        await open('/tasks');
        if (way === 'a finger') await page.getByRole('button', { name: 'Quick add' }).tap();
        else await page.keyboard.press('q');
        const line = field(form(page, 'quick-add'), 'message');
        await line.fill('remind me to call Ines about friday p1');
        const chip = readings(page).getByRole('button', { name: 'Remove “high priority”' });
        await expect(chip).toBeVisible();
        await accessible(page);
        if (way === 'a click') await chip.click();
        if (way === 'a finger') {
          await chip.tap();
        } else if (way === 'the keyboard') {
          await line.press('Tab');
          await page.keyboard.press('Tab');
          while (!(await chip.evaluate((chip) => chip === document.activeElement))) await page.keyboard.press('Tab');
          await page.keyboard.press('Enter');
        }
        await expect(line).toHaveValue('remind me to call Ines about friday "p1"');
        await expect(line).toBeFocused();
        await expect(chip).toHaveCount(0);
        await expect(readings(page).locator('.reading-title')).toContainText('p1');
        await expect(form(page, 'quick-add').locator('[aria-live=polite]')).toHaveText(
          'Removed “high priority”. The words stay in the title.',
        );
        await line.press('Enter');
        await expect(toast(page)).toContainText('p1');
        await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: expect.stringMatching(/ p1$/), priority: 'none' }]);
      });
    });
  }

  test('the letter goes to the line that a page has of its own, and can be switched off', async ({ page, open }) => {
    await open('/dashboard');
    await page.keyboard.press('q');
    await expect(field(form(page, 'quick-add'), 'message')).toBeFocused();
    await page.keyboard.type('call mom');
    await expect(readings(page).first()).toContainText('New task');
    await open('/chat');
    await page.keyboard.press('q');
    await expect(field(form(page, 'chat'), 'message')).toBeFocused();

    await open('/tasks');
    await page.locator('details.menu > summary').first().click();
    await page.getByRole('checkbox', { name: 'Shortcuts by single keys' }).uncheck();
    await page.reload();
    await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
    await page.keyboard.press('q');
    await expect(form(page, 'quick-add')).toBeHidden();
  });
});
