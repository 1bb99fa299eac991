// What people do on every page, in words. Forms are found by the `data-form` that
// the conventions promise, and fields by the name under which they are sent.
import type { Locator, Page } from '@playwright/test';

/** Every page of somebody who is signed in. */
export const PAGES = [
  '/dashboard',
  '/tasks',
  '/tasks?view=upcoming',
  '/calendar',
  '/calendar?view=month',
  '/calendar?view=day',
  '/calendar?view=agenda',
  '/expenses',
  '/chat',
  '/settings',
  '/welcome',
  '/search?q=the',
  '/history',
];

/** A form by its kind. */
export function form(page: Page, kind: string): Locator {
  return page.locator(`form[data-form="${kind}"]`);
}

/** A field of a form. */
export function field(form: Locator, name: string): Locator {
  return form.locator(`[name="${name}"]`);
}

/** Fills fields in and sends the form. */
export async function send(form: Locator, values: Record<string, string> = {}): Promise<void> {
  for (const [name, value] of Object.entries(values)) await field(form, name).fill(value);
  // The chips of what was understood are buttons, too.
  await form.getByRole('button').and(form.page().locator('button:not([type="button"])')).click();
}

/** The message that says what was just done. */
export function toast(page: Page): Locator {
  return page.getByRole('status').filter({ hasText: /\S/ });
}

/** Takes back what the message tells of. */
export async function undo(page: Page): Promise<void> {
  await toast(page).getByRole('button', { name: 'Undo' }).click();
}

/** What can be done with the row of that title. */
export function row(page: Page, title: string) {
  const named = (verb: string) => ({ name: `${verb} “${title}”`, exact: true });
  return {
    edit: page.getByRole('link', named('Edit')),
    delete: page.getByRole('button', named('Delete')),
    complete: page.getByRole('button', named('Complete')),
    reopen: page.getByRole('button', named('Reopen')),
  };
}

/** Opens the menu with the theme and the way out. */
export async function openMenu(page: Page): Promise<void> {
  await page.locator('details.menu > summary').click();
}
