import { Module } from '@nestjs/common';
import { AssignmentController } from './assignment/assignment.controller.ts';
import { Assignments } from './assignment/assignment.service.ts';
import { Leaves } from './assignment/leave.service.ts';
import { ColleagueController } from './colleague/colleague.controller.ts';
import { OrganisationController } from './organisation.controller.ts';
import { Organisations } from './organisation.service.ts';
import { StaffController } from './staff/staff.controller.ts';
import { Staff } from './staff/staff.service.ts';
import { UnitController } from './unit/unit.controller.ts';
import { Units } from './unit/unit.service.ts';

const SERVICES = [Organisations, Units, Staff, Assignments, Leaves];

@Module({
  controllers: [OrganisationController, UnitController, StaffController, AssignmentController, ColleagueController],
  providers: SERVICES,
  exports: SERVICES,
})
export class OrganisationModule {}
