type LogLevel = 'info' | 'warn' | 'error';
type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;

/**
 * Events for whoever runs the ledger, one line each: `text` for people, `json` for machines (`time`, `level`, `message`
 * and the fields). Messages are constant texts; what varies is a field. Tokens and call contents never are.
 */
export function createLog(format: 'json' | 'text', write: (line: string) => void, now: () => number): Log {
  return (level, message, fields = {}) => {
    const time = new Date(now()).toISOString();
    if (format === 'json') {
      return write(`${JSON.stringify({ time, level, message, ...fields })}\n`);
    }
    const said = Object.entries(fields).filter(([, value]) => value !== undefined);
    const tail = said.map(([name, value]) => ` ${name}=${typeof value === 'string' ? JSON.stringify(value) : value}`);
    write(`${time} ${level} ${message}${tail.join('')}\n`);
  };
}
