/** The conventions' own metrics of GenAI clients, recorded through the application's meter. Units: seconds, `{token}`. */
export const CLIENT_METRIC = {
  tokenUsage: 'gen_ai.client.token.usage',
  operationDuration: 'gen_ai.client.operation.duration',
  timeToFirstChunk: 'gen_ai.client.operation.time_to_first_chunk',
  /** Attribute of the first: `input` or `output`. */
  tokenType: 'gen_ai.token.type',
} as const;
