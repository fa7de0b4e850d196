import { Param, type PipeTransform } from '@nestjs/common';
import { notVisible } from '../problem/problem.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

class KnownIdShape implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw notVisible();
    return value.toLowerCase();
  }
}

/** An id in the path. What is no UUID cannot exist, and is answered like an unknown id. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, new KnownIdShape());
