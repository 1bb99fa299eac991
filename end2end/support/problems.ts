// What no page may do, whatever the test is about: print an error, throw, or
// ask another host for anything.
import type { BrowserContext } from '@playwright/test';

// Said where a test does without the service worker, as most do: it would stand between
// the page and what a test puts in the network's place.
const BLOCKED = 'Service Worker registration blocked by Playwright';

/** Collects the problems of every page of the context from now on, in words. */
export function watch(context: BrowserContext, origin: string): string[] {
  const problems: string[] = [];
  context.on('console', (message) => {
    // Leptos prints a failed hydration as a warning.
    if (message.text() === BLOCKED) return;
    if (message.type() === 'error' || message.type() === 'warning') {
      problems.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on('request', (request) => {
    if (isForeign(request.url(), origin)) problems.push(`foreign request: ${request.url()}`);
  });
  return problems;
}

function isForeign(address: string, origin: string): boolean {
  const url = new URL(address);
  return /^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(origin).host;
}
