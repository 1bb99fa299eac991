// A mail server that takes every letter: SMTP (RFC 5321) as far as that needs.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a letter may take, in milliseconds. */
const PATIENCE = 10_000;

/** A letter as it arrived. */
export interface Letter {
  to: string;
  text: string;
}

/** The running server. */
export interface MailServer {
  /** What `SMTP_URL` would be. */
  readonly url: string;
  /** The link of the newest letter to that address whose subject holds these words. */
  link(to: string, subject: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the server. */
export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = [];
  const server = createServer((socket) => void converse(socket, letters));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    link: async (to, subject) => {
      const limit = Date.now() + PATIENCE;
      for (;;) {
        const letter = letters.findLast((one) => one.to === to && one.text.includes(`Subject: ${subject}`));
        const link = letter?.text.match(/^http:\S+$/m)?.[0];
        if (link) return link;
        if (Date.now() > limit) throw new Error(`No letter "${subject}" to ${to} arrived.`);
        await sleep(50);
      }
    },
    stop: async () => {
      server.close();
    },
  };
}

async function converse(socket: Socket, letters: Letter[]): Promise<void> {
  let to = '';
  let text: string[] | undefined;
  socket.on('error', () => undefined);
  socket.write('220 mail.example ready\r\n');
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
    if (text && line === '.') {
      // ASCII that was sent as quoted-printable (RFC 2045), for its long lines.
      const plain = text.join('\n').replace(/=\n/g, '').replace(/=3D/g, '=');
      letters.push({ to, text: plain });
      text = undefined;
      socket.write('250 kept\r\n');
    } else if (text) {
      text.push(line.replace(/^\./, ''));
    } else if (/^DATA/i.test(line)) {
      text = [];
      socket.write('354 say it\r\n');
    } else if (/^QUIT/i.test(line)) {
      socket.end('221 bye\r\n');
    } else {
      if (/^RCPT/i.test(line)) to = line.match(/<(.*?)>/)?.[1] ?? '';
      socket.write('250 fine\r\n');
    }
  }
}
