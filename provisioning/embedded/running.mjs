import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const file = (data) => path.join(data, 'running.json');

/** What an earlier start on this data directory recorded: alive, or only parts of it left behind, or nothing. */
export function readRunning(data) {
  let record;
  try {
    record = JSON.parse(readFileSync(file(data), 'utf8'));
  } catch {
    return undefined;
  }
  const left = record.parts.filter(({ pid, started }) => startOf(pid) === started);
  return { url: record.url, pid: record.pid, isAlive: startOf(record.pid) === record.started, left };
}

export function writeRunning(data, url, parts) {
  const stamped = parts.map((part) => ({ ...part, started: startOf(part.pid) }));
  const record = { url, pid: process.pid, started: startOf(process.pid), parts: stamped };
  writeFileSync(file(data), JSON.stringify(record));
}

export function clearRunning(data) {
  rmSync(file(data), { force: true });
}

/** A process id is used again after a while: its start time tells whether it is still the same process. */
function startOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    try {
      process.kill(pid, 0);
      return 'alive';
    } catch {
      return undefined;
    }
  }
}
