// How the specs run: each with JavaScript ("script") and without it ("plain").
import { defineConfig } from '@playwright/test';
import { chromium } from './support/chromium.ts';

// Pictures to look at, taken on demand.
const GALLERY = /@gallery/;
// Counted frames, which need a machine that does nothing else.
const FRAMES = /@frames/;
// First visits with a watch in hand, likewise.
const VISIT = /@visit/;
// Lighthouse, likewise.
const LIGHTHOUSE = /@lighthouse/;
const APART = [GALLERY, FRAMES, VISIT, LIGHTHOUSE];

export default defineConfig({
  outputDir: 'results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  // A retry would hide a race that people meet too. CI's machine may be held up for seconds,
  // so there a test may fail once; the report names it as flaky.
  retries: process.env['CI'] ? 1 : 0,
  reporter: 'list',
  timeout: 30_000,
  globalTimeout: 60 * 60_000,
  // Each waits for its browser most of the time, so two share two cores well.
  workers: 2,
  expect: {
    timeout: 5_000,
    // What is on the page and not in the kept file is a difference, too.
    toMatchAriaSnapshot: { children: 'deep-equal' },
    // As letters' edges differ a little by what else the machine draws.
    toHaveScreenshot: { maxDiffPixelRatio: 0.01, pathTemplate: '{testDir}/../snapshots/pixels/{arg}{ext}' },
  },
  use: {
    launchOptions: chromium(),
    locale: 'en-GB',
    serviceWorkers: 'block',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
  },
  projects: [
    { name: 'harness', testDir: 'support' },
    { name: 'script', testDir: 'specs', grepInvert: APART, use: { javaScriptEnabled: true } },
    { name: 'plain', testDir: 'specs', grepInvert: APART, use: { javaScriptEnabled: false } },
    { name: 'gallery', testDir: 'specs', grep: GALLERY },
    { name: 'frames', testDir: 'specs', grep: FRAMES },
    { name: 'visit', testDir: 'specs', grep: VISIT },
    { name: 'lighthouse', testDir: 'specs', grep: LIGHTHOUSE },
  ],
});
