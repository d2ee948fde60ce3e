/** All text of a message content (a string, or blocks with `text`, nested in tool results), in order. */
export function textOf(content: unknown): string {
  if (typeof content === 'string') {
    return content;
  }
  if (Array.isArray(content)) {
    return content.map(textOf).join('');
  }
  if (content !== null && typeof content === 'object') {
    const block = content as { text?: unknown; content?: unknown; input?: unknown };
    return textOf(block.text ?? block.content ?? (block.input === undefined ? '' : JSON.stringify(block.input)));
  }
  return '';
}
