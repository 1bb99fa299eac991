// The panel beside the calendar, and a series to open in it.
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { day } from './dates.ts';
import { toast } from './page.ts';

/** The panel, whatever it holds. */
export const panel = (page: Page) => page.locator('#panel');

/** Sends the form in the panel. */
export const save = (page: Page, name: 'Add' | 'Save' | 'Save all') =>
  panel(page).getByRole('button', { name, exact: true }).click();

/** What was done is said: in full with scripts, in the journal's words without. */
export const told = (page: Page, full: RegExp | string, title: string) =>
  expect(toast(page)).toContainText(test.info().project.name === 'script' ? full : title);

/** A standup every day at nine, from tomorrow on. */
export const standup = {
  title: 'Standup',
  start_time: `${day(1)}T09:00`,
  end_time: `${day(1)}T09:30`,
  time_zone: 'Europe/Berlin',
  rrule: 'FREQ=DAILY',
};

/** Opens the occurrence of a repeating event so many days from now. */
export const occurrence = (id: string, later: number, clock = '08:00') =>
  `/calendar?date=${day(later)}&open=${id}&at=${day(later)}T${clock}:00Z`;
