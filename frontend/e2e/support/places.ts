import { MY_PLACES, MY_SIMPLE_PLACES } from './citizen-places.ts';
import { HANDOVER_PLACES } from './handover-places.ts';
import { PLAN_PLACES } from './plan-places.ts';
import { caseOf, first, type Place, press } from './place.ts';

const eva = caseOf('Eva', 'Lind');

export const OPEN_PLACES: readonly Place[] = [
  { name: 'the sign-in page', path: '/logga-in', shows: '.tasks li' },
  { name: 'help', path: '/hjalp', shows: 'main h2' },
  { name: 'the accessibility statement', path: '/tillganglighet', shows: 'main h2' },
  { name: 'how data is handled', path: '/uppgifter', shows: 'main h2' },
  { name: 'the error page', path: '/fel', shows: 'main p a' },
  { name: 'an address that does not exist', path: '/finns-inte', shows: 'main p a' },
  { name: 'the sent mails', path: '/utskick', shows: 'main .panel ui-empty, main .tasks li' },
  { name: 'the kit', path: '/ui', shows: 'main section' },
];

export const STAFF_PLACES: readonly Place[] = [
  { name: 'Min dag', hint: 'karin.fk', path: '/', shows: 'app-day-rail' },
  { name: 'a day when nothing waits', hint: 'lena.region', path: '/', shows: 'app-day-rail' },
  { name: 'Ärenden', hint: 'karin.fk', path: '/arenden', shows: 'tbody tr' },
  { name: 'closed cases', hint: 'karin.fk', path: '/arenden?visa=closed', shows: 'tbody tr' },
  { name: 'opening a case', hint: 'karin.fk', path: '/arenden/nytt', shows: 'form' },
  { name: 'the case view', hint: 'karin.fk', path: eva, shows: 'app-note-card' },
  { name: 'the dialog for inviting', hint: 'lena.region', path: eva, shows: 'app-team-panel', act: press('app-team-panel .panel__head button') },
  { name: 'the dialog for a consent', hint: 'karin.fk', path: eva, shows: 'app-consent-panel', act: press('app-consent-panel .panel__head button') },
  { name: 'the dialog for withdrawing', hint: 'karin.fk', path: eva, shows: 'app-consent-panel', act: press('.consent-card > ui-action button') },
  { name: 'the dialog for the next step', hint: 'karin.fk', path: eva, shows: 'app-holder-acts', act: press('app-holder-acts button') },
  { name: 'a case without consent', hint: 'ahmed.af', path: caseOf('Lars-Göran', 'Eklund'), shows: 'app-consent-banner p' },
  { name: 'an unknown case', hint: 'karin.fk', path: '/arenden/01a20453-0000-70bc-abbc-f1b85119679e', shows: 'ui-empty' },
  { name: 'the organisations', hint: 'karin.fk', path: '/organisationer', shows: 'main li, main tbody tr' },
  {
    name: 'an organisation card',
    hint: 'karin.fk',
    path: first('/organisationer/', `select id from organisation where letters = 'AF'`),
    shows: 'main section',
  },
  { name: 'my sign-ins', hint: 'karin.fk', path: '/sessioner', shows: '.tasks li' },
  { name: 'a page that is for citizens', hint: 'karin.fk', path: '/min-plan', shows: 'main p a' },
  { name: 'invitations', hint: 'ulla.region', path: '/inbjudningar', shows: 'tbody tr' },
  { name: 'an empty queue of invitations', hint: 'fatima.kommun', path: '/inbjudningar', shows: 'ui-empty' },
  {
    name: 'an invitation',
    hint: 'ulla.region',
    path: first(
      '/inbjudningar/',
      `select i.id from care_team_invitation i join unit u on u.id = i.unit_id where i.state = 'PENDING' and u.name = 'Vårdcentralen Sjöstad'`,
    ),
    shows: 'app-accept-form',
  },
  {
    name: 'handing over',
    hint: 'karin.fk',
    path: async (town) => `${await eva(town)}/lamna-over`,
    shows: 'app-unit-choice, app-scope-choice',
  },
  {
    name: 'a handover to answer',
    hint: 'sara.af',
    path: first(
      '/overlamningar/',
      `select h.id from handover h join unit u on u.id = h.to_unit_id where h.state in ('OFFERED', 'RECEIVED') and u.name = 'Arbetsförmedlingen Sjöstad'`,
    ),
    shows: 'app-accept-handover-form',
  },
  { name: 'frozen copies', hint: 'sara.af', path: '/kopior', shows: 'tbody tr' },
  { name: 'a frozen copy', hint: 'sara.af', path: first('/kopior/', 'select id from frozen_copy'), shows: 'main h2' },
  { name: 'no frozen copies', hint: 'ulla.region', path: '/kopior', shows: 'ui-empty' },
  {
    name: 'a closed case',
    hint: 'karin.fk',
    path: first('/arenden/', `select id from coordination_case where status = 'CLOSED'`),
    shows: 'app-closed-banner',
  },
  ...HANDOVER_PLACES,
  ...PLAN_PLACES,
  { name: 'Drift: organisations', hint: 'admin.drift', path: '/drift', shows: 'app-organisations-tab li, app-organisations-tab tbody tr' },
  { name: 'Drift: units', hint: 'admin.drift', path: '/drift?flik=enheter', shows: 'app-units-tab li, app-units-tab select' },
  { name: 'Drift: staff', hint: 'admin.drift', path: '/drift?flik=medarbetare', shows: 'app-staff-tab li, app-staff-tab tbody tr' },
  { name: 'Drift: assignments', hint: 'admin.drift', path: '/drift?flik=uppdrag', shows: 'app-assignments-tab' },
  { name: 'Drift: mails that did not get through', hint: 'admin.drift', path: '/drift?flik=mejl', shows: 'app-mail-failures-tab ui-empty' },
  {
    name: 'Drift: editing a card',
    hint: 'admin.drift',
    path: first('/drift/organisationer/', `select id from organisation where letters = 'AF'`),
    shows: 'form',
  },
  { name: 'the start page of the federation', hint: 'forbund.ledare', path: '/', shows: 'ui-empty' },
  { name: 'the day of an administrator', hint: 'admin.drift', path: '/', shows: 'main h1' },
];

export const CITIZEN_PLACES: readonly Place[] = [
  { name: 'Min plan', hint: 'eva', citizen: true, path: '/min-plan', shows: 'main .holder' },
  { name: 'Min plan of a person without a case', hint: 'bengt', citizen: true, path: '/min-plan', shows: 'app-no-plan' },
  ...MY_PLACES,
  { name: 'my sign-ins as a citizen', hint: 'eva', citizen: true, path: '/sessioner', shows: '.tasks li' },
  { name: 'a page that is for staff', hint: 'eva', citizen: true, path: '/arenden', shows: 'main p a' },
];

/** Simple Swedish shows one thing at a time. */
export const SIMPLE_PLACES: readonly Place[] = MY_SIMPLE_PLACES;
