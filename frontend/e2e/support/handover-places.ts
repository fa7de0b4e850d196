import type { DemoTown } from './demo-town.ts';
import { caseOf, first, type Place, press } from './place.ts';

const offerOf = (givenName: string, familyName: string) => async (town: DemoTown) => `${await caseOf(givenName, familyName)(town)}/lamna-over`;
/** The oldest handover in a state, and of one person when there are more. */
const handover = (state: string, familyName = '%') =>
  first(
    '/overlamningar/',
    `select h.id from handover h join coordination_case c on c.id = h.case_id join person p on p.id = c.person_id
     where h.state = '${state}' and p.family_name like '${familyName}' order by h.id`,
  );
const answering = (way: string) => async (town: DemoTown) => `${await handover('OFFERED', 'Hedberg')(town)}?svar=${way}`;

/** Everything a handover has a page, a row or a dialog for. */
export const HANDOVER_PLACES: readonly Place[] = [
  { name: 'a day with alerts and handovers', hint: 'sara.af', path: '/', shows: 'app-day-alerts li' },
  { name: 'the queue of an intake', hint: 'sara.af', path: '/inbjudningar', shows: 'app-inflow tbody tr' },
  { name: 'handing over', hint: 'karin.fk', path: offerOf('Mirja', 'Salo'), shows: 'app-unit-choice input' },
  { name: 'handing over what has been begun', hint: 'karin.fk', path: offerOf('Hamid', 'Rezai'), shows: 'app-handover-sight .see li' },
  { name: 'handing over what is on its way', hint: 'karin.fk', path: offerOf('Tommy', 'Lindgren'), shows: 'form' },
  { name: 'a case that is on its way', hint: 'karin.fk', path: caseOf('Tommy', 'Lindgren'), shows: 'app-note-card, app-team-panel' },
  { name: 'a handover for its receiver', hint: 'sara.af', path: handover('OFFERED', 'Hedberg'), shows: 'app-accept-handover-form' },
  { name: 'asking about a handover', hint: 'sara.af', path: answering('fraga'), shows: 'app-text-act-form' },
  { name: 'declining a handover', hint: 'sara.af', path: answering('nej'), shows: 'app-decline-handover-form' },
  { name: 'a handover after an owner was lost', hint: 'sara.af', path: handover('OFFERED', 'Åkerlund'), shows: 'app-accept-handover-form' },
  { name: 'a handover for its sender', hint: 'karin.fk', path: handover('NEEDS_INFO', 'Lindgren'), shows: 'app-handover-acts button' },
  {
    name: 'the dialog for answering a question',
    hint: 'karin.fk',
    path: handover('NEEDS_INFO', 'Lindgren'),
    shows: 'app-handover-acts button',
    act: press('app-handover-acts button'),
  },
  {
    name: 'the dialog for the first contact',
    hint: 'david.fk',
    path: handover('ACCEPTED', 'Aydin'),
    shows: 'app-handover-acts button',
    act: press('app-handover-acts button'),
  },
  { name: 'a handover that rests', hint: 'magnus.region', path: handover('ON_HOLD'), shows: 'app-handover-acts button' },
  { name: 'a handover for a supervisor', hint: 'per.chef.af', path: handover('OFFERED', 'Hedberg'), shows: 'app-handover-history li' },
  { name: 'Fastnat', hint: 'per.chef.af', path: '/fastnat', shows: 'app-stalled-counters' },
  {
    name: 'an open row of Fastnat',
    hint: 'per.chef.af',
    path: '/fastnat',
    shows: 'app-stalled-table tbody tr',
    act: async ({ page }) => {
      await page.locator('app-stalled-table tbody button').first().click();
      await page.locator('app-row-panel h3').first().waitFor();
    },
  },
  {
    name: 'naming a receiver on Fastnat',
    hint: 'per.chef.af',
    path: async (town) => `/fastnat?rad=${(await handover('OFFERED', 'Hedberg')(town)).split('/').at(-1)}`,
    shows: 'app-nominate input',
  },
  {
    name: 'the dialog for reminding several',
    hint: 'per.chef.af',
    path: '/fastnat',
    shows: 'app-stalled-filters',
    act: press('app-stalled-filters button'),
  },
  { name: 'Fastnat from the sending side', hint: 'maria.chef.fk', path: '/fastnat?riktning=fran', shows: 'app-stalled-counters' },
  { name: 'Fastnat with nothing of a kind', hint: 'per.chef.af', path: '/fastnat?slag=pausad', shows: 'app-stalled-counters' },
  { name: 'the measures of my links', hint: 'maria.chef.fk', path: '/fastnat/matt', shows: 'main table, main ui-empty' },
  { name: 'a caseload to choose', hint: 'maria.chef.fk', path: '/fastnat/arendemangd', shows: 'app-colleague-picker' },
  {
    name: 'a caseload',
    hint: 'maria.chef.fk',
    path: first(
      '/fastnat/arendemangd?medarbetare=',
      `select a.id from assignment a join staff_member s on s.id = a.staff_member_id where s.given_name = 'Karin' and s.family_name = 'Berg'`,
    ),
    shows: 'app-caseload-table tbody tr',
  },
  { name: 'alerts', hint: 'per.chef.af', path: '/larm', shows: 'main .tasks li, main ui-empty' },
  { name: 'all alerts', hint: 'karin.fk', path: '/larm?visa=all', shows: 'main .tasks li, main ui-empty' },
  { name: 'Drift: limits per link', hint: 'admin.drift', path: '/drift?flik=overlamningar', shows: 'app-link-templates-tab li' },
  {
    name: 'Drift: the dialog for the limits of a link',
    hint: 'admin.drift',
    path: '/drift?flik=overlamningar',
    shows: 'app-link-templates-tab li',
    act: press('app-link-templates-tab li button'),
  },
];
