/** TypeORM answers rows, a plain `pg` client an object with them. */
export const rowsOf = <Row>(answer: unknown): Row[] => (Array.isArray(answer) ? (answer as Row[]) : (answer as { rows: Row[] }).rows);
