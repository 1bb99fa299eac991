// Starts and stops the real program, on a free port and with data of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A debug build migrates an empty database well within this, in milliseconds. */
const START_LIMIT = 20_000;

/** Time to finish open requests after SIGTERM before it counts as hung, in milliseconds. */
const STOP_LIMIT = 10_000;

/** The running program. */
export interface Program {
  /** Its origin, such as `http://127.0.0.1:41234`. */
  readonly address: string;
  /** Everything it has printed so far. */
  log(): string;
  /** Stops it as a service manager would, and fails if it panicked or hung. */
  stop(): Promise<void>;
}

/** Starts the program, with further settings if any, and waits until it is ready to answer. */
export async function startProgram(settings: Record<string, string> = {}): Promise<Program> {
  const data = await mkdtemp(join(tmpdir(), 'planner-end2end-'));
  const address = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(setting('PLANNER_PROGRAM'), ['serve'], {
    // Nothing else of the environment: a developer's settings must not decide a test.
    env: {
      // Tests say more in a minute than people do.
      CHAT_MESSAGES_PER_MINUTE: '1000',
      DATA_DIR: data,
      LISTEN_ADDRESS: new URL(address).host,
      PUBLIC_URL: address,
      RUST_LOG: 'info',
      SITE_DIR: setting('SITE_DIR'),
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  // Also the death of this process must not leave the program behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);

  const program: Program = {
    address,
    log: () => printed,
    stop: async () => {
      const status = await terminate(child);
      process.off('exit', kill);
      await rm(data, { recursive: true, force: true });
      if (status !== 0 || printed.includes('panicked at')) {
        throw new Error(`The program ended badly (${status}):\n${printed}`);
      }
    },
  };
  try {
    await ready(address, child);
  } catch (error) {
    kill();
    await rm(data, { recursive: true, force: true });
    throw new Error(`The program did not start:\n${printed}`, { cause: error });
  }
  return program;
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: start the tests through scripts/test.`);
  return value;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function ready(address: string, child: ChildProcess): Promise<void> {
  const limit = Date.now() + START_LIMIT;
  while (Date.now() < limit) {
    if (child.exitCode !== null) throw new Error(`exit status ${child.exitCode}`);
    const response = await fetch(`${address}/readyz`).catch(() => undefined);
    if (response?.ok) return;
    await sleep(50);
  }
  throw new Error(`${address}/readyz does not answer 200`);
}

async function terminate(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const hung = sleep(STOP_LIMIT, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
  const [status, signal] = (await Promise.race([exit, hung.then(() => exit)])) as [
    number | null,
    string | null,
  ];
  return status ?? signal;
}
