// A program on PostgreSQL, and a hand on its database.
import { randomBytes } from 'node:crypto';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { executable } from './executable.ts';

/** Where Debian keeps the programs of each version, which are not in the search path. */
const DEBIAN = '/usr/lib/postgresql';

/** How long to wait for a statement that nothing holds up, in milliseconds. */
const LIMIT = 10_000;

/** A database of its own on the server of the tests. */
export class Postgres {
  /** Goes into `DATABASE_URL`. */
  readonly address: string;
  readonly #server: string;
  readonly #name: string;

  private constructor(server: string) {
    this.#server = server;
    this.#name = `end2end_${randomBytes(6).toString('hex')}`;
    const address = new URL(server);
    address.pathname = `/${this.#name}`;
    this.address = address.href;
  }

  /** Why there can be none, for a test to be skipped with; nothing where there can. */
  static missing(): string | undefined {
    if (!process.env['TEST_POSTGRES_URL']) return 'TEST_POSTGRES_URL names no PostgreSQL';
    return psql() ? undefined : 'there is no psql';
  }

  /** Makes one. */
  static create(): Postgres {
    const database = new Postgres(process.env['TEST_POSTGRES_URL'] ?? '');
    run(database.#server, `CREATE DATABASE ${database.#name}`);
    return database;
  }

  /** Lets nobody read or write a table until the answer is called. */
  async hold(table: string): Promise<() => Promise<void>> {
    const session = spawn(psql() ?? 'psql', [...QUIET, this.address], { stdio: ['pipe', 'pipe', 'inherit'] });
    session.stdin.write(`BEGIN;\nLOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE;\nSELECT 'held';\n`);
    await said(session, 'held');
    const ended = once(session, 'exit');
    return async () => {
      if (session.stdin.writable) session.stdin.end('COMMIT;\n');
      await ended;
    };
  }

  /** Removes it; whoever is still connected is sent away. */
  drop(): void {
    run(this.#server, `DROP DATABASE ${this.#name} WITH (FORCE)`);
  }
}

// Nothing of a developer's own settings, no table around an answer, and no going on after an error.
const QUIET = ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--set=ON_ERROR_STOP=1'];

function run(address: string, statement: string): void {
  const { status, stderr } = spawnSync(psql() ?? 'psql', [...QUIET, `--command=${statement}`, address], {
    encoding: 'utf8',
    timeout: LIMIT,
  });
  if (status !== 0) throw new Error(`psql: ${stderr}`);
}

async function said(session: ChildProcess, word: string): Promise<void> {
  let printed = '';
  session.stdout?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const limit = Date.now() + LIMIT;
  while (!printed.includes(word)) {
    if (session.exitCode !== null || Date.now() > limit) throw new Error('The table cannot be held.');
    await sleep(10);
  }
}

function psql(): string | undefined {
  return executable(['psql'], versions());
}

function versions(): string[] {
  try {
    return readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin'));
  } catch {
    return [];
  }
}
