/** Sends the request on to `target` and its answer back, as Grafana's proxies do. */
export async function passOn(request, response, target, body, headers) {
  const type = request.headers['content-type'] ?? 'application/json';
  try {
    const answer = await fetch(target, {
      method: request.method,
      headers: { 'content-type': type, ...headers },
      ...(body.length > 0 && { body }),
    });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  } catch (error) {
    response.writeHead(502, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({ message: `${new URL(target).origin} does not answer: ${error.cause?.code ?? error}` })
    );
  }
}
