/** The workflows hold what the project promises of them: pinned actions, no rights by default, time limits, one build. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Step {
  uses?: string;
  run?: string;
  env?: Record<string, string>;
}

interface Workflow {
  name: string;
  permissions: Record<string, string>;
  jobs: Record<
    string,
    { needs?: string; permissions: Record<string, string>; steps: Step[]; 'timeout-minutes'?: number }
  >;
}

const workflows = globSync('.github/workflows/*.yml', { cwd: root }).map((file) => ({
  file,
  text: readFileSync(join(root, file), 'utf8'),
  workflow: parse(readFileSync(join(root, file), 'utf8')) as Workflow,
}));
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

test('there are three', () => assert.equal(workflows.length, 3));

for (const { file, text, workflow } of workflows)
  test(`${file}: pinned actions, no rights by default, a limit on every job, commands that exist`, () => {
    assert.deepEqual(workflow.permissions, {});
    for (const [name, job] of Object.entries(workflow.jobs)) {
      assert.ok((job['timeout-minutes'] ?? 0) > 0, `${name} has no time limit`);
      assert.ok(job.permissions, `${name} does not say what it may do`);
      for (const { uses, run } of job.steps) {
        if (uses) assert.match(uses, /^actions\/[\w-]+@[0-9a-f]{40}$/);
        for (const [, script = ''] of (run ?? '').matchAll(/npm run ([\w-]+)/g))
          assert.ok(scripts[script], `npm run ${script} does not exist`);
        // What a stranger writes (a title, a branch) never becomes part of a command.
        assert.doesNotMatch(run ?? '', /\$\{\{/);
      }
    }
    for (const line of text.split('\n').filter((one) => one.includes('uses:'))) assert.match(line, /# v\d+\.\d+\.\d+$/);
    assert.doesNotMatch(text, /pull_request_target/);
  });

test('what ships is asked about for known faults at each pull request, and no test needs that network', () => {
  const jobs: Workflow['jobs'] = workflows.find(({ file }) => file.endsWith('pull-request.yml'))?.workflow.jobs ?? {};
  const asking = Object.values(jobs).filter(({ steps }) => steps.some(({ run }) => run === 'npm audit --omit=dev'));
  assert.equal(asking.length, 1);
  // On its own: it must not hide what the tests say.
  assert.equal(asking[0]?.needs, undefined);
  assert.doesNotMatch(Object.values(scripts).join('\n'), /npm audit/);
});

test('a pull request is built once, and tested on that build', () => {
  const jobs: Workflow['jobs'] = workflows.find(({ file }) => file.endsWith('pull-request.yml'))?.workflow.jobs ?? {};
  const builds = Object.values(jobs).flatMap(({ steps }) => steps.filter(({ run }) => run === 'npm run build'));
  assert.equal(builds.length, 1);
  assert.equal(jobs['tests']?.needs, 'build');
  assert.equal(jobs['tests']?.steps.at(-1)?.env?.['SKIP_BUILD'], '1');
  assert.equal(jobs['tests']?.steps.at(-1)?.run, 'npm test -- $WORDS');
  assert.equal(jobs['content']?.needs, undefined);
});

test('every test file belongs to a room that a job names, so that what is red has a name', () => {
  const text = workflows.find(({ file }) => file.endsWith('pull-request.yml'))?.text ?? '';
  const words = [...text.matchAll(/^ +words: (.*)$/gm)].flatMap(([, list = '']) => list.split(' '));
  assert.ok(words.length > 5);
  assert.deepEqual(
    globSync(['tests/**/*.test.ts', 'src/**/*.test.ts', 'netlify/**/*.test.ts'], { cwd: root }).filter(
      (file) => !words.some((word) => file.includes(word)),
    ),
    [],
  );
});
