// Light, dark, or as the system has it.
import { expect, test } from '../support/test.ts';
import { form, openMenu } from '../support/page.ts';

test('a chosen theme is there at once, and is still there at the next visit', async ({
  page,
  open,
  person,
}) => {
  expect(person.token).toBeTruthy();
  const root = page.locator('html');
  await open('/tasks');
  await expect(root).toHaveAttribute('data-theme', 'system');

  for (const [label, theme] of [['Dark', 'dark'], ['Light', 'light']] as const) {
    await openMenu(page);
    await form(page, 'theme').getByRole('button', { name: label }).click();
    await expect(root).toHaveAttribute('data-theme', theme);
    for (const path of ['/dashboard', '/tasks']) {
      // Already in what is sent, so nothing flashes before scripts run.
      const response = await open(path);
      expect(await response?.text()).toMatch(new RegExp(`<html[^>]* data-theme="?${theme}\\b`));
      await expect(root).toHaveCSS('color-scheme', theme);
    }
  }

  await openMenu(page);
  const light = form(page, 'theme').getByRole('button', { name: 'Light' });
  await expect(light).toHaveAttribute('aria-pressed', 'true');
  await form(page, 'theme').getByRole('button', { name: 'System' }).click();
  await expect(root).toHaveAttribute('data-theme', 'system');
  expect(await (await open('/tasks'))?.text()).toMatch(/<html[^>]* data-theme="?system\b/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`a system that is ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('is followed', async ({ page, open }) => {
      await open('/');
      const brightness = await page.evaluate(() => {
        const context = document.createElement('canvas').getContext('2d')!;
        // What shows through where nothing is painted.
        context.fillStyle = 'gray';
        context.fillRect(0, 0, 1, 1);
        for (const element of [document.documentElement, document.body]) {
          context.fillStyle = getComputedStyle(element).backgroundColor;
          context.fillRect(0, 0, 1, 1);
        }
        const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
        return (red! + green! + blue!) / 3 / 255;
      });
      if (colorScheme === 'dark') expect(brightness).toBeLessThan(0.3);
      else expect(brightness).toBeGreaterThan(0.7);
    });
  });
}
