import type { PlanIds } from '../support/full-plan.ts';
import type { Answer, Client } from '../support/sign-in.ts';
import { planActs } from './plan-acts.ts';
import { publicationActs } from './publication-acts.ts';
import { workActs } from './work-acts.ts';

/** Ids inside one case, and some that acts mention from outside it. */
export interface CaseThings extends PlanIds {
  caseId: string;
  noteId: string;
  consentId: string;
  participantId: string;
  contactId: string;
  invitationId: string;
  joinRequestId: string;
  coordinatorRequestId: string;
  handoverId: string;
  personMessageId: string;
  representativeId: string;
  proposalId: string;
  questionId: string;
  unitId: string;
  organisationId: string;
  assignmentId: string;
}

export interface CaseAct {
  /** As the route registry names it. */
  route: string;
  run(client: Client, things: CaseThings): Promise<Answer>;
}

/** Routes that lead into a case by the id of something in it. */
export const subResourceRoutes =
  /^\w+ (notes|consents|participants|contacts|invitations|join-requests|coordinator-requests|handovers|person-messages|representatives|consent-proposals|plans|plan-items|plan-parts|follow-ups|goals|activities|questions)\/:/;

const version = { headers: { 'if-match': '"1"' } };
const team = { role: 'handläggare', mandate: 'MAY_DECIDE', questionArea: '' };
const contact = { kind: 'EMPLOYER', name: 'Gunilla Rask', worksAt: '', questionArea: '' };
const draft = ({ unitId }: CaseThings): object => ({ toUnitId: unitId, asked: 'x', reason: 'x', answerBy: '2026-12-01' });
const scope = (things: CaseThings): object => ({
  disclosingOrganisationId: things.organisationId,
  informationCategories: ['WORK'],
  exclusions: '',
  recipients: { organisationIds: [things.organisationId], contactIds: [] },
});
const consent = (things: CaseThings): object => ({
  ...scope(things),
  givenBy: 'SELF',
  purpose: 'Samordna',
  validFrom: '2026-11-01',
  validTo: '2027-03-31',
  form: 'ORAL',
  informedWithText: '2026-11',
});

const representative = {
  personalNumber: '197706212391',
  givenName: 'Bengt',
  familyName: 'Lind',
  kind: 'OMBUD',
  basis: 'x',
  validFrom: '2026-01-01',
  validTo: '2099-01-01',
};
const proposal = (organisationId: string): object => ({
  purpose: 'x',
  informationCategories: ['WORK'],
  exclusions: '',
  recipientOrganisationIds: [organisationId],
  validTo: '2026-12-31',
});

const get = (route: string, path: (things: CaseThings) => string): CaseAct => ({
  route: `GET ${route}`,
  run: (client, things) => client.get(path(things)),
});
const post = (route: string, path: (things: CaseThings) => string, body: (things: CaseThings) => object = () => ({})): CaseAct => ({
  route: `POST ${route}`,
  run: (client, things) => client.post(path(things), body(things)),
});
const put = (route: string, path: (things: CaseThings) => string, body: (things: CaseThings) => object = () => ({})): CaseAct => ({
  route: `PUT ${route}`,
  run: (client, things) => client.put(path(things), body(things), version),
});

const onHandover = (name: string, body?: (things: CaseThings) => object): CaseAct =>
  put(`handovers/:id/${name}`, ({ handoverId }) => `handovers/${handoverId}/${name}`, body);

