// The planner as a program of its own: what it is installed from, and what opens without a
// network.
import type { BrowserContext, Page } from '@playwright/test';
import { form, openMenu } from '../support/page.ts';
import { signUp } from '../support/person.ts';
import { expect, test } from '../support/test.ts';

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

const line = (page: Page) => page.getByRole('status').filter({ hasText: 'No connection' });

async function hydrated(page: Page): Promise<void> {
  await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}

/**
 * Opens a page without a network. Chromium may have given it back to the worker meanwhile,
 * so it is taken away each time.
 */
async function openOffline(page: Page, path: string): Promise<void> {
  await page.context().setOffline(false);
  await page.context().setOffline(true);
  await page.goto(path);
}

test('the dashboard that was seen last opens without a network', async ({ page, open, context, api }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await open('/dashboard');
  await kept(page);
  await open('/tasks');
  await openOffline(page, '/dashboard');
  await hydrated(page);
  await expect(page.getByText('Water the plants', { exact: true })).toBeVisible();
  await expect(line(page)).toContainText('As of');
  // Other pages that were seen open as well, also by their links.
  await page.getByRole('link', { name: 'Tasks', exact: true }).first().click();
  await page.waitForURL('**/tasks');
  await hydrated(page);
  await expect(page.getByText('Water the plants', { exact: true })).toBeVisible();
  await openOffline(page, '/settings');
  await expect(page.getByText('Water the plants', { exact: true })).toBeVisible();

  await context.setOffline(false);
  await api.add('tasks', { title: 'Buy stamps' });
  await expect(line(page)).toHaveCount(0, { timeout: 10_000 });
  await expect(page.getByText('Buy stamps', { exact: true })).toBeVisible({ timeout: 10_000 });
});

test('signing out leaves nothing behind', async ({ page, open, context, api, arrive }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await open('/dashboard');
  await kept(page);
  await openMenu(page);
  await form(page, 'sign-out').getByRole('button').click();
  await arrive('/');
  expect(await pages(page)).toEqual([]);
  await context.setOffline(true);
  await page.goto('/dashboard').catch(() => undefined);
  await expect(page.getByText('Water the plants')).toHaveCount(0);
});

test("nobody sees another person's page", async ({ page, open, context, api }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await open('/dashboard');
  await kept(page);
  await open('/tasks');
  await expect.poll(() => pages(page)).toEqual(['/dashboard', '/tasks']);
  await exchange(context);
  await open('/tasks');
  await expect.poll(() => pages(page)).toEqual(['/tasks']);
  await context.setOffline(true);
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
