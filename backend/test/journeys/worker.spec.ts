import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { demoSettings } from '../../src/demo/demo-settings.ts';
import { openDemoPost } from '../../src/demo/mail/demo-post.ts';
import { ConfigurationError, type Environment, readEnvironment } from '../../src/platform/config/environment.ts';
import { startWorker } from '../../src/worker.ts';

describe('the worker', () => {
  let database: TestDatabase, environment: Environment;
  beforeAll(async () => {
    database = await freshDatabase();
    const { app, worker, audit } = database.urls;
    environment = readEnvironment({
      ...demoSettings('http://localhost:1'),
      DATABASE_URL: app,
      DATABASE_WORKER_URL: worker,
      DATABASE_AUDIT_URL: audit,
      IDENTIFIER_KEY: Buffer.alloc(32, 1).toString('base64'),
      IDENTIFIER_INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
    });
  });
  afterAll(() => database?.drop());

  it('does not start where nothing takes its mails', async () => {
    await expect(startWorker(environment)).rejects.toThrow(ConfigurationError);
  });

  it('starts on its own role’s rights, beside the demo’s post, and stops leaving nothing open', async () => {
    const post = openDemoPost(environment.DATABASE_WORKER_URL, () => undefined);
    const worker = await startWorker(environment, { transport: post.transport });
    await worker.stop();
    await post.stop();
  });
});
