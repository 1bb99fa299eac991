// The calendar's grid by keys alone.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { toast, undo } from '../support/page.ts';
import { date, expectTimes, ghost, instant, meeting, path, utc } from '../support/grid.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts nothing moves');

/** The blocks of that title, also while they are lifted. */
const piece = (page: Page, title = 'Meeting') =>
  page.locator('[data-grid] .block').filter({ hasText: title }).first();

/** What is read aloud. */
const spoken = (page: Page) => page.locator('[data-spoken]');

test('arrows move an event, at once and saved as one step, and the focus stays', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await piece(page).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowUp']) await page.keyboard.press(key);
  await expect(ghost(page)).toContainText('09:15–10:15');
  await expect(spoken(page)).toHaveText('Moved to Thu 11 Mar, 09:15 to 10:15');
  await expect(toast(page)).toContainText('Thu 11 Mar');
  await expect(ghost(page)).toHaveCount(0);
  await expectTimes(api, '09:15', '10:15', 1);
  await expect(piece(page)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(spoken(page)).toHaveText('Moved to Wed 10 Mar, 09:15 to 10:15');
  await expectTimes(api, '09:15', '10:15');
  await expect(toast(page)).toContainText('Wed 10 Mar');
  await undo(page);
  await expectTimes(api, '09:15', '10:15', 1);
});

test('keys that go on while the last ones are saved are not lost', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await page.route('**/fn/events/shift', async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  await piece(page).focus();
  const sent = page.waitForRequest('**/fn/events/shift');
  await page.keyboard.press('ArrowDown');
  await sent;
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expectTimes(api, '09:45', '10:45');
  await expect(piece(page)).toBeFocused();
});

test('Shift and arrows change the length', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await piece(page).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(spoken(page)).toHaveText('Now Wed 10 Mar, 09:00 to 10:30');
  await expectTimes(api, '09:00', '10:30');
});

test('Esc takes back what is not saved, also from who listens', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await piece(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(ghost(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ghost(page)).toHaveCount(0);
  await expect(spoken(page)).toHaveText('Back at Wed 10 Mar, 09:00 to 10:00');
  await expect(piece(page)).toBeFocused();
  await page.waitForTimeout(800);
  await expect.poll(() => api.rows('events')).toMatchObject([{ start_time: utc('09:00'), version: 1 }]);
});

test('going on with Tab saves at once', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await piece(page).focus();
  await page.keyboard.press('ArrowDown');
  const sent = page.waitForRequest('**/fn/events/shift', { timeout: 400 });
  await page.keyboard.press('Tab');
  await sent;
  await expectTimes(api, '09:15', '10:15');
});

test('an event that leaves the week is followed', async ({ page, api, open }) => {
  await meeting(api, { start_time: instant('09:00', -2), end_time: instant('10:00', -2) });
  await open(path());
  await piece(page).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(new RegExp(`date=${date(-3)}`));
  await expect(piece(page)).toBeFocused();
  await expectTimes(api, '09:00', '10:00', -3);
});

test('in the band and in a month keys go by days and weeks', async ({ page, api, open }) => {
  await api.add('events', { title: 'Trip', all_day: true, start_time: date(), end_time: date(2) });
  await open(path());
  await piece(page, 'Trip').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(spoken(page)).toHaveText('Moved to Thu 11 Mar to Sat 13 Mar');
  await expect.poll(() => api.rows('events')).toMatchObject([{ start_time: date(1), end_time: date(4) }]);
  await open(path('month'));
  await piece(page, 'Trip').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => api.rows('events')).toMatchObject([{ start_time: date(8), end_time: date(11) }]);
  await undo(page);
  await expect.poll(() => api.rows('events')).toMatchObject([{ start_time: date(1), end_time: date(4) }]);
});

test('Enter opens, Delete deletes, and both are taken back', async ({ page, api, open }) => {
  const { id } = await meeting(api);
  await open(path());
  await piece(page).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`open=${id}`));
  await page.goBack();
  await expect(page).not.toHaveURL(/open=/);
  await piece(page).focus();
  await page.keyboard.press('Delete');
  await expect(toast(page)).toContainText('Deleted “Meeting”');
  await expect.poll(() => api.rows('events')).toEqual([]);
  await undo(page);
  await expect(piece(page)).toBeVisible();
});

test('of a repeating event only one is deleted, moved or resized if that is said', async ({ page, api, open }) => {
  await meeting(api, { rrule: 'FREQ=DAILY;COUNT=3' });
  await open(path());
  const pieces = page.locator('[data-grid] .block').filter({ hasText: 'Meeting' });
  await expect(pieces).toHaveCount(3);
  await pieces.nth(1).focus();
  await page.keyboard.press('Delete');
  const remove = page.getByRole('dialog', { name: 'Delete a repeating event' });
  await expect(remove.getByLabel('Only this one')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(toast(page)).toContainText('only Thu 11 Mar');
  await expect(pieces).toHaveCount(2);
  await undo(page);
  await expect(pieces).toHaveCount(3);

  await pieces.nth(1).focus();
  await page.keyboard.press('ArrowDown');
  const change = page.getByRole('dialog', { name: 'Change a repeating event' });
  await expect(change.getByLabel('Only this one')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(change.getByLabel('All of them')).toBeChecked();
  await page.keyboard.press('Enter');
  await expect.poll(() => api.rows('events')).toMatchObject([{ start_time: utc('09:15') }]);
  await expect(ghost(page)).toHaveCount(0);
});

test('a task moves and goes by keys', async ({ page, api, open }) => {
  await api.add('tasks', { title: 'Call the bank', due_date: instant('09:00') });
  await open(path());
  await piece(page, 'Call the bank').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ due_date: utc('09:15') }]);
  await expect(toast(page)).toContainText('09:15');
  await undo(page);
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ due_date: utc('09:00') }]);
  await piece(page, 'Call the bank').focus();
  await page.keyboard.press('Delete');
  await expect(toast(page)).toContainText('Deleted “Call the bank”');
  await undo(page);
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ due_date: utc('09:00') }]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test('what moves and what is asked keep the rules of axe', async ({ page, api, open, accessible }) => {
      await meeting(api, { rrule: 'FREQ=DAILY;COUNT=3' });
      await open(path());
      await piece(page).focus();
      await page.keyboard.press('ArrowDown');
      await expect(ghost(page)).toBeVisible();
      await expect(page.getByRole('dialog', { name: 'Change a repeating event' })).toBeVisible();
      await accessible(page);
      await page.keyboard.press('Escape');
      await expect(ghost(page)).toHaveCount(0);
      await page.keyboard.press('Delete');
      await expect(page.getByRole('dialog', { name: 'Delete a repeating event' })).toBeVisible();
      await accessible(page);
    });
  });
}
