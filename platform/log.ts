import { pino } from 'pino';

/** Structured lines on standard error. Bodies, names of files, tokens and keys are never logged; see `redact`. */
export type Logger = {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};

export function makeLogger(level: string = process.env['QINGCAI_LOG'] ?? 'info'): Logger {
  return pino(
    { level, base: null, redact: { paths: ['password', '*.password', 'token', '*.token', 'cookie', '*.cookie', 'authorization', '*.authorization', 'headers'], censor: '[secret]' } },
    pino.destination({ fd: 2, sync: true }),
  );
}

export const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
