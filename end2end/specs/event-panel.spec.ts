// The panel beside the calendar: one event shown, added, changed and removed.
import { expect, test } from '../support/test.ts';
import { at, day } from '../support/dates.ts';
import { field, form, toast, undo } from '../support/page.ts';
import { occurrence, panel, save, standup, told } from '../support/panel.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

test('a new event at a time that the address names', async ({ page, open, api }) => {
  await open(`/calendar?new=${at('13:00', 1)}~${at('14:30', 1)}`);
  const add = form(page, 'new-event');
  await expect(field(add, 'start_date')).toHaveValue(day(1));
  await expect(field(add, 'start_clock')).toHaveValue('13:00');
  await expect(field(add, 'end_clock')).toHaveValue('14:30');
  await expect(field(add, 'time_zone')).toHaveValue('Europe/Berlin');
  await field(add, 'title').fill('Review');
  await field(add, 'location').fill('Room 4');
  await save(page, 'Add');
  await told(page, /Added “Review”, tomorrow \(.*\), 13:00–14:30\./, 'Review');
  await expect(panel(page)).toHaveCount(0);
  const [event] = await api.rows('events');
  expect(event).toMatchObject({ title: 'Review', location: 'Room 4', time_zone: 'Europe/Berlin' });

  await open(`/calendar?date=${day(1)}&open=${event?.id}`);
  await expect(panel(page).getByRole('heading')).toHaveText('Review');
  await expect(panel(page)).toContainText(/Tomorrow \(.*\), 13:00–14:30/);
  await expect(panel(page)).toContainText('Room 4');
  await panel(page).getByRole('link', { name: 'Edit' }).click();
  await field(form(page, 'edit-event'), 'title').fill('Long review');
  await field(form(page, 'edit-event'), 'end_clock').fill('16:00');
  await save(page, 'Save');
  await told(page, /Changed “Long review”, .* 13:00–16:00\./, 'Long review');
  await expect(panel(page)).toHaveCount(0);
  await undo(page);
  await expect.poll(() => api.rows('events')).toMatchObject([{ title: 'Review' }]);

  await open(`/calendar?date=${day(1)}&open=${event?.id}`);
  await panel(page).getByRole('button', { name: 'Delete' }).click();
  await told(page, 'Deleted “Review”.', 'Review');
  await expect.poll(() => api.rows('events')).toEqual([]);
  await undo(page);
  await expect.poll(() => api.rows('events')).toHaveLength(1);
});

test('whole days have dates and no clock times', async ({ page, open, api }) => {
  await open(`/calendar?new=${day(1)}~${day(2)}`);
  const add = form(page, 'new-event');
  await expect(field(add, 'all_day')).toBeChecked();
  await expect(field(add, 'start_clock')).toBeHidden();
  await expect(field(add, 'time_zone')).toBeHidden();
  await field(add, 'title').fill('Fair');
  await save(page, 'Add');
  await expect(toast(page)).toContainText('Added “Fair”');
  await expect.poll(() => api.rows('events')).toMatchObject([
    { all_day: true, start_time: day(1), end_time: day(3) },
  ]);
  const [event] = await api.rows('events');
  await open(`/calendar?open=${event?.id}&edit=1`);
  const edit = form(page, 'edit-event');
  await expect(field(edit, 'end_date')).toHaveValue(day(2));
  await field(edit, 'all_day').uncheck();
  await expect(field(edit, 'start_clock')).toBeVisible();
  await field(edit, 'start_clock').fill('10:00');
  await field(edit, 'end_date').fill(day(1));
  await field(edit, 'end_clock').fill('11:00');
  await save(page, 'Save');
  await told(page, '10:00–11:00', 'Fair');
  await expect.poll(() => api.rows('events')).toMatchObject([{ all_day: false }]);
});

