// The calendar's grid by mouse.
import { expect, test } from '../support/test.ts';
import { form, field, toast, undo } from '../support/page.ts';
import {
  block, cell, date, drag, expectTimes, ghost, instant, meeting, path, scrollTo, spot, take, utc,
} from '../support/grid.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts nothing moves');

test('a drag moves an event, shows its times on the way, and is taken back in one step', async ({
  page, api, open,
}) => {
  await meeting(api);
  await open(path());
  await scrollTo(page, 7);
  await take(page, await spot(page, '09:30'), await spot(page, '11:30', 2));
  await expect(ghost(page)).toContainText('Meeting');
  await expect(ghost(page)).toContainText('11:00–12:00');
  await expect(page.locator('.block[data-lifted]')).toHaveCSS('opacity', '0.4');
  expect(await page.evaluate(() => getSelection()!.toString())).toBe('');
  await page.mouse.up();
  await expect(toast(page)).toContainText('Fri 12 Mar');
  await expect(ghost(page)).toHaveCount(0);
  await expect(block(page, 'Meeting')).toHaveAttribute('data-start', `${date(2)}T11:00`);
  await expect(page.locator('[data-lifted]')).toHaveCount(0);
  await expectTimes(api, '11:00', '12:00', 2);
  await expect(page).not.toHaveURL(/open=/);
  await undo(page);
  await expect(block(page, 'Meeting')).toHaveAttribute('data-start', `${date()}T09:00`);
  await expectTimes(api, '09:00', '10:00');
});

test('the lower edge changes the length, but never below a quarter of an hour', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await scrollTo(page, 7);
  const edge = async () => {
    const box = (await block(page, 'Meeting').locator('[data-edge]').boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height - 2 };
  };
  await drag(page, await edge(), await spot(page, '11:30'));
  await expectTimes(api, '09:00', '11:30');
  await expect(ghost(page)).toHaveCount(0);
  await drag(page, await edge(), await spot(page, '08:00'));
  await expectTimes(api, '09:00', '09:15');
  await expect(toast(page)).toContainText('09:00–09:15');
  await undo(page);
  await expectTimes(api, '09:00', '11:30');
});

test('less than a drag is a click, and opens the event', async ({ page, api, open }) => {
  const { id } = await meeting(api);
  await open(path());
  await scrollTo(page, 7);
  const at = await spot(page, '09:30');
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 2, at.y + 2);
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`open=${id}`));
  await expectTimes(api, '09:00', '10:00');
});

test('Esc puts everything back while the button is still pressed', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await scrollTo(page, 7);
  await take(page, await spot(page, '09:30'), await spot(page, '12:30'));
  await expect(ghost(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ghost(page)).toHaveCount(0);
  await page.mouse.up();
  await expect(page.locator('[data-lifted]')).toHaveCount(0);
  await expect(page).not.toHaveURL(/open=/);
  await expectTimes(api, '09:00', '10:00');
});

test('a drag on an empty place draws a new event, a click makes it an hour', async ({ page, person, open }) => {
  expect(person.token).toBeTruthy();
  await open(path());
  await scrollTo(page, 7);
  await take(page, await spot(page, '09:05', 1), await spot(page, '10:40', 1));
  await expect(ghost(page)).toContainText('09:00–10:45');
  await page.mouse.up();
  await expect(page).toHaveURL(new RegExp(`new=${date(1)}T09:00~${date(1)}T10:45`));
  await expect(ghost(page), 'the place stays marked while the form is open').toBeVisible();
  const add = form(page, 'new-event');
  await field(add, 'title').fill('Review');
  await field(add, 'title').press('Enter');
  await expect(block(page, 'Review')).toHaveAttribute('data-end', `${date(1)}T10:45`);
  await expect(ghost(page)).toHaveCount(0);
  const at = await spot(page, '13:10');
  await page.mouse.click(at.x, at.y);
  await expect(page).toHaveURL(new RegExp(`new=${date()}T13:00~${date()}T14:00`));
});

test('an event goes into the band and back', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await scrollTo(page, 7);
  await drag(page, await spot(page, '09:30'), await cell(page, 1));
  await expect(block(page, 'Meeting')).toHaveAttribute('data-all-day', '');
  await expect.poll(() => api.rows('events')).toMatchObject([
    { all_day: true, start_time: date(1), end_time: date(2) },
  ]);
  await undo(page);
  await expectTimes(api, '09:00', '10:00');
  await expect(block(page, 'Meeting')).not.toHaveAttribute('data-all-day');
  await drag(page, await spot(page, '09:30'), await cell(page, 1));
  await expect(block(page, 'Meeting')).toHaveAttribute('data-all-day', '');
  await scrollTo(page, 7);
  const box = (await block(page, 'Meeting').boundingBox())!;
  await drag(page, { x: box.x + 20, y: box.y + box.height / 2 }, await spot(page, '14:05', -1));
  await expectTimes(api, '14:00', '15:00', -1);
});

