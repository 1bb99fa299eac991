// A planner as its contract has it: people who sign up, and requests worth measuring.

/** Long enough for any server's rules. */
const PASSWORD = 'a bench is for sitting 9';

/** Signs a person up, or in when that was done before; the cookies to send. */
export async function enter(base, email) {
  for (const way of ['sign-up', 'sign-in']) {
    const answer = await fetch(`${base}/api/auth/${way}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: base },
      body: JSON.stringify({ email, password: PASSWORD }),
    });
    await answer.arrayBuffer();
    if (answer.ok) return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
    if (way === 'sign-in') throw new Error(`${base} does not let ${email} in: ${answer.status}`);
  }
}

/**
 * What is measured. `check` looks at one answer before, so that a page that
 * refuses quickly is not taken for a fast one.
 *
 * @typedef {{ name: string, path: string, headers: Record<string, string>, method?: string,
 *   body?: string, check: (answer: Response, bytes: Buffer) => boolean }} Case
 */

/** As browsers ask. */
const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** @returns {Promise<Case[]>} */
export async function cases(base, reader, writer, rows) {
  const page = { ...COMPRESSED, accept: 'text/html', cookie: reader };
  const dashboard = await (await fetch(`${base}/dashboard`, { headers: { accept: 'text/html', cookie: reader } })).text();
  const script = await largestScript(base, dashboard);
  const ok = (answer) => answer.status === 200;
  return [
    {
      name: `GET /api/tasks (${rows} rows)`,
      path: '/api/tasks',
      headers: { cookie: reader },
      check: (answer, bytes) => ok(answer) && JSON.parse(bytes.toString()).length === rows,
    },
    {
      name: 'dashboard page',
      path: '/dashboard',
      headers: page,
      check: (answer, bytes) => ok(answer) && bytes.length > 1000,
    },
    {
      name: 'POST /api/tasks',
      path: '/api/tasks',
      method: 'POST',
      body: JSON.stringify({ title: 'Water the plants' }),
      headers: { 'content-type': 'application/json', origin: base, cookie: writer },
      check: (answer) => answer.status === 201,
    },
    { name: 'hashed script file', path: script, headers: COMPRESSED, check: ok },
  ];
}

/** The path of the largest script that a page names. */
async function largestScript(base, html) {
  const named = [...html.matchAll(/["'](\/[^"'\s]+\.js)["']/g)].map(([, path]) => path);
  let largest = { path: '', length: 0 };
  for (const path of new Set(named)) {
    const { byteLength } = await (await fetch(base + path)).arrayBuffer();
    if (byteLength > largest.length) largest = { path, length: byteLength };
  }
  if (largest.path === '') throw new Error('the dashboard names no script');
  return largest.path;
}
