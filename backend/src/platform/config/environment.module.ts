import { type DynamicModule, Module } from '@nestjs/common';
import { Environment } from './environment.ts';

@Module({})
export class EnvironmentModule {
  static with(environment: Environment): DynamicModule {
    return { module: EnvironmentModule, global: true, providers: [{ provide: Environment, useValue: environment }], exports: [Environment] };
  }
}
