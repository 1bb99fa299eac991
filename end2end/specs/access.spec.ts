// Who may see which page, and what is said where there is none.
import { expect, test } from '../support/test.ts';
import { form, send } from '../support/page.ts';

for (const path of ['/dashboard', '/calendar', '/tasks', '/expenses', '/chat']) {
  test(`${path} asks to sign in first, and is there afterwards`, async ({
    context,
    page,
    open,
    arrive,
    person,
  }) => {
    await context.clearCookies();
    await open(path);
    await expect(page).toHaveURL((url) => url.pathname === '/sign-in');
    await send(form(page, 'sign-in'), { email: person.email, password: person.password });
    await arrive(path);
    await expect(page.getByRole('navigation', { name: 'Planner' })).toBeVisible();
  });
}

test('signing in leads back to where exactly somebody wanted to go', async ({
  context,
  page,
  open,
  arrive,
  person,
}) => {
  await context.clearCookies();
  await open('/calendar?week=2027-03-01');
  await send(form(page, 'sign-in'), { email: person.email, password: person.password });
  await arrive('/calendar');
  await expect(page).toHaveURL('/calendar?week=2027-03-01');
});

for (const next of ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example']) {
  test(`signing in does not lead to ${next}`, async ({ context, page, open, arrive, person }) => {
    await context.clearCookies();
    await open(`/sign-in?next=${encodeURIComponent(next)}`);
    await send(form(page, 'sign-in'), { email: person.email, password: person.password });
    await arrive('/dashboard');
  });
}

test.describe('a session that ended elsewhere', () => {
  // The browser itself reports the status of what a page could not read.
  test.use({ expectedProblem: /status of 401/ });

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

  for (const path of ['/nowhere', '/tasks/nowhere', '/sign-in/']) {
    test(`${path} says so or leads on`, async ({ page, open }) => {
      const response = await open(path);
      if (path === '/sign-in/') {
        expect(response?.status()).toBe(200);
      } else {
        expect(response?.status()).toBe(404);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.getByRole('link').first()).toBeVisible();
      }
    });
  }
});
