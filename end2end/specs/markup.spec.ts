// No text of anybody's runs anything, on any page: not what is kept, not what is typed, not
// what stands in an address, and not what a language model says.
import type { Page } from '@playwright/test';
import { converse, test, thread } from '../support/chat.ts';
import { PAYLOADS, expectHarmless, fill, listen } from '../support/hostile.ts';
import { PAGES } from '../support/page.ts';
import { expect } from '../support/test.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'needs JavaScript, or nothing could run');
// A refused form says so in the console, and so does a field for dates that is given a text;
// what the policy refused would say it in other words.
test.use({
  expectedProblem: /Failed to load resource: .* status of 4\d\d|does not conform to the required format/,
});
test.beforeEach(({ person }) => {
  test.setTimeout(240_000);
  expect(person.token).toBeTruthy();
});

/** Whatever any page reads from its address. */
const PARAMETERS =
  'at before by category conflict cursor date done edit email filter from kind list month new next open ' +
  'problem q refused show sort split to token undo view week';

interface Row {
  id: string;
}

test('what is kept stays text, on every page, in print and in the palette', async ({ page, open, api, context }) => {
  const ran = await listen(context);
  await fill(context.request);
  const rows = async (noun: string) => (await (await context.request.get(`/api/${noun}`)).json()) as Row[];
  const [events, tasks, expenses, conversations] = await Promise.all(
    ['events', 'tasks', 'expenses', 'conversations'].map(rows),
  );
  for (const [index, { id }] of (conversations ?? []).entries()) {
    const title = PAYLOADS[index % PAYLOADS.length];
    await expect(await context.request.patch(`/api/conversations/${id}`, { data: { title } })).toBeOK();
  }
  await expect.poll(async () => (await api.rows('tasks')).length).toBeGreaterThan(PAYLOADS.length - 1);
  const pages = [
    ...PAGES,
    '/calendar?view=week&date=2026-11-23',
    '/calendar?view=month&date=2026-11-23',
    '/calendar?view=agenda&date=2026-11-23',
    '/tasks?by=list',
    '/expenses?month=2026-11',
    '/search?q=xss',
    `/calendar?view=day&date=2026-11-23&open=${events?.[0]?.id}&at=2026-11-23T12:00:00Z`,
    `/calendar?open=${events?.[1]?.id}&edit=1`,
    `/tasks?edit=${tasks?.[0]?.id}`,
    `/expenses?month=2026-11&edit=${expenses?.[0]?.id}`,
    `/expenses?month=2026-11&split=${expenses?.[1]?.id}`,
    ...(conversations ?? []).slice(0, 3).map(({ id }) => `/chat/${id}`),
  ];
  let shown = 0;
  for (const path of pages) {
    await open(path);
    await expectHarmless(page, ran);
    shown += (await page.locator('body').innerText()).includes('xss()') ? 1 : 0;
    await page.emulateMedia({ media: 'print' });
    await expectHarmless(page, ran);
    await page.emulateMedia({ media: 'screen' });
  }
  expect(shown, 'otherwise nothing could have done harm').toBeGreaterThan(pages.length / 2);
  await open('/tasks');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog').getByRole('combobox');
  for (const words of ['xss', ...PAYLOADS]) {
    await palette.fill(words);
    await page.waitForTimeout(250);
    await expectHarmless(page, ran);
  }
});

test('what stands in an address stays text', async ({ page, open, context }) => {
  const ran = await listen(context);
  for (const path of [...PAGES, '/sign-in', '/sign-up', '/forgotten-password', '/reset-password', '/no-such-page']) {
    for (const payload of [PAYLOADS[0], PAYLOADS[2], PAYLOADS[5]].map(String)) {
      const address = new URL(path, 'http://planner.example');
      for (const name of PARAMETERS.split(' ')) {
        if (!address.searchParams.has(name)) address.searchParams.set(name, payload);
      }
      // A path that is hostile, too. What has a point in it is a file, and answered without a page.
      if (path === '/no-such-page') address.pathname += `/${payload.replaceAll(/[/.]/g, '')}`;
      await open(address.pathname + address.search);
      await expectHarmless(page, ran);
    }
  }
});

