import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

/** Long enough for a busy machine; every wait ends as soon as what it waits for is there. */
const PATIENCE_MS = 15_000;

export interface VisitorOptions {
  /** Of the window, in CSS pixels. */
  readonly width?: number;
  readonly language?: 'sv' | 'sv-enkel' | 'en';
  readonly dark?: boolean;
}

/** One person at one browser: a page, what it complained about, and the ways through it that many journeys share. */
export class Visitor {
  /** Errors in the page and in its console. Refusals that a journey asks for are left out by `expectRefusals`. */
  readonly complaints: string[] = [];
  private readonly expected = new Set<number>();

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {}

  static async arrive(browser: Browser, url: string, { width = 1280, language = 'sv', dark = false }: VisitorOptions): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width, height: width < 600 ? 800 : 900 },
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    if (language !== 'sv') await context.addInitScript((chosen) => localStorage.setItem('samspel.language', chosen), language);
    const visitor = new Visitor(await context.newPage(), url);
    visitor.listen();
    return visitor;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** A browser writes every refused request into its console; these ones are part of the journey. */
  expectRefusals(...statuses: number[]): this {
    for (const status of statuses) this.expected.add(status);
    return this;
  }

  /** Signs a demo account in without a question, as a link from elsewhere would. */
  async signIn(hint: string, audience: 'staff' | 'citizen' = 'staff', returnTo = '/uppgifter'): Promise<void> {
    const query = new URLSearchParams({ audience, login_hint: hint, returnTo });
    await this.page.goto(`/auth/login?${query.toString()}`);
    await this.page.waitForURL((address) => address.origin === this.url && address.pathname === returnTo.split('?')[0]);
    await this.heading().waitFor();
  }

  /** Opens an address of the client and waits until its heading and `shows` are there. */
  async open(path: string, shows: Locator | string | RegExp = this.heading()): Promise<void> {
    await this.page.goto(path);
    await this.heading().waitFor({ state: 'attached' });
    await this.sees(shows);
  }

  async sees(what: Locator | string | RegExp): Promise<void> {
    const locator = typeof what === 'string' || what instanceof RegExp ? this.page.getByText(what).filter({ visible: true }).first() : what;
    await locator.waitFor();
  }

  heading(): Locator {
    return this.page.locator('main h1').first();
  }

  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** A section by its heading. */
  section(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  /** The words of the page, as somebody reads them. */
  text(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  /** Status of a request with this visitor's cookies, made by the page itself. */
  statusOf(path: string): Promise<number> {
    return this.page.evaluate(async (address) => (await fetch(address)).status, `/api/v1/${path}`);
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  private listen(): void {
    this.page.on('pageerror', (error) => this.complaints.push(`${this.page.url()}: ${error.message}`));
    this.page.on('console', (message) => {
      // Warnings are Chromium's advice (a font that another page had already brought counts as unused); a breach of the CSP is an error.
      if (message.type() !== 'error') return;
      const status = /Failed to load resource: the server responded with a status of (\d+)/.exec(message.text())?.[1];
      if (status !== undefined && this.expected.has(Number(status))) return;
      if (/net::ERR_INTERNET_DISCONNECTED/.test(message.text()) && this.expected.has(0)) return;
      this.complaints.push(`${this.page.url()}: ${message.text()}`);
    });
  }
}
