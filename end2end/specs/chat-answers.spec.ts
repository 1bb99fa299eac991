// Answers while they come: streamed, stopped, joined again, tried again, edited. The
// program talks to a model that the test plays, so that an answer takes as long as
// the test wants.
import { card, converse, line, say, test, thread } from '../support/chat.ts';
import { gate } from '../support/model.ts';
import { form } from '../support/page.ts';
import { expect } from '../support/test.ts';

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'needs JavaScript');
test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

const task = (title: string) => ({ calls: [{ name: 'create_task', arguments: { title } }] });

test('words appear as they come, as Markdown, and nothing is drawn twice', async ({ page, open, model }) => {
  const first = gate();
  const last = gate();
  model.play('slowly', [task('Water the plants')], [
    { words: '# Plan\n\nThe **first** half of **it' },
    { hold: first.held },
    { words: '** and the second.\n\n- one\n- `two`' },
    { hold: last.held },
  ]);
  await open('/chat');
  await say(page, 'slowly');
  await expect(thread(page).locator('strong')).toHaveText(['first', 'it']);
  await expect(thread(page).locator('.md-heading')).toHaveText('Plan');
  await expect(thread(page)).not.toContainText('*');
  await expect(thread(page)).not.toContainText('second');
  await expect(page.getByRole('status').filter({ hasText: 'The assistant is answering' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send' })).toHaveCount(0);
  // What is complete is left alone while more comes.
  await thread(page).locator('.md-heading').evaluate((element) => element.setAttribute('data-marked', ''));
  await card(page, 'Water the plants').evaluate((element) => element.setAttribute('data-marked', ''));
  first.open();
  await expect(thread(page).locator('.rich code')).toHaveText('two');
  await expect(thread(page).locator('.md-heading')).toHaveAttribute('data-marked', '');
  await expect(card(page, 'Water the plants')).toHaveAttribute('data-marked', '');
  const place = () => thread(page).locator('.rich code').boundingBox();
  const before = await place();
  last.open();
  await expect(page.getByRole('status').filter({ hasText: 'The answer is ready.' })).toBeAttached();
  await expect(thread(page).locator('.message-note').last()).toContainText('scripted · 624 + 90 tokens');
  expect(await place(), 'nothing jumps at the end').toEqual(before);
  await expect(thread(page).locator('strong')).toHaveText(['first', 'it']);
  await expect(thread(page)).toHaveAttribute('aria-live', 'off');
  await expect(page.locator('.talk-interpreter')).toContainText('scripted');
});

test('a message has its identifier as soon as it is sent', async ({ page, open, model }) => {
  const { held, open: goOn } = gate();
  model.play('at once', [{ words: 'Half' }, { hold: held }]);
  await open('/chat');
  await say(page, 'at once');
  await expect(thread(page)).toContainText('Half');
  const own = thread(page).locator('[data-own]');
  const edit = own.getByRole('link', { name: 'Edit this message' });
  const id = await own.getAttribute('data-message');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  await expect(edit).toHaveAttribute('href', new RegExp(`^/chat/[0-9a-f-]{36}\\?revise=${id}$`));
  await expect(own.getByRole('button', { name: 'Copy' })).toBeAttached();
  goOn();
  await expect(page.getByRole('button', { name: 'Send' })).toBeVisible();
  await page.reload();
  await expect(own).toHaveAttribute('data-message', id ?? '');
});

test('cards have every state', async ({ page, open, model, api }) => {
  // Said in the chat: a row from elsewhere would make the further steps proposals.
  model.play(
    'the states',
    [task('Water the plants')],
    [{ calls: [{ name: 'complete_task', arguments: { target: 'Water the plants' } }] }],
    [{ calls: [{ name: 'reopen_task', arguments: { target: 'Water the plants' } }] }],
    [{ calls: [{ name: 'delete_task', arguments: { target: 'Water the plants' } }] }],
    [{ words: 'Shall I?' }],
  );
  await open('/chat');
  await converse(page, 'all the states');
  const reopened = card(page, 'Reopened');
  await expect(reopened).toHaveAttribute('data-state', 'done');
  await expect(reopened.locator('del')).toContainText('done');
  await expect(reopened.locator('ins')).toContainText('open');
  const proposal = card(page, 'Needs your yes');
  await expect(proposal).toHaveAttribute('data-state', 'proposed');
  // While the answer is carried out, it says so.
  const { held, open: goOn } = gate();
  await page.route('**/fn/chat/confirm', async (route) => {
    await held;
    await route.continue();
  });
  await proposal.getByRole('button', { name: /^Yes/ }).click();
  await expect(proposal.getByText('Working on it…')).toBeVisible();
  goOn();
  await expect(card(page, 'You said yes.')).toHaveAttribute('data-state', 'answered');
  const deleted = card(page, 'Deleted').last();
  await expect(deleted).toHaveAttribute('data-state', 'done');
  await deleted.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, 'Deleted, undone').last()).toHaveAttribute('data-state', 'undone');
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: 'Water the plants' }]);
});

