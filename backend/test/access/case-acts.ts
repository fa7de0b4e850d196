import type { Answer, Client } from '../support/sign-in.ts';

/** Ids inside one case, and some that acts mention from outside it. */
export interface CaseThings {
  caseId: string;
  noteId: string;
  consentId: string;
  participantId: string;
  contactId: string;
  invitationId: string;
  joinRequestId: string;
  coordinatorRequestId: string;
  handoverId: string;
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
export const subResourceRoutes = /^\w+ (notes|consents|participants|contacts|invitations|join-requests|coordinator-requests|handovers)\/:/;

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
