// One's own data in files: taken along, and brought back into an empty account.
import { readFile } from 'node:fs/promises';
import { type Page } from '@playwright/test';
import { day } from '../support/dates.ts';
import { field, form } from '../support/page.ts';
import { signUp } from '../support/person.ts';
import { expect, test } from '../support/test.ts';

/** The file behind a link of the settings: its name, and what is in it. */
async function download(page: Page, name: string): Promise<{ name: string; text: string }> {
  const arriving = page.waitForEvent('download');
  await page.getByRole('link', { name: `Download ${name}`, exact: true }).click();
  const file = await arriving;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

async function takeOver(page: Page, buffer: Buffer): Promise<void> {
  const name = 'planner-2026-11-23.json';
  await field(form(page, 'import'), 'file').setInputFiles({ name, mimeType: 'application/json', buffer });
  await form(page, 'import').getByRole('button', { name: 'Take over' }).click();
}

test('a file for every program', async ({ page, open, api }) => {
  const times = { start_time: `${day(1)}T12:00:00Z`, end_time: `${day(1)}T13:00:00Z` };
  await api.add('events', { title: 'Review', rrule: 'FREQ=WEEKLY', ...times });
  await api.add('tasks', { title: '=1+1', due_date: day(2) });
  await api.add('expenses', { amount: '12.50', category: 'Food' });
  await open('/settings');
  const calendar = await download(page, 'calendar');
  expect(calendar.name).toMatch(/^calendar-\d{4}-\d\d-\d\d\.ics$/);
  expect(calendar.text).toContain('SUMMARY:Review\r\n');
  expect(calendar.text).toContain('RRULE:FREQ=WEEKLY\r\n');
  const [events, tasks, expenses] = [
    await download(page, 'events'),
    await download(page, 'tasks'),
    await download(page, 'expenses'),
  ];
  expect(events.name).toMatch(/^events-.*\.csv$/);
  expect(events.text).toContain('Review,');
  // A spreadsheet takes it for a text, not for a formula.
  expect(tasks.text).toContain("'=1+1,no,");
  expect(expenses.text).toContain('Food,12.50,');
});

test('everything moves into another account, whole', async ({ page, open, api, context, arrive, accessible }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await api.add('tasks', { title: 'Call Kim' });
  await api.add('lists', { name: 'Home' });
  await api.settings({ week_start: 'sunday' });
  await open('/settings');
  const { text } = await download(page, 'everything');

  await signUp(context);
  await open('/settings');
  // What is no such file is refused, with the place of its first fault.
  await takeOver(page, Buffer.from(text.replace('"Call Kim"', '" "')));
  await arrive('/settings');
  await expect(form(page, 'import')).toContainText('tasks[1].title');
  await accessible(page);
  await takeOver(page, Buffer.from('nothing'));
  await arrive('/settings');
  await expect(form(page, 'import')).toContainText('This is no file that the planner wrote');

  await takeOver(page, Buffer.from(text));
  await arrive('/settings');
  await expect(page.locator('#data').getByRole('status')).toContainText('no events, 2 tasks, no expenses');
  await accessible(page);
  await expect(field(form(page, 'settings-writing'), 'week_start')).toHaveValue('sunday');

  // A second time there is something already.
  await takeOver(page, Buffer.from(text));
  await arrive('/settings');
  await expect(form(page, 'import')).toContainText('There is something in this account already.');
  await open('/tasks');
  await expect(page.getByText('Water the plants')).toHaveCount(1);
});
