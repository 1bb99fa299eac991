// Texts that would run something wherever a page took them for markup, and rows that are full
// of them. Which fields there are is read from the published document, so that a new one is
// among them from its first day.
import { expect, type APIRequestContext, type BrowserContext, type Page } from '@playwright/test';

/** Each breaks out of another place, and calls `xss` or asks another host for something. */
export const PAYLOADS = [
  '<img src=//evil.example/x onerror=xss()>',
  '"><svg onload=xss()>',
  "'><script>xss()</script>",
  '</textarea></title></script><script>xss()</script>',
  '[a](javascript:xss()) ![b](//evil.example/x)',
  '" onfocus=xss() autofocus x="',
  "' onfocus=xss() autofocus x='",
  '<a href=javascript:xss()>a</a>',
  '{{xss()}} ${xss()} <!--<style>*{background:url(//evil.example/x)}',
];

/** What has run so far: calls of `xss`, and dialogs. */
export async function listen(context: BrowserContext): Promise<string[]> {
  const ran: string[] = [];
  await context.exposeFunction('xss', () => void ran.push('a script of a text ran'));
  context.on('dialog', (dialog) => {
    ran.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return ran;
}

/** Fails where a text has become an element or an attribute. That nothing was loaded from
 * elsewhere and that the policy refused nothing is seen to by every test. */
export async function expectHarmless(page: Page, ran: string[]): Promise<void> {
  const bad = page.locator(
    '[onerror],[onload],[onfocus],[src*="evil.example"],[href^="javascript:" i],script:not([nonce]):not([src])',
  );
  await expect(bad, page.url()).toHaveCount(0);
  expect(ran, page.url()).toEqual([]);
}

interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  maxLength?: number;
  properties?: Record<string, Schema>;
}

interface Operation {
  requestBody?: { content: Record<string, { schema?: Schema }> };
  responses: Record<string, unknown>;
}

interface Document {
  paths: Record<string, { post?: Operation }>;
  components: { schemas: Record<string, Schema> };
}

/** What has to be good for a row to be taken at all. */
const GOOD: Record<string, string> = {
  amount: '9.50',
  start_time: '2026-11-23T12:00:00Z',
  end_time: '2026-11-23T13:00:00Z',
  due_date: '2026-11-23T12:00:00Z',
  incurred_at: '2026-11-23T12:00:00Z',
};

/** Adds rows of every kind with hostile texts in every field that takes a text. */
export async function fill(requests: APIRequestContext): Promise<void> {
  const document = (await (await requests.get('/api/openapi.json')).json()) as Document;
  const offered = new Set<string>();
  const taken = new Set<string>();
  for (const [path, { post }] of Object.entries(document.paths)) {
    const adds = post?.responses['201'] !== undefined || path === '/api/chat';
    const reference = post?.requestBody?.content['application/json']?.schema?.$ref;
    if (!adds || !reference || path.startsWith('/api/auth/') || path.includes('{')) continue;
    const properties = document.components.schemas[reference.split('/').at(-1) ?? '']?.properties ?? {};
    const texts = Object.entries(properties).filter(([, schema]) => isText(schema));
    for (const [field] of texts) offered.add(`${path} ${field}`);
    for (const payload of PAYLOADS) {
      const known = Object.entries(GOOD).filter(([field]) => field in properties);
      const hostile = texts.map(([field, schema]) => [field, payload.slice(0, schema.maxLength)] as const);
      const body: Record<string, string> = Object.fromEntries([...known, ...hostile]);
      for (const field of await added(requests, path, body)) taken.add(`${path} ${field}`);
    }
  }
  // The zones of the world are the only texts that are looked up.
  const refused = [...offered].filter((field) => !taken.has(field) && !field.endsWith(' time_zone'));
  expect(refused, 'every text can be hostile').toEqual([]);
  expect(offered.size).toBeGreaterThan(10);
}

function isText({ type, format, enum: values }: Schema): boolean {
  return [type].flat().includes('string') && format === undefined && values === undefined;
}

/** Posts a body, without the fields that are refused in the end; the fields that were taken. */
async function added(requests: APIRequestContext, path: string, body: Record<string, string>): Promise<string[]> {
  const response = await requests.post(path, { data: body });
  if (response.ok()) return Object.keys(body);
  const { errors = [] } = (await response.json()) as { errors?: { field: string }[] };
  const wrong = errors.map(({ field }) => field).filter((field) => field in body);
  if (response.status() !== 400 || wrong.length === 0) return [];
  const rest = Object.entries(body).filter(([field]) => !wrong.includes(field));
  return added(requests, path, Object.fromEntries(rest));
}
