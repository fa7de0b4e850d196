import { workingDayAhead } from '../../../backend/src/demo/clock/clock-jump.rules.ts';
import { longDay } from '../../src/app/text/format/dates.ts';
import type { DemoTown } from './demo-town.ts';
import type { Visitor } from './visitor.ts';

/** The administrator, on the page Drift, moves the demo's clock to the next working day; comes back when what fell due by then has happened. */
export async function jumpOneDay(town: DemoTown, admin: Visitor): Promise<void> {
  const [row] = await town.sql<{ today: string }>('select app.domain_today()::text as today');
  const next = longDay(workingDayAhead(row!.today, 1), 'sv');
  await admin.button('Hoppa fram 1 arbetsdag').click();
  await admin.sees(admin.section('Demoklocka').getByText(`I demon är det ${next}`));
  await town.caughtUp();
}
