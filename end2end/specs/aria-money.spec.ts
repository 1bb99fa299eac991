// What the expenses page tells assistive technology: of a month that is over.
import { expectToTell } from '../support/aria.ts';
import { form } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

const MONTH = '/expenses?month=2025-03';

test('a month in which nothing was spent', async ({ page, open, person }) => {
  expect(person.token).toBeTruthy();
  await open(MONTH);
  await expectToTell(page, 'money-empty');
});

test.describe('a month', () => {
  test.beforeEach(async ({ api, open }) => {
    for (const [amount, category, description, date] of [
      ['86', 'Food', 'Market', '2025-03-04'],
      ['640', 'Housing', 'Rent', '2025-03-01'],
      ['600', 'Housing', 'Rent', '2025-02-01'],
    ]) {
      await api.add('expenses', { amount, category, description, incurred_at: `${date}T09:00:00Z` });
    }
    await api.add('budgets', { amount: '80', category: 'Food' });
    await open(MONTH);
  });

  test('its sums and its table', async ({ page }) => {
    await expectToTell(page, 'money-month');
  });

  test('the editor and its parts', async ({ page, open, api }) => {
    const rent = (await api.rows('expenses')).find((row) => row['amount'] === '640.00');
    await open(`${MONTH}&edit=${rent?.id}`);
    await expectToTell(page, 'money-editor', form(page, 'edit-expense'));
    await open(`${MONTH}&split=${rent?.id}`);
    await expectToTell(page, 'money-split', form(page, 'split'));
  });

  test('a budget, and what is done with several', async ({ page, open }) => {
    await open(`${MONTH}&budget=Food`);
    await expectToTell(page, 'money-budget', form(page, 'budget'));
    await page.getByRole('checkbox', { name: /Choose “Market”/ }).check();
    await expectToTell(page, 'money-several', form(page, 'several'));
  });
});
