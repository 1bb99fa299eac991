// The network between a browser and the program, which can be cut. The browser's own switch
// does not do for a service worker: Chromium gives the network back to it as it starts anew.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A port that passes everything on to the program, until it is cut. */
export class Line {
  /** What the browser opens, and `PUBLIC_URL`. */
  readonly address: string;
  readonly #port: number;
  readonly #ends = new Set<Socket>();
  #server: Server;
  #target = 0;

  private constructor(server: Server) {
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    this.address = `http://127.0.0.1:${this.#port}`;
    server.on('connection', (socket) => this.#join(socket));
  }

  /** Takes a port; it leads nowhere yet. */
  static async open(): Promise<Line> {
    return new Line(await listen(0));
  }

  /** Leads to the program at that origin from now on. */
  leadTo(origin: string): void {
    this.#target = Number(new URL(origin).port);
  }

  /** Ends every connection; new ones are refused. */
  async cut(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const end of this.#ends) end.destroy();
    await closed;
  }

  /** Is there again. */
  async mend(): Promise<void> {
    if (this.#server.listening) return;
    this.#server = await listen(this.#port);
    this.#server.on('connection', (socket) => this.#join(socket));
  }

  #join(near: Socket): void {
    const far = connect(this.#target, '127.0.0.1');
    for (const [end, other] of [[near, far], [far, near]] as const) {
      this.#ends.add(end);
      end.setNoDelay(true);
      // Half of a conversation is of no use to anybody.
      end.on('error', () => end.destroy());
      end.on('close', () => (this.#ends.delete(end), other.destroy()));
      end.pipe(other);
    }
  }
}

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
