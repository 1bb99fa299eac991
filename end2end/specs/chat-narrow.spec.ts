// The chat where there is little room: 320 pixels (a desk at 400 %), the page at
// 200 %, and letters alone at 200 %; with words and code that are too long for it.
import type { Page } from '@playwright/test';
import { converse, line, test, thread } from '../support/chat.ts';
import { form } from '../support/page.ts';
import { expect } from '../support/test.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

const WORD = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2);
const ANSWER = `Your **${WORD}** is in the list.\n\n\`\`\`\nlet ${WORD} = "${WORD}";\n\`\`\`\n\n| ${WORD} | b | c |\n|---|---|---|\n| 1 | ${WORD} | 3 |\n\nhttps://example.org/${WORD}`;

async function expectNoSideways(page: Page, where: string): Promise<void> {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(wide, where).toBeLessThanOrEqual(room ?? 0);
}

const PLACES = [
  { name: 'at 320 pixels', viewport: { width: 320, height: 640 }, letters: '100%' },
  { name: 'at 200 %', viewport: { width: 640, height: 400 }, letters: '100%' },
  { name: 'with letters at 200 %', viewport: { width: 1280, height: 800 }, letters: '200%' },
  { name: 'with letters at 200 % on a phone', viewport: { width: 390, height: 844 }, letters: '200%' },
];

for (const { name, viewport, letters } of PLACES) {
  test.describe(name, () => {
    test.use({ viewport });

    test('everything can be read and reached', async ({ page, open, model, javaScriptEnabled }) => {
      test.slow();
      model.play('long', [{ calls: [{ name: 'create_task', arguments: { title: WORD } }] }], [{ words: ANSWER }]);
      await open('/chat');
      const enlarge = () => page.evaluate((size) => void (document.documentElement.style.fontSize = size), letters);
      await converse(page, `${WORD} is long`);
      await page.reload();
      if (javaScriptEnabled) await page.locator('html[data-hydrated]').waitFor({ state: 'attached' });
      if (javaScriptEnabled) await enlarge();
      await expect(thread(page).locator('pre')).toBeVisible();
      await expectNoSideways(page, 'the thread');
      await expect(form(page, 'chat')).toBeInViewport({ ratio: 0.95 });

      // Code scrolls by itself, not the page; and the keyboard can do it.
      const code = thread(page).locator('pre');
      expect(await code.evaluate((code) => code.scrollWidth > code.clientWidth)).toBe(true);
      await expect(code).toHaveAttribute('tabindex', '0');

      const list = page.getByRole('button', { name: 'Conversations', exact: true });
      if (await list.isVisible()) {
        await list.click();
        const sheet = page.getByRole('complementary', { name: 'Conversations' });
        await expect(sheet).toBeVisible();
        await expectNoSideways(page, 'the sheet');
        const box = await sheet.boundingBox();
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= viewport.width).toBe(true);
        await expect(sheet.getByRole('searchbox')).toBeInViewport();
        await sheet.getByRole('button', { name: 'Close the list' }).click();
      }
      await page.locator('.talk-menu > summary').click();
      await expectNoSideways(page, 'the menu');
      await expect(form(page, 'rename-conversation')).toBeInViewport();
      if (!javaScriptEnabled) return;
      await page.locator('.talk-menu > summary').click();
      await line(page).fill(`${WORD}\n`.repeat(12));
      await expectNoSideways(page, 'the line');
      await expect(line(page)).toBeInViewport();

      await open('/tasks');
      await enlarge();
      await page.keyboard.press('q');
      await page.keyboard.type(`remind me to buy ${WORD} on friday at 5pm p1, spent 12.50 on books`);
      await expect(form(page, 'quick-add').locator('.reading')).toHaveCount(2);
      await expectNoSideways(page, 'quick add');
      const sheet = await page.locator('#quick-sheet').boundingBox();
      expect((sheet?.x ?? -1) >= 0 && (sheet?.x ?? 0) + (sheet?.width ?? 0) <= viewport.width).toBe(true);
    });
  });
}
