/** A page laid where nobody looks for it is never shown, and nothing says so. */
import { atFile } from '../finding.ts';
import { projectRule } from '../rule.ts';
import { collectionNames } from '../../kinds/index.ts';

export const strays = projectRule('strays', 'error', (project) =>
  project.strays.map((path) => {
    const [name = '', ...folders] = path.split('/').reverse();
    const folder = collectionNames.find((one) => folders.includes(one));
    const bare = name.replace(/(?:\.(?:mdx?|markdown|docx?|rtf|odt))+$/i, '');
    return atFile(path, {
      found: `a page outside of content/, where nobody looks for it`,
      allowed: `pages lie in content/, each in the folder of its kind: ${collectionNames.join(', ')}`,
      cure: `move it to content/${folder ?? 'webinars'}/${bare}.mdx${folder ? '' : ', if it is a webinar; else into the folder of its kind'} (on GitHub: “Edit”, and type the folders in front of the name)`,
    });
  }),
);
