/** The years of the program in what this site holds of them. */
import { published, summaries } from './entries.ts';

export const timeline = async () => {
  const cohorts = (await published('program-profiles')).flatMap(({ data }) => data.cohort ?? []);
  const yearsOf = async (...kinds: Parameters<typeof summaries>): Promise<number[]> =>
    (await summaries(...kinds)).flatMap(({ date }) => (date ? Number(date.slice(0, 4)) : []));
  const lists = [
    { label: 'Awards to projects', of: cohorts },
    { label: 'Meetings', of: await yearsOf('meetings') },
    { label: 'Webinars', of: await yearsOf('webinars') },
    { label: 'Publications', of: await yearsOf('resources', 'research-spotlights') },
  ];
  if (cohorts.length === 0) return { years: [], rows: [] };
  const first = Math.min(...cohorts);
  const last = Math.max(...lists.flatMap(({ of }) => of));
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    years,
    rows: lists.map(({ label, of }) => ({
      label,
      /** How many in each year. */
      counts: years.map((year) => of.filter((one) => one === year).length),
    })),
  };
};

export type TimelineRow = Awaited<ReturnType<typeof timeline>>['rows'][number];
