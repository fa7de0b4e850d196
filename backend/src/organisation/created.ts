import type { Response } from 'express';
import type { CreatedView } from '../platform/http/created.dto.ts';
import type { Outcome } from '../platform/http/once.ts';

/** 201 with where the new thing is read (`place`: the path below the API's root). A repeat of the same key answers the same. */
export function created(response: Response, { id, status }: Outcome, place: (id: string) => string): CreatedView {
  response.status(status).set('location', `/api/v1/${place(id!)}`);
  return { id: id! };
}
