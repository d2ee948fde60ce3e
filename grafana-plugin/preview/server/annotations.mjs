import { jsonFile } from './jsonFile.mjs';

/** Grafana's annotations, kept in a file: `{id, time, timeEnd, tags, text}`, times in ms. */
export function createAnnotations(path) {
  const file = jsonFile(path, []);
  return {
    list(params) {
      const tags = params.getAll('tags');
      const [from, to] = [Number(params.get('from') ?? 0), Number(params.get('to') ?? Infinity)];
      const how = params.get('matchAny') === 'true' && tags.length > 0 ? 'some' : 'every';
      return file
        .get()
        .filter((one) => one.timeEnd >= from && one.time <= to && tags[how]((tag) => one.tags.includes(tag)))
        .toSorted((a, b) => b.time - a.time)
        .slice(0, Number(params.get('limit') ?? 100));
    },
    add({ time = Date.now(), timeEnd = time, tags = [], text }) {
      const id = Math.max(0, ...file.get().map((one) => one.id)) + 1;
      file.set([...file.get(), { id, time, timeEnd, tags, text, login: 'preview', data: {} }]);
      return { message: 'Annotation added', id };
    },
    change(id, changes) {
      file.set(file.get().map((one) => (one.id === id ? { ...one, ...changes, id } : one)));
      return { message: 'Annotation patched' };
    },
    remove(id) {
      file.set(file.get().filter((one) => one.id !== id));
      return { message: 'Annotation deleted' };
    },
  };
}
