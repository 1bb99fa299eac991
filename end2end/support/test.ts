// The `test` that every spec imports: the real program, and pages that may not
// misbehave. One program serves a worker; a test brings its own person.
import { test as base, expect, type Page, type Response } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { watch } from './problems.ts';
import { startProgram, type Program } from './program.ts';

export { expect } from '@playwright/test';

interface TestFixtures {
  /** Problems that this test provokes on purpose, such as the status of a refused form. */
  expectedProblems: RegExp[];
  /** Opens a path of the program and, with JavaScript on, waits until it is hydrated. */
  open: (path: string) => Promise<Response | null>;
  /** Fails where the page, as it is now, breaks a rule of axe. */
  accessible: (page: Page) => Promise<void>;
}

interface WorkerFixtures {
  program: Program;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  expectedProblems: [[], { option: true }],

  program: [
    async ({}, use) => {
      const program = await startProgram();
      await use(program);
      await program.stop();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ program }, use) => use(program.address),

  context: async ({ context, program, expectedProblems }, use, info) => {
    const problems = watch(context, program.address);
    const before = program.log().length;
    await use(context);
    if (info.status !== info.expectedStatus) {
      await info.attach('program.log', { body: program.log().slice(before) });
    }
    const unexpected = problems.filter((text) => !expectedProblems.some((known) => known.test(text)));
    expect(unexpected, 'no console error, no uncaught exception, no foreign request').toEqual([]);
  },

  open: async ({ page, javaScriptEnabled }, use) => {
    await use(async (path) => {
      const response = await page.goto(path);
      // Set by the browser crate when it has taken over. A page that never
      // hydrates still works through its forms, so nothing else would notice.
      if (javaScriptEnabled) await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
      return response;
    });
  },

  accessible: async ({ javaScriptEnabled }, use) => {
    await use((page) => expectAccessible(page, javaScriptEnabled ?? true));
  },
});
