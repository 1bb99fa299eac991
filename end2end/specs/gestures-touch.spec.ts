// The calendar's grid by finger.
import type { Page } from '@playwright/test';
import type { Api } from '../support/api.ts';
import { expect, test } from '../support/test.ts';
import { toast, undo } from '../support/page.ts';
import {
  block, cell, date, expectTimes, Finger, ghost, instant, meeting, path, scrollTo, spot, utc,
} from '../support/grid.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts nothing moves');
test.use({ hasTouch: true, viewport: { width: 820, height: 1180 } });

const scrolled = (page: Page) => page.locator('.time-grid').evaluate((grid) => grid.scrollTop);

/** A finger that has lifted a meeting at nine and let go. */
async function lifted(page: Page, api: Api, open: (path: string) => Promise<unknown>): Promise<Finger> {
  await meeting(api);
  await open(path());
  await scrollTo(page, 7);
  const finger = await Finger.on(page);
  await finger.rest(page, await spot(page, '09:30'));
  await finger.up();
  return finger;
}

test('a finger that does not rest scrolls', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await scrollTo(page, 1);
  const before = await scrolled(page);
  const finger = await Finger.on(page);
  const [from, to] = [await spot(page, '09:30'), await spot(page, '07:00')];
  await finger.down(from);
  await finger.move(from, to);
  await finger.up();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(before + 40);
  await expect(ghost(page)).toHaveCount(0);
  await expectTimes(api, '09:00', '10:00');
});

test('a long press lifts an event, and the same finger moves it', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await scrollTo(page, 7);
  const before = await scrolled(page);
  const finger = await Finger.on(page);
  const [from, to] = [await spot(page, '09:30'), await spot(page, '11:30', 1)];
  await finger.rest(page, from);
  await finger.move(from, to);
  await expect(ghost(page)).toContainText('11:00–12:00');
  expect(await scrolled(page), 'the page does not scroll with it').toBe(before);
  await finger.up();
  await expectTimes(api, '11:00', '12:00', 1);
  await expect(page).not.toHaveURL(/open=/);
  await undo(page);
  await expectTimes(api, '09:00', '10:00');
});

test('what was lifted has handles that a finger can take', async ({ page, api, open }) => {
  const finger = await lifted(page, api, open);
  const handle = ghost(page).locator('[data-edge="end"]');
  await expect(handle).toBeVisible();
  const box = (await handle.boundingBox())!;
  expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const to = await spot(page, '11:30');
  await finger.down(from);
  await finger.move(from, to);
  await finger.up();
  await expectTimes(api, '09:00', '11:30');
  await undo(page);
  await expectTimes(api, '09:00', '10:00');
});

test('a tap elsewhere puts down what was lifted', async ({ page, api, open }) => {
  const finger = await lifted(page, api, open);
  await expect(ghost(page)).toBeVisible();
  await finger.down(await spot(page, '13:00', 2));
  await finger.up();
  await expect(ghost(page)).toHaveCount(0);
  await expect(page).not.toHaveURL(/new=|open=/);
});

test('a tap opens an event, a long press on an empty place begins one', async ({ page, api, open }) => {
  const { id } = await meeting(api);
  await open(path());
  await scrollTo(page, 7);
  const at = await spot(page, '09:30');
  await page.touchscreen.tap(at.x, at.y);
  await expect(page).toHaveURL(new RegExp(`open=${id}`));
  await open(path());
  await scrollTo(page, 7);
  const finger = await Finger.on(page);
  const from = await spot(page, '13:10', 1);
  await finger.rest(page, from);
  await finger.move(from, await spot(page, '14:10', 1));
  await finger.up();
  await expect(page).toHaveURL(new RegExp(`new=${date(1)}T14:00~${date(1)}T15:00`));
});

test('whole days, a month, a series and a task follow a finger too', async ({ page, api, open }) => {
  await api.add('events', { title: 'Trip', all_day: true, start_time: date(), end_time: date(1) });
  await open(path('month'));
  const finger = await Finger.on(page);
  const move = async (title: string, to: { x: number; y: number }) => {
    const box = (await block(page, title).boundingBox())!;
    const from = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 10) };
    await finger.rest(page, from);
    await finger.move(from, to);
    await finger.up();
  };
  await move('Trip', await cell(page, 7));
  await expect.poll(() => api.rows('events')).toMatchObject([{ start_time: date(7), end_time: date(8) }]);
  await undo(page);
  await expect.poll(() => api.rows('events')).toMatchObject([{ start_time: date() }]);

  await meeting(api, { rrule: 'FREQ=DAILY;COUNT=2' });
  await api.add('tasks', { title: 'Call the bank', due_date: instant('13:00') });
  await open(path());
  await scrollTo(page, 7);
  await move('Meeting', await spot(page, '11:10', 2));
  const dialog = page.getByRole('dialog', { name: 'Change a repeating event' });
  await dialog.getByRole('button', { name: 'Change' }).click();
  await expect(toast(page)).toContainText('only');
  await expect(ghost(page)).toHaveCount(0);
  await move('Call the bank', await spot(page, '14:10', 1));
  await expect.poll(() => api.rows('tasks')).not.toMatchObject([{ due_date: utc('13:00') }]);
  await expect(toast(page)).toContainText('Call the bank');
  await undo(page);
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ due_date: utc('13:00') }]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('an event of the day is lifted, moved and made longer', async ({ page, api, open }) => {
    await meeting(api);
    await open(path('day'));
    await scrollTo(page, 7);
    const finger = await Finger.on(page);
    const [from, to] = [await spot(page, '09:30'), await spot(page, '11:30')];
    await finger.rest(page, from);
    await finger.move(from, to);
    await finger.up();
    await expectTimes(api, '11:00', '12:00');
    await undo(page);
    await expectTimes(api, '09:00', '10:00');
    // What is lifted before the page is drawn anew would be put down by that.
    await expect(block(page, 'Meeting')).toHaveAttribute('data-start', `${date()}T09:00`);
    await expect(ghost(page)).toHaveCount(0);

    await finger.rest(page, await spot(page, '09:30'));
    await finger.up();
    const end = ghost(page).locator('[data-edge="end"]');
    await expect(end).toBeVisible();
    const box = (await end.boundingBox())!;
    const handle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await finger.down(handle);
    await finger.move(handle, await spot(page, '10:30'));
    await finger.up();
    await expectTimes(api, '09:00', '10:30');
  });

  test('a tap opens the sheet of an event, which fills the width', async ({ page, api, open }) => {
    const { id } = await meeting(api);
    await open(path('day'));
    await scrollTo(page, 7);
    const at = await spot(page, '09:30');
    await page.touchscreen.tap(at.x, at.y);
    await expect(page).toHaveURL(new RegExp(`open=${id}`));
    await expect.poll(async () => (await page.locator('#panel').boundingBox())?.width).toBe(390);
  });
});
