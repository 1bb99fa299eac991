// The accessibility check of a page.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with a line for each element that breaks a rule of axe on the page as it is. */
export async function expectAccessible(page: Page, javaScriptEnabled: boolean): Promise<void> {
  const { violations } = javaScriptEnabled ? await analyse(page) : await analyseCopy(page);
  const lines = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.html}`),
  );
  expect(lines, `accessibility of ${page.url()}`).toEqual([]);
}

async function analyse(page: Page) {
  await settle(page);
  return new AxeBuilder({ page }).analyze();
}

// Something half faded in has a contrast that nobody reads it by, so it is brought to its end.
// Waiting for that end would not do: a page without scripts may draw no further frame. What
// never ends, such as the sign that an answer is being written, goes on.
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
  });
}

// axe itself is JavaScript. Where the page may run none, a copy of it is
// examined that has lost its scripts instead.
async function analyseCopy(page: Page) {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page belongs to no browser.');
  const body = (await page.content()).replace(/<script\b.*?<\/script>/gs, '');
  const storageState = await page.context().storageState();
  const viewport = page.viewportSize();
  const context = await browser.newContext({ storageState, viewport, javaScriptEnabled: true });
  try {
    const copy = await context.newPage();
    await copy.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html' }));
    await copy.goto(page.url());
    return await analyse(copy);
  } finally {
    await context.close();
  }
}
