/** Takes the place of every worker while `site.offline` is false: it removes what was kept, and itself. */
/// <reference lib="webworker" />
import { leave } from './leave.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(leave()));
