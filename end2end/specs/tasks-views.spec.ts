// Where one can look on the page of tasks, and what the address says of it.
import { expect, test } from '../support/test.ts';
import { day, instant } from '../support/dates.ts';
import { form, row, send, toast } from '../support/page.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

const VIEWS = ['/tasks', '/tasks?view=today', '/tasks?view=upcoming', '/tasks?view=done'];

test('each view has what belongs to it, and Back leads to the one before', async ({ page, open, api }) => {
  await api.add('tasks', { title: 'Late', due_date: day(-1) });
  await api.add('tasks', { title: 'Now', due_date: day() });
  await api.add('tasks', { title: 'Soon', due_date: day(3) });
  await api.add('tasks', { title: 'Far', due_date: day(40) });
  await api.add('tasks', { title: 'Whenever' });
  await api.add('tasks', { title: 'Over', is_complete: true });
  const titles = () => page.locator('[data-tasks] [data-row] .row-title').allTextContents();
  await open('/tasks');
  expect(await titles()).toEqual(['Late', 'Now', 'Soon', 'Far', 'Whenever', 'Over']);
  const views = page.getByRole('navigation', { name: 'Views and lists' });
  await views.getByRole('link', { name: /^Today/ }).click();
  await expect(page).toHaveURL(/view=today/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  await expect.poll(titles).toEqual(['Late', 'Now', 'Over']);
  await views.getByRole('link', { name: /^Upcoming/ }).click();
  await expect.poll(titles).toEqual(['Now', 'Soon', 'Far']);
  await views.getByRole('link', { name: /^Done/ }).click();
  await expect.poll(titles).toEqual(['Over']);
  await page.goBack();
  await expect.poll(titles).toEqual(['Now', 'Soon', 'Far']);
});

for (const view of VIEWS) {
  test(`${view} is accessible when full`, async ({ page, open, api, accessible }) => {
    await api.add('tasks', { title: 'Late', due_date: day(-1), priority: 'high', labels: ['home'] });
    await api.add('tasks', { title: 'Now', due_date: day(), estimate_minutes: 45 });
    await api.add('tasks', { title: 'Over', is_complete: true });
    await open(view);
    await expect(page.locator('[data-row]').first()).toBeVisible();
    await accessible(page);
  });
}

test('what is added on Today is due today', async ({ page, open, api }) => {
  await open('/tasks?view=today');
  await send(form(page, 'add-task'), { title: 'Water the plants' });
  await expect(row(page, 'Water the plants').complete).toBeVisible();
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: 'Water the plants', due_date: day() }]);
});

test('the line says more than a title', async ({ page, open, api, javaScriptEnabled }) => {
  await open('/tasks');
  const add = form(page, 'add-task');
  const title = add.locator('[name="title"]');
  await title.fill('Send the invoice tomorrow 15:00 p1');
  if (javaScriptEnabled) {
    await expect(add.getByRole('group', { name: 'What this reads as' })).toContainText('tomorrow');
    await expect(add.getByRole('group', { name: 'What this reads as' })).toContainText('high priority');
  }
  await add.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(toast(page)).toContainText('Send the invoice');
  await expect(add.getByRole('group', { name: 'What this reads as' })).toHaveCount(0);
  const [task] = await api.rows('tasks');
  expect(task).toMatchObject({ title: 'Send the invoice', priority: 'high' });
  expect(Date.parse(String(task?.due_date))).toBe(Date.parse(instant('15:00', 1)));
});

test('a task that is ticked off stays for a moment, then leaves its line', async ({ page, open, api, javaScriptEnabled }) => {
  await api.add('tasks', { title: 'Read the chapter', due_date: day() });
  await open('/tasks?view=today');
  await row(page, 'Read the chapter').complete.click();
  if (javaScriptEnabled) {
    await expect(page.locator('[data-group="today"] [data-done]')).toBeVisible();
    await expect(toast(page).getByRole('button', { name: 'Undo' })).toBeVisible();
  }
  await expect(page.locator('[data-group="done"]').getByText('Read the chapter')).toBeVisible();
  await expect(page.locator('[data-group="today"]')).toHaveCount(0);
});

test('a task that was just ticked off can be unticked where it is', async ({ page, open, api, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'without scripts it has left already');
  await api.add('tasks', { title: 'Read the chapter', due_date: day() });
  await open('/tasks?view=today');
  await row(page, 'Read the chapter').complete.click();
  await row(page, 'Read the chapter').reopen.click();
  await expect(row(page, 'Read the chapter').complete).toBeVisible();
  await expect(page.locator('[data-group="today"]')).toBeVisible();
  await expect(toast(page)).toContainText('Reopened');
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ is_complete: false }]);
});

test('a page has a hundred tasks, and more on demand', async ({ page, open, api }) => {
  test.setTimeout(60_000);
  const titles = Array.from({ length: 130 }, (_, index) => `Task number ${index + 1}`);
  while (titles.length > 0) {
    await Promise.all(titles.splice(0, 10).map((title) => api.add('tasks', { title })));
  }
  await open('/tasks');
  const rows = page.locator('[data-tasks] [data-row]');
  await expect(rows).toHaveCount(100);
  await page.getByRole('link', { name: 'Show 30 more of 30' }).click();
  await expect(rows).toHaveCount(130);
});

test('a due date is changed in words, and nonsense is refused beside it', async ({ page, open, api, accessible }) => {
  const { id } = await api.add('tasks', { title: 'Call the landlord', due_date: day() });
  await open(`/tasks?view=upcoming&edit=${id}`);
  const editor = form(page, 'edit-task');
  const due = editor.locator('[name="due"]');
  await due.fill('soon');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.locator('[data-field="due"]')).toContainText('is no day or time');
  await expect(due).toHaveValue('soon');
  await accessible(page);
  await due.fill('tomorrow 16:30');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor).toHaveCount(0);
  const [task] = await api.rows('tasks');
  expect(Date.parse(String(task?.due_date))).toBe(Date.parse(instant('16:30', 1)));
  await expect(page).toHaveURL(/view=upcoming/);
});
