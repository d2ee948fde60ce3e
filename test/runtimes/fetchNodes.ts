import { nodeBinary } from './nodeBinary.ts';

/* Installs what the tests here run on, while others compute: it takes the network more than the machine. */
await Promise.all(([22, 26] as const).map(nodeBinary));
