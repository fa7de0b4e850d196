/** SQL text: the Swedish calendar day on which something last happened in the case. */
export const movementDay = (lastMovementAt: string): string => `(${lastMovementAt} at time zone 'Europe/Stockholm')::date`;

/** SQL text: whole calendar days since then, 0 today. */
export const daysWithoutMovement = (lastMovementAt: string): string => `greatest(0, app.domain_today() - ${movementDay(lastMovementAt)})`;
