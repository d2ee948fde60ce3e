const FREE = [
  '/count_tokens',
  '/count-tokens',
  ':countTokens',
  ':computeTokens',
  '/count-tokens:rawPredict',
  '/input_tokens',
  '/moderations',
  '/files',
  '/uploads',
  '/parts',
  '/cancel',
  '/batches',
  '/api/event_logging/batch',
];

/** Whether a provider path we do not read costs nothing by itself. */
export function isFreePath(path: string): boolean {
  const plain = path.split('?', 1)[0] ?? path;
  return FREE.some((suffix) => plain.endsWith(suffix));
}
