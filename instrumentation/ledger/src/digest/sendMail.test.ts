import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Digest } from './digest.ts';
import { sendMail } from './sendMail.ts';

const digest: Digest = {
  ...{ title: 'AI cost on Sun 22 Nov: $110.00', change: 'More.', owner: 'Owner: Ada.', budget: 'Within.' },
  ...{ anomalies: ['search: Größe ≈ $41'], notes: [], link: 'https://grafana.example/x', review: undefined },
};
let server: Server;
let sockets: Socket[];
let heard: string[];
/** What the server says to RCPT TO. */
let recipient: string;

/** As much of an SMTP server as one message needs. */
function talk(socket: Socket): void {
  sockets.push(socket);
  let isData = false;
  const say = (text: string) => socket.write(`${text}\r\n`);
  say('220 test');
  socket.on('data', (chunk) => {
    for (const line of chunk.toString('utf8').split('\r\n').slice(0, -1)) {
      heard.push(line);
      if (isData) {
        if (line === '.') {
          isData = false;
          say('250 kept');
        }
        continue;
      }
      const word = line.split(/[ :]/)[0]?.toUpperCase();
      if (word === 'EHLO') {
        say('250-test\r\n250 AUTH PLAIN');
      } else if (word === 'AUTH') {
        say('235 in');
      } else if (word === 'RCPT') {
        say(recipient);
      } else if (word === 'DATA') {
        isData = true;
        say('354 go');
      } else {
        say(word === 'QUIT' ? '221 bye' : '250 ok');
      }
    }
  });
}

beforeEach(async () => {
  [sockets, heard, recipient] = [[], [], '250 ok'];
  server = createServer(talk).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  sockets.forEach((socket) => socket.destroy());
  server.close();
});

const url = (user = 'ledger:p%40ss@') => new URL(`smtp://${user}127.0.0.1:${(server.address() as AddressInfo).port}`);
const mail = { from: 'ledger@example.com', to: ['ana@example.com', 'ben@example.com'], digest };

test('the digest goes to everybody, as text, with its title as the subject', async () => {
  await sendMail(url(), mail);
  expect(heard).toContain('RCPT TO:<ana@example.com>');
  expect(heard).toContain('RCPT TO:<ben@example.com>');
  expect(heard).toContain('Subject: AI cost on Sun 22 Nov: $110.00');
  expect(heard.some((line) => line.startsWith('AUTH PLAIN'))).toBe(true);
  expect(Buffer.from(heard.find((line) => line.startsWith('AUTH PLAIN'))?.slice(11) ?? '', 'base64').toString()).toBe(
    '\0ledger\0p@ss'
  );
});

test('a refusal is told without the password', async () => {
  recipient = '550 nobody here';
  const failure = await sendMail(url(), mail).catch((error: unknown) => String(error));
  expect(failure).toContain('the e-mail could not be sent: ');
  expect(failure).toContain('550 nobody here');
  expect(failure).not.toContain('p@ss');
  server.close();
  sockets.forEach((socket) => socket.destroy());
  await expect(sendMail(new URL('smtp://127.0.0.1:1'), mail)).rejects.toThrow('ECONNREFUSED');
});
