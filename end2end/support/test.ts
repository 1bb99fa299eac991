// The `test` that every spec imports: the real program, and pages that may not
// misbehave. One program serves a worker; a test brings its own person.
import { test as base, expect, type Page, type Response } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { Api } from './api.ts';
import { signUp, type SignedIn } from './person.ts';
import { watch } from './problems.ts';
import { startProgram, type Program } from './program.ts';

export { expect } from '@playwright/test';

interface TestFixtures {
  /** Problems that this test provokes on purpose, such as the status of a refused form. */
  expectedProblem: RegExp;
  /** Opens a path of the program and, with JavaScript on, waits until it is hydrated. */
  open: (path: string) => Promise<Response | null>;
  /** Waits until the page of that path is there and, with JavaScript on, hydrated. */
  arrive: (path: string | RegExp) => Promise<void>;
  /** Somebody new, signed in by the session cookie. */
  person: SignedIn;
  /** The planner of that person by REST, with a bearer token and no cookie. */
  api: Api;
  /** Fails where the page, as it is now, breaks a rule of axe. */
  accessible: (page: Page) => Promise<void>;
}

interface WorkerFixtures {
  program: Program;
}

const NONE = /$^/;

export const test = base.extend<TestFixtures, WorkerFixtures>({
  expectedProblem: [NONE, { option: true }],

  program: [
    async ({}, use) => {
      const program = await startProgram();
      await use(program);
      await program.stop();
    },
    { scope: 'worker' },
  ],

  baseURL: async ({ program }, use) => use(program.address),

  context: async ({ context, program, expectedProblem }, use, info) => {
    const problems = watch(context, program.address);
    const before = program.log().length;
    await use(context);
    if (info.status !== info.expectedStatus) {
      await info.attach('program.log', { body: program.log().slice(before) });
    }
    const unexpected = problems.filter((text) => !expectedProblem.test(text));
    expect(unexpected, 'no console error, no uncaught exception, no foreign request').toEqual([]);
  },

  open: async ({ page, javaScriptEnabled }, use) => {
    await use(async (path) => {
      const response = await page.goto(path);
      if (javaScriptEnabled) await hydrated(page);
      return response;
    });
  },

  arrive: async ({ page, javaScriptEnabled }, use) => {
    await use(async (path) => {
      await page.waitForURL(({ pathname }) =>
        typeof path === 'string' ? pathname === path : path.test(pathname),
      );
      if (javaScriptEnabled) await hydrated(page);
    });
  },

  person: async ({ context }, use) => use(await signUp(context)),

  api: async ({ person, playwright, baseURL }, use) => {
    const requests = await playwright.request.newContext({
      ...(baseURL && { baseURL }),
      extraHTTPHeaders: { authorization: `Bearer ${person.token}` },
    });
    await use(new Api(requests));
    await requests.dispose();
  },

  accessible: async ({ javaScriptEnabled }, use) => {
    await use((page) => expectAccessible(page, javaScriptEnabled ?? true));
  },
});

// Set by the browser crate when it has taken over. A page that never hydrates
// still works through its forms, so nothing else would notice.
function hydrated(page: Page): Promise<void> {
  return page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
}
