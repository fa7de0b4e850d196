import backend from './backend/jest.config.js';

/** Everything at once; scripts/test.mjs runs the projects one after another. @type {import('jest').Config} */
export default { projects: [...backend.projects, '<rootDir>/frontend/jest.config.js'], workerIdleMemoryLimit: backend.workerIdleMemoryLimit };
