// Pictures of the chat for people to look at: `npm run gallery`. Not a test.
import { converse, line, say, test, thread } from '../support/chat.ts';
import { fillPlanner } from '../support/demo.ts';
import { gate } from '../support/model.ts';
import { form } from '../support/page.ts';
import { expect } from '../support/test.ts';

const SIZES = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
];
const PLAN =
  '# A plan for the week\n\nThree things, **in this order**:\n\n1. Water the plants\n2. Call *Ines* about `Room 4`\n3. Look at [the map](https://example.org)\n\n| Day | What |\n|---|---|\n| Mon | Lunch |\n| Fri | Choir |\n';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, { tag: '@gallery' }, () => {
    test.use({ colorScheme });
    test.setTimeout(180_000);

    test('the chat', async ({ page, open, api, model }) => {
      const picture = async (name: string) => {
        for (const size of SIZES) {
          await page.setViewportSize(size);
          await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
          await page.screenshot({ path: `gallery/chat-${name}-${size.width}-${colorScheme}.png`, animations: 'disabled' });
        }
      };
      await open('/chat');
      await picture('empty');
      await fillPlanner(api);
      await api.add('tasks', { title: 'Call Ines' });
      model.play('lunch', [{ calls: [{ name: 'create_event', arguments: { title: 'Lunch with Sam', when: 'tomorrow 1pm' } }] }], [{ words: 'It is on your calendar.' }]);
      await open('/chat/new');
      await converse(page, 'lunch with Sam tomorrow at one');
      model.play('dentist', [{ calls: [{ name: 'delete_event', arguments: { target: 'Dentist' } }] }], [{ words: 'Shall I?' }]);
      await converse(page, 'drop the dentist');
      model.play('a plan', [{ words: PLAN }]);
      await converse(page, 'make me a plan');
      await picture('full');
      model.play('hang up', [{ calls: [{ name: 'create_task', arguments: { title: 'Water the plants' } }] }], [{ words: 'Next, I' }, { cut: true }]);
      await converse(page, 'hang up on me');
      await picture('failed');
      model.play('which', [{ calls: [{ name: 'complete_task', arguments: { target: 'Call' } }] }], [{ words: 'Which one do you mean?' }]);
      await converse(page, 'which call is done');
      await picture('choices');
      model.play('states', [{ calls: [
        { name: 'update_event', arguments: { target: 'Lunch with Sam', when: 'tomorrow 3pm' } },
        { name: 'complete_task', arguments: { target: 'Book the train' } },
        { name: 'change_many', arguments: { kind: 'task', target: 'Call', change: 'complete' } },
        { name: 'record_expense', arguments: { amount: '12.50', description: 'Books' } },
      ] }], [{ words: 'All of it is done.' }]);
      await converse(page, 'all the states');
      await thread(page).locator('.card').last().getByRole('button', { name: 'Undo' }).click();
      await expect(thread(page).locator('.card').last()).toContainText('undone');
      await picture('cards');
      await page.locator('.talk-menu > summary').click();
      await page.locator('.sure > summary').click();
      await picture('menu');
      await page.keyboard.press('Escape');
      await page.locator('.talk-menu > summary').click();
      const { held, open: goOn } = gate();
      model.play('slow', [{ words: 'I am **looking** into it:\n\n- the plants\n- the train, and this takes a' }, { hold: held }]);
      await say(page, 'slow down');
      await expect(thread(page)).toContainText('this takes');
      await line(page).fill('and another thing');
      await picture('answering');
      goOn();
      await expect(page.getByRole('button', { name: 'Send' })).toBeVisible();
      await line(page).fill('');
      await line(page).press('ArrowUp');
      await picture('editing');
      await page.setViewportSize(SIZES[0]!);
      await page.getByRole('button', { name: 'Conversations', exact: true }).click();
      await page.screenshot({ path: `gallery/chat-list-390-${colorScheme}.png`, animations: 'disabled' });
      await open('/tasks');
      await page.keyboard.press('q');
      await page.keyboard.type('remind me to call Ines about the flat on friday at 5pm p1. spent 12.50 on books');
      await expect(form(page, 'quick-add').locator('.reading')).toHaveCount(2);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        await page.screenshot({ path: `gallery/quick-${size.width}-${colorScheme}.png`, animations: 'disabled' });
      }
    });
  });
}
