/** A process of its own with the functions as they are deployed: does one thing that it is told, by the clock it is told. */

interface Task {
  /** Of the bundle. */
  name: string;
  /** The body of a post; none for a scheduled function. */
  body?: string;
  /** Milliseconds that the clock is ahead. */
  ahead: number;
}

interface Module {
  default: (request: Request, context: object) => Promise<Response>;
}

const { name, body, ahead } = JSON.parse(process.argv[2] ?? '{}') as Task;
const now = Date.now;
Date.now = () => now() + ahead;

const bundle = new URL(`../../../netlify/generated/functions/${name}.mjs`, import.meta.url);
const { default: run } = (await import(bundle.href)) as Module;
const work: Promise<unknown>[] = [];
const response = await run(
  new Request('https://site.example/api/ta-request', {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    ...(body ? { body } : {}),
  }),
  { ip: '', deploy: { context: 'production' }, waitUntil: (promise: Promise<unknown>) => work.push(promise) },
);
// On the last line of the output, before what goes on after the answer: a person has it by then.
process.stdout.write(`ANSWER ${response.status} ${await response.text()}\n`);
await Promise.allSettled(work);
process.exit(0);
