// What the dashboard tells assistive technology.
import { expectToTell } from '../support/aria.ts';
import { day, instant } from '../support/dates.ts';
import { expect, test } from '../support/test.ts';

test('an empty day', async ({ page, open, person }) => {
  expect(person.token).toBeTruthy();
  await open('/dashboard');
  await expect(page.getByText('Nothing spent yet.')).toBeVisible();
  await expectToTell(page, 'today-empty');
});

test('a day with everything', async ({ page, open, api }) => {
  // Through midnight, so that it is never what comes next.
  await api.add('events', { title: 'Holiday', all_day: true, start_time: day(), end_time: day(1) });
  await api.add('events', { title: 'Dentist', start_time: instant('10:00', 2), end_time: instant('11:00', 2) });
  await api.add('tasks', { title: 'Send the invoice', due_date: day(-1), priority: 'high' });
  await api.add('tasks', { title: 'Renew the passport', due_date: day() });
  await api.add('tasks', { title: 'Water the plants', labels: ['home'] });
  await api.add('budgets', { amount: '1000' });
  await api.say('spent 12.50 on lunch');
  await open('/dashboard');
  await expect(page.getByRole('region', { name: 'Done for you' })).toBeVisible();
  await expectToTell(page, 'today-full');
});