/** One well-formed attempt per route that leads into a case: what refuses it is who asks, not how. */
export const caseActs: CaseAct[] = [
  ...planActs(get, post, put),
  ...publicationActs(get, post, put),
  ...workActs(get, post, put),

  get('cases/:id', ({ caseId }) => `cases/${caseId}`),
  get('cases/:id/timeline', ({ caseId }) => `cases/${caseId}/timeline`),
  get('cases/:id/notes', ({ caseId }) => `cases/${caseId}/notes`),
  get('cases/:id/consents', ({ caseId }) => `cases/${caseId}/consents`),
  get('cases/:id/care-team/participants', ({ caseId }) => `cases/${caseId}/care-team/participants`),
  get('cases/:id/access-log', ({ caseId }) => `cases/${caseId}/access-log`),
  get('cases/:id/journal-text', ({ caseId }) => `cases/${caseId}/journal-text`),
  get('invitations/:id', ({ invitationId }) => `invitations/${invitationId}`),

  put('cases/:id/next-step', ({ caseId }) => `cases/${caseId}/next-step`, () => ({ text: 'x' })), // prettier-ignore
  put('cases/:id/next-step/done', ({ caseId }) => `cases/${caseId}/next-step/done`),
  put('cases/:id/ambition', ({ caseId }) => `cases/${caseId}/ambition`, () => ({ level: 'JOINT_ACTION' })), // prettier-ignore
  put('cases/:id/closure', ({ caseId }) => `cases/${caseId}/closure`, () => ({ reason: 'GOALS_REACHED', remainingWork: '', personInformed: true })), // prettier-ignore
  put('cases/:id/person', ({ caseId }) => `cases/${caseId}/person`, () => ({ language: 'sv' })), // prettier-ignore
  put('cases/:id/coordinator-request', ({ caseId }) => `cases/${caseId}/coordinator-request`, ({ assignmentId }) => ({ assignmentId, message: '' })), // prettier-ignore
  put('cases/:id/journal-marks/:day', ({ caseId }) => `cases/${caseId}/journal-marks/2026-11-20`),
  { route: 'DELETE cases/:id/journal-marks/:day', run: (client, { caseId }) => client.delete(`cases/${caseId}/journal-marks/2026-11-20`) },
  post('cases/:id/identifier-displays', ({ caseId }) => `cases/${caseId}/identifier-displays`),

  put('coordinator-requests/:id/acceptance', ({ coordinatorRequestId: id }) => `coordinator-requests/${id}/acceptance`),
  put('coordinator-requests/:id/refusal', ({ coordinatorRequestId: id }) => `coordinator-requests/${id}/refusal`),
  put('coordinator-requests/:id/withdrawal', ({ coordinatorRequestId: id }) => `coordinator-requests/${id}/withdrawal`),

  post('cases/:id/care-team/participants', ({ caseId }) => `cases/${caseId}/care-team/participants`, ({ assignmentId }) => ({ ...team, assignmentId })), // prettier-ignore
  put('participants/:id', ({ participantId }) => `participants/${participantId}`, () => team), // prettier-ignore
  put('participants/:id/departure', ({ participantId }) => `participants/${participantId}/departure`),
  put('participants/:id/introduction', ({ participantId }) => `participants/${participantId}/introduction`),

  post('cases/:id/invitations', ({ caseId }) => `cases/${caseId}/invitations`, ({ unitId }) => ({ unitId, reason: 'x' })), // prettier-ignore
  put('invitations/:id/acceptance', ({ invitationId }) => `invitations/${invitationId}/acceptance`, ({ assignmentId }) => ({ ...team, assignmentId })), // prettier-ignore
  put('invitations/:id/refusal', ({ invitationId }) => `invitations/${invitationId}/refusal`, () => ({ reason: 'x' })), // prettier-ignore
  put('invitations/:id/withdrawal', ({ invitationId }) => `invitations/${invitationId}/withdrawal`),
  put('join-requests/:id/invitation', ({ joinRequestId }) => `join-requests/${joinRequestId}/invitation`, () => ({ reason: 'x' })), // prettier-ignore
  put('join-requests/:id/refusal', ({ joinRequestId }) => `join-requests/${joinRequestId}/refusal`, () => ({})), // prettier-ignore

  get('cases/:id/handovers', ({ caseId }) => `cases/${caseId}/handovers`),
  get('cases/:id/handover-units', ({ caseId }) => `cases/${caseId}/handover-units?scope=CASE_OWNERSHIP`),
  post('cases/:id/handovers', ({ caseId }) => `cases/${caseId}/handovers`, (things) => ({ scope: 'CASE_OWNERSHIP', ...draft(things) })), // prettier-ignore
  get('handovers/:id', ({ handoverId }) => `handovers/${handoverId}`),
  put('handovers/:id', ({ handoverId }) => `handovers/${handoverId}`, draft),
  onHandover('offer'),
  onHandover('revocation'),
  onHandover('receipt'),
  onHandover('nomination', ({ assignmentId }) => ({ assignmentId })),
  onHandover('acceptance', () => ({ understood: true, possible: true, how: 'x', mandate: 'MAY_DECIDE', firstContactOn: '2026-12-01' })), // prettier-ignore
  onHandover('refusal', () => ({ code: 'NO_CAPACITY' })),
  onHandover('information-request', () => ({ question: 'x' })),
  onHandover('information', () => ({ answer: 'x' })),
  onHandover('first-contact', () => ({ on: '2026-11-23', present: [] })), // prettier-ignore
  onHandover('hold', () => ({ reason: 'x', until: '2026-12-01' })), // prettier-ignore
  onHandover('resumption'),
  onHandover('completion', () => ({ outcome: 'x' })),
  onHandover('failure', () => ({ outcome: 'x' })),
  onHandover('acknowledgement'),

  get('cases/:id/representatives', ({ caseId }) => `cases/${caseId}/representatives`),
  post('cases/:id/representatives', ({ caseId }) => `cases/${caseId}/representatives`, () => representative), // prettier-ignore
  put('representatives/:id/ending', ({ representativeId }) => `representatives/${representativeId}/ending`),
  get('cases/:id/consent-proposals', ({ caseId }) => `cases/${caseId}/consent-proposals`),
  post('cases/:id/consent-proposals', ({ caseId }) => `cases/${caseId}/consent-proposals`, ({ organisationId }) => proposal(organisationId)), // prettier-ignore
  put('consent-proposals/:id/withdrawal', ({ proposalId }) => `consent-proposals/${proposalId}/withdrawal`),

  get('cases/:id/person-messages', ({ caseId }) => `cases/${caseId}/person-messages`),
  post('cases/:id/person-messages', ({ caseId }) => `cases/${caseId}/person-messages`, () => ({ kind: 'CALL_ME', text: '', form: 'PHONE' })), // prettier-ignore
  put('person-messages/:id/answer', ({ personMessageId }) => `person-messages/${personMessageId}/answer`, () => ({ text: 'x' })), // prettier-ignore
  post('cases/:id/person-words', ({ caseId }) => `cases/${caseId}/person-words`, () => ({ text: 'x', form: 'PHONE' })), // prettier-ignore
  put('cases/:id/rating', ({ caseId }) => `cases/${caseId}/rating`, () => ({ value: 5, on: '2026-11-01', form: 'PHONE' })), // prettier-ignore

  post('cases/:id/contacts', ({ caseId }) => `cases/${caseId}/contacts`, () => contact), // prettier-ignore
  put('contacts/:id', ({ contactId }) => `contacts/${contactId}`, () => contact), // prettier-ignore
  put('contacts/:id/removal', ({ contactId }) => `contacts/${contactId}/removal`),
  put('contacts/:id/restoration', ({ contactId }) => `contacts/${contactId}/restoration`),

  post('cases/:id/timeline', ({ caseId }) => `cases/${caseId}/timeline`, () => ({ text: 'x', occurredOn: '2026-11-01', recipients: [], category: 'WORK' })), // prettier-ignore

  post('cases/:id/consents', ({ caseId }) => `cases/${caseId}/consents`, consent),
  post('cases/:id/consent-previews', ({ caseId }) => `cases/${caseId}/consent-previews`, scope),
  put('consents/:id/withdrawal', ({ consentId }) => `consents/${consentId}/withdrawal`),

  post('cases/:id/notes', ({ caseId }) => `cases/${caseId}/notes`, () => ({ text: 'x', kind: 'ORGANISATION' })), // prettier-ignore
  put('notes/:id', ({ noteId }) => `notes/${noteId}`, () => ({ text: 'y' })), // prettier-ignore
  put('notes/:id/removal', ({ noteId }) => `notes/${noteId}/removal`),
  put('notes/:id/restoration', ({ noteId }) => `notes/${noteId}/restoration`),
  post('notes/:id/disclosures', ({ noteId }) => `notes/${noteId}/disclosures`, ({ organisationId }) => ({ recipients: [organisationId], category: 'WORK' })), // prettier-ignore
];
