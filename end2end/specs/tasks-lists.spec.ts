// Lists, labels, steps, estimates and filters on the page of tasks.
import { expect, test } from '../support/test.ts';
import { day } from '../support/dates.ts';
import { field, form, row, send, toast, undo } from '../support/page.ts';

// Long ways through several pages, each examined by axe.
test.describe.configure({ timeout: 90_000 });

test.beforeEach(async ({ person, open }) => {
  expect(person.token).toBeTruthy();
  await open('/tasks');
});

test('a list is made, filled, renamed, deleted and brought back', async ({ page, open, api, accessible }) => {
  const places = page.getByRole('navigation', { name: 'Views and lists' });
  await places.locator('summary').filter({ hasText: 'New list' }).click();
  await send(form(page, 'add-list'), { name: 'Errands' });
  await expect(toast(page)).toContainText('“Errands”');
  await places.getByRole('link', { name: /^Errands/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Errands');
  await field(form(page, 'add-task'), 'title').fill('Buy stamps tomorrow #post');
  await form(page, 'add-task').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(row(page, 'Buy stamps').complete).toBeVisible();
  const [task] = await api.rows('tasks');
  expect(task).toMatchObject({ title: 'Buy stamps', due_date: day(1), labels: ['post'] });
  expect(task?.list_id).toBeTruthy();
  await accessible(page);
  await page.getByText('Rename, move or delete this list').click();
  await field(form(page, 'edit-list'), 'name').fill('Town');
  await form(page, 'edit-list').getByRole('button').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Town');
  await open('/tasks');
  await expect(page.locator('[data-row]').filter({ hasText: 'Buy stamps' })).toContainText('Town');
  await places.getByRole('link', { name: /^Town/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Town');
  await page.getByText('Rename, move or delete this list').click();
  await page.getByRole('button', { name: 'Delete the list; its tasks stay' }).click();
  await expect(places.getByRole('link', { name: /^Town/ })).toHaveCount(0);
  await expect(row(page, 'Buy stamps').complete).toBeVisible();
  await undo(page);
  await expect(places.getByRole('link', { name: /^Town/ })).toBeVisible();
});

test('labels, estimate and steps are kept in its place', async ({ page, open, api, accessible, javaScriptEnabled }) => {
  const { id } = await api.add('tasks', { title: 'Move house' });
  await open(`/tasks?edit=${id}`);
  const step = form(page, 'add-step');
  await send(step, { title: 'Pack the books' });
  await expect(page.getByRole('button', { name: 'Complete “Pack the books”' })).toBeVisible();
  await send(step, { title: 'Return the keys' });
  await page.getByRole('button', { name: 'Complete “Pack the books”' }).click();
  await expect(page.getByRole('button', { name: 'Reopen “Pack the books”' })).toBeVisible();
  const editor = form(page, 'edit-task');
  await accessible(page);
  await field(editor, 'estimate').fill('1 h 30 min');
  await field(editor, 'labels').fill('Home, #autumn');
  if (javaScriptEnabled) {
    // What is typed stays while the page is read again.
    await page.getByRole('button', { name: 'Reopen “Pack the books”' }).click();
    await expect(page.getByRole('button', { name: 'Complete “Pack the books”' })).toBeVisible();
    await expect(field(editor, 'labels')).toHaveValue('Home, #autumn');
    await page.getByRole('button', { name: 'Complete “Pack the books”' }).click();
  }
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor).toHaveCount(0);
  const entry = page.locator(`[data-row="${id}"]`);
  await expect(entry).toContainText('1 of 2');
  await expect(entry).toContainText('1 h 30 min');
  await expect(entry).toContainText('#home');
  await expect(entry).toContainText('#autumn');
});

test('a filter finds, is kept under a name, and says what is wrong with it', async ({ page, open, api, accessible, javaScriptEnabled }) => {
  await api.add('tasks', { title: 'Urgent call', due_date: day(), priority: 'high' });
  await api.add('tasks', { title: 'Slow read', due_date: day() });
  await open('/tasks');
  const search = page.getByRole('searchbox');
  await search.fill('due:today p1');
  await search.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await expect(page).toHaveURL(/filter=due/);
  await page.getByText('Save this filter').click();
  await send(form(page, 'add-filter'), { name: 'Hot' });
  await expect(toast(page)).toContainText('“Hot”');
  await page.getByRole('navigation', { name: 'Views and lists' }).getByRole('link', { name: 'Hot' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hot');
  await accessible(page);
  await search.fill('due:someday-maybe');
  await search.press('Enter');
  await expect(page.locator('#tasks-wrong')).not.toBeEmpty();
  await expect(search).toHaveAttribute('aria-invalid', 'true');
  await accessible(page);
  await search.fill('nothing like that');
  await search.press('Enter');
  await expect(page.getByText('No task is like that.')).toBeVisible();
  if (javaScriptEnabled) await expect(page.locator('#tasks-wrong')).toBeEmpty();
});
