// Every page by the rules of axe: empty and full, refused, light and dark, on a
// phone and on a desk.
import { expect, test as base } from '../support/test.ts';
import { fillPlanner } from '../support/demo.ts';
import { form, openMenu, PAGES, row, send } from '../support/page.ts';

const OUTSIDE = ['/', '/sign-in', '/sign-up'];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** What the page is examined by, as it is now, in each size. */
const test = base.extend<{ accessibleInEverySize: () => Promise<void> }>({
  accessibleInEverySize: async ({ page, accessible, javaScriptEnabled }, use) => {
    await use(async () => {
      // What a size changes is seen with scripts; without, a check costs twice as much.
      for (const size of javaScriptEnabled ? SIZES : SIZES.slice(-1)) {
        await page.setViewportSize(size);
        await accessible(page);
      }
    });
  },
});

for (const theme of ['light', 'dark']) {
  test.describe(`in ${theme}`, () => {
    // Walks over many pages, each examined twice.
    test.setTimeout(120_000);
    // What is drawn differs by theme, not by scripts.
    test.skip(({ javaScriptEnabled }) => theme === 'dark' && !javaScriptEnabled, 'seen with scripts');

    test.beforeEach(({ context, baseURL }) =>
      context.addCookies([{ name: 'theme', value: theme, url: baseURL ?? '' }]),
    );

    test.describe('outside', () => {
      test.use({ expectedProblem: /status of 404/ });

      test('pages for strangers', async ({ page, open, accessibleInEverySize }) => {
        for (const path of [...OUTSIDE, '/nowhere']) {
          await open(path);
          await accessibleInEverySize();
        }
        await open('/sign-up');
        await send(form(page, 'sign-up'), { email: 'nobody', password: 'short' });
        await expect(page.locator('[aria-invalid="true"]')).toHaveCount(2);
        await accessibleInEverySize();
      });
    });

    for (const path of PAGES) {
      test(`${path} of an empty planner`, async ({ open, person, accessibleInEverySize }) => {
        expect(person.token).toBeTruthy();
        await open(path);
        await accessibleInEverySize();
      });

      test(`${path} of a full planner`, async ({ open, api, accessibleInEverySize }) => {
        await fillPlanner(api);
        await open(path);
        await accessibleInEverySize();
      });
    }

    test('editors, refusals, messages and the menu', async ({ page, open, api, accessible }) => {
      await fillPlanner(api);
      for (const [path, kind] of [
        ['/tasks', 'add-task'],
        ['/calendar', 'add-event'],
        ['/expenses', 'add-expense'],
        ['/chat', 'chat'],
      ] as const) {
        await open(path);
        await send(form(page, kind));
        await expect(form(page, kind).locator('[aria-invalid="true"]').first()).toBeVisible();
        await accessible(page);
      }
      for (const [noun, path] of [
        ['tasks', '/tasks'],
        ['expenses', '/expenses'],
      ] as const) {
        const [first] = await api.rows(noun);
        await open(`${path}?edit=${first?.id}`);
        await expect(form(page, `edit-${noun.slice(0, -1)}`)).toBeVisible();
        await accessible(page);
      }
      await open('/tasks');
      await row(page, 'Water the plants').delete.click();
      await expect(page.locator('.toast')).toBeVisible();
      await openMenu(page);
      await accessible(page);
    });
  });
}
