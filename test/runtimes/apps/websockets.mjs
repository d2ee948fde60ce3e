// Realtime APIs: three sockets by ws and two by Node's own WebSocket, to a provider that answers each.
import { once } from 'node:events';
import { createServer } from 'node:http';
import WebSocketOfWs, { WebSocketServer } from 'ws';

const server = createServer().listen(0, '127.0.0.1');
await once(server, 'listening');
// Answered only once asked: Node 22 may lose a message that comes in one packet with the end of the handshake.
new WebSocketServer({ server }).on('connection', (socket) => socket.on('message', () => socket.send('hello')));
const { port } = server.address();
if (process.env.WITH === 'yes') {
  const { instrument } = await import('@ai-finops/instrumentation');
  instrument({ providers: `127.0.0.1:${port}/v1=openai` });
}

for (const [Socket, times] of [
  [WebSocketOfWs, 3],
  [WebSocket, 2],
]) {
  for (let time = 0; time < times; time++) {
    const socket = new Socket(`ws://127.0.0.1:${port}/v1/realtime?model=gpt-realtime`);
    const heard = await new Promise((resolve, reject) => {
      socket.addEventListener('open', () => socket.send('hi'));
      socket.addEventListener('message', ({ data }) => resolve(data));
      socket.addEventListener('error', reject);
    });
    console.log(String(heard));
    socket.close();
  }
}
server.close();
server.closeAllConnections();
process.exit();
