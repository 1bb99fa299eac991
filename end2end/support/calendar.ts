// What stands in the calendar, by the attributes that its pages promise.
import type { Locator, Page } from '@playwright/test';

/** The column or cell of a day, not that of the band above the hours. */
export function column(page: Page, date: string): Locator {
  return page.locator(`[data-grid] [data-day="${date}"]:not([data-band] *)`);
}

/** An event or a task of that title. */
export function block(within: Locator, title: string): Locator {
  return within.locator('.block').filter({ has: within.page().getByText(title, { exact: true }) });
}

/** What sticks out of the page sideways. */
export function lines(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`] : [];
  });
}
