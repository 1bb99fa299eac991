// Who may see which page, and what is said where there is none.
import { expect, test } from '../support/test.ts';
import { form, send } from '../support/page.ts';

test('every page of the planner asks to sign in first', async ({ page, open }) => {
  for (const path of ['/dashboard', '/calendar', '/tasks', '/expenses', '/chat']) {
    await open(path);
    await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
  }
});

test('signing in leads back to where exactly somebody wanted to go', async ({
  context,
  page,
  open,
  arrive,
  person,
}) => {
  await context.clearCookies();
  await open('/calendar?date=2027-03-01');
  await send(form(page, 'sign-in'), { email: person.email, password: person.password });
  await arrive('/calendar');
  await expect(page).toHaveURL('/calendar?date=2027-03-01');
});

test('signing in leads to no other site', async ({ context, page, open, arrive, person }) => {
  for (const next of ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example']) {
    await context.clearCookies();
    await open(`/sign-in?next=${encodeURIComponent(next)}`);
    await send(form(page, 'sign-in'), { email: person.email, password: person.password });
    await arrive('/dashboard');
  }
});

test.describe('a session that ended elsewhere', () => {
  // The browser itself reports the status of what a page could not read.
  test.use({ expectedProblem: /status of 401|ERR_FAILED/ });

  // A page that hears of it leads there by itself (live.spec.ts).
  test.beforeEach(({ page }) => page.route('**/api/changes*', (route) => route.abort()));

  test('leads from the next page to signing in', async ({ page, open, arrive, api }) => {
    await open('/tasks');
    await api.signOut();
    await page.getByRole('navigation', { name: 'Planner' }).getByRole('link', { name: 'Money' }).click();
    await arrive('/sign-in');
  });

  test('leads from a form to signing in', async ({ page, open, arrive, api }) => {
    await open('/tasks');
    await api.signOut();
    await send(form(page, 'add-task'), { title: 'Too late' });
    await arrive('/sign-in');
  });
});

test.describe('an address without a page', () => {
  // The browser itself reports the status of the document.
  test.use({ expectedProblem: /status of 404/ });

  test('says so, with the way back', async ({ page, open }) => {
    for (const path of ['/nowhere', '/tasks/nowhere']) {
      const response = await open(path);
      expect(response?.status(), path).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('link').first()).toBeVisible();
    }
  });
});
