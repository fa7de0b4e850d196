import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The demo's one row remembers that its town was built to the end. A production row can never say so. */
export class DemoTown1790000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table demo_clock add column town_seeded_at timestamptz check (kind = 'demo' or town_seeded_at is null);
      grant update (town_seeded_at) on demo_clock to samspel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table demo_clock drop column town_seeded_at;`);
  }
}