test('the stream costs little more than its words', async ({ page, person, model, program }) => {
  expect(person.token).toBeTruthy();
  const words = Array.from({ length: 40 }, (_, index) => `${index}. Water the **plants** of \`room ${index}\` and *wait*\n`);
  model.play('a long list', [{ words: words.join('') }]);
  const answer = await page.request.post(`${program.address}/fn/chat/turn`, { form: { message: 'a long list' } });
  const lines = (await answer.text()).trim().split('\n');
  const streamed = lines.filter((line) => line.startsWith('{"rich"')).join('\n').length;
  const said = words.join('').length;
  console.log(`${said} bytes of words, in ${lines.length} pieces: ${streamed} bytes as HTML`);
  expect(streamed).toBeLessThan(25 * said);
});

test('what a model writes can do no harm', async ({ page, open, model }) => {
  model.play('harm', [
    {
      words:
        '<img src=x onerror=alert(1)> ![secret](https://evil.example/?q=1) [here](javascript:alert(1)) [there](https://example.org)',
    },
  ]);
  await open('/chat');
  await converse(page, 'harm');
  const answer = thread(page).locator('.rich');
  await expect(answer).toContainText('<img src=x onerror=alert(1)>');
  await expect(answer.locator('img')).toHaveCount(0);
  await expect(answer.getByRole('link')).toHaveCount(1);
  const link = answer.getByRole('link', { name: 'there' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(link).toHaveAttribute('href', 'https://example.org');
});

for (const way of ['the button', 'Escape'] as const) {
  test(`${way} stops, and what was done is said`, async ({ page, open, model, api }) => {
    const { held } = gate();
    model.play('then wait', [task('Water the plants')], [{ words: 'Now I think' }, { hold: held }]);
    await open('/chat');
    await say(page, 'then wait');
    await expect(card(page, 'Water the plants')).toBeVisible();
    await expect(thread(page)).toContainText('Now I think');
    const stopped = page.waitForResponse('**/fn/chat/stop');
    if (way === 'Escape') await page.keyboard.press('Escape');
    else await page.getByRole('button', { name: 'Stop' }).click();
    expect((await stopped).ok()).toBe(true);
    await expect(thread(page)).toContainText('Stopped. One change was made before; it stands.');
    await expect(page.getByRole('button', { name: 'Send' })).toBeVisible();
    await expect(card(page, 'Water the plants').getByRole('button', { name: 'Undo' })).toBeVisible();
    await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: 'Water the plants' }]);
    await expect.poll(() => model.brokenOff()).toBeGreaterThan(0);
  });
}

test('an answer in progress survives a refresh, and a second tab hears it, too', async ({
  page,
  open,
  model,
  context,
}) => {
  const { held, open: goOn } = gate();
  model.play('survives', [{ words: 'Half of it' }, { hold: held }, { words: ' and the rest.' }]);
  await open('/chat');
  await say(page, 'survives');
  await expect(thread(page)).toContainText('Half of it');
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await page.reload();
  await expect(thread(page)).toContainText('Half of it');
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();

  const second = await context.newPage();
  await second.goto(page.url());
  await expect(thread(second)).toContainText('Half of it');
  goOn();
  for (const tab of [page, second]) {
    await expect(thread(tab)).toContainText('Half of it and the rest.');
    await expect(thread(tab).locator('.message:not([data-own])')).toHaveCount(1);
    await expect(tab.getByRole('button', { name: 'Send' })).toBeVisible();
  }
});

test.describe('a refused message', () => {
  test.use({ expectedProblem: /status of 409/ });

  test('while another is answered says so plainly, and keeps the words', async ({ page, open, model, context }) => {
    const { held, open: goOn } = gate();
    model.play('busy first', [{ words: 'Working' }, { hold: held }, { words: ' … done.' }]);
    await open('/chat');
    await say(page, 'busy first');
    await expect(thread(page)).toContainText('Working');

    const second = await context.newPage();
    await second.goto('/chat/new');
    await second.locator('html[data-hydrated]').waitFor({ state: 'attached' });
    await say(second, 'me, too');
    await expect(second.getByRole('alert')).toContainText('still being answered');
    await expect(line(second)).toHaveValue('me, too');
    await expect(line(second)).toBeFocused();
    await expect(thread(second).getByText('me, too')).toHaveCount(0);
    goOn();
    await expect(thread(page)).toContainText('done.');
    model.play('me, too', [{ words: 'Welcome.' }]);
    await second.getByRole('button', { name: 'Send' }).click();
    await expect(thread(second)).toContainText('Welcome.');
  });
});

test.describe('a lost connection', () => {
  test.use({ expectedProblem: /ERR_|Failed to (load|fetch)/ });

  test('keeps the words, also over a reload', async ({ page, open }) => {
    await open('/chat');
    await page.route('**/fn/chat/turn', (route) => route.abort());
    await say(page, 'remind me to water the plants');
    await expect(page.getByRole('alert')).toContainText('cannot be reached');
    await expect(line(page)).toHaveValue('remind me to water the plants');
    await page.unroute('**/fn/chat/turn');
    await page.reload();
    await expect(line(page)).toHaveValue('remind me to water the plants');
  });
});

