/**
 * The model of an id or ARN, with its region prefix (`us.`, `eu.`, `global.`), which the price depends on. An ARN that
 * names no model (application inference profile, provisioned throughput, custom model, router) stays as it is: a prices
 * file may give it an alias.
 *
 * @example bedrockModel('arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-lite-v1:0')
 * // => 'us.amazon.nova-lite-v1:0'
 */
export function bedrockModel(id: string): string {
  return /^arn:[^:]*:bedrock:[^:]*:[^:]*:(?:inference-profile|foundation-model)\/(.+)$/.exec(id)?.[1] ?? id;
}
