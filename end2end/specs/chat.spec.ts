// The assistant: what is said becomes rows, and can be taken back.
import { Api } from '../support/api.ts';
import { card, say, thread } from '../support/chat.ts';
import { expect, test } from '../support/test.ts';
import { at, instant } from '../support/dates.ts';
import { field, form, send } from '../support/page.ts';
import { signIn } from '../support/person.ts';

test.beforeEach(({ person }) => expect(person.token).toBeTruthy());

test('two sentences become an event and an expense, here, on the dashboard and by REST', async ({
  page,
  open,
  person,
  playwright,
  program,
}) => {
  await open('/chat');
  await say(page, 'Lunch with Sam tomorrow 1pm');
  await expect(card(page, 'Lunch with Sam')).toContainText('13:00');
  await say(page, 'spent 12.50 on lunch');
  await expect(card(page, '£12.50')).toBeVisible();

  await open('/dashboard');
  const ahead = page.getByRole('region', { name: 'Ahead' });
  await expect(ahead.getByText('Lunch with Sam', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Money' })).toContainText('£12.50');

  const requests = await playwright.request.newContext({ baseURL: program.address });
  const token = await signIn(requests, person);
  await requests.dispose();
  const bearer = await playwright.request.newContext({
    baseURL: program.address,
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const api = new Api(bearer);
  const [event, ...otherEvents] = await api.rows('events');
  expect(event).toMatchObject({ title: 'Lunch with Sam', all_day: false });
  expect(new Date(String(event?.['start_time']))).toEqual(new Date(instant('13:00', 1)));
  expect(otherEvents).toEqual([]);
  await expect.poll(() => api.rows('expenses')).toMatchObject([{ amount: '12.50', currency: 'GBP' }]);
  await bearer.dispose();
});

test('a conversation is kept, and a card takes back what it tells of', async ({ page, open, api }) => {
  await open('/chat');
  await say(page, 'spent 12.50 on lunch');
  await expect(card(page, '£12.50')).toBeVisible();

  await open('/chat');
  await expect(thread(page).getByText('spent 12.50 on lunch', { exact: true })).toBeVisible();
  await card(page, '£12.50').getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, '£12.50')).toContainText('undone');
  await expect(card(page, '£12.50').getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect.poll(() => api.rows('expenses')).toEqual([]);

  await page.getByRole('link', { name: 'New conversation' }).click();
  await expect(thread(page).getByText('spent 12.50 on lunch', { exact: true })).toHaveCount(0);
});

test('a card leads to its row', async ({ page, open, arrive }) => {
  await open('/chat');
  await say(page, 'remind me to water the plants');
  await card(page, 'water the plants').getByRole('link', { name: /^Open/ }).click();
  await arrive('/tasks');
  await expect(page.getByText(/water the plants/i).or(field(form(page, 'edit-task'), 'title')).first()).toBeVisible();
});

test('deleting by words asks first', async ({ page, open, api }) => {
  await api.add('events', { title: 'Dentist', start_time: instant('10:00', 2), end_time: instant('11:00', 2) });
  await open('/chat');
  await say(page, 'delete the dentist');
  const proposal = card(page, 'Dentist');
  const yes = proposal.getByRole('button', { name: /^Yes/ });
  await expect(yes).toBeVisible();
  await expect(yes).not.toBeFocused();
  await expect.poll(() => api.rows('events')).toMatchObject([{ title: 'Dentist' }]);

  await proposal.getByRole('button', { name: /^No/ }).click();
  await expect(yes).toHaveCount(0);
  await expect.poll(() => api.rows('events')).toMatchObject([{ title: 'Dentist' }]);

  await say(page, 'delete the dentist');
  await yes.click();
  await expect(yes).toHaveCount(0);
  await expect.poll(() => api.rows('events')).toEqual([]);
  await thread(page).getByRole('button', { name: 'Undo' }).last().click();
  await expect.poll(() => api.rows('events')).toMatchObject([{ title: 'Dentist' }]);
});

test('what is not understood is said, and nothing is done', async ({ page, open, api }) => {
  await open('/chat');
  await say(page, 'blorb <img src=x onerror=alert(1)> fnord');
  await expect(thread(page).getByText('<img src=x onerror=alert(1)>').first()).toBeVisible();
  await expect(thread(page)).toContainText(/not understand/i);
  await expect(thread(page).locator('img')).toHaveCount(0);
  for (const noun of ['events', 'tasks', 'expenses'] as const) await expect.poll(() => api.rows(noun)).toEqual([]);
});

test('an empty message is refused in place', async ({ page, open }) => {
  await open('/chat');
  await say(page, '');
  await expect(field(form(page, 'chat'), 'message')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(form(page, 'chat'), 'message')).toHaveAccessibleDescription(/\S/);
  await say(page, 'remind me to water the plants');
  await expect(card(page, 'water the plants')).toBeVisible();
  await expect(field(form(page, 'chat'), 'message')).not.toHaveAttribute('aria-invalid');
});

test('the dashboard takes a sentence, too', async ({ page, open, arrive }) => {
  await open('/dashboard');
  await send(form(page, 'quick-add'), { message: `Call with Ines at 11pm on ${at('23:00').slice(0, 10)}` });
  await expect(page.getByRole('region', { name: 'The day' })).toContainText('Call with Ines');
  await expect(field(form(page, 'quick-add'), 'message')).toHaveValue('');

  // What cannot be answered on the dashboard is answered where it can.
  await send(form(page, 'quick-add'), { message: 'delete the call with Ines' });
  await arrive(/^\/chat\/[0-9a-f-]{36}$/);
  await expect(card(page, 'Call with Ines').getByRole('button', { name: /^Yes/ })).toBeVisible();
});

test('the answer streams in pieces, and the last one is the whole', async ({ page, program }) => {
  const answer = await page.request.post(`${program.address}/fn/chat/turn`, {
    form: { message: 'Lunch with Sam tomorrow 1pm' },
  });
  await expect(answer).toBeOK();
  const kinds = (await answer.text()).trim().split('\n').flatMap((line) => Object.keys(JSON.parse(line)));
  expect(kinds[0]).toBe('start');
  expect(kinds).toEqual(expect.arrayContaining(['words', 'card']));
  expect(kinds.at(-1)).toBe('done');
});
