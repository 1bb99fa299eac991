// A few pages as pictures, compared with some tolerance. What the clock says is left out.
import type { Page } from '@playwright/test';
import { incomparable } from '../support/pictures.ts';
import { signUp } from '../support/person.ts';
import { expect, test } from '../support/test.ts';

const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

const PICTURES = {
  'sign-in': { path: '/sign-in', person: false, hidden: [], fixed: [] },
  // The hours of the day begin and end with what is in them, now included.
  dashboard: { path: '/dashboard', person: true, hidden: ['.leaf h1', '.leaf-summary', '.today-day', '.sum-label'], fixed: ['.today-day'] },
  settings: { path: '/settings', person: true, hidden: ['.sample', '[data-form="settings-place"] .note'], fixed: [] },
};

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, { path, person, hidden, fixed }] of Object.entries(PICTURES)) {
    test.describe(`${name}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('looks as before', async ({ page, open, context, javaScriptEnabled }, info) => {
        test.skip(!javaScriptEnabled, 'what is drawn does not depend on scripts');
        if (person) await signUp(context);
        await open(path);
        const why = await incomparable(page, info);
        test.skip(Boolean(why), why);
        await leaveOut(page, hidden, fixed);
        for (const size of SIZES) {
          await page.setViewportSize(size);
          await expect(page).toHaveScreenshot(`${name}-${size.width}-${colorScheme}.png`);
        }
      });
    });
  }
}

/** Draws nothing where elements are, and gives those that follow the clock one height. */
async function leaveOut(page: Page, hidden: string[], fixed: string[]): Promise<void> {
  const style = (selectors: string[], property: string, value: string) =>
    page.evaluate(
      ([selectors, property, value]) => {
        for (const element of document.querySelectorAll<HTMLElement>(selectors.join(', ') || 'none')) {
          element.style.setProperty(property, value);
        }
      },
      [selectors, property, value] as const,
    );
  await style(hidden, 'visibility', 'hidden');
  await style(fixed, 'height', '20rem');
  await style(fixed, 'overflow', 'hidden');
}
