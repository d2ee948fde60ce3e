import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postWebhook } from './postWebhook.ts';
import { readWebhook } from './readWebhook.ts';

let server: Server;
let url: URL;
let answers: number[];
let bodies: unknown[];

beforeEach(async () => {
  answers = [];
  bodies = [];
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      bodies.push([request.headers['content-type'], JSON.parse(Buffer.concat(pieces).toString())]);
      response.writeHead(answers.shift() ?? 200).end('no_service');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/services/SECRET`);
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

test('sends JSON, and again where the other side is busy', async () => {
  answers = [503, 429];
  await postWebhook(url, { text: 'Größe ≈ 1' }, 1);
  expect(bodies).toEqual(Array(3).fill(['application/json', { text: 'Größe ≈ 1' }]));
});

test('gives up after four tries, and at once where it would not help; never tells the address', async () => {
  answers = [500, 500, 500, 500, 500];
  await expect(postWebhook(url, {}, 1)).rejects.toThrow('the webhook answered 500: no_service; tried 4 times');
  expect(bodies).toHaveLength(4);
  answers = [404];
  await expect(postWebhook(url, {}, 1)).rejects.toThrow(/answered 404: no_service; check its address/);
  expect(bodies).toHaveLength(5);
  server.closeAllConnections();
  server.close();
  const failure = await postWebhook(url, {}, 1).catch((error: unknown) => String(error));
  expect(failure).toMatch(/does not answer \(.*ECONNREFUSED.*\); tried 4 times/);
  expect(failure).not.toContain('SECRET');
});

test('the address comes from a file or the environment, and no error repeats it', () => {
  const dir = mkdtempSync(join(tmpdir(), 'webhook-'));
  const file = join(dir, 'webhook');
  writeFileSync(file, `${url.href}\n`);
  expect(readWebhook(file, undefined).href).toBe(url.href);
  expect(readWebhook(undefined, url.href).href).toBe(url.href);
  writeFileSync(file, 'SECRET but no address');
  expect(() => readWebhook(file, undefined)).toThrow(new Error(`the webhook in ${file} is no http(s) address`));
  expect(() => readWebhook(undefined, 'file:///etc/passwd')).toThrow('is no http(s) address');
  expect(() => readWebhook(join(dir, 'none'), undefined)).toThrow('cannot be read');
  expect(() => readWebhook(undefined, ' ')).toThrow('give --webhook-file');
  rmSync(dir, { recursive: true });
});
