// A language model's server that says what a test tells it to, as slowly as the
// test wants: the program believes it talks to a provider.
import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A call of a tool, as the model asks for it. */
export interface Call {
  name: string;
  arguments: object;
}

/** What the model does when it is asked next. */
export type Act =
  | { words: string }
  | { calls: Call[] }
  /** Waits until the test says go on. */
  | { hold: Promise<unknown> }
  /** Hangs up. */
  | { cut: true };

/** The model. */
export interface Model {
  /** Goes into `OPENAI_BASE_URL`. */
  readonly address: string;
  /** What it answers to messages that have these words in them. */
  play(words: string, ...answers: Act[][]): void;
  /** How many requests were broken off by the program. */
  brokenOff(): number;
  stop(): Promise<void>;
}

interface Request {
  stream?: boolean;
  messages: { role: string; content: unknown }[];
}

/** Starts one on a free port. */
export async function startModel(): Promise<Model> {
  const scripts = new Map<string, Act[][]>();
  let broken = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      const { messages } = JSON.parse(body) as Request;
      const said = JSON.stringify(messages.filter(({ role }) => role === 'user').at(-1)?.content ?? '');
      const words = [...scripts.keys()].find((key) => said.includes(key));
      const answer = (words !== undefined && scripts.get(words)?.shift()) || [{ words: 'Nothing to say.' }];
      response.on('close', () => (broken += response.writableFinished ? 0 : 1));
      void perform(response, answer);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    play: (words, ...answers) => void scripts.set(words, answers),
    brokenOff: () => broken,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function perform(response: ServerResponse, answer: Act[]): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (choice: object, more: object = {}) =>
    response.write(
      `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 0, model: 'scripted', choices: [{ index: 0, ...choice }], ...more })}\n\n`,
    );
  let finish = 'stop';
  for (const act of answer) {
    if ('cut' in act) {
      // What was said before arrives, the end never does.
      response.socket?.end();
      return;
    } else if ('hold' in act) {
      await act.hold;
    } else if ('words' in act) {
      for (const piece of act.words.split(/(?<= )/)) send({ delta: { content: piece } });
    } else {
      finish = 'tool_calls';
      act.calls.forEach((call, index) =>
        send({
          delta: {
            tool_calls: [
              {
                index,
                id: `call_${index}_${Math.random().toString(36).slice(2)}`,
                type: 'function',
                function: { name: call.name, arguments: JSON.stringify(call.arguments) },
              },
            ],
          },
        }),
      );
    }
  }
  send({ delta: {}, finish_reason: finish });
  response.write(
    `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', created: 0, model: 'scripted', choices: [], usage: { prompt_tokens: 312, completion_tokens: 45, total_tokens: 357 } })}\n\n`,
  );
  response.end('data: [DONE]\n\n');
}

/** A door that a test opens when it is time. */
export function gate(): { held: Promise<void>; open: () => void } {
  let open = () => {};
  const held = new Promise<void>((resolve) => (open = resolve));
  return { held, open };
}
