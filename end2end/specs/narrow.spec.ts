// The smallest phone: 320 pixels, which is also a desk at 400 % zoom (WCAG 1.4.10).
import { expect, test } from '../support/test.ts';
import { fillPlanner } from '../support/demo.ts';
import { PAGES } from '../support/page.ts';

const WIDTH = 320;

test.use({ viewport: { width: WIDTH, height: 640 } });

test('no page scrolls sideways, and every place is reachable', async ({ page, open, api }) => {
  test.slow();
  await fillPlanner(api);
  await api.add('tasks', { title: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2) });
  for (const path of PAGES) {
    await open(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(WIDTH);
    for (const place of await page.getByRole('navigation', { name: 'Planner' }).getByRole('link').all()) {
      await expect(place).toBeInViewport();
    }
  }
});

test('strangers’ pages do not scroll sideways either', async ({ page, open }) => {
  for (const path of ['/', '/sign-in', '/sign-up']) {
    await open(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(WIDTH);
  }
});
