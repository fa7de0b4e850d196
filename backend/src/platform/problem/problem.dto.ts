import { ApiProperty } from '@nestjs/swagger';

export class ProblemErrorView {
  @ApiProperty({ description: 'JSON pointer (RFC 6901) to what is wrong.', example: '/text' }) pointer: string;
  @ApiProperty({ description: 'Why, as a code.', example: 'required' }) code: string;
}

export class ProblemGapView {
  @ApiProperty({ description: 'Which of the statute’s four items.', example: 'RESPONSIBLE_AUTHORITY' }) item: string;
  @ApiProperty({ description: 'What is missing of it, as a code.', example: 'NO_RESPONSIBLE_AUTHORITY' }) code: string;
  @ApiProperty({ description: 'The item of the plan it concerns; null when there is none.', type: String, nullable: true, format: 'uuid' })
  itemId: string | null;
}

/** RFC 9457. */
export class ProblemView {
  @ApiProperty({ description: 'What kind of refusal.', example: 'urn:samspel:not_found' }) type: string;
  @ApiProperty({ description: 'Swedish, short.', example: 'Finns inte' }) title: string;
  @ApiProperty({ description: 'HTTP status.', example: 404 }) status: number;
  @ApiProperty({
    description: 'Swedish, one or two sentences, never personal data.',
    example: 'Det du söker finns inte, eller så har du inte tillgång till det.',
  })
  detail: string;
  @ApiProperty({ description: 'This very occurrence.', example: 'urn:uuid:5b0c0f0e-6a4f-4f86-9c56-0d0c51a2f0aa' }) instance: string;
  @ApiProperty({ description: 'Each wrong place.', type: [ProblemErrorView], required: false }) errors?: ProblemErrorView[];
  @ApiProperty({ description: 'The reason code of a 403 or a blocked act.', required: false, example: 'not_owner' }) because?: string;
  @ApiProperty({ description: 'At 412: the version that stands now.', required: false, example: '"8"' }) currentEtag?: string;
  @ApiProperty({ description: 'At 412: names of fields that differ, where known.', required: false, type: [String] }) changed?: string[];
  @ApiProperty({ description: 'At `consent.missing`: the organisations that no consent covers.', required: false, type: [String] })
  organisations?: string[];
  @ApiProperty({ description: 'Where something is counted: how many stand in the way.', required: false, example: 2 }) count?: number;
  @ApiProperty({ description: 'At `handover.state`: where the handover stands now.', required: false, example: 'ACCEPTED' }) state?: string;
  @ApiProperty({ description: 'At `handover.draft_exists`: the draft to go on with.', required: false, format: 'uuid' }) id?: string;
  @ApiProperty({ description: 'At `plan.incomplete`: what the plan lacks.', required: false, type: [ProblemGapView] }) missing?: ProblemGapView[];
}
