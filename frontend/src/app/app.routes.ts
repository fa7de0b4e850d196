import { type Routes } from '@angular/router';
import { anybody, forAudience, onlyInDemo, signedIn, startPage, withNavigation } from './session/guards.ts';
import { key, texts } from './text/words.ts';

const staff = forAudience('staff');
const citizen = forAudience('citizen');
const textPage = () => import('./shell/text.page.ts');

/** Every page is a file of its own, loaded when it is opened; a page file's default export is its component. */
export const routes: Routes = [
  { path: 'logga-in', title: key('shell.title.signIn'), canMatch: [anybody], loadComponent: () => import('./session/sign-in.page.ts') },
  { path: 'inloggad', title: key('shell.title.signedIn'), loadComponent: () => import('./session/signed-in.page.ts') },
  { path: 'hjalp', title: key('shell.page.help.title'), canMatch: [anybody], loadComponent: textPage, data: { page: 'help', sections: 3 } },
  {
    path: 'tillganglighet',
    title: key('shell.page.accessibility.title'),
    canMatch: [anybody],
    loadComponent: textPage,
    data: { page: 'accessibility', sections: 4 },
  },
  { path: 'uppgifter', title: key('shell.page.data.title'), canMatch: [anybody], loadComponent: textPage, data: { page: 'data', sections: 4 } },
  {
    path: 'for-medarbetare',
    title: key('shell.page.forStaff.title'),
    canMatch: [anybody],
    loadComponent: textPage,
    data: { page: 'forStaff', wayBack: true },
  },
  {
    path: 'for-invanare',
    title: key('shell.page.forCitizen.title'),
    canMatch: [anybody],
    loadComponent: textPage,
    data: { page: 'forCitizen', wayBack: true },
  },
  { path: 'fel', title: key('shell.page.error.title'), canMatch: [anybody], loadComponent: textPage, data: { page: 'error', wayBack: true } },
  {
    path: 'ui',
    title: key('shell.title.kit'),
    canMatch: [onlyInDemo, anybody],
    resolve: { texts: texts('kit') },
    loadComponent: () => import('./ui/kit-page/kit.page.ts'),
  },
  {
    path: 'utskick',
    title: key('demo.mails.title'),
    canMatch: [onlyInDemo, anybody],
    resolve: { texts: texts('demo') },
    loadComponent: () => import('./demo/mails.page.ts'),
  },

  {
    path: 'min-plan',
    title: key('shell.nav.myPlan'),
    canMatch: [citizen],
    resolve: { texts: texts('citizen', 'person-plan', 'voice', 'timeline') },
    loadComponent: () => import('./citizen/my-plan.page.ts'),
  },
  {
    path: 'mina-moten',
    title: key('shell.nav.myMeetings'),
    canMatch: [citizen],
    resolve: { texts: texts('citizen', 'voice') },
    loadComponent: () => import('./citizen/meetings.page.ts'),
  },
  {
    path: 'samtycke',
    title: key('shell.nav.myConsent'),
    canMatch: [citizen],
    resolve: { texts: texts('citizen', 'my-consent') },
    loadComponent: () => import('./citizen/consent/consents.page.ts'),
  },
  {
    path: 'vem-har-tittat',
    title: key('shell.nav.myLooks'),
    canMatch: [citizen],
    resolve: { texts: texts('citizen', 'voice') },
    loadComponent: () => import('./citizen/looks.page.ts'),
  },
  {
    path: 'installningar',
    title: key('shell.nav.settings'),
    canMatch: [citizen],
    resolve: { texts: texts('citizen', 'my-settings') },
    loadComponent: () => import('./citizen/settings/settings.page.ts'),
  },

  { path: 'sessioner', title: key('session.list.title'), canMatch: [signedIn], loadComponent: () => import('./session/sessions.page.ts') },
  {
    path: '',
    pathMatch: 'full',
    title: key('shell.nav.myDay'),
    canMatch: [startPage],
    resolve: { texts: texts('my-day', 'timeline', 'handover', 'alert', 'person-messages', 'note', 'case') },
    loadComponent: () => import('./my-day/my-day.page.ts'),
  },
  {
    path: '',
    pathMatch: 'full',
    title: key('shell.title.federation'),
    canMatch: [staff],
    loadComponent: () => import('./shell/federation.page.ts'),
  },
  {
    path: 'arenden',
    canMatch: [staff, withNavigation('cases')],
    resolve: { texts: texts('case', 'care-team', 'consent', 'note', 'timeline', 'handover', 'plan', 'person-messages', 'question') },
    children: [
      { path: '', pathMatch: 'full', title: key('shell.nav.cases'), loadComponent: () => import('./case/cases.page.ts') },
      { path: 'nytt', title: key('shell.nav.openCase'), loadComponent: () => import('./case/open-case.page.ts') },
      { path: ':id', title: key('shell.title.case'), data: { wide: true }, loadComponent: () => import('./case/case.page.ts') },
      {
        path: ':id/lamna-over',
        title: key('handover.offer.title'),
        // The person's own sentence stands beside the form, word for word.
        resolve: { texts: texts('citizen') },
        loadComponent: () => import('./handover/offer.page.ts'),
      },
      { path: ':id/plan', title: key('plan.title'), loadComponent: () => import('./plan/plan.page.ts') },
      {
        path: ':id/plan/publicera',
        title: key('plan.title'),
        // "Så här ser Eva det" is the person's own page, word for word.
        resolve: { texts: texts('citizen', 'person-plan', 'voice') },
        loadComponent: () => import('./plan/publish.page.ts'),
      },
      { path: ':id/plan/versioner', title: key('plan.version.title'), loadComponent: () => import('./plan/versions.page.ts') },
    ],
  },
  {
    path: 'overlamningar/:id',
    title: key('handover.title'),
    canMatch: [staff, withNavigation('my-day')],
    resolve: { texts: texts('handover', 'case', 'care-team', 'note') },
    loadComponent: () => import('./handover/handover.page.ts'),
  },
  {
    path: 'inbjudningar',
    canMatch: [staff, withNavigation('invitations')],
    resolve: { texts: texts('invitation', 'case', 'handover') },
    children: [
      { path: '', pathMatch: 'full', title: key('shell.title.invitations'), loadComponent: () => import('./care-team/invitations.page.ts') },
      { path: ':id', title: key('invitation.title'), loadComponent: () => import('./invitation/invitation.page.ts') },
    ],
  },
  {
    path: 'organisationer',
    canMatch: [staff],
    resolve: { texts: texts('organisation') },
    children: [
      { path: '', pathMatch: 'full', title: key('organisation.list.title'), loadComponent: () => import('./organisation/organisations.page.ts') },
      { path: ':id', title: key('shell.title.organisation'), loadComponent: () => import('./organisation/organisation-card.page.ts') },
    ],
  },
  {
    path: 'kopior',
    canMatch: [staff, withNavigation('cases')],
    resolve: { texts: texts('records') },
    children: [
      { path: '', pathMatch: 'full', title: key('records.title'), loadComponent: () => import('./records/frozen-copies.page.ts') },
      { path: ':id', title: key('records.title'), loadComponent: () => import('./records/frozen-copy.page.ts') },
    ],
  },
  {
    path: 'fastnat',
    canMatch: [staff, withNavigation('stalled')],
    resolve: { texts: texts('stalled', 'alert', 'caseload', 'measures', 'case', 'care-team') },
    children: [
      { path: '', pathMatch: 'full', title: key('shell.nav.stalled'), loadComponent: () => import('./stalled/stalled.page.ts') },
      { path: 'matt', title: key('measures.title'), loadComponent: () => import('./measures/measures.page.ts') },
      { path: 'arendemangd', title: key('caseload.title'), loadComponent: () => import('./caseload/caseload.page.ts') },
    ],
  },
  {
    path: 'larm',
    title: key('alert.title'),
    canMatch: [staff, withNavigation('my-day')],
    resolve: { texts: texts('alert') },
    loadComponent: () => import('./alert/alerts.page.ts'),
  },
  {
    path: 'drift',
    canMatch: [staff, withNavigation('operations')],
    resolve: { texts: texts('operations', 'organisation', 'case', 'demo') },
    children: [
      { path: '', pathMatch: 'full', title: key('shell.nav.operations'), loadComponent: () => import('./operations/operations.page.ts') },
      { path: 'organisationer/:id', title: key('operations.card.title'), loadComponent: () => import('./operations/edit-card.page.ts') },
    ],
  },
  { path: '**', title: key('shell.page.notFound.title'), canMatch: [anybody], loadComponent: textPage, data: { page: 'notFound', wayBack: true } },
];
