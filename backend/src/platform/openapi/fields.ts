import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { isCalendarDay } from '../http/calendar-day.ts';

/** One decorator per kind of field: validator, type and documentation in one place, for requests and views alike. */
interface Doc {
  description: string;
  example?: unknown;
  optional?: boolean;
  nullable?: boolean;
}

type ClassRef = abstract new (...args: never[]) => unknown;

const documented = ({ optional, ...doc }: Doc, shape: ApiPropertyOptions): PropertyDecorator[] => [
  ApiProperty({ ...shape, ...doc, required: !optional } as ApiPropertyOptions),
  ...(optional || doc.nullable ? [IsOptional()] : []),
];

/** Text a person writes, trimmed. `lines`: line breaks allowed. */
export function Text(min: number, max: number, doc: Doc & { lines?: boolean }): PropertyDecorator {
  const { lines = false, ...rest } = doc;
  return applyDecorators(
    ...documented(rest, { type: 'string', minLength: min, maxLength: max }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Length(min, max),
    IsPlainText(lines),
  );
}

/** One id has one spelling in here, so that ids compare as text. */
const LowerCase = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(lowerCase) : lowerCase(value)));
const lowerCase = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);

export function Uuid(doc: Doc): PropertyDecorator {
  return applyDecorators(
    ...documented({ example: '01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42', ...doc }, { type: 'string', format: 'uuid' }),
    LowerCase(),
    IsUUID(),
  );
}

/** A calendar day, `YYYY-MM-DD` (RFC 3339 full-date). */
export function Day(doc: Doc): PropertyDecorator {
  return applyDecorators(...documented({ example: '2026-11-23', ...doc }, { type: 'string', format: 'date' }), IsString(), IsCalendarDay());
}

/** A UTC instant (RFC 3339 date-time); only in views. */
export function Instant(doc: Doc): PropertyDecorator {
  return applyDecorators(...documented({ example: '2026-11-23T08:40:00Z', ...doc }, { type: 'string', format: 'date-time' }), IsString());
}

/** `name` gives the enumeration a name of its own in the document and the generated types. */
export function OneOf(values: readonly string[], name: string, doc: Doc): PropertyDecorator {
  return applyDecorators(...documented({ example: values[0], ...doc }, { enum: [...values], enumName: name }), IsString(), IsIn([...values]));
}

export function ListOfOneOf(values: readonly string[], name: string, min: number, max: number, doc: Doc): PropertyDecorator {
  return applyDecorators(
    ...documented({ example: [values[0]], ...doc }, { enum: [...values], enumName: name, isArray: true }),
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsIn([...values], { each: true }),
  );
}

export function Flag(doc: Doc): PropertyDecorator {
  return applyDecorators(...documented({ example: true, ...doc }, { type: 'boolean' }), IsBoolean());
}

export function Whole(min: number, max: number, doc: Doc): PropertyDecorator {
  return applyDecorators(
    ...documented({ example: min, ...doc }, { type: 'integer', minimum: min, maximum: max }),
    Type(() => Number),
    IsInt(),
    Min(min),
    Max(max),
  );
}

export function Part(type: () => ClassRef, doc: Doc): PropertyDecorator {
  return applyDecorators(...documented(doc, { type: () => type(), nullable: doc.nullable }), IsNotEmpty(), IsObject(), ValidateNested(), Type(type));
}

export function ListOf(type: () => ClassRef, max: number, doc: Doc): PropertyDecorator {
  return applyDecorators(
    // Swagger takes only a function called `type` for a lazy reference, so it gets one.
    ...documented(doc, { type: () => type(), isArray: true }),
    IsArray(),
    ArrayMaxSize(max),
    ValidateNested({ each: true }),
    Type(type),
  );
}

export function ListOfText(min: number, max: number, doc: Doc): PropertyDecorator {
  return applyDecorators(
    ...documented(doc, { type: 'string', isArray: true }),
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    IsString({ each: true }),
    Length(1, 200, { each: true }),
  );
}

export function ListOfUuid(min: number, max: number, doc: Doc): PropertyDecorator {
  return applyDecorators(
    ...documented(doc, { type: 'string', format: 'uuid', isArray: true }),
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(max),
    LowerCase(),
    IsUUID(undefined, { each: true }),
  );
}

/** For values with a grammar of their own (phone, HSA-id). */
export function Pattern(pattern: RegExp, doc: Doc): PropertyDecorator {
  return applyDecorators(...documented(doc, { type: 'string', pattern: pattern.source }), IsString(), Matches(pattern));
}

/** Parameters of a text a client renders: codes, names and days, no markup. Only in views. */
export function Params(doc: Doc): PropertyDecorator {
  return applyDecorators(...documented({ example: {}, ...doc }, { type: 'object', additionalProperties: { type: 'string' } }), IsObject());
}

// NUL, other control characters, lone surrogates and bidirectional overrides have no place in what people write (security.md, text rules).
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

function IsPlainText(lines: boolean): PropertyDecorator {
  return ValidateBy({
    name: 'plainText',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && value.isWellFormed() && !FORBIDDEN.test(value) && (lines || !/[\r\n]/.test(value)),
    },
  });
}

function IsCalendarDay(): PropertyDecorator {
  return ValidateBy({
    name: 'calendarDay',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isCalendarDay(value),
    },
  });
}
