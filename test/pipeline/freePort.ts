import { portIsFree } from '../../provisioning/embedded/portIsFree.mjs';

/** Below what systems give to outgoing connections: none of those takes one before its server listens. */
const FIRST = 20_000;
const COUNT = 12_000;
/** Processes that test at once look in places of their own. */
const EACH = 20;

let next = process.pid * EACH;

/** A loopback port nobody listens on now, another one each time. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + (next++ % COUNT);
    if (await portIsFree(port)) {
      return port;
    }
  }
}
