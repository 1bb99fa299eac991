// The part of a repeating event that is meant, as the panel asks for it.
import { expect, test } from '../support/test.ts';
import { day } from '../support/dates.ts';
import { field, form, toast, undo } from '../support/page.ts';
import { occurrence, panel, save, standup, told } from '../support/panel.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

test('a rule that no choice stands for is kept', async ({ page, open, api }) => {
  const rrule = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1';
  const { id } = await api.add('events', { ...standup, rrule });
  await open(`/calendar?open=${id}&edit=1`);
  const edit = form(page, 'edit-event');
  await expect(field(edit, 'repeat')).toHaveValue('kept');
  await field(edit, 'repeat_times').fill('3');
  await save(page, 'Save all');
  await told(page, '3 times', 'Standup');
  await expect.poll(async () => (await api.rows('events'))[0]?.['rrule']).toContain('BYSETPOS=-1');
  await expect.poll(async () => (await api.rows('events'))[0]?.['rrule']).toContain('COUNT=3');
});

test('only one occurrence is changed, then removed', async ({ page, open, api }) => {
  const { id } = await api.add('events', standup);
  await open(occurrence(id, 3));
  await expect(panel(page)).toContainText('Every day');
  await panel(page).getByRole('link', { name: 'Edit' }).click();
  const edit = form(page, 'edit-event');
  await expect(edit.getByRole('radio', { name: 'Only this one' })).toBeChecked();
  await field(edit, 'start_clock').fill('11:00');
  await field(edit, 'end_clock').fill('11:30');
  await save(page, 'Save');
  await told(page, /Changed “Standup”, only .*11:00–11:30\./, 'Standup');
  const [row] = await api.rows('events');
  expect(row?.['start_time']).toBe(`${day(1)}T08:00:00Z`);
  expect(row?.['exceptions']).toHaveLength(1);
  await undo(page);
  await expect.poll(async () => (await api.rows('events'))[0]?.['exceptions'] ?? []).toHaveLength(0);

  await open(occurrence(id, 4));
  await panel(page).getByText('Delete…').click();
  await panel(page).getByRole('button', { name: 'Delete' }).click();
  await told(page, /Deleted “Standup”, only /, 'Standup');
  await expect.poll(async () => (await api.rows('events'))[0]?.['exceptions']).toMatchObject([{ deviation: 'cancelled' }]);
});

test('one and all that follow, or all of them', async ({ page, open, api }) => {
  test.slow();
  const { id } = await api.add('events', standup);
  await open(`${occurrence(id, 3)}&edit=1`);
  const edit = form(page, 'edit-event');
  await edit.getByRole('radio', { name: 'This and all that follow' }).check();
  await field(edit, 'start_clock').fill('10:00');
  await field(edit, 'end_clock').fill('10:30');
  await save(page, 'Save');
  await told(page, /Changed “Standup”, from then on: .*10:00–10:30/, 'Standup');
  await expect.poll(() => api.rows('events')).toHaveLength(2);
  await undo(page);
  await expect.poll(() => api.rows('events')).toHaveLength(1);

  await open(`${occurrence(id, 3)}&edit=1`);
  await edit.getByRole('radio', { name: 'All of them' }).check();
  await field(edit, 'title').fill('Daily');
  await field(edit, 'start_clock').fill('09:15');
  await field(edit, 'end_clock').fill('09:30');
  await save(page, 'Save');
  await expect(toast(page)).toContainText('Changed “Daily”');
  await expect.poll(() => api.rows('events')).toMatchObject([
    { title: 'Daily', start_time: `${day(1)}T08:15:00Z`, end_time: `${day(1)}T08:30:00Z` },
  ]);

  await open(occurrence(id, 5, '08:15'));
  await panel(page).getByText('Delete…').click();
  await panel(page).getByRole('radio', { name: 'This and all that follow' }).check();
  await panel(page).getByRole('button', { name: 'Delete' }).click();
  await told(page, /Deleted “Daily” from .* on\./, 'Daily');
  await expect.poll(async () => (await api.rows('events'))[0]?.['rrule']).toContain('UNTIL=');
  await undo(page);
  await expect.poll(async () => (await api.rows('events'))[0]?.['rrule']).toBe('FREQ=DAILY');

  await open(occurrence(id, 5, '08:15'));
  await panel(page).getByText('Delete…').click();
  await panel(page).getByRole('radio', { name: 'All of them' }).check();
  await panel(page).getByRole('button', { name: 'Delete' }).click();
  await told(page, 'Deleted “Daily”, all of it.', 'Daily');
  await expect.poll(() => api.rows('events')).toEqual([]);
});


test('an address without an occurrence is about all of them, and says so', async ({ page, open, api }) => {
  const { id } = await api.add('events', standup);
  await open(`/calendar?open=${id}`);
  await expect(panel(page)).toContainText('This is all of them.');
  await panel(page).getByRole('link', { name: 'Edit all' }).click();
  await field(form(page, 'edit-event'), 'title').fill('Daily');
  await save(page, 'Save all');
  await expect(toast(page)).toContainText('Changed “Daily”');
  await expect.poll(() => api.rows('events')).toMatchObject([{ title: 'Daily' }]);

  await open(`/calendar?open=${id}`);
  await panel(page).getByRole('link', { name: /09:00–09:30/ }).click();
  await expect(page).toHaveURL(/&at=/);
  await expect(panel(page).getByText('Delete…')).toBeVisible();

  await open(`/calendar?open=${id}`);
  await panel(page).getByRole('button', { name: 'Delete all' }).click();
  await told(page, 'Deleted “Daily”, all of it.', 'Daily');
  await expect.poll(() => api.rows('events')).toEqual([]);
});
