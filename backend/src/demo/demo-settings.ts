/** Settings that make sense only where everything runs on one machine and all persons are invented. */
export function demoSettings(publicUrl: string): Record<string, string> {
  const issuer = `${publicUrl}/idp`;
  return {
    DEPLOYMENT_KIND: 'demo',
    PROCESS_ROLE: 'all',
    PUBLIC_URL: publicUrl,
    OIDC_STAFF_ISSUER: issuer,
    OIDC_STAFF_CLIENT_ID: 'samspel-staff',
    OIDC_STAFF_CLIENT_SECRET: 'demo-only-staff-secret',
    OIDC_CITIZEN_ISSUER: issuer,
    OIDC_CITIZEN_CLIENT_ID: 'samspel-citizen',
    OIDC_CITIZEN_CLIENT_SECRET: 'demo-only-citizen-secret',
  };
}
