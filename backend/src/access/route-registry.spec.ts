import { Controller, Get, Module, Post, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { ForCitizen, ForStaff, Open } from './route-access.ts';
import { RouteRegistry } from './route-registry.ts';

@Controller('things')
@ForStaff('CASEWORKER')
class Things {
  @Get() list(): void {}
  @Get('open') @Open() open(): void {}
  @Post([':id/a', ':id/b']) act(): void {}
  notARoute(): void {}
}

@Controller('things')
class Unmarked {
  @Get('forgotten') forgotten(): void {}
}

@Controller('me')
class StaffUnderMe {
  @Get('plan') @ForStaff('CASEWORKER') plan(): void {}
}

@Controller('things')
class CitizenElsewhere {
  @Get('mine') @ForCitizen() mine(): void {}
}

@Controller('things')
class NoRole {
  @Get('nobody') @ForStaff() nobody(): void {}
}

async function boot(controller: Type): Promise<RouteRegistry> {
  @Module({ imports: [DiscoveryModule], controllers: [controller], providers: [RouteRegistry] })
  class App {}
  const module = await Test.createTestingModule({ imports: [App] }).compile();
  const app = module.createNestApplication({ logger: false });
  try {
    await app.init();
    return app.get(RouteRegistry);
  } finally {
    await app.close();
  }
}

describe('the registry of routes', () => {
  it('knows every route and who it is for, the method’s mark before the class’s', async () => {
    const routes = (await boot(Things)).routes().map(({ method, path, access }) => `${method} ${path} ${access?.audience}`);
    expect(routes).toEqual(['GET things STAFF', 'GET things/open OPEN', 'POST things/:id/a STAFF', 'POST things/:id/b STAFF']);
  });

  it.each([
    [Unmarked, 'GET things/forgotten (Unmarked.forgotten) says not who it is for'],
    [StaffUnderMe, 'GET me/plan (StaffUnderMe.plan) must be for citizens exactly when it is under me/'],
    [CitizenElsewhere, 'GET things/mine (CitizenElsewhere.mine) must be for citizens exactly when it is under me/'],
    [NoRole, 'GET things/nobody (NoRole.nobody) is for staff without any role'],
  ])('%p keeps the app from starting', async (controller, words) => {
    await expect(boot(controller)).rejects.toThrow(words);
  });
});
