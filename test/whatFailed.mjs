/** Where a suite's runner (node, jest, playwright) begins to say why a test failed. */
const BEGINS = [/^✖ failing tests:/, /^ {2}● /, /^ {2}1\) /];
/** Enough for a failure or two with their differences; all of it stands above. */
const LINES = 60;

/** What a suite printed about its failures, for the end of a run whose output is long; undefined where nothing is said. */
export function whatFailed(printed) {
  const lines = printed.split('\n');
  const from = lines.findIndex((line) => BEGINS.some((begin) => begin.test(line)));
  return from < 0
    ? undefined
    : lines
        .slice(from, from + LINES)
        .join('\n')
        .trimEnd();
}
