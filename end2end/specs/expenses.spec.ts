// Money spent: its sums, its budgets, its table.
import { expect, test } from '../support/test.ts';
import { day } from '../support/dates.ts';
import { field, form, row, send, toast, undo } from '../support/page.ts';

test.beforeEach(async ({ person, open }) => {
  expect(person.token).toBeTruthy();
  await open('/expenses');
});

const spend = (amount: string, category: string, description: string, incurred_at?: string) =>
  ({ amount, category, description, incurred_at });

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
  const values = { amount: '13', description: 'Long lunch', notes: 'With Ana' };
  const editor = form(page, 'edit-expense');
  for (const [name, value] of Object.entries(values)) await field(editor, name).fill(value);
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(toast(page)).toContainText('Long lunch');
  await expect(page.getByRole('row', { name: /Long lunch.*With Ana.*£13\.00/ })).toBeVisible();
  await expect(form(page, 'edit-expense')).toHaveCount(0);

  await row(page, 'Long lunch').delete.click();
  await expect(row(page, 'Long lunch').edit).toHaveCount(0);
  await expect(toast(page)).toContainText('Deleted');
  await expect.poll(() => api.rows('expenses')).toEqual([]);
  await undo(page);
  await expect(row(page, 'Long lunch').edit).toBeVisible();
  await expect.poll(() => api.rows('expenses')).toMatchObject([
    { amount: '13.00', currency: 'GBP', category: 'Food', description: 'Long lunch', notes: 'With Ana' },
  ]);
});

test('a comma before two digits is a decimal mark, and a named currency is kept', async ({ page, api }) => {
  await send(form(page, 'add-expense'), { amount: '7,20 eur', category: 'Travel', description: 'Tram' });
  await expect(row(page, 'Tram').edit).toBeVisible();
  await expect.poll(() => api.rows('expenses')).toMatchObject([{ amount: '7.20', currency: 'EUR' }]);
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

test('a budget is set in its place, tells what is left and what is over, and goes', async ({ page, open, api, accessible }) => {
  await api.add('expenses', spend('86', 'Food', 'Market'));
  await open('/expenses');
  await page.getByRole('link', { name: 'Set a budget for Food' }).click();
  await send(form(page, 'budget'), { amount: 'much' });
  await expect(form(page, 'budget')).toContainText('Write an amount such as 12.50.');
  await accessible(page);
  await send(form(page, 'budget'), { amount: '300' });
  await expect(page.getByText('£214.00 left of £300.00')).toBeVisible();
  await undo(page);
  await expect(page.getByRole('link', { name: 'Set a budget for Food' })).toBeVisible();

  await api.add('budgets', { amount: '80' });
  await open('/expenses');
  await expect(page.getByText('£6.00 over £80.00')).toBeVisible();
  await page.getByRole('link', { name: 'Change the budget for all spending' }).click();
  await send(form(page, 'budget'), { amount: '' });
  await expect(page.getByText('£6.00 over £80.00')).toHaveCount(0);
});

test('values of the drawings are there for pointer and keys, and as a table', async ({ page, open, api, accessible }) => {
  await api.add('expenses', spend('40', 'Food', 'Market', `${day().slice(0, 8)}01T09:00:00Z`));
  await open('/expenses');
  const days = page.getByRole('radiogroup');
  const first = days.getByRole('radio').first();
  await expect(first).toHaveAccessibleName(/£40\.00, £40\.00 so far/);
  const tip = days.locator('.chart-tip').first();
  await expect(tip).toBeHidden();
  await first.focus();
  await expect(tip).toBeVisible();
  await first.blur();
  await days.locator('.chart-day').first().hover();
  await expect(tip).toBeVisible();
  const year = page.getByRole('region', { name: 'Twelve months' });
  await expect(year.getByRole('link')).toHaveCount(12);
  await expect(year.getByRole('link').last()).toHaveAccessibleName(/: £40\.00$/);
  await year.getByText('As a table').click();
  await expect(year.getByRole('row', { name: /£40\.00/ })).toBeVisible();
  await accessible(page);
});

test('the table is sorted and narrowed by its address', async ({ page, open, api, accessible }) => {
  for (const [amount, category, text] of [['30', 'Food', 'Market'], ['5', 'Food', 'Coffee'], ['9', 'Travel', 'Bus']]) {
    await api.add('expenses', spend(amount as string, category as string, text as string));
  }
  await open('/expenses');
  const titles = page.locator('.cell-title .row-title');
  await page.getByRole('columnheader', { name: 'Amount' }).getByRole('link').click();
  await expect(titles).toHaveText(['Market', 'Bus', 'Coffee']);
  await page.getByRole('columnheader', { name: 'Amount' }).getByRole('link').click();
  await expect(titles).toHaveText(['Coffee', 'Bus', 'Market']);
  await page.goBack();
  await expect(titles).toHaveText(['Market', 'Bus', 'Coffee']);

  await field(form(page, 'filter'), 'category').selectOption('Food');
  await form(page, 'filter').getByRole('button', { name: 'Show' }).click();
  await expect(titles).toHaveText(['Market', 'Coffee']);
  await expect(page.getByText('2 expenses, £35.00')).toBeVisible();
  await field(form(page, 'filter'), 'most').fill('x');
  await form(page, 'filter').getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('alert')).toContainText('At most: Write an amount such as 12.50.');
  await accessible(page);
  await page.getByRole('link', { name: 'Clear' }).click();
  await expect(titles).toHaveCount(3);
});

test('an expense is split into parts that add up, and undone as one', async ({ page, open, api, accessible }) => {
  await api.add('expenses', spend('10', 'Groceries', 'Market'));
  await open('/expenses');
  await row(page, 'Market').edit.click();
  await page.getByRole('link', { name: 'Split…' }).click();
  const split = form(page, 'split');
  await field(split, 'amount_2').fill('12');
  await field(split, 'category_2').fill('Gifts');
  await split.getByRole('button', { name: 'Split' }).click();
  await expect(split).toContainText('The other parts leave nothing for this one.');
  await accessible(page);
  await field(split, 'amount_2').fill('3.33');
  await split.getByRole('button', { name: 'Split' }).click();
  await expect(split).toHaveCount(0);
  const amounts = (await api.rows('expenses')).map((expense) => expense['amount']);
  expect(amounts.sort()).toEqual(['3.33', '6.67']);
  await undo(page);
  await expect(row(page, 'Market').edit).toHaveCount(1);
  await expect.poll(() => api.rows('expenses')).toMatchObject([{ amount: '10.00', category: 'Groceries' }]);
});

test('several are chosen, moved, deleted and brought back', async ({ page, open, api, accessible }) => {
  for (const text of ['Market', 'Coffee', 'Bus']) await api.add('expenses', spend('5', 'Food', text));
  await open('/expenses');
  const bar = form(page, 'several');
  await expect(bar).toBeHidden();
  await page.getByRole('checkbox', { name: /Choose “Market”/ }).check();
  await page.getByRole('checkbox', { name: /Choose “Coffee”/ }).check();
  await expect(bar).toBeVisible();
  await accessible(page);
  await field(bar, 'category').fill('Home');
  await bar.getByRole('button', { name: 'Move' }).click();
  await expect(page.getByRole('row', { name: /Market.*Home/ })).toBeVisible();
  await page.getByRole('checkbox', { name: /Choose “Market”/ }).check();
  await page.getByRole('checkbox', { name: /Choose “Coffee”/ }).check();
  await bar.getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'Market').edit).toHaveCount(0);
  await expect(row(page, 'Bus').edit).toBeVisible();
  await undo(page);
  await expect(row(page, 'Market').edit).toBeVisible();
  await expect.poll(() => api.rows('expenses')).toHaveLength(3);
});

