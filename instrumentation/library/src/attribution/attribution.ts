/** Who and what an AI call is for. Whatever is left out keeps its outer value, or becomes `unallocated`. */
export interface Attribution {
  /** The product feature the call serves, e.g. `ticket-summary`. */
  readonly feature?: string | undefined;
  /** The customer or workspace it is served for. Values that look like an e-mail address are hashed. */
  readonly tenant?: string | undefined;
  readonly team?: string | undefined;
  /** The kind of request within the feature, e.g. `draft` or `rerank`. */
  readonly requestType?: string | undefined;
  /** The task or agent run the call belongs to. */
  readonly task?: string | undefined;
  /** The flag and variant the call is made under, e.g. `short-prompt:on`: to compare variants. */
  readonly featureFlag?: string | undefined;
  /** The person it is made for: recorded only with AI_FINOPS_USERS=hash or =allow. */
  readonly user?: string | undefined;
  /** The route template that led to the call, e.g. `/tickets/:id/summary`; never a URL with its values. */
  readonly requestPath?: string | undefined;
}
