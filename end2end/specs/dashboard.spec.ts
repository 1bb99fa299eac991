// The dashboard: what is next, and blocks that come by themselves.
import { day, instant } from '../support/dates.ts';
import { expect, test } from '../support/test.ts';

/** The instant in so many minutes. */
function later(minutes: number): string {
  return new Date(Date.now() + minutes * 60_000).toISOString();
}

test('the next event counts down', async ({ page, open, api, accessible }) => {
  await api.add('events', { title: 'Over by now', start_time: later(-90), end_time: later(-30) });
  await api.add('events', { title: 'All day', start_time: day(), end_time: day(1) });
  await api.add('events', { title: 'Much later', start_time: later(300), end_time: later(360) });
  await api.add('events', { title: 'Call with Ines', start_time: later(61), end_time: later(120), location: 'Room 4' });
  await open('/dashboard');
  const next = page.locator('.next');
  await expect(next.getByRole('link')).toHaveText('Call with Ines');
  await expect(next).toContainText('Room 4');
  await expect(next.locator('.countdown')).toHaveText(/^in 1 h( 1 min)?$/);
  await accessible(page);
  await next.getByRole('link').click();
  await expect(page).toHaveURL(/\/calendar\?date=.*&open=/);
});

test('what is more than a day away is named by its day', async ({ page, open, api }) => {
  await open('/dashboard');
  await expect(page.locator('.next')).toHaveCount(0);
  await api.add('events', { title: 'Dentist', start_time: instant('10:00', 3), end_time: instant('11:00', 3) });
  await open('/dashboard');
  await expect(page.locator('.next')).toContainText('10:00–11:00');
  await expect(page.locator('.countdown')).toBeEmpty();
});

test('money and what was done are there, with scripts and without', async ({ page, open, api }) => {
  await api.say('spent 12.50 on lunch');
  for (let visit = 0; visit < 2; visit += 1) {
    await open('/dashboard');
    await expect(page.getByRole('region', { name: 'Money' }).locator('.sum')).toHaveText('£12.50');
    const done = page.getByRole('region', { name: 'Done for you' });
    await expect(done.getByText(/lunch/)).toBeVisible();
    await expect(done.getByRole('button', { name: /Undo/ })).toBeVisible();
  }
});

test('the countdown goes on by itself', async ({ page, open, api, javaScriptEnabled }) => {
  test.skip(!javaScriptEnabled, 'needs scripts');
  await page.clock.install();
  await api.add('events', { title: 'Stand-up', start_time: later(30), end_time: later(45) });
  await open('/dashboard');
  const left = page.locator('.countdown');
  await expect(left).toHaveText(/^in (30|29) min$/);
  await page.clock.runFor(11 * 60_000);
  await expect(left).toHaveText(/^in (19|18) min$/);
});
