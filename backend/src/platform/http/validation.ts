import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type Problem, type ProblemError, malformed, unprocessable } from '../problem/problem.ts';

/** Wrong JSON types and unknown names are a malformed request (400); everything a person could mend in the form is content (422). */
const MALFORMED = new Set([
  'whitelistValidation',
  'isString',
  'isBoolean',
  'isInt',
  'isObject',
  'isArray',
  'isUuid',
  'nestedValidation',
  'unknownValue',
]);

export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (errors) => problemFrom(errors),
  });
}

function problemFrom(errors: ValidationError[]): Problem {
  const found = errors.flatMap((error) => flatten(error, ''));
  const bad = found.filter((error) => MALFORMED.has(error.code) || error.code === 'unknown');
  return bad.length ? malformed(bad) : unprocessable(found);
}

function flatten(error: ValidationError, parent: string): ProblemError[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const codes = Object.keys(error.constraints ?? {});
  const missing = codes.length > 0 && error.value === undefined && !codes.includes('whitelistValidation');
  const own = missing ? ['required'] : codes.map((code) => (code === 'whitelistValidation' ? 'unknown' : code));
  return [...own.map((code) => ({ pointer, code })), ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}
