import { readJson } from './readJson.mjs';
import { writeJson } from './writeJson.mjs';

/** Grafana's annotations, kept in a file: `{id, time, timeEnd, tags, text}`, times in ms. */
export function createAnnotations(file) {
  let all = readJson(file, []);
  const keep = (next) => {
    all = next;
    writeJson(file, all);
  };
  return {
    list(params) {
      const tags = params.getAll('tags');
      const some = params.get('matchAny') === 'true';
      const [from, to] = [Number(params.get('from') ?? 0), Number(params.get('to') ?? Infinity)];
      const matches = (annotation) =>
        tags.length === 0 || tags[some ? 'some' : 'every']((tag) => annotation.tags.includes(tag));
      return all
        .filter((annotation) => annotation.timeEnd >= from && annotation.time <= to && matches(annotation))
        .toSorted((a, b) => b.time - a.time)
        .slice(0, Number(params.get('limit') ?? 100));
    },
    add({ time = Date.now(), timeEnd = time, tags = [], text, dashboardUID, panelId }) {
      const id = Math.max(0, ...all.map((annotation) => annotation.id)) + 1;
      keep([...all, { id, time, timeEnd, tags, text, dashboardUID, panelId, login: 'preview', data: {} }]);
      return { message: 'Annotation added', id };
    },
    change(id, { time, timeEnd, tags, text }) {
      if (!all.some((annotation) => annotation.id === id)) {
        return undefined;
      }
      const changes = Object.entries({ time, timeEnd, tags, text }).filter(([, value]) => value !== undefined);
      keep(all.map((one) => (one.id === id ? { ...one, ...Object.fromEntries(changes) } : one)));
      return { message: 'Annotation patched' };
    },
    remove(id) {
      keep(all.filter((annotation) => annotation.id !== id));
      return { message: 'Annotation deleted' };
    },
  };
}
