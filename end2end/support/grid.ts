// The calendar's grid, and hands on it. Everything happens in one week far from now,
// so that no test meets the end of a week or the clock's changes.
import { expect, type CDPSession, type Locator, type Page } from '@playwright/test';
import type { Api, Row } from './api.ts';

/** A Wednesday. */
export const DAY = '2027-03-10';

/** The week of that day, or another view of it. */
export const path = (view = 'week'): string => `/calendar?view=${view}&date=${DAY}`;

/** The date so many days after the Wednesday. */
export function date(later = 0): string {
  return `2027-03-${String(10 + later).padStart(2, '0')}`;
}

/** A time of that day as REST takes it: the people of the tests live at +01:00 then. */
export const instant = (time: string, later = 0): string => `${date(later)}T${time}:00+01:00`;

/** The same as REST answers it. */
export function utc(time: string, later = 0): string {
  return new Date(instant(time, later)).toISOString().replace('.000Z', 'Z');
}

/** Adds an event from 9 to 10. */
export function meeting(api: Api, more: object = {}): Promise<Row> {
  const times = { start_time: instant('09:00'), end_time: instant('10:00') };
  return api.add('events', { title: 'Meeting', ...times, ...more });
}

/** The first piece of an event or a task in the grid. */
export const block = (page: Page, title: string): Locator =>
  page.locator('[data-grid] .block:not([data-lifted])').filter({ hasText: title }).first();

/** What is drawn while something moves. */
export const ghost = (page: Page): Locator => page.locator('.ghost');

/** Where a time is in the window, in the middle of its column. The hours around it are scrolled into sight. */
export async function spot(page: Page, time: string, later = 0): Promise<{ x: number; y: number }> {
  const column = page.locator(`.time-body [data-day="${date(later)}"]`);
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return column.evaluate((element, minute) => {
    const area = element.getBoundingClientRect();
    return { x: area.left + area.width / 2, y: area.top + (area.height * minute) / 1440 };
  }, hours * 60 + minutes);
}

/** Scrolls the hours so that the day's work is in sight. */
export async function scrollTo(page: Page, hour: number): Promise<void> {
  await page.locator('.time-grid').evaluate((grid, part) => {
    const body = grid.querySelector('.time-body')!;
    grid.scrollTop = (body.clientHeight * part) / 24;
  }, hour);
}

/** The middle of a day's cell, in the band or in a month. */
export async function cell(page: Page, later = 0): Promise<{ x: number; y: number }> {
  const found = page.locator(`:is([data-band], [data-grid="month"]) [data-day="${date(later)}"]`);
  const box = (await found.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height - 6 };
}

/** Presses the mouse at one place and takes it to another, still pressed. */
export async function take(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

/** The same and lets go, once the drawing has followed. */
export async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await take(page, from, to);
  await expect(ghost(page).first()).toBeVisible();
  await page.mouse.up();
}

/** A place in the window. */
export interface Spot {
  x: number;
  y: number;
}

/** One finger. */
export class Finger {
  readonly #client: CDPSession;

  private constructor(client: CDPSession) {
    this.#client = client;
  }

  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  down(at: Spot) {
    return this.#client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  }

  async move(from: Spot, to: Spot, steps = 8): Promise<void> {
    for (let step = 1; step <= steps; step += 1) {
      const at = {
        x: from.x + ((to.x - from.x) * step) / steps,
        y: from.y + ((to.y - from.y) * step) / steps,
      };
      await this.#client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] });
    }
  }

  up() {
    return this.#client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  /** Rests until what lies there is lifted. */
  async rest(page: Page, at: Spot): Promise<void> {
    await this.down(at);
    await expect(ghost(page).first()).toBeVisible();
  }
}

/** Fails unless the only event takes place then. */
export async function expectTimes(api: Api, from: string, to: string, later = 0): Promise<void> {
  await expect
    .poll(async () => (await api.rows('events')).map(({ start_time, end_time }) => [start_time, end_time]))
    .toEqual([[utc(from, later), utc(to, later)]]);
}
