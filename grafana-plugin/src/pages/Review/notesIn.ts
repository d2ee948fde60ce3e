const NOTES = '\n## Notes\n';

/** What somebody wrote into minutes under notes; '' where nothing stands. */
export function notesIn(minutes = ''): string {
  const at = minutes.indexOf(NOTES);
  return at < 0 ? '' : minutes.slice(at + NOTES.length).trim();
}
