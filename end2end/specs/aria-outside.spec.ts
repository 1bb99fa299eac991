// What the pages for strangers tell assistive technology, and the frame around all others.
import { expectToTell } from '../support/aria.ts';
import { field, form, openMenu, send } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

for (const [name, path] of Object.entries({ home: '/', 'sign-in': '/sign-in', 'sign-up': '/sign-up' })) {
  test(name, async ({ page, open }) => {
    await open(path);
    await expectToTell(page, `outside-${name}`, page.locator('body'));
  });
}

test.describe('refused', () => {
  test.use({ expectedProblem: /status of (400|401|404|422)/ });

  test('what is not there', async ({ page, open }) => {
    await open('/nowhere');
    await expectToTell(page, 'outside-nowhere');
  });

  test('an account that cannot be made', async ({ page, open }) => {
    await open('/sign-up');
    await send(form(page, 'sign-up'), { email: 'nobody', password: 'short' });
    await expect(field(form(page, 'sign-up'), 'email')).toHaveAttribute('aria-invalid', 'true');
    await expectToTell(page, 'outside-refused');
  });
});

test('the frame around every page', async ({ page, open, person }) => {
  expect(person.token).toBeTruthy();
  await open('/history');
  await expectToTell(page, 'frame', page.locator('body'));
  await openMenu(page);
  await expectToTell(page, 'frame-menu', page.locator('details.menu'));
});
