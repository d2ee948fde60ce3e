import { existsSync, readFileSync } from 'node:fs';

/** The file's content, or `otherwise` before it was first written. */
export const readJson = (file, otherwise) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : otherwise);
