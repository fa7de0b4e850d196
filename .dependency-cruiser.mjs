/** The shape of the house, in six rules. A new edge that breaks one is a design question, not a configuration question. */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or hide a third. Type-only edges do not exist at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'frontend-to-shared-from-backend',
      comment: 'Client and server meet in shared alone; the demo identity provider is reached by the demo alone.',
      severity: 'error',
      from: { path: '^(frontend|backend|shared|dev-idp)/', pathNot: '^backend/(src/demo|test)/' },
      to: { path: '^(frontend|backend|dev-idp)/', pathNot: '^$1/' },
    },
    {
      name: 'platform-knows-nobody',
      comment: 'Config, database, clock and mail carry no domain, so every feature can stand on them.',
      severity: 'error',
      from: { path: '^backend/src/platform/' },
      to: { path: '^backend/src/(?!platform/)' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules, policies and everything shared are plain functions over plain values: testable without a server or a database.',
      severity: 'error',
      from: { path: '(^shared/src/|[.](rules|policy)[.]ts$)', pathNot: '[.]spec[.]ts$' },
      to: { path: '(^|/)node_modules/(@nestjs|@angular|typeorm|pg|express)(/|$)' },
    },
    {
      name: 'demo-is-a-leaf',
      comment: 'The production build leaves the demo out; an import of it would take it back in.',
      severity: 'error',
      from: { path: '^backend/src/', pathNot: '^backend/(src/demo|test)/' },
      to: { path: '^backend/src/demo/' },
    },
    {
      name: 'entities-stay-home',
      comment: 'Features ask each other through services and queries; a table has one owner.',
      severity: 'error',
      from: { path: '^backend/src/([^/]+)/', pathNot: '[.]spec[.]ts$' },
      to: { path: '^backend/src/[^/]+/.*[.]entity[.]ts$', pathNot: '^backend/src/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(backend|frontend)/dist' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'backend/tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'], extensions: ['.ts', '.js', '.mjs'] },
  },
};
