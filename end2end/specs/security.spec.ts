// What pages of other origins may not do, and what our own pages may load.
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../support/test.ts';

test.describe('a page of another origin', () => {
  let server: Server;
  let origin: string;

  test.beforeAll(async () => {
    server = createServer((request, response) => {
      const action = new URL(request.url ?? '/', 'http://x').searchParams.get('action');
      const page = `<!doctype html><title>Elsewhere</title><form method="post" action="${action}">
        <input name="title" value="Planted"><button>Win a prize</button></form>`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    // Only the port differs, so the browser takes it for the same site and sends
    // the cookie: SameSite alone does not help here.
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  test.afterAll(() => server.close());

  test.use({ expectedProblem: /status of 403|^foreign request: http:\/\/127\.0\.0\.1:/ });

  test('cannot add a task', async ({ page, api, program }) => {
    await page.goto(`${origin}/?action=${program.address}/fn/tasks/create`);
    const answered = page.waitForResponse((response) => response.url().includes('/fn/tasks/create'));
    await page.getByRole('button').click();
    const response = await answered;
    expect(response.status()).toBe(403);
    expect((await response.request().allHeaders())['cookie']).toContain('session=');
    await expect.poll(() => api.rows('tasks')).toEqual([]);
  });
});

test('server functions and REST refuse a foreign origin alike', async ({ page, person, api, program }) => {
  expect(person.token).toBeTruthy();
  for (const path of ['/fn/tasks/create', '/api/tasks', '/fn/account/sign-out']) {
    for (const headers of [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      const answer = await page.request.post(program.address + path, {
        headers: { ...headers, accept: 'text/html' },
        form: { title: 'Planted' },
        maxRedirects: 0,
      });
      expect(answer.status(), `${path} with ${JSON.stringify(headers)}`).toBe(403);
    }
  }
  await expect.poll(() => api.rows('tasks')).toEqual([]);
});

test('every page says what it may load: only its own', async ({ open, person }) => {
  expect(person.token).toBeTruthy();
  const nonces = new Set<string>();
  for (const path of ['/sign-in', '/dashboard', '/tasks', '/calendar', '/expenses', '/chat']) {
    const response = await open(path);
    const policy = response?.headers()['content-security-policy'] ?? '';
    const nonce = /script-src [^;]*'nonce-([^']{16,})'/.exec(policy)?.[1] ?? '';
    expect(policy, path).not.toContain('unsafe-inline');
    expect(policy, path).not.toMatch(/'unsafe-eval'|https?:|\*/);
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(await response?.text(), path).toContain(nonce);
    expect(nonce, path).toBeTruthy();
    nonces.add(nonce);
    expect(response?.headers()['cache-control'], path).toContain('no-store');
  }
  expect(nonces.size, 'a new nonce for each document').toBe(6);
});
