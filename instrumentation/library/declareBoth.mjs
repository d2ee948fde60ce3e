import { readFileSync, readdirSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * What `require` gets are CommonJS modules, and TypeScript wants to be told so: in a package of ES modules a `.d.ts` declares
 * one of those, which a CommonJS module may not require. So each declaration that an export leads to gets a twin for them;
 * those that none leads to are taken out.
 */
const dist = fileURLToPath(new URL('dist', import.meta.url));
const { exports } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const RELATIVE = /(['"])(\.{1,2}\/[^'"]+)\.ts\1/g;

const needed = new Map();
const waiting = Object.values(exports).map(({ default: { types } }) => fileURLToPath(new URL(types, import.meta.url)));
for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
  if (!needed.has(file)) {
    const text = readFileSync(file, 'utf8');
    needed.set(file, text);
    waiting.push(...Array.from(text.matchAll(RELATIVE), ([, , to]) => path.resolve(path.dirname(file), `${to}.d.ts`)));
  }
}
for (const [file, text] of needed) {
  writeFileSync(file.replace(/ts$/, 'cts'), text.replaceAll(RELATIVE, '$1$2.cjs$1'));
}
for (const name of readdirSync(dist, { recursive: true })) {
  const file = path.join(dist, name);
  if (name.endsWith('.d.ts') && !needed.has(file)) {
    rmSync(file);
  }
}
for (const name of readdirSync(dist, { recursive: true }).sort((a, b) => b.length - a.length)) {
  const folder = path.join(dist, name);
  if (statSync(folder).isDirectory() && readdirSync(folder).length === 0) {
    rmdirSync(folder);
  }
}
