// What a page tells assistive technology, kept in `snapshots/aria` and compared as a whole.
// `npm run aria` writes the files anew; look at the difference before you keep it.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { pattern } from './clock.ts';

const FOLDER = new URL('../snapshots/aria/', import.meta.url);

/** Fails where a part of the page, its main part unless named, tells something else than what
 *  is kept under that name; without scripts under that name and `plain`, where that differs. */
export async function expectToTell(page: Page, name: string, part?: Locator): Promise<void> {
  const locator = part ?? page.getByRole('main');
  const { project, config } = test.info();
  const usual = path(`${name}.aria.yml`);
  const plain = path(`${name}-plain.aria.yml`);
  if (config.updateSnapshots === 'all') {
    await keep(await told(locator), project.name === 'plain' ? plain : usual, usual);
    return;
  }
  const kept = project.name === 'plain' && existsSync(plain) ? plain : usual;
  await expect(locator, kept).toMatchAriaSnapshot(await readFile(kept, 'utf8'));
}

const path = (name: string) => fileURLToPath(new URL(name, FOLDER));

async function keep(template: string, file: string, usual: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const isUsual = file !== usual && (await readFile(usual, 'utf8').catch(() => '')) === template;
  if (isUsual) await rm(file, { force: true });
  else await writeFile(file, template);
}

/** The element as a template: words that follow the clock and identifiers are patterns. */
async function told(locator: Locator): Promise<string> {
  // It counts what it finds for itself before it tells of it.
  await locator.waitFor();
  const lines = (await locator.ariaSnapshot()).split('\n');
  return `${withoutDays(lines).map(template).join('\n')}\n`;
}

/** A line such as `- link "Today": Mon 23 Nov` with patterns in place of what changes. */
function template(line: string): string {
  const [, before, name, after] = /^(\s*- '?[\w/]+ )"((?:[^"\\]|\\.)*)"(.*)$/.exec(line) ?? [];
  const key = name === undefined ? line : `${before}${quoted(name, `"${name}"`)}${after}`;
  const [, head, text] = /^(\s*- (?:[\w/]+|'.*'|\w+ (?:"[^"]*"|\/.*\/)(?: \[[^\]]*\])*): )(\S.*)$/.exec(key) ?? [];
  if (head === undefined || text === undefined) return key;
  const bare = /^"(.*)"$/.exec(text)?.[1] ?? text;
  const made = pattern(bare);
  return made === undefined ? key : `${head}'/${made.replaceAll("'", "''")}/'`;
}

function quoted(name: string, otherwise: string): string {
  const made = pattern(name);
  return made === undefined ? otherwise : `/${made}/`;
}

/** The days of the month so far are as many as there are: any of them will do. */
function withoutDays(lines: string[]): string[] {
  const isDay = (line: string) => /^\s*- '?radio .* so far/.test(line);
  return lines.flatMap((line) => {
    if (isDay(line)) return [];
    return /radiogroup ".* day by day"/.test(line) ? [line, line.replace(/- .*/, '  - /children: contain')] : [line];
  });
}
