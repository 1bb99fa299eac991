// What search, history, the palette and the sheet of keys tell assistive technology.
import { expectToTell } from '../support/aria.ts';
import { openMenu } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

test.beforeEach(async ({ api }) => {
  await api.add('tasks', { title: 'Water the ferns', notes: 'Not the cactus' });
  await api.add('expenses', { amount: '4.20', category: 'Food', description: 'Coffee' });
});

test('what was found, and what was not', async ({ page, open }) => {
  await open('/search?q=ferns');
  await expectToTell(page, 'search-found');
  await open('/search?q=zebra');
  await expectToTell(page, 'search-nothing');
});

test('what was changed', async ({ page, open }) => {
  await open('/history');
  await expectToTell(page, 'history');
});

test('all keys', async ({ page, open }) => {
  await open('/history');
  await openMenu(page);
  await page.getByRole('button', { name: 'All keys' }).click();
  await expectToTell(page, 'keys', page.getByRole('dialog', { name: 'Keys' }));
});

test('the palette, and the line that adds', async ({ page, open, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'without scripts the page of search answers');
  await open('/history');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog').filter({ has: page.getByRole('combobox') });
  await palette.getByRole('combobox').fill('ferns');
  await expect(palette.getByRole('option').filter({ hasText: 'ferns' }).first()).toBeVisible();
  await expectToTell(page, 'palette', palette);
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await page.keyboard.press('q');
  await expectToTell(page, 'quick-add', page.locator('form[data-form="quick-add"]').last());
});
