/** Headers of every answer of a function: Netlify's own rules reach static files only. */
import { securityHeaders } from '../../src/lib/security-headers.ts';

/** An answer may hold what someone typed: no cache keeps it. */
export const commonHeaders = { ...securityHeaders, 'Cache-Control': 'no-store' } as const;
