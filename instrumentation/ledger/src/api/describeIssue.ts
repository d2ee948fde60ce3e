import type { z } from 'zod';

/** What is wrong with which field, in words: the first thing that is. */
export function describeIssue(error: z.ZodError): { readonly error: string; readonly field: string } {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).map(String);
  if (issue?.code === 'unrecognized_keys') {
    const field = [...path, String(issue.keys[0])].join('.');
    return { error: `${field}: there is no such field`, field };
  }
  const field = path.join('.');
  const isMissing = issue?.code === 'invalid_type' && issue.message.endsWith('received undefined');
  const words = isMissing ? 'is missing' : (issue?.message ?? 'is not valid');
  return { error: `${field || 'the body'}${isMissing ? '' : ':'} ${words}`, field };
}
