// What the settings and the first steps tell assistive technology.
import { expectToTell } from '../support/aria.ts';
import { expect, test } from '../support/test.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

test('the settings', async ({ page, open }) => {
  await open('/settings');
  await expectToTell(page, 'settings');
});

test('the first steps', async ({ page, open }) => {
  await open('/welcome');
  await expectToTell(page, 'welcome');
});
