// One server under measurement: started, watched through /proc, stopped.

import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a server may take to its first answer, in ms. */
const PATIENCE = 60_000;

/** @typedef {{ name: string, folder: string, command: string[], env: Record<string, string> }} Contender */

export class Server {
  /** @param {Contender} contender @param {string} base */
  constructor(contender, base) {
    this.contender = contender;
    this.base = base;
  }

  /** Starts it; resolves with the ms from there to its first answer. */
  async start() {
    const [program, ...rest] = this.contender.command;
    const begun = performance.now();
    this.process = spawn(program, rest, {
      cwd: this.contender.folder,
      env: { ...process.env, ...this.contender.env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.process.once('exit', (code) => { this.ended = code ?? 'signal'; });
    for (;;) {
      const answer = await fetch(this.base).catch(() => null);
      await answer?.arrayBuffer();
      const elapsed = performance.now() - begun;
      if (answer?.ok) return elapsed;
      if (this.ended !== undefined) throw new Error(`${this.contender.name} ended: ${this.ended}`);
      if (elapsed > PATIENCE) throw new Error(`${this.contender.name} does not answer`);
      await sleep(2);
    }
  }

  async stop() {
    if (this.process === undefined || this.ended !== undefined) return;
    const over = new Promise((resolve) => this.process.once('exit', resolve));
    this.process.kill('SIGTERM');
    await Promise.race([over, sleep(10_000).then(() => this.process.kill('SIGKILL'))]);
  }

  /** Resident memory of it and its children in MB: at its peak and now. */
  memory() {
    const lines = family(this.process.pid).map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'));
    const sum = (name) => lines
      .map((status) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+)`, 'm'))?.[1] ?? 0))
      .reduce((all, one) => all + one, 0) / 1024;
    return { peak: sum('VmHWM'), now: sum('VmRSS') };
  }
}

/** A process and everything it started. @param {number} root */
function family(root) {
  const parents = new Map();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while the list was read.
    }
  }
  const found = [root];
  for (const pid of found) {
    for (const [child, parent] of parents) if (parent === pid) found.push(child);
  }
  return found;
}
