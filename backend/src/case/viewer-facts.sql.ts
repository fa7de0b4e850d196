import { isCoveredSql } from './case-facts.ts';

/** SQL text: `CaseFacts` as JSON over `viewer` (the reader's own participation) and `c` (the case). */
export const VIEWER_FACTS = `json_build_object('id', c.id, 'reference', c.reference, 'personId', c.person_id, 'status', c.status, 'version', c.version,
  'ownerId', c.owner_assignment_id, 'coordinatorId', c.coordinator_assignment_id, 'participationId', viewer.id, 'relation', 'PARTICIPANT',
  'covered', ${isCoveredSql('c.id', 'viewer.organisation_id')})`;
