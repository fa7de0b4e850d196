import { Injectable, type OnApplicationBootstrap, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from './route-access.ts';

export interface Route {
  /** Upper-case HTTP method. */
  method: string;
  /** Below the API's base, as declared: `cases/:id/notes`. */
  path: string;
  /** `CaseController.read` */
  handler: string;
  access: RouteAccess | undefined;
}

/** Every route and who it is for. The app does not start while one is unmarked. */
@Injectable()
export class RouteRegistry implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const wrong = this.routes().flatMap(({ method, path, handler, access }) => {
      const reason = faultOf(path, access);
      return reason ? [`${method} ${path} (${handler}) ${reason}`] : [];
    });
    if (wrong.length) throw new Error(`Routes with wrong access: ${wrong.join('; ')}`);
  }

  routes(): Route[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => (metatype ? this.routesOf(metatype as Type) : []));
  }

  private routesOf(controller: Type): Route[] {
    const prototype = controller.prototype as Record<string, () => unknown>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
      if (handler === undefined || method === undefined) return [];
      const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [handler, controller]);
      return pathsOf(controller, handler).map((path) => ({ method: RequestMethod[method], path, handler: `${controller.name}.${name}`, access }));
    });
  }
}

const paths = (target: object): string[] => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();

const pathsOf = (controller: object, handler: object): string[] =>
  paths(controller).flatMap((base) => paths(handler).map((path) => `${base}/${path}`.split('/').filter(Boolean).join('/')));

/** The person's own pages and no others read the citizen cookie, so that neither cookie can be tried where the other belongs. */
function faultOf(path: string, access: RouteAccess | undefined): string | undefined {
  if (!access) return 'says not who it is for';
  if ((path === 'me' || path.startsWith('me/')) !== (access.audience === 'CITIZEN')) return 'must be for citizens exactly when it is under me/';
  if (access.audience === 'STAFF' && access.roles.length === 0) return 'is for staff without any role';
  return undefined;
}
