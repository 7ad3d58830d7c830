/** What the worker does to be gone: nothing kept, nobody served. Alone, it is the worker of a site that keeps nothing any more. */
/// <reference lib="webworker" />
declare const self: ServiceWorkerGlobalScope;

export const leave = async (): Promise<void> => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
};
