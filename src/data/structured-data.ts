/** What each kind of entry is in schema.org’s words. */
import { addressOf } from '../lib/addresses.ts';
import { dateInWords } from '../lib/dates.ts';
import { stateNames } from '../lib/states.ts';
import { organization, publication, thing, type Thing } from '../lib/structured-data.ts';
import { site } from '../site.ts';
import { absoluteAddress, workOf, type CitedEntry } from './citations.ts';
import { peopleViews } from './people.ts';
import { previewAddress } from './previews.ts';
import { topicLinks } from './topics.ts';

const publisher = () => thing('Organization', { name: site.name, url: site.address });

/** Every page's own facts. */
const page = (entry: CitedEntry) => ({
  url: absoluteAddress(addressOf(entry)),
  description: entry.data.summary,
});

const people = async (list: Parameters<typeof peopleViews>[0]): Promise<Thing[]> =>
  (await peopleViews(list)).map(({ name, href, role, affiliation }) =>
    thing('Person', {
      name,
      jobTitle: role,
      affiliation: organization(affiliation),
      url: href && absoluteAddress(href),
    }),
  );

/** The page as an article of this site about something else. */
const article = (entry: CitedEntry, about: Thing | undefined): Thing =>
  thing('Article', {
    ...page(entry),
    headline: entry.data.title,
    author: publisher(),
    publisher: publisher(),
    dateModified: entry.data.reviewed,
    image: absoluteAddress(previewAddress(entry.collection)),
    license: site.license.href,
    about,
  });

/** An event needs a day; one known by its month or year alone is described, not dated. */
const event = (entry: CitedEntry, properties: Record<string, unknown>): Thing =>
  thing('Event', {
    ...page(entry),
    name: entry.data.title,
    eventStatus: 'https://schema.org/EventScheduled',
    image: absoluteAddress(previewAddress(entry.collection)),
    ...properties,
  });

const online = 'https://schema.org/OnlineEventAttendanceMode';
const inPlace = 'https://schema.org/OfflineEventAttendanceMode';

export const thingsOf = async (entry: CitedEntry): Promise<Thing[]> => {
  switch (entry.collection) {
    case 'program-profiles': {
      const { agency, place, location, projectName, title, cohort } = entry.data;
      return [
        article(
          entry,
          thing('ResearchProject', {
            name: projectName ?? title,
            parentOrganization: thing('Organization', { name: agency }),
            foundingDate: cohort === undefined ? undefined : String(cohort),
            location: thing('Place', {
              name: place,
              geo: thing('GeoCoordinates', { latitude: location.latitude, longitude: location.longitude }),
            }),
          }),
        ),
      ];
    }
    case 'research-spotlights':
    case 'resources': {
      const topics = (await topicLinks(entry.data.topics.map(({ id }) => id))).map(({ label }) => label);
      return [
        {
          ...publication(workOf(entry), { summary: entry.data.summary, topics }),
          mainEntityOfPage: absoluteAddress(addressOf(entry)),
        },
      ];
    }
    case 'webinars': {
      const { date, presenters, recording, objectives } = entry.data;
      const performer = await people(presenters);
      const things = date
        ? [
            event(entry, {
              startDate: date,
              eventAttendanceMode: online,
              location: thing('VirtualLocation', { url: entry.data.page ?? absoluteAddress(addressOf(entry)) }),
              performer,
            }),
          ]
        : [article(entry, undefined)];
      if (recording && date)
        things.push(
          thing('VideoObject', {
            name: entry.data.title,
            description: [entry.data.summary, ...objectives].join(' '),
            url: recording,
            uploadDate: date,
            thumbnailUrl: absoluteAddress(previewAddress(entry.collection)),
          }),
        );
      return things;
    }
    case 'meetings': {
      const { startDate, endDate, city, state, virtual, hosts } = entry.data;
      const location = virtual
        ? thing('VirtualLocation', { url: entry.data.page ?? absoluteAddress(addressOf(entry)) })
        : city || state
          ? thing('Place', {
              name: [city, state && stateNames[state]].filter(Boolean).join(', '),
              address: thing('PostalAddress', { addressLocality: city, addressRegion: state, addressCountry: 'US' }),
            })
          : undefined;
      return [
        event(entry, {
          startDate,
          endDate,
          location,
          eventAttendanceMode: virtual ? online : location ? inPlace : undefined,
          organizer: hosts.map((name) => thing('Organization', { name })),
        }),
      ];
    }
    case 'podcasts': {
      const { audio, date, title, durationMinutes } = entry.data;
      return [
        thing('PodcastEpisode', {
          ...page(entry),
          name: title,
          datePublished: date,
          timeRequired: durationMinutes ? `PT${durationMinutes}M` : undefined,
          associatedMedia: audio ? thing('AudioObject', { contentUrl: audio }) : undefined,
        }),
      ];
    }
    case 'experts': {
      const { name, position, affiliation, expertise } = entry.data;
      return [
        thing('ProfilePage', {
          ...page(entry),
          dateModified: entry.data.reviewed,
          mainEntity: thing('Person', {
            name,
            jobTitle: position,
            affiliation: organization(affiliation),
            knowsAbout: expertise,
          }),
        }),
      ];
    }
    case 'ta-types': {
      const { title } = entry.data;
      return [
        thing('GovernmentService', {
          ...page(entry),
          name: title,
          serviceType: 'Technical assistance',
          provider: thing('Organization', { name: 'CNA' }),
          serviceOperator: thing('GovernmentOrganization', { name: 'Bureau of Justice Assistance' }),
          audience: thing('Audience', { audienceType: 'Police agencies' }),
          areaServed: thing('Country', { name: 'United States' }),
        }),
      ];
    }
    case 'assistance':
      return [
        article(
          entry,
          thing('Event', {
            name: entry.data.title,
            startDate: entry.data.date,
            description: [entry.data.issue, entry.data.date && dateInWords(entry.data.date)].filter(Boolean).join('. '),
          }),
        ),
      ];
    default:
      return [
        thing('WebPage', {
          ...page(entry),
          name: entry.data.title,
          dateModified: entry.data.reviewed,
          publisher: publisher(),
        }),
      ];
  }
};

export const websiteThing = (): Thing =>
  thing('WebSite', {
    name: site.name,
    url: absoluteAddress('/'),
    description: site.description,
    inLanguage: site.language,
    potentialAction: thing('SearchAction', {
      target: thing('EntryPoint', { urlTemplate: `${absoluteAddress('/search/')}?q={search_term_string}` }),
      'query-input': 'required name=search_term_string',
    }),
  });
