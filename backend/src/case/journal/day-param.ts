import { Param, type PipeTransform } from '@nestjs/common';
import { isCalendarDay } from '../../platform/http/calendar-day.ts';
import { notVisible } from '../../platform/problem/problem.ts';

class CalendarDay implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isCalendarDay(value)) throw notVisible();
    return value;
  }
}

/** A calendar day in the path. What is no day has no page, like an unknown id. */
export const DayParam = (name = 'day'): ParameterDecorator => Param(name, new CalendarDay());
