// What the pages around a forgotten password, an address and an invitation tell assistive
// technology.
import { expectToTell } from '../support/aria.ts';
import { form, send } from '../support/page.ts';
import { startProgram } from '../support/program.ts';
import { expect, test } from '../support/test.ts';

for (const [name, path] of Object.entries({
  forgotten: '/forgotten-password',
  'forgotten-sent': '/forgotten-password?sent',
  reset: '/reset-password?token=x',
  confirm: '/confirm-email?token=x',
  'new-password': '/sign-in?told=password',
  confirmed: '/sign-in?told=address',
})) {
  test(name, async ({ page, open, accessible }) => {
    await open(path);
    await expectToTell(page, `account-${name}`, page.locator('body'));
    await accessible(page);
  });
}

test.describe('refused', () => {
  test.use({ expectedProblem: /status of (403|410)/ });

  test('a link that is used up', async ({ page, open, accessible }) => {
    await open('/reset-password?token=x');
    await send(form(page, 'reset-password'), { password: 'seven dry herons' });
    await expect(page.getByRole('alert')).toContainText('has been used');
    await expectToTell(page, 'account-reset-refused');
    await accessible(page);
  });

  test('an address whose link is used up', async ({ page, open, accessible }) => {
    await open('/confirm-email?token=x');
    await send(form(page, 'email-confirm'));
    await expect(page.getByRole('alert')).toContainText('has been used');
    await expectToTell(page, 'account-confirm-refused');
    await accessible(page);
  });

  test('a planner that sends no letters says whom to ask', async ({ page, open, accessible }) => {
    await open('/forgotten-password');
    await send(form(page, 'forgotten-password'), { email: 'sam@example.com' });
    await expect(page.getByRole('alert')).toContainText('ai-planner reset-link');
    await expectToTell(page, 'account-forgotten-refused');
    await accessible(page);
  });
});

const invited = test.extend<object>({
  program: [
    async ({}, use) => {
      const program = await startProgram({ SIGN_UP: 'invitation' });
      await use(program);
      await program.stop();
    },
    { scope: 'worker' },
  ],
});

for (const [name, path] of Object.entries({
  uninvited: '/sign-up',
  'invitation-spent': '/sign-up?invitation=x',
})) {
  invited(name, async ({ page, open, accessible }) => {
    await open(path);
    await expectToTell(page, `account-${name}`, page.locator('body'));
    await accessible(page);
  });
}