test('what cannot be is said beside its field, and what was typed stays', async ({ page, open }) => {
  await open(`/calendar?new=${at('13:00', 1)}~${at('14:00', 1)}`);
  const add = form(page, 'new-event');
  await field(add, 'end_clock').fill('12:00');
  await field(add, 'time_zone').fill('Europe/Lodnon');
  await field(add, 'repeat').selectOption('own');
  await field(add, 'repeat_words').fill('blue moons');
  await save(page, 'Add');
  await expect(add.locator('[data-field="title"]')).toContainText('Give it a title.');
  await expect(add.locator('[data-field="time_zone"]')).toContainText('Did you mean Europe/London?');
  await expect(add.locator('[data-field="repeat_words"]')).toContainText('does not say how often');
  await expect(add.locator('[data-field="end_date"]')).toContainText('Must not be before the start.');
  await expect(field(add, 'repeat_words')).toHaveValue('blue moons');
  await expect(field(add, 'end_clock')).toHaveValue('12:00');
  await expect(field(add, 'repeat')).toHaveValue('own');
});

test('a zone by any of its names, and both clocks shown', async ({ page, open, api }) => {
  await open(`/calendar?new=${at('09:00', 1)}~${at('10:00', 1)}`);
  const add = form(page, 'new-event');
  await field(add, 'title').fill('Call Tokyo');
  await field(add, 'time_zone').fill('tokyo');
  await save(page, 'Add');
  // Nine in Tokyo is one o'clock in Berlin, in winter.
  await told(page, '01:00–02:00', 'Call Tokyo');
  const [event] = await api.rows('events');
  expect(event).toMatchObject({ time_zone: 'Asia/Tokyo', start_time: `${day(1)}T00:00:00Z` });
  await open(`/calendar?open=${event?.id}`);
  await expect(panel(page)).toContainText('09:00–10:00 in Tokyo');
  await panel(page).getByRole('link', { name: 'Edit' }).click();
  await expect(field(form(page, 'edit-event'), 'start_clock')).toHaveValue('09:00');
  await expect(field(form(page, 'edit-event'), 'time_zone')).toHaveValue('Asia/Tokyo');
});

test('how it repeats is chosen, or said in words', async ({ page, open, api }) => {
  test.slow();
  await open(`/calendar?new=${at('18:00', 1)}~${at('19:00', 1)}`);
  const add = form(page, 'new-event');
  await expect(field(add, 'repeat_words')).toBeHidden();
  await expect(field(add, 'repeat_until')).toBeHidden();
  await field(add, 'title').fill('Yoga');
  await field(add, 'repeat').selectOption('own');
  await expect(field(add, 'repeat_until')).toBeVisible();
  await field(add, 'repeat_words').fill('every other friday');
  await field(add, 'repeat_times').fill('6');
  await save(page, 'Add');
  await told(page, /Added “Yoga”, .*18:00–19:00, every other Friday, 6 times\./, 'Yoga');
  const rule = 'FREQ=WEEKLY;INTERVAL=2;COUNT=6;BYDAY=FR';
  const parts = (text: unknown) => String(text).split(';').sort();
  const [event] = await api.rows('events');
  expect(parts(event?.['rrule'])).toEqual(parts(rule));

  // What is left alone stays; what is chosen replaces it.
  await open(`/calendar?open=${event?.id}&edit=1`);
  await expect(field(form(page, 'edit-event'), 'repeat_times')).toHaveValue('6');
  await field(form(page, 'edit-event'), 'title').fill('Yoga with Ana');
  await save(page, 'Save all');
  await expect(toast(page)).toContainText('Yoga with Ana');
  await expect.poll(async () => parts((await api.rows('events'))[0]?.['rrule'])).toEqual(parts(rule));
  await open(`/calendar?open=${event?.id}&edit=1`);
  await field(form(page, 'edit-event'), 'repeat').selectOption({ label: 'Every week' });
  await field(form(page, 'edit-event'), 'repeat_times').fill('');
  await field(form(page, 'edit-event'), 'repeat_until').fill(day(60));
  await save(page, 'Save all');
  await told(page, 'every week until', 'Yoga');
  const until = `UNTIL=${day(60).replaceAll('-', '')}`;
  await expect.poll(async () => (await api.rows('events'))[0]?.['rrule']).toBe(`FREQ=WEEKLY;${until}`);
  await open(`/calendar?open=${event?.id}&edit=1`);
  await field(form(page, 'edit-event'), 'repeat').selectOption('');
  await save(page, 'Save all');
  await expect(panel(page)).toHaveCount(0);
  await expect.poll(async () => (await api.rows('events'))[0]?.['rrule']).toBeNull();
});

