// The people of the tests: each with an account of their own.
import { randomUUID } from 'node:crypto';
import { expect, type APIRequestContext, type BrowserContext } from '@playwright/test';

/** Where everybody of the tests lives, as in the browser's settings. */
export const TIME_ZONE = 'Europe/Berlin';

/** What somebody signs in with: the fields of the form. */
export type Person = Record<'email' | 'password', string>;

/** Somebody who is signed in, and the token that says so. */
export type SignedIn = Person & { token: string };

/** Somebody whom the planner does not know yet. */
export function newPerson(): Person {
  return { email: `${randomUUID()}@example.com`, password: 'purple horse lantern 9' };
}

/** Makes an account by REST, which also signs the browser in. */
export async function signUp(context: BrowserContext, locale = 'en-GB'): Promise<SignedIn> {
  const person = newPerson();
  const response = await context.request.post('/api/auth/sign-up', {
    data: { ...person, locale, time_zone: TIME_ZONE },
  });
  await expect(response).toBeOK();
  return { ...person, token: (await response.json()).token };
}

/** The token of a further session, as another program would ask for it. */
export async function signIn(requests: APIRequestContext, person: Person): Promise<string> {
  const response = await requests.post('/api/auth/sign-in', { data: person });
  await expect(response).toBeOK();
  return (await response.json()).token;
}
