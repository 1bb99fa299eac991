// The planner as another program sees it: by REST, with a token.
import { expect, type APIRequestContext } from '@playwright/test';

/** What every row answers; a spec names the further fields that it looks at. */
export interface Row {
  id: string;
  [field: string]: unknown;
}

/** REST calls on behalf of one person. Fails when an answer is not a success. */
export class Api {
  readonly #requests: APIRequestContext;
  #conversation: string | undefined;

  constructor(requests: APIRequestContext) {
    this.#requests = requests;
  }

  /** The rows of `/api/events`, `/api/tasks` or `/api/expenses`. */
  async rows(noun: 'events' | 'tasks' | 'expenses'): Promise<Row[]> {
    const response = await this.#requests.get(`/api/${noun}`);
    await expect(response).toBeOK();
    return response.json();
  }

  /** Adds one row and answers it. */
  async add(noun: 'events' | 'tasks' | 'expenses' | 'budgets' | 'lists' | 'filters', row: object): Promise<Row> {
    const response = await this.#requests.post(`/api/${noun}`, { data: row });
    await expect(response).toBeOK();
    return response.json();
  }

  /** When events take place in a range, each occurrence by itself. */
  async occurrences(from: string, to: string): Promise<unknown[]> {
    const response = await this.#requests.get('/api/events', { params: { from, to } });
    await expect(response).toBeOK();
    return ((await response.json()) as Row[]).map((event) => event['start_time']);
  }

  /** Changes settings of the person. */
  async settings(settings: object): Promise<void> {
    await expect(await this.#requests.patch('/api/settings', { data: settings })).toBeOK();
  }

  /** Ends the session of the token, which is also the browser's. */
  async signOut(): Promise<void> {
    await expect(await this.#requests.post('/api/auth/sign-out')).toBeOK();
  }

  /** Says something to the assistant, in one conversation. */
  async say(message: string): Promise<void> {
    const data = { message, conversation_id: this.#conversation };
    const response = await this.#requests.post('/api/chat', { data });
    await expect(response).toBeOK();
    this.#conversation = (await response.json()).conversation_id;
  }
}
