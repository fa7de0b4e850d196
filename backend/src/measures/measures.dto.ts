import { DECLINE_CODES, type DeclineCode } from '@samspel/shared/handover/handover.ts';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { UnitRef } from '../care-team/invitation/invitation.dto.ts';
import { Day, ListOf, OneOf, Part, Whole } from '../platform/openapi/fields.ts';
import type { LinkFigures, Spread } from './measures.rules.ts';

/** A figure with decimals; only in views. */
const Figure = (description: string, { nullable = false, maximum }: { nullable?: boolean; maximum?: number } = {}): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: 'number', minimum: 0, ...(maximum && { maximum }), description, nullable, example: maximum ? 0.8 : 2.5 }));
const Share = (description: string): PropertyDecorator =>
  Figure(`${description} Between 0 and 1; null when too few.`, { nullable: true, maximum: 1 });

export class LinkMeasuresQuery {
  @Day({ description: 'First day of the period; ninety days before the last one when absent.', optional: true }) from?: string;
  @Day({ description: 'Last day of the period; today when absent.', optional: true }) to?: string;
}

export class PeriodView {
  @Day({ description: 'First day.' }) from: string;
  @Day({ description: 'Last day.' }) to: string;
}

export class SpreadView implements Spread {
  @Figure('Median.') p50: number;
  @Figure('Three quarters took no longer.') p75: number;
  @Figure('Nine of ten took no longer.') p90: number;
  @Figure('The longest.') max: number;
  @Whole(0, 1e9, { description: 'How many it rests on.' }) n: number;
}

export class OpenHandoversView {
  @Whole(0, 1e9, { description: 'How many still wait for an answer.' }) n: number;
  @Whole(0, 1e5, { description: 'Working days the oldest has waited.', example: 4 }) oldestDays: number;
}

export class OwnedWithinView {
  @Share('Accepted within one working day.') d1: number | null;
  @Share('Within three.') d3: number | null;
  @Share('Within five.') d5: number | null;
}

export class DeclinesView {
  @OneOf(DECLINE_CODES, 'DeclineCode', { description: 'The reason.' }) code: DeclineCode;
  @Whole(0, 1e9, { description: 'How many; null when fewer than five.', nullable: true }) n: number | null;
}

export class BouncesView {
  @Whole(0, 1e5, { description: 'Most times one baton came back over the link.' }) max: number;
  @Figure('On average.') mean: number;
}

export class AlertLagView {
  @Figure('Median.') p50: number;
  @Figure('The longest.') max: number;
}

/** How one link did in the period. Every cell that rests on fewer than five handovers is null. */
export class LinkMeasuresView implements LinkFigures {
  @Part(() => UnitRef, { description: 'From.' }) fromUnit: UnitRef;
  @Part(() => UnitRef, { description: 'To.' }) toUnit: UnitRef;
  @Part(() => PeriodView, { description: 'The period: handovers sent in it count, whenever they were answered.' }) period: PeriodView;
  @Whole(1, 1e9, { description: 'How many handovers, always told.', example: 12 }) n: number;
  @Whole(1, 1e9, { description: 'How many were sent.', example: 12 }) offered: number;
  @Whole(0, 1e9, { description: 'How many have been answered, taken back or stopped.', nullable: true }) closed: number | null;
  @Part(() => OpenHandoversView, { description: 'Those that still wait.', nullable: true }) open: OpenHandoversView | null;
  @Part(() => SpreadView, { description: 'Working hours until somebody had received; 24 to a working day.', nullable: true })
  toReceivedHours: SpreadView | null;
  @Part(() => SpreadView, { description: 'Working days until a named person had accepted.', nullable: true }) toOwnerDays: SpreadView | null;
  @Part(() => OwnedWithinView, { description: 'Share with an owner in time, of those that have had the time.' }) ownedWithin: OwnedWithinView;
  @Figure('Hours persons have waited without an accepted owner, weekends too, added up.', { nullable: true }) ownerlessPersonHours: number | null;
  @Share('Loops that were closed, of those accepted.') closedLoopShare: number | null;
  @ListOf(() => DeclinesView, 10, { description: 'Declined, by reason.' }) declines: DeclinesView[];
  @Part(() => BouncesView, { description: 'How often a baton came back.', nullable: true }) bounces: BouncesView | null;
  @Share('First contacts with sender, receiver and person together.') warmShare: number | null;
  @Figure('Median working days from losing an owner until there was one again.', { nullable: true }) ownerLostRepairDays: number | null;
  @Part(() => AlertLagView, { description: 'Seconds from when an alert was due until it was raised.', nullable: true })
  alertLagSeconds: AlertLagView | null;
  @Whole(0, 1e9, { description: 'Alerts more than a minute overdue and not raised; must be 0.' }) alertsLost: number;
  @Whole(0, 1e9, { description: 'Alerts raised more than once; must be 0.' }) alertsDuplicated: number;
}

export class LinkMeasuresList {
  @ListOf(() => LinkMeasuresView, 1000, { description: 'The reader’s own links, those with most handovers first.' }) items: LinkMeasuresView[];
}
