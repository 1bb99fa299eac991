// Pictures of every page for people to look at: `npm run gallery` puts them into
// the folder gallery. Not a test; `npm test` leaves it out.
import { expect, test } from '../support/test.ts';
import { fillCalendar, fillPlanner } from '../support/demo.ts';
import { Api } from '../support/api.ts';
import { signUp } from '../support/person.ts';

const SIZES = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
];
const VIEWS = ['month', 'day', 'agenda'];
const PAGES = {
  dashboard: '/dashboard',
  tasks: '/tasks',
  ...Object.fromEntries(
    ['today', 'upcoming', 'done'].map((view) => [`tasks-${view}`, `/tasks?view=${view}`]),
  ),
  calendar: '/calendar',
  ...Object.fromEntries(VIEWS.map((view) => [`calendar-${view}`, `/calendar?view=${view}`])),
  expenses: '/expenses',
  chat: '/chat',
  settings: '/settings',
  welcome: '/welcome',
  search: '/search?q=the',
  history: '/history',
};
const OUTSIDE = {
  home: '/',
  'sign-in': '/sign-in',
  'sign-up': '/sign-up',
  forgotten: '/forgotten-password',
  'forgotten-sent': '/forgotten-password?sent',
  reset: '/reset-password?token=x',
  confirm: '/confirm-email?token=x',
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, { tag: '@gallery' }, () => {
    test.use({ colorScheme });
    test.setTimeout(360_000);

    test('pictures', async ({ context, page, open, playwright, program }) => {
      const picture = async (name: string) => {
        for (const size of SIZES) {
          await page.setViewportSize(size);
          // As tall as the page: in a picture that scrolls, bars would stand in the middle.
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await page.setViewportSize({ ...size, height });
          await page.screenshot({
            path: `gallery/${name}-${size.width}-${colorScheme}.png`,
            animations: 'disabled',
          });
        }
      };
      for (const [name, path] of Object.entries(OUTSIDE)) {
        await open(path);
        await picture(name);
      }
      // Where amounts are in euros.
      const { token } = await signUp(context, 'en-IE');
      for (const [name, path] of Object.entries(PAGES)) {
        await open(path);
        await picture(`${name}-empty`);
      }
      const requests = await playwright.request.newContext({
        baseURL: program.address,
        extraHTTPHeaders: { authorization: `Bearer ${token}` },
      });
      await fillPlanner(new Api(requests));
      for (const [name, path] of Object.entries(PAGES)) {
        await open(path);
        await expect(page.getByRole('main')).toBeVisible();
        await picture(name);
      }
      await fillCalendar(new Api(requests));
      await requests.dispose();
      for (const view of ['week', ...VIEWS]) {
        await open(`/calendar?view=${view}`);
        await picture(`calendar-${view}-bursting`);
      }
    });
  });
}
