// Events in the calendar.
import { expect, test } from '../support/test.ts';
import { at, day } from '../support/dates.ts';
import { field, form, row, send, toast, undo } from '../support/page.ts';

test.beforeEach(async ({ person, open }) => {
  expect(person.token).toBeTruthy();
  await open('/calendar?view=agenda');
});

test('an event is added, shown, changed, deleted and brought back', async ({ page, open, api }) => {
  await send(form(page, 'add-event'), {
    title: 'Lunch with Sam',
    start_time: at('13:00'),
    end_time: at('14:00'),
    location: 'Café Anna',
  });
  await expect(toast(page)).toContainText('Lunch with Sam');
  await expect(row(page, 'Lunch with Sam').edit).toBeVisible();
  await expect(page.getByText('13:00–14:00').first()).toBeVisible();

  await open('/dashboard');
  const today = page.getByRole('region', { name: 'The day' });
  await expect(today.getByRole('link', { name: /Lunch with Sam.*13:00–14:00.*Café Anna/ })).toBeVisible();
  await today.getByRole('link', { name: 'Lunch with Sam' }).click();

  await page.locator('#panel').getByRole('link', { name: 'Edit' }).click();
  const edit = form(page, 'edit-event');
  await field(edit, 'title').fill('Late lunch with Sam');
  await field(edit, 'end_clock').fill('15:30');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(toast(page)).toContainText('Late lunch with Sam');
  await expect(page.locator('.block').filter({ hasText: 'Late lunch with Sam' })).toContainText('13:00–15:30');
  await expect(edit).toHaveCount(0);

  await open('/calendar?view=agenda');
  await row(page, 'Late lunch with Sam').delete.click();
  await expect(row(page, 'Late lunch with Sam').edit).toHaveCount(0);
  await expect(toast(page)).toContainText('Deleted');
  await expect.poll(() => api.rows('events')).toEqual([]);
  await undo(page);
  await expect(row(page, 'Late lunch with Sam').edit).toBeVisible();
  await expect.poll(() => api.rows('events')).toMatchObject([
    { title: 'Late lunch with Sam', location: 'Café Anna', all_day: false },
  ]);
});

test('an event without an end takes an hour', async ({ page }) => {
  await send(form(page, 'add-event'), { title: 'Walk', start_time: at('10:00'), end_time: '' });
  await expect(page.getByText('10:00–11:00').first()).toBeVisible();
});

test('an all-day event says so', async ({ page, api }) => {
  const add = form(page, 'add-event');
  await field(add, 'title').fill('Moving house');
  await field(add, 'all_day').check();
  await send(add, { start_time: at('09:00'), end_time: at('10:00') });
  const entry = page.getByRole('listitem').filter({ has: page.getByText('Moving house', { exact: true }) });
  await expect(entry.last()).toContainText('All day');
  await expect.poll(() => api.rows('events')).toMatchObject([
    { all_day: true, start_time: day(), end_time: day(1) },
  ]);
});

test('weeks can be turned, and an event is where its day is', async ({ page, api, open }) => {
  await api.add('events', { title: 'Dentist', all_day: true, start_time: day(7), end_time: day(8) });
  await open('/calendar');
  const dentist = page.getByRole('link', { name: 'Dentist' });
  await expect(dentist).toHaveCount(0);
  await page.getByRole('link', { name: 'Next week' }).click();
  await expect(dentist).toBeVisible();
  await page.getByRole('link', { name: 'Previous week' }).click();
  await expect(dentist).toHaveCount(0);
});
