import { randomUUIDv7 } from 'node:crypto';
import { withClient } from '../../src/platform/database/provision.ts';
import type { RunningApp } from './app.ts';
import type { Place, Town } from './town.ts';

export interface PublishedPlan {
  planId: string;
  /** A goal of fk's that the whole team of the tests reads. */
  goalId: string;
  /** A goal of the region's that only the region and fk read; published as well. */
  quietGoalId: string;
  /** A goal of fk's that has been shared but not published. */
  unpublishedId: string;
}

const OTHERS: Place[] = ['af', 'region', 'kommun'];

/** A plan with two published goals and one that is not, arranged behind the locks. */
export async function makePublishedPlan(running: Pick<RunningApp, 'database'>, town: Town, caseId: string): Promise<PublishedPlan> {
  const [planId, versionId, goalId, quietGoalId, unpublishedId] = Array.from({ length: 5 }, () => randomUUIDv7()) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [karin, lena] = [town.staff['karin.fk']!, town.staff['lena.region']!];
  const goal = (text: string, plain: string): string =>
    JSON.stringify({ text, ownWords: null, plain, targetOn: null, conflict: null, conflictOrganisationIds: [] });
  const goals: [id: string, at: Place, author: string, content: string, audience: Place[]][] = [
    [goalId, 'fk', karin.assignmentId, goal('Arbetsprövning på deltid', 'Du provar att jobba lite'), OTHERS],
    [quietGoalId, 'region', lena.assignmentId, goal('Smärtrehabilitering', 'Du får mindre ont'), ['fk']],
    [unpublishedId, 'fk', karin.assignmentId, goal('Opublicerat', 'Opublicerat'), OTHERS],
  ];
  await withClient(running.database.adminUrl, async (client) => {
    await client.query(`insert into care_plan (id, case_id, type, begun_by_assignment_id) values ($1, $2, 'REHAB_TEAM_PLAN', $3)`, [
      planId,
      caseId,
      karin.assignmentId,
    ]);
    await client.query(
      `insert into plan_version (id, plan_id, case_id, number, type, reason, organisation_id, audience, facts, published_by_assignment_id)
       values ($1, $2, $3, 1, 'REHAB_TEAM_PLAN', 'Första versionen', $4, $5, '{}', $6)`,
      [versionId, planId, caseId, karin.organisationId, OTHERS.map((place) => town.organisation[place]), karin.assignmentId],
    );
    for (const [id, at, author, content, audience] of goals) {
      const readers = audience.map((place) => town.organisation[place]);
      await client.query(
        `insert into plan_item (id, plan_id, case_id, kind, goal_kind, organisation_id, author_assignment_id, content, audience, shared_at)
         values ($1, $2, $3, 'GOAL', 'MAIN', $4, $5, $6, $7, now())`,
        [id, planId, caseId, town.organisation[at], author, content, readers],
      );
      if (id === unpublishedId) continue;
      await client.query(
        `insert into plan_version_item (version_id, item_id, case_id, organisation_id, audience, kind, position, item_version, content)
         values ($1, $2, $3, $4, $5, 'GOAL', 0, 1, $6)`,
        [versionId, id, caseId, town.organisation[at], readers, content],
      );
    }
  });
  return { planId, goalId, quietGoalId, unpublishedId };
}