test('what is typed into any form stays text', async ({ page, open, context }) => {
  const ran = await listen(context);
  const seen = new Set<string>();
  for (const path of [...PAGES, '/calendar?new=2026-11-23', '/expenses?view=budgets', '/sign-in', '/sign-up']) {
    await open(path);
    for (const { name, index } of await forms(page)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const payload = PAYLOADS[seen.size % PAYLOADS.length] ?? '';
      await type(page, index, payload);
      await page.waitForTimeout(400);
      await expectHarmless(page, ran);
      await open(path);
      await expectHarmless(page, ran);
    }
  }
  expect(seen.size, [...seen].join(' ')).toBeGreaterThan(8);
});

/** Forms with a text to be filled in, each kind once. */
async function forms(page: Page): Promise<{ name: string; index: number }[]> {
  return page.locator('form').evaluateAll((all) =>
    all.flatMap((form, index) => {
      const texts = form.querySelectorAll('textarea, input:not([type]), input[type="text"], input[type="search"]');
      const name = `${form.getAttribute('data-form')} ${form.getAttribute('action')}`;
      return texts.length > 0 ? [{ name, index }] : [];
    }),
  );
}

/** Puts a text into every field that takes one, something good into the others, and sends it. */
async function type(page: Page, index: number, text: string): Promise<void> {
  await page
    .locator('form')
    .nth(index)
    .evaluate((form: HTMLFormElement, text) => {
      const good: Record<string, string> = {
        date: '2026-11-23',
        'datetime-local': '2026-11-23T12:00',
        email: "o'hara&lt@example.com",
        number: '30',
        password: 'purple horse lantern 9',
        time: '14:30',
      };
      for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
        if (['hidden', 'checkbox', 'radio', 'submit', 'file'].includes(field.type)) continue;
        const value = field.name === 'amount' ? '9.50' : (good[field.type] ?? text);
        // As a person types: the page hears of it.
        field.value = field.maxLength > 0 ? value.slice(0, field.maxLength) : value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
      form.requestSubmit();
    }, text);
}

test('what a model says stays text, while it comes and later', async ({ page, open, context, model }) => {
  const ran = await listen(context);
  const words = [...PAYLOADS, '```html\n<script>xss()</script>\n```', '|<svg onload=xss()>|\n|---|\n|"x|', '# <b onclick=xss()>'];
  model.play('Tell me', words.flatMap((text) => [...text].map((letter) => ({ words: letter })).concat({ words: '\n\n' })));
  await open('/chat');
  await converse(page, 'Tell me <img src=//evil.example/x onerror=xss()>');
  await expect(thread(page)).toContainText('xss()');
  await expectHarmless(page, ran);
  // Only what leads to the web is a link.
  await expect(thread(page).locator('a[href]:not([href^="http"]):not([href^="/"])')).toHaveCount(0);
  await page.reload();
  await expect(thread(page)).toContainText('xss()');
  await expectHarmless(page, ran);
});

test('an address of somebody stays text', async ({ browser, program }) => {
  const context = await browser.newContext({ baseURL: program.address });
  const ran = await listen(context);
  const email = "a'onfocus=xss`{{xss}}&#60svg/onload=xss@example.com";
  const made = await context.request.post('/api/auth/sign-up', { data: { email, password: 'purple horse lantern 9' } });
  await expect(made).toBeOK();
  const own = await context.newPage();
  for (const path of ['/dashboard', '/settings']) {
    await own.goto(path);
    await expectHarmless(own, ran);
  }
  await expect(own.locator('input[name="email"]').first()).toHaveValue(email);
  await context.close();
});

test.describe('a text that became markup', () => {
  // The policy refuses to run it, which alone fails every other test.
  test.use({ expectedProblem: /Content Security Policy|status of 404|foreign request: http:\/\/evil\.example/ });

  test('would be noticed', async ({ page, open, context }) => {
    const ran = await listen(context);
    for (const payload of [PAYLOADS[0], PAYLOADS[1], PAYLOADS[7]]) {
      const refused = page.waitForEvent('console', (message) => message.text().includes('Content Security Policy'));
      await open('/tasks');
      await page.locator('main').evaluate((main, html) => (main.innerHTML = html), `<p title="${payload}">${payload}`);
      await expect(expectHarmless(page, ran), payload).rejects.toThrow();
      if (payload !== PAYLOADS[7]) await refused;
      else refused.catch(() => undefined);
    }
    await page.evaluate('window.xss()');
    expect(ran, 'and what ran would be').toHaveLength(1);
  });
});
