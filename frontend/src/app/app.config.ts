import { provideHttpClient, withFetch, withInterceptors, withNoXsrfProtection } from '@angular/common/http';
import { type ApplicationConfig, inject, isDevMode, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import {
  provideRouter,
  RedirectCommand,
  Router,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { provideTransloco } from '@jsverse/transloco';
import { apiInterceptor } from './api/interceptor.ts';
import { routes } from './app.routes.ts';
import { Idle } from './session/idle.ts';
import { KeptFocus } from './shell/kept-focus.ts';
import { PageFocus } from './shell/page-focus.ts';
import { PageTitle } from './shell/page-title.ts';
import { LANGUAGES } from './text/language.ts';
import { Words } from './text/words.ts';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      // A page that cannot be fetched (no network, a new version just put out) is told as such instead of a dead click.
      withNavigationErrorHandler(() => new RedirectCommand(inject(Router).parseUrl('/fel'), { skipLocationChange: true })),
    ),
    // The header X-Requested-With, set by the interceptor, is this API's guard against requests from other sites.
    provideHttpClient(withFetch(), withNoXsrfProtection(), withInterceptors([apiInterceptor])),
    provideTransloco({
      config: {
        availableLangs: [...LANGUAGES],
        defaultLang: 'sv',
        fallbackLang: 'sv',
        reRenderOnLangChange: true,
        prodMode: !isDevMode(),
        missingHandler: { useFallbackTranslation: true, logMissingKey: false },
      },
    }),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideAppInitializer(() => {
      inject(PageFocus).start();
      inject(KeptFocus).start();
      inject(Idle).start();
      return inject(Words).start();
    }),
  ],
};
