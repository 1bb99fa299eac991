// The settings: where somebody is, when they work, and what the calendar shows; and the
// offer to take over the browser's zone.
import { expect, test } from '../support/test.ts';
import { day } from '../support/dates.ts';
import { field, form, openMenu, toast, undo } from '../support/page.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

test('the menu leads to them, and a new zone moves times but no whole days', async ({ page, open, api, arrive, accessible }) => {
  await api.add('events', { title: 'Review', start_time: `${day(1)}T12:00:00Z`, end_time: `${day(1)}T13:00:00Z` });
  await api.add('events', { title: 'Holiday', all_day: true, start_time: day(1), end_time: day(2) });
  const agenda = `/calendar?view=day&date=${day(1)}`;
  await open(agenda);
  const review = page.locator('[data-event]', { hasText: 'Review' }).first();
  const holiday = page.locator('[data-event][data-all-day]', { hasText: 'Holiday' }).first();
  await expect(review).toHaveAttribute('data-start', `${day(1)}T13:00`);
  await expect(holiday).toHaveAttribute('data-start', day(1));

  await openMenu(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await arrive('/settings');
  const settings = form(page, 'settings-place');
  await expect(field(settings, 'time_zone')).toHaveValue('Europe/Berlin');
  await accessible(page);
  await field(settings, 'time_zone').fill('Europe/Lisbn');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings).toContainText('Did you mean Europe/Lisbon?');
  await field(settings, 'time_zone').fill('lisbon');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(field(settings, 'time_zone')).toHaveValue('Europe/Lisbon');

  await open(agenda);
  await expect(review).toHaveAttribute('data-start', `${day(1)}T12:00`);
  await expect(holiday).toHaveAttribute('data-start', day(1));
  // The zone that the event was made in is told where clocks differ.
  await review.click();
  await expect(page.locator('#panel')).toContainText('13:00–14:00 in Berlin');
});

test('working hours and week numbers', async ({ page, open }) => {
  await open('/settings');
  const work = form(page, 'settings-work');
  await field(work, 'work_from').fill('18:00');
  await work.getByRole('button', { name: 'Save' }).click();
  await expect(work).toContainText('Must be later than when work begins.');
  await expect(field(work, 'work_from')).toHaveValue('18:00');
  await field(work, 'work_until').fill('22:00');
  await work.getByRole('button', { name: 'Save' }).click();
  await expect(work).not.toContainText('Must be later');
  await expect(toast(page)).toContainText('Saved.');
  await open('/settings');
  await expect(field(work, 'work_from')).toHaveValue('18:00');
  await expect(field(work, 'work_until')).toHaveValue('22:00');
  const writing = form(page, 'settings-writing');
  for (const wanted of [true, false]) {
    await field(writing, 'week_numbers').setChecked(wanted);
    await writing.getByRole('button', { name: 'Save' }).click();
    await expect(toast(page)).toContainText('Saved.');
    await open('/settings');
    await expect(field(writing, 'week_numbers')).toBeChecked({ checked: wanted });
  }
});

test('region, clock and order of dates act on every page', async ({ page, open, api, javaScriptEnabled }) => {
  await api.add('events', { title: 'Review', start_time: `${day(1)}T12:00:00Z`, end_time: `${day(1)}T13:00:00Z` });
  await open('/settings');
  const [place, writing] = [form(page, 'settings-place'), form(page, 'settings-writing')];
  const sample = writing.locator('.sample');
  await expect(sample).toContainText('14:30 · £1,234.50');
  await field(place, 'locale').selectOption({ label: 'United States' });
  await field(place, 'currency').selectOption('USD');
  await place.getByRole('button', { name: 'Save' }).click();
  await expect(sample).toContainText('2:30\u00a0PM · $1,234.50');
  await field(writing, 'clock').selectOption('24');
  await field(writing, 'week_start').selectOption('saturday');
  await writing.getByRole('button', { name: 'Save' }).click();
  await expect(sample).toContainText('14:30 · $1,234.50');
  // What is drawn anew keeps the place of whoever works by keys.
  if (javaScriptEnabled) await expect(writing.getByRole('button', { name: 'Save' })).toBeFocused();
  await expect(toast(page)).toContainText('Saved.');
  await field(writing, 'clock').selectOption('12');
  await writing.getByRole('button', { name: 'Save' }).click();
  await expect(sample).toContainText('2:30\u00a0PM');
  await undo(page);
  await expect(sample).toContainText('14:30');
  await expect(toast(page)).toContainText('Took back');
  await open('/calendar?view=month');
  await expect(page.locator('.month-weekdays li').first()).toHaveText(/Sat/);
  await open(`/calendar?view=day&date=${day(1)}`);
  await expect(page.locator('[data-event]', { hasText: 'Review' }).first()).toContainText('13:00');
});

test('density is kept on the device', async ({ page, open }) => {
  await open('/settings');
  await page.getByRole('button', { name: 'Compact' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await open('/tasks');
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
});

test.describe('somebody in another zone than their planner', () => {
  test.use({ timezoneId: 'Europe/Lisbon' });
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'only scripts know the zone');

  test('is offered its time, once', async ({ page, open, accessible }) => {
    await open('/tasks');
    const offer = page.getByRole('complementary', { name: 'Time zone' });
    await expect(offer).toContainText('You seem to be in Lisbon. Use its time?');
    await accessible(page);
    await offer.getByRole('button', { name: 'Keep' }).click();
    await expect(offer).toHaveCount(0);
    await open('/calendar');
    await page.waitForLoadState('networkidle');
    await expect(offer).toHaveCount(0);

    await page.evaluate(() => localStorage.clear());
    await open('/tasks');
    await offer.getByRole('button', { name: 'Use' }).click();
    await expect(toast(page)).toContainText('clocks in Lisbon');
    await expect(offer).toHaveCount(0);
    await open('/settings');
    await expect(field(form(page, 'settings-place'), 'time_zone')).toHaveValue('Europe/Lisbon');
    await expect(offer).toHaveCount(0);
  });
});

test.describe('somebody whose clock shows the same', () => {
  test.use({ timezoneId: 'Europe/Paris' });

  test('is offered nothing', async ({ page, open }) => {
    await open('/tasks');
    await page.waitForLoadState('networkidle');
    await expect(page.getByRole('complementary', { name: 'Time zone' })).toHaveCount(0);
  });
});
