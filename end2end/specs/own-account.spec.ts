// One's own account: the settings' lower half.
import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/test.ts';
import { field, form, send, toast } from '../support/page.ts';
import { signIn } from '../support/person.ts';

test('another password, with the old one only', async ({ page, open, person, request, baseURL, accessible }) => {
  await open('/settings');
  const password = form(page, 'account-password');
  await send(password, { new_password: 'seven dry herons', current_password: 'not mine at all' });
  await expect(password).toContainText('This is not your password.');
  await accessible(page);
  // Passwords are never sent back.
  await expect(field(password, 'new_password')).toHaveValue(/^(|seven dry herons)$/);
  await send(password, { new_password: 'seven dry herons', current_password: person.password });
  await expect(password).not.toContainText('This is not your password.');
  await expect(field(password, 'current_password')).toHaveValue('');
  expect(baseURL).toBeTruthy();
  await signIn(request, { email: person.email, password: 'seven dry herons' });
});

test('signs another device out', async ({ page, open, person, request, javaScriptEnabled }) => {
  await signIn(request, person);
  await open('/settings');
  const devices = page.locator('#devices');
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await expect(devices.getByRole('listitem').filter({ hasText: '(this one)' })).toHaveCount(1);
  await devices.getByRole('button', { name: 'Sign out everywhere else' }).click();
  if (javaScriptEnabled) await expect(toast(page)).toContainText('Signed out on one other device.');
  await expect(devices.getByRole('listitem')).toHaveCount(1);
  await expect(devices).toContainText('Chrome on Linux');
});

test('takes everything along', async ({ page, open, api }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await open('/settings');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download everything' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^planner-\d{4}-\d\d-\d\d\.json$/);
  const everything = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(everything.tasks).toMatchObject([{ title: 'Water the plants' }]);
});

test('deletes the account', async ({ page, open, arrive, person }) => {
  await open('/settings');
  const leaving = form(page, 'account-delete');
  await expect(leaving).toBeHidden();
  await page.getByText('Delete my account…').click();
  await send(leaving, { current_password: person.password, confirm: 'delete' });
  await arrive('/');
  expect((await page.request.get('/api/auth/session')).status()).toBe(401);
});
