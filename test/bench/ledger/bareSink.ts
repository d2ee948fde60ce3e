import { createServer } from 'node:http';

/* bareSink.ts PORT: reads what is posted, and answers 200: what HTTP itself costs. */
createServer((request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end());
}).listen(Number(process.argv[2]), '127.0.0.1');
