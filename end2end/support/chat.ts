// The chat, in the words of its specs.
import { expect, type Locator, type Page } from '@playwright/test';
import { field, form, send } from './page.ts';
import { test as base } from './test.ts';
import { startModel, type Model } from './model.ts';
import { startProgram } from './program.ts';

/** Everything said. */
export const thread = (page: Page): Locator => page.getByRole('log');

/** The card of what was done, or of what is proposed. */
export const card = (page: Page, words: string): Locator =>
  thread(page).locator('.card').filter({ hasText: words });

/** The line to write in. */
export const line = (page: Page): Locator => field(form(page, 'chat'), 'message');

/** Says something. */
export async function say(page: Page, words: string): Promise<void> {
  await send(form(page, 'chat'), { message: words });
}

/** Says something and waits for the answer; the address is that of the conversation then. */
export async function converse(page: Page, words: string): Promise<void> {
  const answers = thread(page).locator('.message:not([data-own])[data-message]');
  const before = await answers.count();
  await say(page, words);
  await expect(answers).toHaveCount(before + 1);
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
}

/** Programs of a worker whose answers come from a model that the test plays. */
export const test = base.extend<object, { model: Model }>({
  model: [
    async ({}, use) => {
      const model = await startModel();
      await use(model);
      await model.stop();
    },
    { scope: 'worker' },
  ],
  program: [
    async ({ model }, use) => {
      const program = await startProgram({ OPENAI_BASE_URL: model.address, OPENAI_MODEL: 'scripted' });
      await use(program);
      await program.stop();
    },
    { scope: 'worker' },
  ],
});
