import { ShapeError } from './shapeError.ts';
import { DATED_AMOUNT, SHAPE_PATTERN, type Shape } from './shape.ts';

type Path = readonly (string | number)[];

/**
 * Checks parsed JSON or YAML against a shape.
 *
 * @throws ShapeError at the first place that differs
 */
export function checkShape(value: unknown, shape: Shape, path: Path = []): void {
  switch (shape.kind) {
    case 'text':
      return demand(matches('text', value), path, 'give a name');
    case 'day':
      return demand(isDay(value), path, 'give a UTC day such as "2026-10-05"');
    case 'month':
      return demand(matches('month', value), path, 'give a month such as "2026-10"');
    case 'flag':
      return demand(typeof value === 'boolean', path, 'write true or false');
    case 'amount':
    case 'percent':
      return checkAmount(value, shape.kind, path);
    case 'dated':
      if (!Array.isArray(value)) {
        return checkAmount(value, 'amount', path);
      }
      demand(value.length > 0, path, 'give an amount, or a list of at least one { from, usd }');
      return value.forEach((item, index) => checkShape(item, DATED_AMOUNT, [...path, index]));
    case 'oneOf':
      return demand(
        shape.values.some((known) => known === value),
        path,
        `${JSON.stringify(value)} is not known; known are ${shape.values.join(', ')}`
      );
    case 'list':
      if (!Array.isArray(value)) {
        throw new ShapeError(path, 'must be an array');
      }
      return value.forEach((item, index) => checkShape(item, shape.of, [...path, index]));
    case 'map':
      return Object.entries(asRecord(value, path)).forEach(([key, item]) => {
        checkMapKey(key, shape.keys, path);
        checkShape(item, shape.of, [...path, key]);
      });
    case 'record':
      return checkRecord(asRecord(value, path), shape, path);
  }
}

function checkRecord(value: Record<string, unknown>, shape: Extract<Shape, { kind: 'record' }>, path: Path): void {
  const shapes = new Map(Object.entries({ ...shape.required, ...shape.optional }));
  for (const [key, item] of Object.entries(value)) {
    checkKey(key, [...shapes.keys()], path);
    const expected = shapes.get(key);
    if (expected && item !== undefined) {
      checkShape(item, expected, [...path, key]);
    }
  }
  for (const [key, expected] of Object.entries(shape.required)) {
    if (value[key] === undefined) {
      checkShape(undefined, expected, [...path, key]);
    }
  }
  const anyOf = shape.anyOf?.map((key) => JSON.stringify(key)) ?? [];
  demand(
    !shape.anyOf || shape.anyOf.some((key) => value[key] !== undefined),
    path,
    `give ${anyOf.slice(0, -1).join(', ')} or ${anyOf.at(-1)}`
  );
}

function checkAmount(value: unknown, kind: 'amount' | 'percent', path: Path): void {
  demand(typeof value === 'string', path, 'write the amount as a decimal string, such as "0.25"');
  const problem = `${JSON.stringify(value)} is not a non-negative decimal amount such as "0.25"`;
  demand(matches('amount', value), path, problem);
  demand(matches(kind, value), path, 'a percentage is at most "100" percent');
}

function checkMapKey(key: string, known: readonly string[] | undefined, path: Path): void {
  if (known) {
    checkKey(key, known, path);
  } else if (!matches('text', key)) {
    throw new ShapeError([...path, key], `${JSON.stringify(key)} is not a name`, true);
  }
}

function checkKey(key: string, known: readonly string[], path: Path): void {
  if (!known.includes(key)) {
    const problem = `unknown key ${JSON.stringify(key)}; known are ${known.join(', ')}`;
    throw new ShapeError([...path, key], problem, true);
  }
}

function isDay(value: unknown): boolean {
  const ms = matches('day', value) ? Date.parse(String(value)) : NaN;
  // 30 February reads as 2 March.
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === value;
}

function matches(kind: keyof typeof SHAPE_PATTERN, value: unknown): boolean {
  return typeof value === 'string' && new RegExp(SHAPE_PATTERN[kind], 'u').test(value);
}

function asRecord(value: unknown, path: Path): Record<string, unknown> {
  demand(typeof value === 'object' && value !== null && !Array.isArray(value), path, 'must be an object');
  return value as Record<string, unknown>;
}

function demand(holds: boolean, path: Path, problem: string): void {
  if (!holds) {
    throw new ShapeError(path, problem);
  }
}
