// The development server answers the pages itself and hands everything the backend owns to it.
const target = `http://localhost:${process.env.SAMSPEL_BACKEND_PORT ?? '3000'}`;

export default Object.fromEntries(['/api', '/auth', '/idp', '/health'].map((path) => [path, { target, secure: false, changeOrigin: false }]));
