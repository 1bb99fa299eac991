// Money spent.
import { expect, test } from '../support/test.ts';
import { day } from '../support/dates.ts';
import { form, row, send, toast, undo } from '../support/page.ts';

test.beforeEach(async ({ person, open }) => {
  expect(person.token).toBeTruthy();
  await open('/expenses');
});

test('an expense is added, shown, changed, deleted and brought back', async ({ page, open, api }) => {
  await send(form(page, 'add-expense'), {
    amount: '12.50',
    category: 'Food',
    description: 'Lunch',
    incurred_at: day(),
  });
  await expect(toast(page)).toContainText('Lunch');
  await expect(row(page, 'Lunch').edit).toBeVisible();

  await open('/dashboard');
  const money = page.getByRole('region', { name: 'Money' });
  await expect(money.getByRole('row', { name: /Food.*£12\.50/ })).toBeVisible();

  await open('/expenses');
  await row(page, 'Lunch').edit.click();
  await send(form(page, 'edit-expense'), { amount: '13', description: 'Long lunch' });
  await expect(toast(page)).toContainText('Long lunch');
  await expect(page.getByRole('row', { name: /Food.*£13\.00/ })).toBeVisible();
  await expect(form(page, 'edit-expense')).toHaveCount(0);

  await row(page, 'Long lunch').delete.click();
  await expect(row(page, 'Long lunch').edit).toHaveCount(0);
  expect(await api.rows('expenses')).toEqual([]);
  await undo(page);
  await expect(row(page, 'Long lunch').edit).toBeVisible();
  expect(await api.rows('expenses')).toMatchObject([
    { amount: '13.00', currency: 'GBP', category: 'Food', description: 'Long lunch' },
  ]);
});

test('a comma before two digits is a decimal mark, and a named currency is kept', async ({ page, api }) => {
  await send(form(page, 'add-expense'), { amount: '7,20 eur', category: 'Travel', description: 'Tram' });
  await expect(row(page, 'Tram').edit).toBeVisible();
  expect(await api.rows('expenses')).toMatchObject([{ amount: '7.20', currency: 'EUR' }]);
});

test('a month that is over is one step away', async ({ page, open, api }) => {
  const [year, month] = day().split('-').map(Number) as [number, number];
  const before = new Date(Date.UTC(year, month - 2, 15)).toISOString();
  await api.add('expenses', { amount: '310', category: 'Housing', description: 'Rent', incurred_at: before });
  await open('/expenses');
  await expect(row(page, 'Rent').edit).toHaveCount(0);
  await page.getByRole('link', { name: 'Previous month' }).click();
  await expect(row(page, 'Rent').edit).toBeVisible();
  await page.getByRole('link', { name: 'Next month' }).click();
  await expect(row(page, 'Rent').edit).toHaveCount(0);
});
