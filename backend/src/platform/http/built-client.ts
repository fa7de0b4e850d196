import { basename, join } from 'node:path';

/** The client built together with this server: the folder of the same name (`dist`, `dist-test` …) under frontend/. */
export function builtClient(serverFolder: string): string {
  return join(serverFolder, '..', '..', 'frontend', basename(serverFolder));
}