test('whole days move and grow along the band', async ({ page, api, open }) => {
  await api.add('events', { title: 'Trip', all_day: true, start_time: date(), end_time: date(2) });
  await open(path());
  const box = (await block(page, 'Trip').boundingBox())!;
  const to = await cell(page, -1);
  await drag(page, { x: box.x + 20, y: box.y + box.height / 2 }, { x: to.x, y: box.y + box.height / 2 });
  await expect(block(page, 'Trip')).toHaveAttribute('data-start', date(-1));
  await expect(ghost(page)).toHaveCount(0);
  await expect.poll(() => api.rows('events')).toMatchObject([{ start_time: date(-1), end_time: date(1) }]);
  const edge = (await block(page, 'Trip').locator('[data-edge]').boundingBox())!;
  const end = await cell(page, 3);
  await drag(page, { x: edge.x + edge.width / 2, y: edge.y + edge.height / 2 }, { x: end.x, y: edge.y + 4 });
  await expect(block(page, 'Trip')).toHaveAttribute('data-end', date(3));
  await undo(page);
  await expect(block(page, 'Trip')).toHaveAttribute('data-end', date());
});

test('in a month an event keeps its hours, and an empty day begins one', async ({ page, api, open }) => {
  await meeting(api);
  await open(path('month'));
  const box = (await block(page, 'Meeting').boundingBox())!;
  await drag(page, { x: box.x + 20, y: box.y + box.height / 2 }, await cell(page, 8));
  await expectTimes(api, '09:00', '10:00', 8);
  await expect(ghost(page)).toHaveCount(0);
  await drag(page, await cell(page, 1), await cell(page, 3));
  await expect(page).toHaveURL(new RegExp(`new=${date(1)}~${date(3)}`));
});

test('a bar over several days goes back as a whole', async ({ page, api, open }) => {
  await api.add('events', { title: 'Trip', all_day: true, start_time: date(), end_time: date(3) });
  await open(path('month'));
  const box = (await block(page, 'Trip').boundingBox())!;
  await take(page, { x: box.x + 20, y: box.y + box.height / 2 }, await cell(page, 5));
  await expect(ghost(page)).toHaveCount(3);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(ghost(page)).toHaveCount(0);
});

test('a task moves with its deadline', async ({ page, api, open }) => {
  await api.add('tasks', { title: 'Call the bank', due_date: instant('09:00') });
  await open(path());
  await scrollTo(page, 7);
  const box = (await block(page, 'Call the bank').boundingBox())!;
  const from = { x: box.x + box.width / 2, y: box.y + 4 };
  const start = await spot(page, '09:00');
  const end = await spot(page, '11:00', 1);
  await drag(page, from, { x: end.x, y: end.y + from.y - start.y });
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ due_date: utc('11:00', 1) }]);
  await undo(page);
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ due_date: utc('09:00') }]);
});

test('what is refused springs back, and says why', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await scrollTo(page, 7);
  const problem = { type: 'about:blank', title: 'No', status: 409, detail: 'It changed meanwhile.', errors: [] };
  await page.route('**/fn/events/shift', (route) => route.fulfill({ json: { refused: problem } }));
  await drag(page, await spot(page, '09:30'), await spot(page, '11:30'));
  await expect(toast(page)).toContainText('It changed meanwhile.');
  await expect(ghost(page)).toHaveCount(0);
  await expect(block(page, 'Meeting')).toHaveAttribute('data-start', `${date()}T09:00`);
  await expect(page.locator('[data-lifted]')).toHaveCount(0);
});

test('what it now collides with is said, with times that are free', async ({ page, api, open }) => {
  await meeting(api);
  await meeting(api, { title: 'Stand-up', start_time: instant('11:00'), end_time: instant('11:30') });
  await open(path());
  await scrollTo(page, 7);
  await drag(page, await spot(page, '09:30'), await spot(page, '11:30'));
  await expect(toast(page)).toContainText('“Stand-up”');
  await expect(toast(page).getByRole('button', { name: /\d\d:\d\d/ }).first()).toBeVisible();
});

test('an edge scrolls on to hours that were out of sight', async ({ page, api, open }) => {
  await meeting(api);
  await open(path());
  await scrollTo(page, 7);
  const grid = (await page.locator('.time-grid').boundingBox())!;
  const from = await spot(page, '09:30');
  const before = await page.locator('.time-grid').evaluate((element) => element.scrollTop);
  await take(page, from, { x: from.x, y: Math.min(grid.y + grid.height, page.viewportSize()!.height) - 6 });
  await expect
    .poll(() => page.locator('.time-grid').evaluate((element) => element.scrollTop))
    .toBeGreaterThan(before + 100);
  await page.keyboard.press('Escape');
  await page.mouse.up();
});
