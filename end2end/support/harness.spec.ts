// Proves that the harness sees what it is there to see.
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { watch } from './problems.ts';

const PAGES: Record<string, string> = {
  '/clean': '<!doctype html><html lang="en"><title>Clean</title><main><h1>Clean</h1></main>',
  '/error': '<!doctype html><title>Error</title><script>console.error("mismatch")</script>',
  '/throws': '<!doctype html><title>Throws</title><script>throw new Error("broken")</script>',
  '/missing': '<!doctype html><title>Missing</title><script src="/nowhere.js"></script>',
  '/foreign': '<!doctype html><title>Foreign</title><img alt="" src="http://foreign.invalid/x.png">',
  '/bad-form': '<!doctype html><html lang="en"><title>Form</title><main><h1>Form</h1><input></main>',
};

let server: Server;
let origin: string;

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const page = PAGES[request.url ?? ''];
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html' }).end(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => server.close());

for (const [path, expected] of [
  ['/error', /^console error: mismatch/],
  ['/throws', /^uncaught: broken/],
  ['/missing', /^console error: .*404/],
  ['/foreign', /^foreign request: http:\/\/foreign\.invalid\/x\.png/],
] as const) {
  test(`sees what ${path} does wrong`, async ({ context, page }) => {
    const problems = watch(context, origin);
    await page.goto(origin + path);
    await expect.poll(() => problems.find((problem) => expected.test(problem))).toBeTruthy();
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('has nothing to say about a clean page', async ({ context, page }) => {
      const problems = watch(context, origin);
      // The favicon that browsers ask for on their own is not the page's doing.
      await page.goto(`${origin}/clean`);
      await expectAccessible(page, javaScriptEnabled);
      expect(problems.filter((problem) => !problem.includes('favicon'))).toEqual([]);
    });

    test('an input without a name is not accessible', async ({ page }) => {
      await page.goto(`${origin}/bad-form`);
      await expect(expectAccessible(page, javaScriptEnabled)).rejects.toThrow(/label: .*<input>/);
    });
  });
}
