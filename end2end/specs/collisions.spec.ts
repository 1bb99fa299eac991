// What takes place at the same time is said at once, with free times to move to.
import { expect, test } from '../support/test.ts';
import { day } from '../support/dates.ts';
import { field, form, send, toast, undo } from '../support/page.ts';

/** A Monday to come, so that working hours lie ahead of it. */
const monday = (() => {
  for (let later = 7; ; later += 1) {
    const date = day(later);
    if (new Date(`${date}T12:00:00Z`).getUTCDay() === 1) return date;
  }
})();

test.beforeEach(async ({ api, person }) => {
  expect(person.token).toBeTruthy();
  await api.add('events', {
    title: 'Standup',
    start_time: `${monday}T09:00`,
    end_time: `${monday}T09:30`,
  });
});

test('a new event says what it overlaps with, and moves by one click', async ({ page, open, api, accessible, javaScriptEnabled }) => {
  await open(`/calendar?new=${monday}T09:00~${monday}T10:00`);
  const add = form(page, 'new-event');
  await field(add, 'title').fill('Review');
  await add.getByRole('button', { name: 'Add' }).click();
  // Without scripts the panel says it; with them the message does, and the panel later.
  const said = javaScriptEnabled ? toast(page) : page.locator('#panel');
  await expect(said).toContainText('Overlaps with “Standup”, 09:00–09:30.');
  await expect(toast(page)).toContainText('Added “Review”');
  await accessible(page);
  await expect.poll(() => api.rows('events')).toHaveLength(2);
  await said.getByRole('button', { name: /Move to .*09:30–10:30/ }).click();
  await expect(toast(page)).toContainText('Review');
  await expect(page.getByText('Overlaps with')).toHaveCount(0);
  const start = async () =>
    (await api.rows('events')).find((event) => event['title'] === 'Review')?.['start_time'];
  const before = await start();
  expect(new Date(String(before)).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' })).toBe('09:30:00');
  await undo(page);
  await expect.poll(start).not.toBe(before);
});

test('quick add says it too, and moves without leaving the page', async ({ page, open, api, javaScriptEnabled }) => {
  await open('/tasks');
  await page.getByRole('button', { name: 'Quick add' }).click();
  await send(form(page, 'quick-add'), { message: `Team meeting on ${monday} 09:00` });
  // Without scripts the conversation has the free times.
  const said = javaScriptEnabled ? toast(page) : page.getByRole('log');
  await expect(said).toContainText(/overlaps (with )?“Standup”, 09:00–09:30/i);
  expect(new URL(page.url()).pathname).toMatch(javaScriptEnabled ? /^\/tasks$/ : /^\/chat\//);
  await said.getByRole('button', { name: /09:30–10:30/ }).click();
  const start = async () => (await api.rows('events')).find((event) => event['title'] === 'Team meeting')?.['start_time'];
  await expect.poll(async () => new Date(String(await start())).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' })).toBe('09:30:00');
});

test('of a series only the one without room moves', async ({ page, open, api }) => {
  await open(`/calendar?new=${day(1)}T09:15~${day(1)}T09:45`);
  const add = form(page, 'new-event');
  await field(add, 'title').fill('Run');
  await field(add, 'repeat').selectOption('FREQ=DAILY');
  await add.getByRole('button', { name: 'Add' }).click();
  const free = page.getByRole('button', { name: /^Move to .*09:30–10:00/ });
  await expect(page.getByText(/On Mon .*, it overlaps with “Standup”|Overlaps with “Standup”/).first()).toBeVisible();
  await free.first().click();
  await expect(page.getByText('overlaps with')).toHaveCount(0);
  const run = (await api.rows('events')).find((event) => event['title'] === 'Run');
  expect(run).toMatchObject({ rrule: 'FREQ=DAILY' });
  expect(run?.['exceptions']).toHaveLength(1);
});
