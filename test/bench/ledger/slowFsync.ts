import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCE = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
static void wait_for_it(void) { usleep(DELAY_US); }
int fsync(int fd) { wait_for_it(); return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(fd); }
int fdatasync(int fd) { wait_for_it(); return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(fd); }
`;

/**
 * Environment for a process whose every fsync takes `ms` longer, as on a network disk; undefined where there is no C
 * compiler to make the shim with.
 */
export function slowFsync(folder: string, ms: number): Record<string, string> | undefined {
  const source = path.join(folder, 'slowFsync.c');
  const shim = path.join(folder, 'slowFsync.so');
  writeFileSync(source, SOURCE);
  const { status } = spawnSync('cc', ['-shared', '-fPIC', `-DDELAY_US=${ms * 1000}`, '-o', shim, source, '-ldl']);
  return status === 0 ? { LD_PRELOAD: shim } : undefined;
}
