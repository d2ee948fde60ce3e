import { runProgram } from './runProgram.ts';

/** Thrown where a process would end. */
class Exited extends Error {}

/**
 * Runs `ai-finops` to its end as `runCommand` does, but in this process, which saves the start of another one: for the second
 * and third thing that is asked of a command.
 */
export async function callCommand(
  ...args: readonly string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const said = { stdout: '', stderr: '' };
  let code: number | undefined;
  const write = (to: keyof typeof said) => (text: unknown) => {
    // What has ended says no more.
    said[to] += code === undefined ? String(text) : '';
    return true;
  };
  const line = (to: keyof typeof said) => (text: unknown) => void write(to)(`${String(text)}\n`);
  const exit = (given?: number | string | null): never => {
    code ??= Number(given ?? 0);
    throw new Exited(`with code ${code}`);
  };
  const before = { argv: process.argv, exitCode: process.exitCode };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(write('stdout')),
    jest.spyOn(process.stderr, 'write').mockImplementation(write('stderr')),
    jest.spyOn(console, 'log').mockImplementation(line('stdout')),
    jest.spyOn(console, 'error').mockImplementation(line('stderr')),
    jest.spyOn(process, 'exit').mockImplementation(exit),
  ];
  process.argv = [process.execPath, 'ai-finops', ...args];
  process.exitCode = undefined;
  try {
    await runProgram();
    code = Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof Exited)) {
      throw error;
    }
  } finally {
    spies.forEach((spy) => spy.mockRestore());
    Object.assign(process, before);
  }
  return { code: code ?? NaN, ...said };
}
