// A first visit to the dashboard in a real browser: what it downloads.

import { chromium } from 'playwright-core';

/** Without these Chromium asks its maker's hosts for things of its own. */
const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
/** After so many ms without a request a visit is over. */
const STILL = 1000;

/** Bytes by kind, with an empty cache, in kB over the wire. */
export async function visit(base, cookies, executablePath) {
  const browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    await context.addCookies(cookies.split('; ').map((cookie) => {
      const split = cookie.indexOf('=');
      return { name: cookie.slice(0, split), value: cookie.slice(split + 1), url: base };
    }));
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    const kinds = new Map();
    const bytes = {};
    let open = 0;
    let last = Date.now();
    network.on('Network.requestWillBeSent', ({ requestId }) => {
      if (!kinds.has(requestId)) open += 1;
      kinds.set(requestId, 'other');
    });
    network.on('Network.responseReceived', ({ requestId, type, response }) => {
      // The stream of changes stays open for as long as the page does.
      if (response.mimeType === 'text/event-stream') over(requestId, 0);
      else kinds.set(requestId, kind(type, response.mimeType));
    });
    const over = (requestId, length) => {
      const of = kinds.get(requestId);
      if (of === undefined) return;
      kinds.set(requestId, undefined);
      bytes[of] = (bytes[of] ?? 0) + length / 1000;
      open -= 1;
      last = Date.now();
    };
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => over(requestId, encodedDataLength));
    network.on('Network.loadingFailed', ({ requestId }) => over(requestId, 0));
    await page.goto(`${base}/dashboard`, { waitUntil: 'load' });
    while (open > 0 || Date.now() - last < STILL) await page.waitForTimeout(50);
    const paint = await page.evaluate(() =>
      performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null);
    if (paint === null) throw new Error('nothing was painted');
    return { bytes, paint };
  } finally {
    await browser.close();
  }
}

function kind(type, mime) {
  if (mime === 'application/wasm') return 'WebAssembly';
  return { Document: 'document', Script: 'script', Stylesheet: 'style', Font: 'font', Image: 'image' }[type] ?? 'other';
}