test('all rows are chosen at once, and moved', async ({ page, open, api, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'without scripts they are chosen one by one');
  for (const text of ['Market', 'Coffee', 'Bus']) await api.add('expenses', spend('5', 'Food', text));
  await open('/expenses');
  const all = page.getByRole('checkbox', { name: 'Choose all' });
  const bar = form(page, 'several');
  await all.check();
  await expect(page.getByRole('checkbox', { name: /^Choose “/, checked: true })).toHaveCount(3);
  await all.uncheck();
  await expect(bar).toBeHidden();
  await all.check();
  await field(bar, 'category').fill('Home');
  await bar.getByRole('button', { name: 'Move' }).click();
  await expect(toast(page)).toContainText('Moved 3 expenses to Home.');
  await expect(bar).toBeHidden();
  await expect.poll(async () => (await api.rows('expenses')).map(({ category }) => category)).toEqual(['Home', 'Home', 'Home']);
});

test('what is shown can be saved as a file', async ({ page, open, api }) => {
  await api.add('expenses', spend('12.5', 'Food', '=1+1'));
  await api.add('expenses', spend('3', 'Travel', 'Bus'));
  await open('/expenses?category=Food');
  const link = page.getByRole('link', { name: 'CSV' });
  const answer = await page.request.get((await link.getAttribute('href')) as string);
  expect(answer.headers()['content-type']).toBe('text/csv; charset=utf-8');
  const lines = (await answer.text()).trim().split('\r\n');
  // Playwright takes the mark at the beginning away, as a spreadsheet does.
  expect(lines).toEqual(['Date,Description,Category,Amount,Currency,Notes', `${day()},'=1+1,Food,12.50,GBP,`]);
});

test('on paper there are figures and no buttons', async ({ page, open, api }) => {
  await api.add('expenses', spend('12.5', 'Food', 'Lunch'));
  await page.emulateMedia({ media: 'print' });
  await open('/expenses');
  await expect(page.getByRole('cell', { name: '£12.50', exact: true })).toBeVisible();
  await expect(form(page, 'add-expense')).toBeHidden();
  await expect(form(page, 'filter')).toBeHidden();
  await expect(page.getByRole('link', { name: 'CSV' })).toBeHidden();
});
