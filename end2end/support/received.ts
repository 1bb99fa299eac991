// What Chromium received over the wire, as its network stack counts it.
import type { Page } from '@playwright/test';

/** Runs `visit` and answers the bytes of each file it received, headers included, by path. */
export async function received(page: Page, visit: () => Promise<unknown>): Promise<Map<string, number>> {
  const network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  const paths = new Map<string, string>();
  const bytes = new Map<string, number>();
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    paths.set(requestId, new URL(request.url).pathname);
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId) ?? '?';
    bytes.set(path, (bytes.get(path) ?? 0) + encodedDataLength);
  });
  await visit();
  await page.waitForLoadState('networkidle');
  await network.detach();
  return bytes;
}
