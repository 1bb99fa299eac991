// Tasks from the first word to the tick, and back.
import { expect, test } from '../support/test.ts';
import { day } from '../support/dates.ts';
import { field, form, row, send, toast, undo } from '../support/page.ts';

test.beforeEach(async ({ person, open }) => {
  expect(person.token).toBeTruthy();
  await open('/tasks');
});

test('a task is added, shown, changed, completed, reopened, deleted and brought back', async ({
  page,
  open,
  api,
}) => {
  await send(form(page, 'add-task'), { title: 'Send the invoice', due_date: day() });
  await expect(toast(page)).toContainText('Send the invoice');
  await expect(row(page, 'Send the invoice').complete).toBeVisible();
  await expect(field(form(page, 'add-task'), 'title')).toHaveValue('');

  await open('/dashboard');
  const toDo = page.getByRole('region', { name: 'To do' });
  await expect(toDo.getByText('Send the invoice', { exact: true })).toBeVisible();

  await open('/tasks');
  await row(page, 'Send the invoice').edit.click();
  await send(form(page, 'edit-task'), { title: 'Send both invoices', notes: 'To Miller' });
  await expect(toast(page)).toContainText('Send both invoices');
  await expect(page.getByText('To Miller')).toBeVisible();
  await expect(form(page, 'edit-task')).toHaveCount(0);

  await row(page, 'Send both invoices').complete.click();
  await expect(row(page, 'Send both invoices').reopen).toBeVisible();
  await expect(toast(page)).toContainText('Completed');
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ is_complete: true, notes: 'To Miller' }]);
  await row(page, 'Send both invoices').reopen.click();
  await expect(row(page, 'Send both invoices').complete).toBeVisible();

  await row(page, 'Send both invoices').delete.click();
  await expect(row(page, 'Send both invoices').edit).toHaveCount(0);
  await expect(toast(page)).toContainText('Deleted');
  await expect.poll(() => api.rows('tasks')).toEqual([]);
  await undo(page);
  await expect(row(page, 'Send both invoices').edit).toBeVisible();
  await expect.poll(() => api.rows('tasks')).toMatchObject([
    { title: 'Send both invoices', due_date: day(), is_complete: false, notes: 'To Miller' },
  ]);
});

test('an editor can be left without a change', async ({ page, open, api }) => {
  await api.add('tasks', { title: 'Read the chapter' });
  await open('/tasks');
  await row(page, 'Read the chapter').edit.click();
  const editor = form(page, 'edit-task');
  await field(editor, 'title').fill('Something else');
  await editor.getByRole('link', { name: 'Cancel' }).click();
  await expect(row(page, 'Read the chapter').edit).toBeVisible();
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: 'Read the chapter', version: 1 }]);
});

test('a task with a time and a priority says both', async ({ page }) => {
  const add = form(page, 'add-task');
  await field(add, 'title').fill('Call the landlord');
  await field(add, 'priority').selectOption('high');
  await send(add, { due_date: day(1), due_time: '16:30' });
  const entry = page.getByRole('listitem').filter({ hasText: 'Call the landlord' });
  await expect(entry).toContainText('Tomorrow 16:30');
  await expect(entry).toContainText('High priority');
});

test('what another program changes is there at the next look', async ({ page, open, api }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await open('/tasks');
  await expect(row(page, 'Water the plants').complete).toBeVisible();
});
