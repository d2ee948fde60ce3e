import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

interface ModuleSize {
  /** Its path in dist. */
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  /** Loaded when a page is opened, not when Grafana loads the plugin. */
  readonly isLazy: boolean;
}

/** Every script of the built app, the entries (`module.js`) first. */
export const moduleSizes = (dist: string): ModuleSize[] =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => {
      const content = readFileSync(path.join(dist, file));
      const isLazy = path.basename(file) !== 'module.js';
      return { file, bytes: content.length, gzipBytes: gzipSync(content).length, isLazy };
    })
    .sort((a, b) => Number(a.isLazy) - Number(b.isLazy) || b.bytes - a.bytes);
