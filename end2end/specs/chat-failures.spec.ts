// What goes wrong in the middle of an answer: it is said where it happened, what was
// done stays, and another try does nothing twice.
import { card, line, say, test, thread } from '../support/chat.ts';
import { expect } from '../support/test.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

const task = (title: string) => ({ calls: [{ name: 'create_task', arguments: { title } }] });

test('a model that hangs up leaves a failed card, and what it did', async ({ page, open, model, api, accessible }) => {
  model.play('hangs up', [task('Water the plants')], [{ words: 'Next, I' }, { cut: true }]);
  await open('/chat');
  await say(page, 'it hangs up');
  const failed = card(page, 'Failed');
  await expect(failed).toContainText('The language model broke off. What was done is listed above');
  await expect(failed).toHaveAttribute('data-state', 'failed');
  await expect(thread(page).getByText(/broke off/)).toHaveCount(1);
  await expect(thread(page)).toContainText('Next, I');
  await expect(card(page, 'Water the plants').getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: 'Water the plants' }]);
  await accessible(page);
  await page.reload();
  await expect(failed).toBeVisible();

  model.play('hangs up', [task('Water the plants')], [{ words: 'It is on your list.' }]);
  await failed.getByRole('button', { name: 'Undo it and try again' }).click();
  await expect(thread(page)).toContainText('It is on your list.');
  await expect(failed).toHaveCount(0);
  await expect(thread(page).locator('[data-own]')).toHaveCount(1);
  await expect(thread(page).locator('.card')).toHaveCount(1);
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: 'Water the plants' }]);
});

test('after an undo by hand, another try takes nothing back', async ({ page, open, model, api }) => {
  model.play('by hand', [task('Mow the lawn')], [{ words: 'Next, I' }, { cut: true }]);
  await open('/chat');
  await say(page, 'undo by hand');
  await card(page, 'Mow the lawn').getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, 'Mow the lawn')).toContainText('undone');
  model.play('by hand', [task('Mow the lawn')], [{ words: 'It is on your list.' }]);
  await card(page, 'Failed').getByRole('button', { name: 'Try again', exact: true }).click();
  await expect(thread(page)).toContainText('It is on your list.');
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: 'Mow the lawn' }]);
});

test('a model that hangs up before it did anything is answered for', async ({ page, open, model, api }) => {
  model.play('call the landlord', [{ words: 'Sure, I' }, { cut: true }]);
  await open('/chat');
  await say(page, 'remind me to call the landlord');
  await expect(thread(page)).toContainText('The language model broke off, so I read this myself.');
  await expect(card(page, 'call the landlord')).toBeVisible();
  await expect(card(page, 'Failed')).toHaveCount(0);
  await expect.poll(() => api.rows('tasks')).toHaveLength(1);
});

test.describe('with scripts', () => {
  test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'needs JavaScript');

  test('the failure is said at once to a screen reader, and the composer keeps the focus', async ({ page, open, model }) => {
    model.play('said aloud', [task('Water the plants')], [{ words: 'Next, I' }, { cut: true }]);
    await open('/chat');
    await line(page).fill('said aloud');
    await line(page).press('Enter');
    await expect(page.getByRole('alert')).toContainText('The language model broke off.');
    await expect(line(page)).toBeFocused();
  });

  test('a connection that breaks in the middle loses nothing and doubles nothing', async ({ page, open, model, api }) => {
    model.play('breaks', [task('Water the plants')], [{ words: 'It is **on** your list.' }]);
    await open('/chat');
    await page.route('**/fn/chat/turn', async (route) => {
      const answer = await route.fetch();
      const lines = (await answer.text()).split('\n');
      await route.fulfill({ response: answer, body: `${lines.slice(0, 2).join('\n')}\n${lines[2]?.slice(0, 5)}` });
    });
    await say(page, 'it breaks');
    await expect(page.getByRole('alert')).toContainText('The connection broke before the answer was complete.');
    await expect(thread(page)).toContainText('It is on your list.');
    await expect(thread(page).locator('.message')).toHaveCount(2);
    await expect(card(page, 'Water the plants')).toHaveCount(1);
    await expect(line(page)).toHaveValue('');
    await expect.poll(() => api.rows('tasks')).toHaveLength(1);
  });
});
