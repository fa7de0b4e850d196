import { Uuid } from '../openapi/fields.ts';

export class CreatedView {
  @Uuid({ description: 'The id of what was made; read it with its own GET.' }) id: string;
}
