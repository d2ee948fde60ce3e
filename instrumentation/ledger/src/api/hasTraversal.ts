/**
 * Whether a request target, as it came, has a `..` or `.` segment, plain or percent-encoded. Grafana's proxy passes them on
 * with the token: they are refused before anything normalises them away.
 */
export function hasTraversal(target: string): boolean {
  const path = target.split(/[?#]/, 1)[0] ?? '';
  return path
    .replace(/%25/gi, '%')
    .replace(/%2e/gi, '.')
    .split(/[/\\]|%2f|%5c/i)
    .some((segment) => segment === '..' || segment === '.');
}
