// Signing up, out and in.
import { expect, test } from '../support/test.ts';
import { form, openMenu, send, toast } from '../support/page.ts';
import { newPerson, TIME_ZONE } from '../support/person.ts';

test('signs up, out and in again', async ({ page, open, arrive, javaScriptEnabled }) => {
  const person = newPerson();
  await open('/');
  await page.getByRole('link', { name: 'Begin' }).click();
  await arrive('/sign-up');
  const signUp = form(page, 'sign-up');
  // A script reports the time zone; without one it is chosen.
  if (!javaScriptEnabled) await signUp.getByLabel('Time zone').selectOption(TIME_ZONE);
  await send(signUp, person);
  await arrive('/welcome');

  const session = await page.request.get('/api/auth/session');
  expect((await session.json()).user).toMatchObject({
    email: person.email,
    time_zone: TIME_ZONE,
    currency: 'GBP',
  });

  // What was guessed is said to be looked over, and a first sentence works.
  await expect(page.getByRole('main')).toContainText('You are in Berlin');
  await page.getByRole('button', { name: 'Spent 12.50 on coffee' }).click();
  if (javaScriptEnabled) await expect(toast(page)).toContainText('£12.50 for coffee');
  else await page.waitForURL(/done=|chat/);
  await open('/welcome');
  await page.getByRole('link', { name: 'Go to my day' }).click();
  await arrive('/dashboard');

  await openMenu(page);
  await form(page, 'sign-out').getByRole('button').click();
  await arrive('/');
  expect((await page.request.get('/api/auth/session')).status()).toBe(401);

  await page.getByRole('link', { name: 'Sign in' }).first().click();
  await arrive('/sign-in');
  await send(form(page, 'sign-in'), person);
  await arrive('/dashboard');
});

test('the landing page leads somebody signed in to their day', async ({ page, open, person }) => {
  expect(person.token).toBeTruthy();
  await open('/');
  await expect(page).toHaveURL('/dashboard');
});
