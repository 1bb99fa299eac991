// Tasks and expenses repeat by the same fields as events.
import { expect, test } from '../support/test.ts';
import { day } from '../support/dates.ts';
import { field, form, row } from '../support/page.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

test('a task repeats, counted from when it is done', async ({ page, open, api }) => {
  await open('/tasks');
  const add = form(page, 'add-task');
  await field(add, 'title').fill('Water the plants');
  await expect(field(add, 'from_completion')).toBeHidden();
  await field(add, 'repeat').selectOption('own');
  await field(add, 'repeat_words').fill('every 3 days');
  await field(add, 'from_completion').check();
  await add.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('every 3 days, counted from when it is done')).toBeVisible();
  await expect.poll(() => api.rows('tasks')).toMatchObject([
    { rrule: 'FREQ=DAILY;INTERVAL=3', repeat_from: 'completion', due_date: day() },
  ]);
  await row(page, 'Water the plants').edit.click();
  const edit = form(page, 'edit-task');
  await expect(field(edit, 'repeat')).toHaveValue('kept');
  await expect(field(edit, 'from_completion')).toBeChecked();
  await field(edit, 'repeat').selectOption('FREQ=WEEKLY');
  await field(edit, 'from_completion').uncheck();
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit).toHaveCount(0);
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ rrule: 'FREQ=WEEKLY', repeat_from: 'due' }]);
});

test('an expense repeats, and stops', async ({ page, open, api }) => {
  await open('/expenses');
  const add = form(page, 'add-expense');
  await field(add, 'amount').fill('800');
  await field(add, 'category').fill('Rent');
  await field(add, 'repeat').selectOption('FREQ=MONTHLY');
  await field(add, 'repeat_times').fill('nine');
  await add.getByRole('button', { name: 'Add' }).click();
  await expect(add.locator('[data-field="repeat_times"]')).toContainText('number from 1 to 999');
  await field(add, 'repeat_times').fill('12');
  await add.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('every month, 12 times')).toBeVisible();
  const [rent] = await api.rows('expenses');
  expect(rent).toMatchObject({ rrule: 'FREQ=MONTHLY;COUNT=12' });
  await open(`/expenses?edit=${rent?.id}`);
  const edit = form(page, 'edit-expense');
  await expect(field(edit, 'repeat_times')).toHaveValue('12');
  await field(edit, 'repeat').selectOption('');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit).toHaveCount(0);
  await expect.poll(() => api.rows('expenses')).toMatchObject([{ rrule: null }]);
});
