// How pages and routes slow down for a person with many rows, on one connection.
//
//   node bench/src/heavy.mjs --program PATH --site FOLDER --database URL [--rows 20000,200000]
//
// The database is one that `bench/run` or seed.sql has filled. Each round asks by turns for what
// the person with 200 rows sees and for what the heavy one does.

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { alone } from './load.mjs';
import { enter } from './planner.mjs';
import { spread } from './report.mjs';
import { Server } from './server.mjs';

const ROUNDS = 3;
const PORT = 3972;
const base = `http://127.0.0.1:${PORT}`;
const HTML = { accept: 'text/html', 'accept-encoding': 'gzip, deflate, br, zstd' };

const PAGES = [
  ['dashboard', '/dashboard', HTML],
  ['month view', '/calendar?view=month', HTML],
  ['task list, page', '/tasks', HTML],
  ['task list, route, 200 rows', '/api/tasks?limit=200', {}],
  ['search for a word that few rows have', '/api/search?q=letter%20117', {}],
  ['search for a word that all rows have', '/api/search?q=letter', {}],
];

const { values: options } = parseArgs({
  options: {
    program: { type: 'string' },
    site: { type: 'string' },
    database: { type: 'string' },
    rows: { type: 'string', default: '20000,200000' },
  },
});

const server = new Server({
  name: 'ai-planner',
  folder: '.',
  command: [options.program, 'serve'],
  env: {
    DATABASE_URL: options.database, LISTEN_ADDRESS: `127.0.0.1:${PORT}`, PUBLIC_URL: base,
    SITE_DIR: options.site, RUST_LOG: 'warn',
  },
}, base);

await server.start();
try {
  const light = await enter(base, 'reader@bench.example');
  const heavy = await enter(base, 'heavy@bench.example');
  for (const rows of options.rows.split(',')) {
    const sql = fileURLToPath(new URL('../heavy.sql', import.meta.url));
    execFileSync('psql', [
      options.database, '-q', '-v', 'email=heavy@bench.example', '-v', `rows=${rows}`, '-f', sql,
    ]);
    process.stdout.write(`| p50 on one connection, ms | 200 rows | ${rows} rows | times |\n| --- | --- | --- | --- |\n`);
    for (const [name, path, headers] of PAGES) {
      const found = { light: [], heavy: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        found.light.push(await alone(base, { path, headers: { ...headers, cookie: light } }));
        found.heavy.push(await alone(base, { path, headers: { ...headers, cookie: heavy } }));
      }
      const median = (values) => [...values].sort((one, other) => one - other)[values.length >> 1];
      const times = median(found.heavy) / median(found.light);
      process.stdout.write(
        `| ${name} | ${spread(found.light, 2)} | ${spread(found.heavy, 2)} | ${times.toFixed(2)} |\n`,
      );
    }
  }
} finally {
  await server.stop();
}
