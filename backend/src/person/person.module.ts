import { Module } from '@nestjs/common';
import { IdentifierVault } from './identifier-vault.ts';
import { Identifiers } from './identifiers.ts';
import { PersonLookupController } from './person-lookup.controller.ts';
import { PersonLookups } from './person-lookup.service.ts';
import { PersonRegister } from './person-register.ts';

@Module({
  controllers: [PersonLookupController],
  providers: [IdentifierVault, Identifiers, PersonRegister, PersonLookups],
  exports: [IdentifierVault, Identifiers, PersonRegister],
})
export class PersonModule {}
