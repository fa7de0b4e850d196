import { Param, type PipeTransform } from '@nestjs/common';
import { notVisible } from '../../platform/problem/problem.ts';

class CalendarDay implements PipeTransform<string, string> {
  transform(value: string): string {
    const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
    if (!day || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value)) throw notVisible();
    return value;
  }
}

/** A calendar day in the path. What is no day has no page, like an unknown id. */
export const DayParam = (name = 'day'): ParameterDecorator => Param(name, new CalendarDay());
