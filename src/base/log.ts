/** Lines of the log: JSON on standard error, from an allow-list of fields, so that they cannot hold personal data. */
import pino from 'pino';

/** What a line may carry besides its message. */
export interface LogFields {
  readonly requestId?: string;
  readonly route?: string;
  readonly job?: string;
  readonly submissionId?: string;
  readonly round?: number;
  readonly count?: number;
  readonly ms?: number;
  /** a message that X-Road carried, by the names of its message log: organisations and ids of messages */
  readonly xRoad?: { readonly messageId: string; readonly clientId: string; readonly requestHash: string };
  readonly error?: unknown;
}

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** Whatever looks like a citizen number, an identity card or a telephone number loses its middle. */
export const withoutNumbers = (text: string): string => text.replace(/\d{9,12}/g, (digits) => `${digits.slice(0, 2)}…${digits.slice(-1)}`);

/** A database's error names the values of a row in `detail`: only its name, code and first line go out. */
function plainError(error: unknown): { name: string; code: string; message: string; at: string } {
  if (!(error instanceof Error)) return { name: 'unknown', code: '', message: '', at: '' };
  const code = 'code' in error ? String(error.code) : '';
  const at = (error.stack ?? '')
    .split('\n')
    .slice(1, 4)
    .map((line) => line.trim().replace(/\(?(file:\/\/)?\/.*\/(src|simulators|node_modules)\//, '$2/'))
    .join(' < ');
  return { name: error.name, code, message: withoutNumbers(error.message.split('\n')[0]!.slice(0, 300)), at };
}

const shown = (fields: LogFields): Record<string, unknown> => {
  const { requestId, route, job, submissionId, round, count, ms, xRoad, error } = fields;
  const carried = xRoad && {
    messageId: withoutNumbers(xRoad.messageId),
    clientId: withoutNumbers(xRoad.clientId),
    requestHash: xRoad.requestHash,
  };
  return {
    requestId,
    route,
    job,
    submissionId,
    round,
    count,
    ms,
    xRoad: carried,
    ...(error === undefined ? {} : { error: plainError(error) }),
  };
};

export function openLog(
  level: string,
  write: (line: string) => void = (line) => {
    process.stderr.write(line);
  },
): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  return {
    info: (message, fields = {}) => logger.info(shown(fields), withoutNumbers(message)),
    warn: (message, fields = {}) => logger.warn(shown(fields), withoutNumbers(message)),
    error: (message, fields = {}) => logger.error(shown(fields), withoutNumbers(message)),
  };
}
