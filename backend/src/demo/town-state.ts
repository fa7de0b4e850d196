export type TownState = 'empty' | 'broken' | 'complete';

/** The mark is written last, so organisations without it are what a killed start left behind. */
export async function townState(query: (sql: string) => Promise<{ seeded: boolean; begun: boolean }[]>): Promise<TownState> {
  const [row] = await query('select town_seeded_at is not null as seeded, exists (select 1 from organisation) as begun from demo_clock');
  if (row?.seeded) return 'complete';
  return row?.begun ? 'broken' : 'empty';
}
