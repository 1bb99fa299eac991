// The message that says what happened: there long enough to take it back, then gone.
import { expect, test } from '../support/test.ts';
import { form, send, toast } from '../support/page.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts it stays until the next page');

test('stays ten seconds', async ({ page, person, open }) => {
  expect(person.token).toBeTruthy();
  await page.clock.install();
  await open('/tasks');
  await send(form(page, 'add-task'), { title: 'Water the plants' });
  await expect(toast(page)).toContainText('Water the plants');
  await page.clock.fastForward(8_500);
  await expect(toast(page)).toContainText('Water the plants');
  await page.clock.fastForward(1_500);
  await expect(toast(page)).toHaveCount(0);
});

// In real time: the identifiers of Playwright's own timers do not fit those of the
// browser's, 32 bits wide, so that a program of WebAssembly cannot clear them.
test('begins again with the next change', async ({ page, person, open }) => {
  expect(person.token).toBeTruthy();
  await open('/tasks');
  await send(form(page, 'add-task'), { title: 'Water the plants' });
  await expect(toast(page)).toContainText('Water the plants');
  await page.waitForTimeout(6_000);
  await send(form(page, 'add-task'), { title: 'Feed the cat' });
  await expect(toast(page)).toContainText('Feed the cat');
  await page.waitForTimeout(6_000);
  await expect(toast(page)).toContainText('Feed the cat');
});
