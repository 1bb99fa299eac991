// A drag of one occurrence asks how many of them move.
import { expect, test } from '../support/test.ts';
import { toast, undo } from '../support/page.ts';
import { date, drag, ghost, instant, meeting, path, scrollTo, spot, utc } from '../support/grid.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'without scripts nothing moves');

for (const [choice, expected] of [
  ['Only this one', { rows: 1, first: '09:00', exceptions: 1 }],
  ['This and all that follow', { rows: 2, first: '09:00', exceptions: 0 }],
  ['All of them', { rows: 1, first: '11:00', exceptions: 0 }],
] as const) {
  test(`of a repeating event moves: ${choice}`, async ({ page, api, open }) => {
    const [from, to] = [instant('09:00', -2), instant('10:00', -2)];
    await meeting(api, { start_time: from, end_time: to, rrule: 'FREQ=DAILY;COUNT=5' });
    await open(path());
    await scrollTo(page, 7);
    await drag(page, await spot(page, '09:30'), await spot(page, '11:30'));
    const dialog = page.getByRole('dialog', { name: 'Change a repeating event' });
    await expect(dialog).toBeVisible();
    await dialog.getByLabel(choice).check();
    await dialog.getByRole('button', { name: 'Change' }).click();
    await expect(toast(page)).toContainText('Meeting');
    await expect(dialog).toBeHidden();
    await expect(ghost(page)).toHaveCount(0);
    const rows = await api.rows('events');
    expect(rows).toHaveLength(expected.rows);
    const first = rows.find((row) => String(row['start_time']).startsWith(date(-2)))!;
    expect(first['start_time']).toBe(utc(expected.first, -2));
    expect((first['exceptions'] as unknown[] | undefined) ?? []).toHaveLength(expected.exceptions);
    await undo(page);
    await expect(toast(page)).not.toContainText('Undo');
    const back = await api.rows('events');
    expect(back).toMatchObject([{ start_time: utc('09:00', -2), rrule: 'FREQ=DAILY;COUNT=5' }]);
    expect(back[0]!['exceptions'] ?? []).toEqual([]);
  });
}

test('leaving the question leaves the series as it was', async ({ page, api, open }) => {
  await meeting(api, { rrule: 'FREQ=DAILY;COUNT=3' });
  await open(path());
  await scrollTo(page, 7);
  const dialog = page.getByRole('dialog', { name: 'Change a repeating event' });
  for (const leave of [
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('button', { name: 'Cancel' }).click(),
  ]) {
    await drag(page, await spot(page, '09:30'), await spot(page, '11:30'));
    await expect(dialog).toBeVisible();
    await leave();
    await expect(dialog).toBeHidden();
    await expect(ghost(page)).toHaveCount(0);
  }
  await expect.poll(() => api.rows('events')).toMatchObject([{ start_time: utc('09:00'), version: 1 }]);
});

test('a series keeps the clock of its own zone', async ({ page, api, open }) => {
  // At nine in New York, where clocks go forward four days later and Berlin's do not.
  const times = { start_time: '2027-03-10T14:00:00Z', end_time: '2027-03-10T15:00:00Z' };
  await meeting(api, { ...times, time_zone: 'America/New_York', rrule: 'FREQ=WEEKLY;COUNT=2' });
  await open(path());
  await scrollTo(page, 12);
  await drag(page, await spot(page, '15:30'), await spot(page, '17:00'));
  const dialog = page.getByRole('dialog', { name: 'Change a repeating event' });
  await dialog.getByLabel('All of them').check();
  await dialog.getByRole('button', { name: 'Change' }).click();
  await expect(toast(page)).toContainText('Meeting');
  await expect.poll(() => api.rows('events')).toMatchObject([{ time_zone: 'America/New_York' }]);
  const starts = await api.occurrences(`${date()}T00:00:00Z`, `${date(14)}T00:00:00Z`);
  expect(starts).toEqual(['2027-03-10T15:30:00Z', '2027-03-17T14:30:00Z']);
});