test('an event that is gone is said to be gone', async ({ page, open }) => {
  await open('/calendar?open=0190a6ea-0000-7000-8000-000000000000');
  await expect(panel(page)).toContainText('not there any more');
  await panel(page).getByRole('link', { name: 'Close' }).click();
  await expect(panel(page)).toHaveCount(0);
});

test.describe('with scripts', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'needs JavaScript');

  test('Back, Escape and the cross close it, and the focus returns', async ({ page, open, api }) => {
    await api.add('events', { title: 'Review', start_time: at('13:00'), end_time: at('14:00') });
    await open('/calendar');
    const link = page.locator('[data-event]', { hasText: 'Review' }).first();
    await link.click();
    await expect(panel(page)).toBeVisible();
    await expect(panel(page).getByRole('heading', { name: 'Review' })).toBeFocused();
    await page.goBack();
    await expect(panel(page)).toHaveCount(0);
    await expect(link).toBeFocused();

    await link.press('Enter');
    await expect(panel(page).getByRole('heading')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(panel(page)).toHaveCount(0);
    await expect(link).toBeFocused();

    await link.press('Enter');
    await panel(page).getByRole('link', { name: 'Edit' }).click();
    await expect(field(form(page, 'edit-event'), 'title')).toBeFocused();
    await panel(page).getByRole('link', { name: 'Close' }).click();
    await expect(panel(page)).toHaveCount(0);
    await expect(link).toBeFocused();
  });

  test('the end follows the start', async ({ page, open }) => {
    await open(`/calendar?new=${at('13:00', 1)}~${at('14:30', 1)}`);
    const add = form(page, 'new-event');
    await field(add, 'start_clock').fill('15:00');
    await expect(field(add, 'end_clock')).toHaveValue('16:30');
    await field(add, 'start_date').fill(day(3));
    await expect(field(add, 'end_date')).toHaveValue(day(3));
    await field(add, 'start_clock').fill('23:00');
    await expect(field(add, 'end_date')).toHaveValue(day(4));
    await expect(field(add, 'end_clock')).toHaveValue('00:30');
  });

  test('zones are suggested while one types', async ({ page, open }) => {
    await open(`/calendar?new=${at('13:00', 1)}~${at('14:00', 1)}`);
    const zone = field(form(page, 'new-event'), 'time_zone');
    await zone.fill('lis');
    await expect(page.locator('#zones option').first()).toHaveAttribute('value', 'Europe/Lisbon');
    await zone.fill('PT');
    const pacific = page.locator('#zones option').first();
    await expect(pacific).toHaveAttribute('value', 'America/Los_Angeles');
    await expect(pacific).toHaveText(/^PT: Los Angeles, now \d\d:\d\d$/);
  });

  test.describe('on a phone', () => {
    test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

    test('it comes from below and holds the focus', async ({ page, open, accessible }) => {
      await open(`/calendar?new=${at('13:00', 1)}~${at('14:00', 1)}`);
      await expect(page.locator('#panel:modal')).toBeVisible();
      await expect(field(form(page, 'new-event'), 'title')).toBeFocused();
      const box = await panel(page).boundingBox();
      expect(box?.width).toBe(390);
      expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
      await accessible(page);
      await page.keyboard.press('Escape');
      await expect(panel(page)).toHaveCount(0);
    });
  });
});

for (const theme of ['light', 'dark']) {
  test(`what it holds is accessible in ${theme}`, async ({ page, context, baseURL, open, api, accessible }) => {
    test.setTimeout(90_000);
    await context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }]);
    const { id } = await api.add('events', { ...standup, location: 'Room 4', description: 'Bring notes.' });
    await api.add('events', { title: 'Run', start_time: `${day(3)}T09:00`, end_time: `${day(3)}T10:00` });
    await open(occurrence(id, 3));
    await panel(page).getByText('Delete…').click();
    await expect(panel(page)).toContainText('Overlaps with “Run”, 09:00–10:00.');
    await accessible(page);
    await open(`${occurrence(id, 3)}&edit=1`);
    await field(form(page, 'edit-event'), 'repeat').selectOption('own');
    await save(page, 'Save');
    await expect(form(page, 'edit-event').locator('[aria-invalid="true"]').first()).toBeVisible();
    await accessible(page);
  });
}
