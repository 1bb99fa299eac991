// Load on one address: wrk, and what it counted.

import { execFile } from 'node:child_process';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCRIPT = fileURLToPath(new URL('../wrk.lua', import.meta.url));
const run = promisify(execFile);

/** What is asked of a server at once, and for how many seconds. */
const CONNECTIONS = 32;
const WARM_UP = 3;
const MEASURED = 8;
/** On one connection, for the latency without a queue. */
const ALONE = 2;

/**
 * Measures one case.
 * @param {string} base @param {import('./planner.mjs').Case} one
 */
export async function measure(base, one) {
  const { status, bytes, encoding } = await look(base, one);
  await wrk(base, one, CONNECTIONS, WARM_UP);
  const load = await wrk(base, one, CONNECTIONS, MEASURED);
  const alone = await wrk(base, one, 1, ALONE);
  if (load.errors > 0) throw new Error(`${one.name}: ${load.errors} of ${load.requests} failed`);
  return {
    rate: load.requests / load.seconds,
    p50: load.p50,
    p99: load.p99,
    alone: alone.p50,
    status,
    bytes,
    encoding,
  };
}

/** The median latency on one connection, in ms. */
export async function alone(base, one) {
  const { p50, errors, requests } = await wrk(base, one, 1, ALONE);
  if (errors > 0) throw new Error(`${one.path}: ${errors} of ${requests} failed`);
  return p50;
}

async function wrk(base, one, connections, seconds) {
  const { stdout } = await run('wrk', [
    '--threads', '1', '--connections', String(connections), '--duration', `${seconds}s`,
    '--timeout', '10s', '--script', SCRIPT, base + one.path,
  ], {
    env: {
      ...process.env,
      BENCH_METHOD: one.method ?? 'GET',
      ...(one.body === undefined ? {} : { BENCH_BODY: one.body }),
      BENCH_HEADERS: Object.entries(one.headers).map(([name, value]) => `${name}: ${value}`).join('\n'),
    },
  });
  return JSON.parse(stdout.match(/^BENCH (.*)$/m)[1]);
}

/** One answer as it comes over the wire, and whether it is the one that was meant. */
async function look(base, one) {
  const answer = await new Promise((resolve, reject) => {
    const request = http.request(base + one.path, { method: one.method ?? 'GET', headers: one.headers }, resolve);
    request.once('error', reject);
    request.end(one.body);
  });
  const pieces = [];
  for await (const piece of answer) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const good = one.check({ status: answer.statusCode }, bytes);
  if (!good) throw new Error(`${one.name}: unexpected answer ${answer.statusCode}, ${bytes.length} bytes`);
  return { status: answer.statusCode, bytes: bytes.length, encoding: answer.headers['content-encoding'] ?? 'none' };
}
