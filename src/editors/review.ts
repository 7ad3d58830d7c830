/** `npm run review`: what time has done to the content. It never fails a build; a weekly workflow keeps one issue of it. */
import { writeFileSync } from 'node:fs';
import { projectRoot, readOptions } from '../options.ts';
import { deadLinks } from './dead-links.ts';
import { itemsInIssue, outsideLinks, review, reviewText } from './review-report.ts';
import { gitIn } from '../checks/reading/past.ts';
import { readProject } from '../checks/reading/project.ts';

const help = `npm run review says what time has done to the pages: which are due for a review, which drafts have lain for long,
which webinars have no recording. It changes nothing.

  --links           also asks every address elsewhere whether it still answers (this takes minutes)
  --markdown file   writes the report to a file, as the body of an issue
  --today date      as if it were that day: 2027-01-31
  --root            another copy of the project
  --help            this text`;

const { values } = readOptions(help, {
  root: { type: 'string', default: projectRoot },
  today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  links: { type: 'boolean', default: false },
  markdown: { type: 'string' },
});

const git = gitIn(values.root);

/** Who last changed a file, and when it came in; undefined outside a repository. */
const history = (file: string): { owner: string; since: string } | undefined => {
  const log = git('log', '--format=%an\t%as', '--', file) ?? '';
  const [, owner, since] = /^(.*)\t(?:[^]*\t)?(.*)\n$/.exec(log) ?? [];
  return owner && since ? { owner, since } : undefined;
};

const project = readProject(values.root);
const dead = values.links ? await deadLinks([...outsideLinks(project).keys()]) : undefined;
const report = review(project, { today: values.today, history, dead });
if (values.markdown) writeFileSync(values.markdown, reviewText(report, itemsInIssue));
console.log(reviewText(report));
