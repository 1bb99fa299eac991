// Forms that are refused: in their place, with what was typed.
import type { Locator } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { at } from '../support/dates.ts';
import { field, form, send } from '../support/page.ts';
import { newPerson, signUp } from '../support/person.ts';

/** The field says that it is wrong, and what is wrong, to eyes and screen readers alike. */
async function expectRefused(wrong: Locator): Promise<void> {
  await expect(wrong).toHaveAttribute('aria-invalid', 'true');
  await expect(wrong).toHaveAccessibleDescription(/\S/);
  const note = wrong.page().locator(`[id="${await wrong.getAttribute('aria-describedby')}"]`);
  await expect(note).toBeVisible();
}

test.describe('of the planner', () => {
  test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

  for (const [path, kind, first] of [
    ['/tasks', 'add-task', 'title'],
    ['/calendar', 'add-event', 'title'],
    ['/expenses', 'add-expense', 'amount'],
  ] as const) {
    test(`an empty ${kind} is refused`, async ({ page, open, javaScriptEnabled }) => {
      await open(path);
      const add = form(page, kind);
      await send(add);
      await expectRefused(field(add, first));
      await expect(page).toHaveURL((url) => url.pathname === path);
      if (javaScriptEnabled) await expect(field(add, first)).toBeFocused();
    });
  }

  test('a wrong amount is refused, and the rest is kept', async ({ page, open, api, javaScriptEnabled }) => {
    await open('/expenses');
    const add = form(page, 'add-expense');
    for (const amount of ['twelve', '-5', '0', '12.345.6']) {
      await send(add, { amount, category: 'Food', description: 'Lunch' });
      await expectRefused(field(add, 'amount'));
      await expect(field(add, 'amount')).toHaveValue(amount);
      await expect(field(add, 'category')).toHaveValue('Food');
      await expect(field(add, 'description')).toHaveValue('Lunch');
      if (javaScriptEnabled) await expect(field(add, 'amount')).toBeFocused();
    }
    await expect.poll(() => api.rows('expenses')).toEqual([]);

    await send(add, { amount: '12.50' });
    await expect(field(add, 'amount')).toHaveValue('');
    await expect(field(add, 'amount')).not.toHaveAttribute('aria-invalid');
    await expect.poll(() => api.rows('expenses')).toMatchObject([{ amount: '12.50', category: 'Food' }]);
  });

  test('an event that ends before it starts is refused', async ({ page, open, api, javaScriptEnabled }) => {
    await open('/calendar');
    const add = form(page, 'add-event');
    await send(add, { title: 'Backwards', start_time: at('14:00'), end_time: at('13:00') });
    await expectRefused(field(add, 'end_time'));
    await expect(field(add, 'title')).toHaveValue('Backwards');
    await expect(field(add, 'start_time')).toHaveValue(at('14:00'));
    if (javaScriptEnabled) await expect(field(add, 'end_time')).toBeFocused();
    await expect.poll(() => api.rows('events')).toEqual([]);
  });

  test('an editor that is refused stays open with what was typed', async ({ page, open, api }) => {
    const { id } = await api.add('tasks', { title: 'Read the chapter' });
    await open(`/tasks?edit=${id}`);
    const editor = form(page, 'edit-task');
    await send(editor.filter({ has: page.getByRole('button') }), { title: ' ', notes: 'On lifetimes' });
    await expectRefused(field(editor, 'title'));
    await expect(field(editor, 'notes')).toHaveValue('On lifetimes');
    await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: 'Read the chapter', version: 1 }]);
  });
});

test.describe('of accounts', () => {
  test('an empty sign-up names every field', async ({ page, open, javaScriptEnabled }) => {
    await open('/sign-up');
    const account = form(page, 'sign-up');
    await send(account);
    await expectRefused(field(account, 'email'));
    await expectRefused(field(account, 'password'));
    if (javaScriptEnabled) await expect(field(account, 'email')).toBeFocused();
  });

  for (const password of ['short', 'password123', 'a'.repeat(9)]) {
    test(`the password ${password} is refused and not repeated`, async ({ page, open, javaScriptEnabled }) => {
      const { email } = newPerson();
      await open('/sign-up');
      const account = form(page, 'sign-up');
      await send(account, { email, password });
      await expectRefused(field(account, 'password'));
      await expect(field(account, 'email')).toHaveValue(email);
      expect(page.url()).not.toContain(password);
      if (javaScriptEnabled) await expect(field(account, 'password')).toBeFocused();
      else await expect(field(account, 'password')).toHaveValue('');
    });
  }

  test('a taken address is refused, whatever its case', async ({ page, open, browser, baseURL }) => {
    const other = await browser.newContext({ ...(baseURL && { baseURL }) });
    const { email } = await signUp(other);
    await other.close();
    await open('/sign-up');
    const account = form(page, 'sign-up');
    await send(account, { ...newPerson(), email: email.toUpperCase() });
    await expectRefused(field(account, 'email'));
    await expect(field(account, 'email')).toHaveValue(email.toUpperCase());
  });

  test.describe('with a wrong password', () => {
    // The browser itself reports the status of a refused sign-in.
    test.use({ expectedProblem: /status of 401/ });

    test('says the same as with an unknown address', async ({ page, open, person, context }) => {
      await context.clearCookies();
      const said: string[] = [];
      for (const email of [person.email, newPerson().email]) {
        await open('/sign-in');
        const account = form(page, 'sign-in');
        await send(account, { email, password: 'wrong horse lantern 9' });
        said.push(await account.getByRole('alert').innerText());
        await expect(field(account, 'email')).toHaveValue(email);
        expect(page.url()).not.toContain('lantern');
      }
      expect(said[0]).toMatch(/\S/);
      expect(said[0]).toBe(said[1]);
    });
  });
});
