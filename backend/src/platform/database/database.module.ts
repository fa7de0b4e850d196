import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Environment } from '../config/environment.ts';
import { assertBoundRole, assertDeployment } from './boot-checks.ts';
import { Database } from './database.ts';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Environment],
      useFactory: (environment: Environment) => ({
        type: 'postgres',
        url: environment.DATABASE_URL,
        poolSize: environment.DATABASE_POOL_SIZE,
        autoLoadEntities: true,
        retryAttempts: 0,
        // A database that is down is answered with 503 at once, not after minutes of waiting for a connection.
        connectTimeoutMS: 2_000,
      }),
      dataSourceFactory: async (options) => new DataSource(options!).initialize(),
    }),
  ],
  providers: [Database],
  exports: [Database],
})
export class DatabaseModule {
  constructor(
    private readonly source: DataSource,
    private readonly environment: Environment,
  ) {}

  async onModuleInit(): Promise<void> {
    await assertBoundRole(this.source);
    await assertDeployment(this.source, this.environment.DEPLOYMENT_KIND);
  }
}
