// What the calendar tells assistive technology: in a week far from now.
import { expectToTell } from '../support/aria.ts';
import { date, instant, meeting, path } from '../support/grid.ts';
import { expect, test } from '../support/test.ts';

test.beforeEach(async ({ api }) => {
  await meeting(api, { location: 'Room 4' });
  await api.add('events', { title: 'Call', start_time: instant('09:30'), end_time: instant('10:30') });
  await api.add('events', { title: 'Trip', all_day: true, start_time: date(1), end_time: date(3) });
  await api.add('tasks', { title: 'Send the invoice', due_date: instant('16:00', 1) });
});

for (const view of ['month', 'week', 'day', 'agenda']) {
  test(`the view ${view}`, async ({ page, open }) => {
    await open(path(view));
    await expectToTell(page, `calendar-${view}`);
  });
}

test('one event, and its form', async ({ page, open, api }) => {
  const { id } = await meeting(api, { title: 'Standup', rrule: 'FREQ=DAILY;COUNT=3', notes: 'By phone' });
  const open_ = `${path()}&open=${id}&at=${encodeURIComponent(`${date()}T08:00:00Z`)}`;
  await open(open_);
  await expect(page.locator('#panel')).toContainText('Standup');
  await expectToTell(page, 'calendar-event', page.locator('#panel'));
  await open(`${open_}&edit=1`);
  await expectToTell(page, 'calendar-event-form', page.locator('#panel'));
});

test('the form of a new one', async ({ page, open }) => {
  await open(`${path()}&new=${date()}T13:00~${date()}T14:00`);
  await expectToTell(page, 'calendar-new', page.locator('#panel'));
});
