import { applyDecorators } from '@nestjs/common';
import { ApiConflictResponse } from '@nestjs/swagger';
import { ProblemView } from '../../platform/problem/problem.dto.ts';

export const MayNotLeaveYet = (): MethodDecorator =>
  applyDecorators(
    ApiConflictResponse({
      description: 'assignment.accountable with the count, assignment.contact or assignment.ended.',
      type: ProblemView,
    }),
  );
