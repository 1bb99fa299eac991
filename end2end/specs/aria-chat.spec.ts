// What the conversation tells assistive technology.
import { expectToTell } from '../support/aria.ts';
import { converse, thread } from '../support/chat.ts';
import { expect, test } from '../support/test.ts';

test('before anything is said', async ({ page, open, person }) => {
  expect(person.token).toBeTruthy();
  await open('/chat');
  await expectToTell(page, 'chat-empty');
});

test('what was done, and what is proposed', async ({ page, open, api }) => {
  await api.add('tasks', { title: 'Water the plants' });
  await open('/chat');
  await converse(page, 'spent 12.50 on lunch');
  await converse(page, 'delete the task water the plants');
  await expect(thread(page).getByRole('button', { name: /^Yes/ })).toBeVisible();
  await expectToTell(page, 'chat-cards');
});
