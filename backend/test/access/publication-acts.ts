import type { CaseAct, CaseThings } from './case-acts.ts';

type Act = (route: string, path: (things: CaseThings) => string, body?: (things: CaseThings) => object) => CaseAct;

/** From the working copy to what the person reads and what is printed: one well-formed attempt per route. */
export const publicationActs = (get: Act, post: Act, put: Act): CaseAct[] => [
  get('plans/:id/publication-preview', ({ planId }) => `plans/${planId}/publication-preview`),
  post(
    'plans/:id/publication',
    ({ planId }) => `plans/${planId}/publication`,
    () => ({ reason: 'x' }),
  ),
  get('plans/:id/versions', ({ planId }) => `plans/${planId}/versions`),
  get('plans/:id/versions/:number', ({ planId }) => `plans/${planId}/versions/1`),
  get('plans/:id/version-changes', ({ planId }) => `plans/${planId}/version-changes?from=1&to=0`),
  put(
    'plans/:id/versions/:number/agreement',
    ({ planId }) => `plans/${planId}/versions/1/agreement`,
    () => ({ stance: 'AGREES' }),
  ),
  get('plans/:id/document.pdf', ({ planId }) => `plans/${planId}/document.pdf?version=1`),
];
