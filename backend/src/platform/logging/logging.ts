import { ConsoleLogger, type LogLevel } from '@nestjs/common';

const LEVELS: LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug'];

/** One line an event; everything at or above `level`. Nothing that is logged may carry a name, a number or free text about a person. */
export function logger(level: 'error' | 'warn' | 'log' | 'debug', json: boolean): ConsoleLogger {
  return new ConsoleLogger({ logLevels: LEVELS.slice(0, LEVELS.indexOf(level) + 1), json, colors: false });
}