test('a draft survives a reload, each conversation has its own, and sending forgets it', async ({ page, open, model }) => {
  model.play('first words', [{ words: 'Yes.' }]);
  await open('/chat');
  await converse(page, 'first words');
  await line(page).fill('half a thought');
  await page.reload();
  await expect(line(page)).toHaveValue('half a thought');
  await page.getByRole('link', { name: 'New conversation' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'New conversation' })).toBeVisible();
  await expect(line(page)).toHaveValue('');
  await page.goBack();
  await expect(line(page)).toHaveValue('half a thought');
  model.play('half a thought', [{ words: 'A whole one.' }]);
  await line(page).press('Enter');
  await expect(thread(page)).toContainText('A whole one.');
  await page.reload();
  await expect(thread(page)).toContainText('A whole one.');
  await expect(line(page)).toHaveValue('');
});

test('a sent message is edited and run again; what it had done is offered for undo', async ({ page, open, model, api }) => {
  model.play('plants', [task('Water the plants')], [{ words: 'Noted.' }]);
  await open('/chat');
  await converse(page, 'about the plants');
  await expect(card(page, 'Water the plants')).toBeVisible();

  // Up in the empty line edits the last message.
  await line(page).press('ArrowUp');
  await expect(line(page)).toHaveValue('about the plants');
  await expect(form(page, 'chat')).toContainText('Editing');
  await page.keyboard.press('Escape');
  await expect(line(page)).toHaveValue('');
  await thread(page).getByRole('link', { name: 'Edit this message' }).click();
  await expect(line(page)).toHaveValue('about the plants');
  await expect(line(page)).toBeFocused();
  model.play('the lawn', [task('Mow the lawn')], [{ words: 'Noted instead.' }]);
  await line(page).fill('about the lawn');
  await line(page).press('Enter');
  await expect(thread(page)).toContainText('Noted instead.');
  await expect(thread(page).locator('[data-own]')).toHaveCount(1);
  await expect(thread(page).getByText('about the plants')).toHaveCount(0);
  await expect(card(page, 'Mow the lawn')).toBeVisible();

  const earlier = thread(page).locator('.card.replaced');
  await expect(earlier).toContainText('Water the plants');
  await earlier.getByRole('button', { name: 'Undo' }).click();
  await expect(earlier).toContainText('undone');
  await expect(earlier.getByRole('button')).toHaveCount(0);
  await expect.poll(() => api.rows('tasks')).toMatchObject([{ title: 'Mow the lawn' }]);
});

test('reading back is left alone, and one press jumps to the latest', async ({ page, open, model }) => {
  const { held, open: goOn } = gate();
  const long = Array.from({ length: 60 }, (_, index) => `Line ${index} of many.\n\n`).join('');
  model.play('long', [{ words: long }, { hold: held }, { words: `${long}The very end.` }]);
  await open('/chat');
  await say(page, 'long');
  await expect(thread(page)).toContainText('Line 59');
  await expect(line(page)).toBeInViewport();
  await page.evaluate(() => window.scrollTo(0, 0));
  const jump = page.getByRole('button', { name: 'Jump to latest' });
  await expect(jump).toBeVisible();
  goOn();
  await expect(thread(page)).toContainText('The very end.');
  expect(await page.evaluate(() => window.scrollY)).toBeLessThan(5);
  await jump.click();
  await expect(thread(page).getByText('The very end.')).toBeInViewport();
  await expect(jump).toBeHidden();
});

test('a message is copied', async ({ page, open, model, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  model.play('copy', [{ words: '**Bold** words.' }]);
  await open('/chat');
  await converse(page, 'copy this');
  await thread(page).getByRole('button', { name: 'Copy' }).last().click();
  await expect(thread(page).getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('**Bold** words.');
});

test('the new states are accessible in both themes', async ({ page, open, model, accessible, context, baseURL }) => {
  test.slow();
  for (const value of ['light', 'dark']) {
    await context.addCookies([{ name: 'theme', value, url: baseURL ?? '' }]);
    const { held, open: goOn } = gate();
    model.play(`states ${value}`, [task('Water the plants')], [
      { words: '# Plan\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`code` and [a link](https://example.org)' },
      { hold: held },
    ]);
    await open('/chat/new');
    await say(page, `states ${value}`);
    await expect(thread(page)).toContainText('a link');
    await accessible(page);
    goOn();
    await expect(thread(page).locator('.rich')).toBeVisible();
    await thread(page).getByRole('link', { name: 'Edit this message' }).click();
    await page.locator('.talk-menu > summary').click();
    await page.locator('.sure > summary').click();
    await accessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: 'Conversations', exact: true }).click();
    await accessible(page);
    await page.setViewportSize({ width: 1280, height: 720 });
  }
});
