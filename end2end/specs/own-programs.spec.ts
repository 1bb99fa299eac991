// Tokens of one's own programs: the settings make, show and revoke them.
import { expect, test } from '../support/test.ts';
import { field, form } from '../support/page.ts';

test('a token is made, shown and revoked', async ({
  page,
  open,
  person,
  playwright,
  baseURL,
  accessible,
}) => {
  expect(person.token).toBeTruthy();
  await open('/settings');
  const tokens = page.locator('#tokens');
  const wish = form(page, 'make-token');
  await wish.getByRole('button', { name: 'Make a token' }).click();
  await expect(wish).toContainText('Give it a name.');
  await field(wish, 'name').fill('Backup script');
  await field(wish, 'scope').selectOption('read');
  await wish.getByRole('button', { name: 'Make a token' }).click();
  const text = await tokens.locator('code').innerText();
  expect(text).toMatch(/^planner_[\w-]{43}$/);
  await expect(page).not.toHaveURL(new RegExp(text));
  await expect(tokens.getByRole('listitem')).toContainText('May read. Made');
  await accessible(page);

  const program = await playwright.request.newContext({
    ...(baseURL && { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${text}` },
  });
  expect((await program.get('/api/tasks')).status()).toBe(200);
  expect((await program.post('/api/tasks', { data: { title: 'x' } })).status()).toBe(403);
  // It opens no page.
  expect((await program.get('/settings', { maxRedirects: 0 })).status()).toBe(303);

  await tokens.getByRole('button', { name: 'Revoke Backup script' }).click();
  await expect(tokens.getByRole('listitem')).toHaveCount(0);
  await expect(tokens.locator('code')).toHaveCount(0);
  expect((await program.get('/api/tasks')).status()).toBe(401);
  await program.dispose();
});
