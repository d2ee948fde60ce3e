const NOTES = '\n## Notes\n';
const TITLE = '# AI cost review';

/** What somebody wrote into minutes under notes; '' where nothing stands. Minutes of another shape are notes as they are. */
export function notesIn(minutes = ''): string {
  const at = minutes.indexOf(NOTES);
  return (at >= 0 ? minutes.slice(at + NOTES.length) : minutes.startsWith(TITLE) ? '' : minutes).trim();
}
