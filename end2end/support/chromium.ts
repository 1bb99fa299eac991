// Which browser to start, and with what: the one of the system, as Playwright's
// own would be another large download.
import type { LaunchOptions } from '@playwright/test';
import { executable } from './executable.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// What Chromium would otherwise do on its own, beside the test.
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Launch options for the Chromium of `CHROMIUM` or of the search path. */
export function chromium(): LaunchOptions {
  const executablePath = process.env['CHROMIUM'] || executable(NAMES);
  if (!executablePath) {
    throw new Error('No Chromium found: install it, or set CHROMIUM to its path.');
  }
  // Chromium's sandbox refuses to start as root, which containers often are.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, args: [...QUIET, ...sandbox] };
}
