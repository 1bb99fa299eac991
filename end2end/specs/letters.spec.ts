// Forgotten passwords and addresses that are to be confirmed, by letters to a mail server
// that speaks SMTP.
import { startMailServer, type MailServer } from '../support/mail.ts';
import { field, form, send, toast } from '../support/page.ts';
import { newPerson, signIn } from '../support/person.ts';
import { startProgram } from '../support/program.ts';
import { expect, test as base } from '../support/test.ts';

const test = base.extend<object, { mail: MailServer }>({
  mail: [
    async ({}, use) => {
      const mail = await startMailServer();
      await use(mail);
      await mail.stop();
    },
    { scope: 'worker' },
  ],
  program: [
    async ({ mail }, use) => {
      const program = await startProgram({ SMTP_URL: mail.url });
      await use(program);
      await program.stop();
    },
    { scope: 'worker' },
  ],
});

test('a forgotten password is replaced by the link of a letter', async ({
  context,
  page,
  open,
  arrive,
  person,
  mail,
  request,
  accessible,
}) => {
  await context.clearCookies();
  await open('/sign-in');
  await page.getByRole('link', { name: 'Forgotten your password?' }).click();
  await arrive('/forgotten-password');
  const forgotten = form(page, 'forgotten-password');
  await send(forgotten);
  await expect(forgotten).toContainText('Enter your e-mail address.');
  await accessible(page);
  await send(forgotten, { email: person.email });
  await expect(page.getByRole('status')).toContainText('a letter is on its way');
  await accessible(page);

  await open(await mail.link(person.email, 'Choose a new password'));
  const reset = form(page, 'reset-password');
  await send(reset, { password: 'short' });
  await expect(reset).toContainText('Use 8 to 128 characters.');
  await accessible(page);
  await send(reset, { password: 'seven dry herons' });
  await arrive('/sign-in');
  await expect(page.getByRole('status').first()).toContainText('Your password is a new one.');
  await signIn(request, { email: person.email, password: 'seven dry herons' });
});

test('a link works once', async ({ context, page, open, arrive, person, mail }) => {
  await context.clearCookies();
  await open('/forgotten-password');
  await send(form(page, 'forgotten-password'), { email: person.email });
  // The letter can be there before the page that tells of it.
  await expect(page.getByRole('status')).toContainText('a letter is on its way');
  const link = await mail.link(person.email, 'Choose a new password');
  await open(link);
  await send(form(page, 'reset-password'), { password: 'seven dry herons' });
  await arrive('/sign-in');
  await open(link);
  await send(form(page, 'reset-password'), { password: 'nine blue whales' });
  await expect(form(page, 'reset-password')).toContainText('has been used');
});
// The browser itself reports the status of a refused request.
test.use({ expectedProblem: /status of (410|429)/ });

test('an address is confirmed by a press of a button', async ({
  page,
  open,
  arrive,
  person,
  mail,
  accessible,
}) => {
  await open('/settings');
  await expect(page.locator('#unconfirmed')).toContainText('Follow its link');
  await send(form(page, 'send-confirmation'));
  await expect(form(page, 'send-confirmation')).toContainText('A letter was sent a moment ago.');
  await open(await mail.link(person.email, 'Confirm your address'));
  await accessible(page);
  await send(form(page, 'email-confirm'));
  await arrive('/settings');
  await expect(page.locator('#unconfirmed')).toHaveCount(0);
});

test('another address counts once it is confirmed', async ({
  page,
  open,
  arrive,
  person,
  mail,
  javaScriptEnabled,
}) => {
  const { email } = newPerson();
  await open('/settings');
  await send(form(page, 'account-email'), { email, current_password: person.password });
  if (javaScriptEnabled) await expect(toast(page)).toContainText('A letter is on its way');
  await expect(page.locator('#unconfirmed')).toContainText(email);
  await expect(field(form(page, 'account-email'), 'email')).toHaveValue(person.email);
  await open(await mail.link(email, 'Confirm your new address'));
  await send(form(page, 'email-confirm'));
  await arrive('/settings');
  await expect(field(form(page, 'account-email'), 'email')).toHaveValue(email);
});
