// The planner as a program of its own: what it is installed from, and what opens without a
// network.
import type { BrowserContext, Page } from '@playwright/test';
import { Line } from '../support/line.ts';
import { form, openMenu } from '../support/page.ts';
import { signUp } from '../support/person.ts';
import { startProgram } from '../support/program.ts';
import { expect, test as base } from '../support/test.ts';

const test = base.extend<object, { line: Line }>({
  line: [
    async ({}, use) => {
      const line = await Line.open();
      await use(line);
      await line.cut();
    },
    { scope: 'worker' },
  ],
  program: [
    async ({ line }, use) => {
      const program = await startProgram({ PUBLIC_URL: line.address });
      line.leadTo(program.address);
      await use({ ...program, address: line.address });
      await program.stop();
    },
    { scope: 'worker' },
  ],
});

test.afterEach(async ({ line }) => line.mend());

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'a service worker is a script');
test.use({ serviceWorkers: 'allow', expectedProblem: /Failed to load resource|ERR_|net::|503/ });

/** Waits until the dashboard would open without a network. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!(await caches.match('/dashboard', { cacheName: 'pages' }))) {
      await new Promise((next) => setTimeout(next, 50));
    }
  });
}

async function pages(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    if (!(await caches.has('pages'))) return [];
    const kept = await (await caches.open('pages')).keys();
    return kept.map(({ url }) => new URL(url).pathname).sort();
  });
}

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'No connection' });

async function hydrated(page: Page): Promise<void> {
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

test('the dashboard that was seen last opens without a network', async ({ page, open, line, api }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await open('/dashboard');
  await kept(page);
  await open('/tasks');
  await line.cut();
  await page.goto('/dashboard');
  await hydrated(page);
  await expect(page.getByText('Water the plants', { exact: true })).toBeVisible();
  await expect(notice(page)).toContainText('As of');
  // Other pages that were seen open as well, also by their links.
  await page.getByRole('link', { name: 'Tasks', exact: true }).first().click();
  await page.waitForURL('**/tasks');
  await hydrated(page);
  await expect(page.getByText('Water the plants', { exact: true })).toBeVisible();
  await page.goto('/settings');
  await expect(page.getByText('Water the plants', { exact: true })).toBeVisible();

  await line.mend();
  await api.add('tasks', { title: 'Buy stamps' });
  await expect(notice(page)).toHaveCount(0, { timeout: 10_000 });
  await expect(page.getByText('Buy stamps', { exact: true })).toBeVisible({ timeout: 10_000 });
});

test('signing out leaves nothing behind', async ({ page, open, line, api, arrive }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await open('/dashboard');
  await kept(page);
  await openMenu(page);
  await form(page, 'sign-out').getByRole('button').click();
  await arrive('/');
  expect(await pages(page)).toEqual([]);
  await line.cut();
  await page.goto('/dashboard').catch(() => undefined);
  await expect(page.getByText('Water the plants')).toHaveCount(0);
});

test("nobody sees another person's page", async ({ page, open, context, line, api }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await open('/dashboard');
  await kept(page);
  await open('/tasks');
  await expect.poll(() => pages(page)).toEqual(['/dashboard', '/tasks']);
  await exchange(context);
  await open('/tasks');
  await expect.poll(() => pages(page)).toEqual(['/tasks']);
  await line.cut();
  await page.goto('/dashboard').catch(() => undefined);
  await expect(page.getByText('Water the plants')).toHaveCount(0);
});

/** Somebody else takes the browser over, without the page noticing. */
async function exchange(context: BrowserContext): Promise<void> {
  await context.clearCookies();
  await signUp(context);
}

test('it can be installed', async ({ page, open, person }) => {
  expect(person.token).toBeTruthy();
  await open('/dashboard');
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await page.request.get(address ?? '')).json();
  expect(manifest).toMatchObject({ start_url: '/dashboard', display: 'standalone', id: '/' });
  for (const icon of manifest.icons) {
    const size = await page.evaluate(async (src: string) => {
      const image = new Image();
      image.src = src;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, icon.src);
    if (icon.sizes !== 'any') expect(size, icon.src).toBe(icon.sizes);
  }
  const purposes = manifest.icons.map((icon: { purpose: string }) => icon.purpose);
  expect(purposes).toContain('maskable');
  for (const shortcut of manifest.shortcuts) {
    await expect(await page.request.get(shortcut.url)).toBeOK();
  }
  await page.goto(manifest.shortcuts[0].url);
  await hydrated(page);
  await expect(page.locator('form[data-form=quick-add] [name=message]')).toBeFocused();
});
