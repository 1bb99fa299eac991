// Conversations: listed, found, named, pinned, deleted, taken along; with their
// own addresses, and all of it without scripts, too.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { card, converse, thread } from '../support/chat.ts';
import { field, form, send } from '../support/page.ts';
import { expect, test } from '../support/test.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

const list = (page: Page) => page.getByRole('complementary', { name: 'Conversations' });
const titles = (page: Page) => list(page).locator('.conversation-title');
const options = (page: Page) => page.locator('.talk-menu > summary');

async function begin(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: 'New conversation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New conversation' })).toBeVisible();
  await converse(page, words);
  // The others have moved down by then, in a closed sheet, too.
  await expect(page.locator('#conversations .conversation-title').first()).toHaveText(words);
}

test('a conversation has a title and an address; back and a refresh lead to it', async ({ page, open }) => {
  await open('/chat');
  await converse(page, 'remind me to water the plants');
  const first = page.url();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('remind me to water the plants');
  await begin(page, 'spent 12.50 on lunch');
  expect(page.url()).not.toBe(first);
  await expect(titles(page)).toHaveText(['spent 12.50 on lunch', 'remind me to water the plants']);

  await titles(page).filter({ hasText: 'water the plants' }).click();
  await expect(page).toHaveURL(first);
  await expect(card(page, 'water the plants')).toBeVisible();
  await expect(card(page, '£12.50')).toHaveCount(0);
  await page.reload();
  await expect(page).toHaveURL(first);
  await expect(card(page, 'water the plants')).toBeVisible();
  await page.goBack();
  await expect(card(page, '£12.50')).toBeVisible();
  await expect(card(page, 'water the plants')).toHaveCount(0);
});

test('a conversation is named and pinned', async ({ page, open }) => {
  await open('/chat');
  await converse(page, 'remind me to water the plants');
  await begin(page, 'spent 12.50 on lunch');
  await titles(page).filter({ hasText: 'water the plants' }).click();
  await expect(card(page, 'water the plants')).toBeVisible();

  await options(page).click();
  await send(form(page, 'rename-conversation'), { title: 'Garden' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Garden');
  if (!(await form(page, 'pin-conversation').isVisible())) await options(page).click();
  await form(page, 'pin-conversation').getByRole('button', { name: 'Pin to the top' }).click();
  await expect(titles(page)).toHaveText(['Garden', 'spent 12.50 on lunch']);
  await expect(list(page).getByRole('link', { name: /^Pinned: Garden/ })).toBeVisible();

  if (!(await form(page, 'pin-conversation').isVisible())) await options(page).click();
  await form(page, 'pin-conversation').getByRole('button', { name: 'Unpin' }).click();
  await expect(titles(page)).toHaveText(['spent 12.50 on lunch', 'Garden']);
});

test('a name that is none is refused beside its field', async ({ page, open }) => {
  await open('/chat');
  await converse(page, 'remind me to water the plants');
  await options(page).click();
  await send(form(page, 'rename-conversation'), { title: ' ' });
  await expect(field(form(page, 'rename-conversation'), 'title')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(form(page, 'rename-conversation'), 'title')).toHaveAccessibleDescription('Give it a name.');
});

test('deleting says what stays, and asks first', async ({ page, open, api }) => {
  await open('/chat');
  await converse(page, 'remind me to water the plants');
  await begin(page, 'spent 12.50 on lunch');
  await options(page).click();
  const sure = form(page, 'delete-conversation').getByRole('button');
  await expect(sure).toBeHidden();
  await page.locator('.sure > summary').click();
  await expect(page.locator('.sure')).toContainText('What it added to your planner stays.');
  await sure.click();
  await expect(card(page, 'water the plants')).toBeVisible();
  await expect(titles(page)).toHaveText(['remind me to water the plants']);
  await expect.poll(() => api.rows('expenses')).toMatchObject([{ amount: '12.50' }]);
});

test('words find a conversation by its title and by what was said', async ({ page, open, javaScriptEnabled }) => {
  await open('/chat');
  await converse(page, 'remind me to water the plants');
  await begin(page, 'spent 12.50 on lunch');
  const search = list(page).getByRole('searchbox', { name: 'Search conversations' });
  await search.fill('plants');
  if (!javaScriptEnabled) await search.press('Enter');
  await expect(titles(page)).toHaveText(['remind me to water the plants']);
  await search.fill('zebra');
  if (!javaScriptEnabled) await search.press('Enter');
  await expect(list(page)).toContainText('No conversation has these words.');
});

test('a conversation is taken along as Markdown and as JSON', async ({ page, open }) => {
  await open('/chat');
  await converse(page, 'remind me to water the plants');
  await options(page).click();
  for (const [name, ending, content] of [
    ['Export as Markdown', '.md', /^# remind me to water the plants/],
    ['Export as JSON', '.json', /"title":\s*"remind me to water the plants"/],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
    expect(await readFile(await file.path(), 'utf8')).toMatch(content);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the list is a sheet, and goes once something is picked', async ({ page, open, javaScriptEnabled }) => {
    await open('/chat');
    await converse(page, 'remind me to water the plants');
    await begin(page, 'spent 12.50 on lunch');
    await expect(list(page)).toBeHidden();
    await page.getByRole('button', { name: 'Conversations', exact: true }).click();
    await expect(list(page)).toBeVisible();
    if (javaScriptEnabled) {
      await page.keyboard.press('Escape');
      await expect(list(page)).toBeHidden();
      await page.getByRole('button', { name: 'Conversations', exact: true }).click();
    }
    await titles(page).filter({ hasText: 'plants' }).click();
    await expect(card(page, 'water the plants')).toBeVisible();
    await expect(list(page)).toBeHidden();
  });
});

test.describe('somebody else’s', () => {
  test.use({ expectedProblem: /status of 404/ });

  test('a conversation that is not there is said plainly', async ({ page, open }) => {
    await open('/chat/00000000-0000-4000-8000-000000000000');
    await expect(page.getByRole('main')).toContainText('There is nothing here by that name.');
    await expect(thread(page)).toHaveCount(0);
  });
});
