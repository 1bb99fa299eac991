// Runs the servers one after the other, as often as asked, and prints what they did.
//
// Called by `bench/run`, which prepares everything; see README.md there.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { measure } from './load.mjs';
import { cases, enter } from './planner.mjs';
import { report } from './report.mjs';
import { Server } from './server.mjs';
import { visit } from './visit.mjs';

const PEOPLE = 1000;
const ROWS = 200;
const PORT = 3970;
const base = `http://127.0.0.1:${PORT}`;

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    database: { type: 'string' },
    chromium: { type: 'string' },
    program: { type: 'string' },
    site: { type: 'string' },
  },
});

/** Says what is going on, apart from the figures. */
const say = (words) => process.stderr.write(`${words}\n`);

/** A contender of a file, with an empty database of its own. */
function contender(file, index) {
  const database = new URL(options.database);
  database.pathname = `/bench_${index}`;
  execFileSync('psql', [options.database, '-qc', `create database bench_${index}`]);
  const text = readFileSync(file, 'utf8')
    .replaceAll('{database}', database.href)
    .replaceAll('{port}', String(PORT))
    .replaceAll('{base}', base)
    .replaceAll('{program}', options.program)
    .replaceAll('{site}', options.site);
  const described = JSON.parse(text);
  described.folder = resolve(dirname(file), described.folder ?? '.');
  described.database = database.href;
  for (const [program, ...rest] of described.prepare ?? []) {
    execFileSync(program, rest, {
      cwd: described.folder, env: { ...process.env, ...described.env }, stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return described;
}

/** The people and rows of one server, through its own sign-up and then by SQL. */
async function fill(described) {
  const server = new Server(described, base);
  await server.start();
  try {
    for (const person of ['reader', 'writer']) await enter(base, `${person}@bench.example`);
  } finally {
    await server.stop();
  }
  const columns = described.people === undefined ? [] : [
    '-v', `people_columns=${described.people.columns}`, '-v', `people_values=${described.people.values}`,
  ];
  const seed = fileURLToPath(new URL('../seed.sql', import.meta.url));
  execFileSync('psql', [described.database, '-q', '-v', `people=${PEOPLE}`, '-v', `rows=${ROWS}`, ...columns, '-f', seed]);
}

async function round(described) {
  const server = new Server(described, base);
  const start = await server.start();
  try {
    const idle = server.memory().now;
    const reader = await enter(base, 'reader@bench.example');
    const writer = await enter(base, 'writer@bench.example');
    const found = { start, idle, cases: {} };
    found.visit = await visit(base, reader, options.chromium);
    for (const one of await cases(base, reader, writer, ROWS)) {
      found.cases[one.name] = await measure(base, one);
      say(`  ${one.name}: ${found.cases[one.name].rate.toFixed(0)}/s`);
    }
    found.peak = server.memory().peak;
    return found;
  } finally {
    await server.stop();
  }
}

const contenders = files.map(contender);
for (const described of contenders) await fill(described);
const rounds = new Map(contenders.map(({ name }) => [name, []]));
const before = loadavg()[0];
for (let number = 1; number <= Number(options.rounds); number += 1) {
  for (const described of contenders) {
    say(`round ${number}: ${described.name}`);
    rounds.get(described.name).push(await round(described));
  }
}
const today = new Date().toISOString().slice(0, 10);
process.stdout.write(
  `${today}, ${cpus()[0].model.trim()}, ${cpus().length} cores, `
  + `${options.rounds} rounds by turns, load average before ${before.toFixed(2)}\n\n${report(rounds)}\n`,
);
