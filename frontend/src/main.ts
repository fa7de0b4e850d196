import { bootstrapApplication } from '@angular/platform-browser';
import { appConfig } from './app/app.config.ts';
import { Shell } from './app/shell/shell.ts';

bootstrapApplication(Shell, appConfig).catch((error: unknown) => console.error(error));
