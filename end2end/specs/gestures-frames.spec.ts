// How smoothly things move in a full calendar. It counts frames, so it runs by itself
// and on a machine that does nothing else: `npm run frames`.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import type { Api } from '../support/api.ts';
import { ghost } from '../support/grid.ts';

/** No frame may take longer, in milliseconds. */
const LONGEST = 50;
/** How many events a batch adds at once. */
const BATCH = 25;

/** Events within the 28 days of a month that is over. */
async function fill(api: Api, count: number, days: number): Promise<void> {
  const row = (index: number) => {
    const day = String(2 + (index % days)).padStart(2, '0');
    const hour = String(7 + (Math.floor(index / days) % 12)).padStart(2, '0');
    const start = `2026-02-${day}T${hour}:00:00Z`;
    const end = `2026-02-${day}T${hour}:45:00Z`;
    return { title: `Event ${index}`, start_time: start, end_time: end };
  };
  for (let first = 0; first < count; first += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) => row(first + index));
    await Promise.all(batch.map((row) => api.add('events', row)));
  }
}

/** The time between frames while something is dragged about for some seconds. */
async function framesOf(page: Page): Promise<number[]> {
  const box = (await page.locator('[data-grid] .block').first().boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 8)];
  await page.mouse.move(x, y);
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const tick = (now: number) => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { frames });
  });
  await page.mouse.down();
  for (let step = 0; step < 150; step += 1) {
    const turn = (step / 50) * 2 * Math.PI;
    await page.mouse.move(x + 260 * Math.sin(turn) + 120, y + 140 * (1 - Math.cos(turn)) / 2 + 20);
    await page.waitForTimeout(10);
  }
  await expect(ghost(page).first()).toBeVisible();
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames.slice(1));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return frames;
}

for (const [view, count, days] of [['month', 1000, 26], ['week', 250, 7]] as const) {
  test(`a drag in a ${view} of ${count} events keeps every frame short @frames`, async ({ page, api, open }) => {
    test.setTimeout(180_000);
    await fill(api, count, days);
    await open(`/calendar?view=${view}&date=2026-02-04`);
    await framesOf(page);
    const frames = await framesOf(page);
    const sorted = [...frames].sort((one, other) => one - other);
    const longest = sorted.at(-1)!;
    const median = sorted[Math.floor(sorted.length / 2)]!;
    console.log(`${view}: ${frames.length} frames, median ${median.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`);
    expect(longest).toBeLessThan(LONGEST);
  });
}
