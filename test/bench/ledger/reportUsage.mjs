import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Loaded into a measured server: answers every message of its parent with what the process has used so far. */
const RESOLUTION_MS = 5;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();
let [turnCpu, cpu] = [0, 0];
setInterval(() => {
  const { user, system } = process.threadCpuUsage();
  turnCpu = Math.max(turnCpu, user + system - cpu);
  cpu = user + system;
}, RESOLUTION_MS).unref();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({
    cpuMs: (user + system) / 1000,
    rssMiB: process.memoryUsage.rss() / 1_048_576,
    // Since it was asked last: how long a turn of the main loop took at most.
    stallMs: Math.max(delay.max / 1e6 - RESOLUTION_MS, 0),
    // The most CPU that thread took between two looks: it does not count what other programs on the machine take.
    turnCpuMs: turnCpu / 1000,
  });
  delay.reset();
  turnCpu = 0;
});
process.channel?.unref();
