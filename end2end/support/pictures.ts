// With what a picture of a page was made: letters differ from machine to machine.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, TestInfo } from '@playwright/test';

const KEPT = fileURLToPath(new URL('../snapshots/pixels/made-with.txt', import.meta.url));

/** Why the kept pictures say nothing about this browser and its fonts, for a test to be
 *  skipped with; nothing where they do. Keeps what they are made with when they are made. */
export async function incomparable(page: Page, info: TestInfo): Promise<string | undefined> {
  const now = await madeWith(page);
  const { updateSnapshots } = info.config;
  if (updateSnapshots === 'all') {
    await mkdir(dirname(KEPT), { recursive: true });
    await writeFile(KEPT, `${now}\n`);
    return undefined;
  }
  const kept = (await readFile(KEPT, 'utf8')).trim();
  return kept === now ? undefined : `the pictures were made with ${kept}, this is ${now}`;
}

/** `Chromium 140, letters 3f2a…`: the browser, and how it draws the letters of the page. */
async function madeWith(page: Page): Promise<string> {
  const drawn = await page.evaluate(() => {
    const context = Object.assign(document.createElement('canvas'), { width: 600, height: 120 }).getContext('2d')!;
    const { fontFamily: sans } = getComputedStyle(document.body);
    const { fontFamily: serif } = getComputedStyle(document.querySelector('h1') ?? document.body);
    [sans, serif].forEach((family, line) => {
      context.font = `32px ${family}`;
      context.fillText('Hamburgefonstiv 0123456789 €£“’', 4, 44 + line * 56);
    });
    return context.canvas.toDataURL();
  });
  const [major] = (page.context().browser()?.version() ?? '').split('.');
  return `Chromium ${major}, letters ${createHash('sha256').update(drawn).digest('hex').slice(0, 12)}`;
}
