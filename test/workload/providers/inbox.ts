interface Message {
  readonly to: string;
  readonly at: string;
  /** What was sent, as it was. */
  readonly body: unknown;
}

const MOST_MESSAGES = 200;

/** What the demo company's people were told, the newest first. */
export class Inbox {
  private kept: readonly Message[] = [];

  get messages(): readonly Message[] {
    return this.kept;
  }

  /** @throws SyntaxError where the body is no JSON */
  take(to: string, body: string): void {
    const message = { to, at: new Date().toISOString(), body: JSON.parse(body) as unknown };
    this.kept = [message, ...this.kept].slice(0, MOST_MESSAGES);
  }
}
