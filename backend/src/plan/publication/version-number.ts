import { Param, type PipeTransform } from '@nestjs/common';
import { notVisible } from '../../platform/problem/problem.ts';

class KnownNumberShape implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,6}$/.test(value)) throw notVisible();
    return Number(value);
  }
}

/** A version's number in the path. What is no number cannot exist, and is answered like an unknown one. */
export const NumberParam = (): ParameterDecorator => Param('number', new KnownNumberShape());
