/** How a contact is reached. Texts may name environment variables, `$NAME` or `${NAME}`: addresses can be secrets. */
export interface Contact {
  /** URL that gets alerts as JSON by POST, with `token` as its bearer token. */
  readonly webhook?: string | undefined;
  readonly token?: string | undefined;
  /** URL of a Slack incoming webhook. */
  readonly slack?: string | undefined;
  readonly email?: string | undefined;
}
