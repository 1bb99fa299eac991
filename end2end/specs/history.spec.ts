// Everything that was changed, with the way back.
import { openMenu, toast } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

test('the menu leads to it, and empty it says what it is for', async ({ page, open, arrive, person }) => {
  expect(person.token).toBeTruthy();
  await open('/tasks');
  await openMenu(page);
  await page.getByRole('link', { name: 'History' }).click();
  await arrive('/history');
  await expect(page.getByText('Nothing was changed yet.')).toBeVisible();
});

test('a change is told from before to after, and is taken back', async ({ page, open, api, accessible }) => {
  const task = await api.add('tasks', { title: 'Water the ferns' });
  await api.add('tasks', { id: task.id, title: 'Water the roses' });
  await open('/history');
  const today = page.getByRole('region', { name: 'Today' });
  const [renamed, added] = [today.getByRole('listitem').first(), today.getByRole('listitem').last()];
  await expect(renamed).toContainText('Renamed “Water the ferns” to “Water the roses”');
  await expect(renamed).toContainText('Another program');
  // The row is not as adding it left it.
  await expect(added).toContainText('Changed since');
  await accessible(page);
  await renamed.getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page)).toContainText('Took back');
  await expect(page.getByText('Undone')).toBeVisible();
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: 'Water the ferns' }]);
  // Now it can be taken back as well.
  await added.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toHaveCount(2);
  await expect.poll(() => api.rows('tasks')).toEqual([]);
});

test('what was changed together is one step', async ({ page, open, api }) => {
  await api.say('buy milk and call mom');
  await expect.poll(() => api.rows('tasks')).toHaveLength(2);
  await open('/history');
  const steps = page.getByRole('region', { name: 'Today' }).getByRole('listitem');
  await expect(steps).toHaveCount(1);
  await expect(steps).toContainText('Assistant');
  await steps.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toBeVisible();
  await expect.poll(() => api.rows('tasks')).toEqual([]);
});

test('it is narrowed by kind and by who did it, and has pages', async ({ page, open, api }) => {
  await api.say('add a task to read');
  await api.add('expenses', { amount: '3.00', category: 'Coffee' });
  await open('/history');
  await page.getByRole('link', { name: 'Expenses' }).click();
  await page.waitForURL('**/history?kind=expense');
  await expect(page.getByRole('listitem').filter({ hasText: 'Coffee' })).toBeVisible();
  await expect(page.getByText('“Read”')).toHaveCount(0);
  await page.getByRole('link', { name: 'Assistant', exact: true }).last().click();
  await page.waitForURL('**/history?kind=expense&door=chat');
  await expect(page.getByText('Nothing of this kind was changed.')).toBeVisible();
  for (let index = 0; index < 61; index += 1) await api.add('tasks', { title: `Task ${index}` });
  await open('/history');
  await page.getByRole('link', { name: 'Earlier' }).click();
  await page.waitForURL('**/history?cursor=*');
  await expect(page.getByText('Added “Task 0”')).toBeVisible();
  await page.getByRole('link', { name: 'Latest' }).click();
  await expect(page.getByText('Added “Task 60”')).toBeVisible();
});
