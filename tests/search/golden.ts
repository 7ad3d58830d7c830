/**
 * What people type, and the pages of which at least one must be among the first three.
 * Written from the content before the results were looked at. The search is never tuned to one query:
 * a miss is mended by what helps all queries, or stays a miss and is counted.
 */

export interface Golden {
  query: string;
  /** Any of these addresses. */
  oneOf: readonly string[];
}

const profile = (id: string) => `/program-profiles/${id}/`;
const topic = (id: string) => `/topics/${id}/`;
const paper = (id: string) => `/library/${id}/`;
const spotlight = (id: string) => `/research-spotlights/${id}/`;
const webinar = (id: string) => `/webinars/${id}/`;
const expert = (id: string) => `/experts/${id}/`;
const assistance = (id: string) => `/technical-assistance/${id}/`;

// One query a row.
// prettier-ignore
const kinds: Record<string, Golden[]> = {
  'plain words': [
    { query: 'body cams', oneOf: [topic('body-worn-cameras')] },
    { query: 'foot patrol', oneOf: [paper('report-foot-patrol-book'), paper('article-ratcliffe-2011'), topic('place-based-policing')] },
    { query: 'hot spots', oneOf: [topic('place-based-policing'), paper('pop-guide-hot-spots-2019')] },
    { query: 'stolen cars', oneOf: [topic('property-crime')] },
    { query: 'overdoses', oneOf: [topic('drugs'), profile('lowell-massachusetts-2016')] },
    { query: 'prescription drugs', oneOf: [profile('reno-nevada-2009'), spotlight('spotlight-reno-2013')] },
    { query: 'homeless', oneOf: [profile('sacramento-county-california'), profile('boulder-colorado-2021'), topic('mental-health-and-crisis-response')] },
    { query: 'repeat offenders', oneOf: [topic('offender-based-policing')] },
    { query: 'street robbery', oneOf: [profile('cincinnati-ohio-2010'), topic('violent-crime')] },
    { query: 'convenience store theft', oneOf: [spotlight('spotlight-glendale-2012'), spotlight('research-brief-glendale-2011'), profile('glendale-arizona-2009')] },
    { query: 'opioid outreach', oneOf: [paper('article-lowell-co-op-police-chief-2017'), profile('lowell-massachusetts-2016')] },
    { query: 'false alarms', oneOf: [profile('pharr-texas-2011')] },
    { query: 'truancy and burglary', oneOf: [profile('indio-california-2010'), paper('report-indio-2014')] },
    { query: 'drug market intervention', oneOf: [profile('lansing-michigan-2009'), topic('drugs')] },
    { query: 'traffic crashes and crime', oneOf: [topic('traffic-safety'), paper('report-shawnee-2014'), spotlight('spotlight-shawnee-2015'), profile('york-maine-2011')] },
    { query: 'rural sheriff information sharing', oneOf: [profile('evans-county-georgia-2011')] },
    { query: 'early intervention system for officers', oneOf: [profile('phoenix-arizona-2021')] },
    { query: 'migrant workers robbed', oneOf: [profile('palm-beach-county-florida-2009'), paper('profile-palm-beach-2012')] },
    { query: 'de-escalation training', oneOf: [profile('tempe-arizona-2017'), webinar('design-delivery-evaluation-police-de-escalation-training'), topic('officer-training-and-wellness'), paper('article-white-mora-orosco-hedberg-2021')] },
    { query: 'saturation patrol', oneOf: [profile('las-vegas-nevada-2011'), paper('report-las-vegas-2014'), paper('report-las-vegas-thesis-2017')] },
    { query: 'mental health co-responder', oneOf: [topic('mental-health-and-crisis-response'), profile('roanoke-county-virginia-2015')] },
    { query: 'talking to the press', oneOf: [topic('outreach'), paper('guide-effective-marketing-2011')] },
  ],
  acronyms: [
    { query: 'ddacts', oneOf: [topic('traffic-safety'), paper('report-shawnee-2014'), spotlight('spotlight-shawnee-2015')] },
    { query: 'BWC', oneOf: [topic('body-worn-cameras')] },
    { query: 'RTCC', oneOf: [topic('technology'), paper('article-hartford-rtcc-solvability'), paper('report-rand-chicago-2019')] },
    { query: 'CIT', oneOf: [topic('mental-health-and-crisis-response')] },
    { query: 'SARA', oneOf: [webinar('problem-solving-process-sara-and-spi'), topic('problem-oriented-policing')] },
    { query: 'POP', oneOf: [topic('problem-oriented-policing'), assistance('past/charleston-pop-training-2023')] },
    { query: 'NIBRS', oneOf: [topic('crime-analysis')] },
    { query: 'CAD', oneOf: [topic('technology')] },
    { query: 'RCT', oneOf: [topic('evaluation-and-measurement'), webinar('randomized-controlled-trials-in-criminal-justice')] },
    { query: 'CPTED', oneOf: [topic('place-based-policing')] },
    { query: 'IRB', oneOf: [topic('research-partnerships')] },
    { query: 'SME', oneOf: [assistance('subject-matter-experts'), '/experts/'] },
    { query: 'IPV', oneOf: [topic('domestic-violence'), paper('profile-crimesolutions-phoenix-ipv')] },
    { query: 'ALPR', oneOf: [topic('technology')] },
    { query: 'LASER', oneOf: [profile('los-angeles-california-2009'), profile('los-angeles-california-2014'), spotlight('spotlight-los-angeles-2012'), paper('article-uchida-swatt-2013')] },
    { query: 'KC NoVA', oneOf: [paper('report-kc-nova-2015'), paper('profile-crimesolutions-kc-nova'), profile('kansas-city-missouri-2012')] },
  ],
  misspellings: [
    { query: 'shot spoter', oneOf: [topic('technology'), profile('wilmington-delaware'), profile('east-palo-alto-california-2012')] },
    { query: 'focussed deterance', oneOf: [topic('focused-deterrence'), paper('pop-guide-focused-deterrence-2017')] },
    { query: 'homocide clearence', oneOf: [topic('investigations-and-homicide'), profile('boston-massachusetts-2011'), spotlight('spotlight-boston-2017'), paper('article-braga-dusseault-2018')] },
    { query: 'sustainibility', oneOf: [topic('sustainability'), webinar('sustaining-spi')] },
    { query: 'cincinatti', oneOf: [profile('cincinnati-ohio-2010')] },
    { query: 'pheonix body camera', oneOf: [profile('phoenix-arizona-2011'), spotlight('spotlight-phoenix-2015'), paper('report-phoenix-asu-2014'), paper('profile-crimesolutions-phoenix-bwc'), profile('phoenix-arizona-2015')] },
    { query: 'burglery', oneOf: [topic('property-crime'), profile('indio-california-2010')] },
    { query: 'predictve polcing', oneOf: [topic('predictive-analytics')] },
    { query: 'retalitory disputes', oneOf: [paper('pop-guide-retaliatory-violent-disputes-2019'), paper('fact-sheet-retaliatory-disputes-2020'), profile('rochester-new-york-2012')] },
    { query: 'hotspot polcing', oneOf: [topic('place-based-policing'), paper('pop-guide-hot-spots-2019')] },
    { query: 'survailance trailers', oneOf: [paper('report-st-louis-trailers'), profile('st-louis-missouri-2018')] },
    { query: 'procedual justice', oneOf: [topic('procedural-justice')] },
  ],
  names: [
    { query: 'michael white', oneOf: [expert('michael-d-white')] },
    { query: 'Saizow', oneOf: [expert('hildy-saizow')] },
    { query: 'chip coldren', oneOf: [expert('james-coldren')] },
    { query: 'chips stewart', oneOf: [expert('james-chips-stewart')] },
    { query: 'Braga', oneOf: [paper('article-braga-dusseault-2018'), paper('article-braga-schnell-2013'), paper('article-braga-hureau-papachristos-2011'), paper('article-braga-turchan-barao-2019')] },
    { query: 'ratcliffe', oneOf: [paper('article-ratcliffe-2011'), paper('article-ratcliffe-2015')] },
    { query: 'nola joyce', oneOf: [expert('nola-joyce')] },
    { query: 'temple university', oneOf: [profile('philadelphia-pennsylvania-2009'), profile('philadelphia-pennsylvania-2011'), profile('philadelphia-pennsylvania-2014'), spotlight('spotlight-philadelphia-2013')] },
  ],
  places: [
    { query: 'boston', oneOf: [profile('boston-massachusetts-2009'), profile('boston-massachusetts-2011')] },
    { query: 'Shawnee Kansas', oneOf: [profile('shawnee-kansas-2011')] },
    { query: 'philly', oneOf: [profile('philadelphia-pennsylvania-2009'), profile('philadelphia-pennsylvania-2011'), profile('philadelphia-pennsylvania-2014')] },
    { query: 'LAPD', oneOf: [profile('los-angeles-california-2009'), profile('los-angeles-california-2014')] },
    { query: 'TX', oneOf: [profile('dallas-texas-2021'), profile('frisco-texas-2011'), profile('pharr-texas-2011')] },
    { query: 'projects in michigan', oneOf: [profile('lansing-michigan-2009'), profile('detroit-michigan-2016'), profile('michigan-state-police-2011')] },
    { query: 'north carolina', oneOf: [profile('winston-salem-north-carolina-2009'), profile('winston-salem-north-carolina-2020'), profile('salisbury-north-carolina-2019')] },
    { query: 'St Louis gunfire', oneOf: [profile('st-louis-missouri-2018'), profile('st-louis-missouri-2021'), paper('report-st-louis-trailers')] },
    { query: 'Reno 2009', oneOf: [profile('reno-nevada-2009')] },
  ],
  questions: [
    { query: 'how do we keep it going after the grant', oneOf: [topic('sustainability'), webinar('sustaining-spi'), paper('guide-sustaining-embedding-innovations')] },
    { query: 'what did not work', oneOf: [spotlight('spotlight-challenges-2015'), profile('cincinnati-ohio-2010'), profile('joliet-illinois-2010'), profile('lansing-michigan-2009'), profile('anniston-alabama-2019'), profile('milwaukee-wisconsin-2015'), profile('portland-oregon-2014')] },
    { query: 'randomized trial gun violence', oneOf: [profile('phoenix-arizona-2019'), profile('st-louis-missouri-2018'), paper('report-st-louis-trailers')] },
    { query: 'who can help with crime analysis', oneOf: [expert('scott-decker'), expert('richard-twiss'), expert('michael-d-white'), expert('brenda-bond-fortier'), expert('nola-joyce')] },
    { query: 'who knows about community collaboration', oneOf: [expert('hildy-saizow')] },
    { query: 'do body cameras reduce use of force', oneOf: [paper('article-peterson-lawrence-2021'), profile('milwaukee-wisconsin-2015'), paper('report-milwaukee-bwc'), topic('body-worn-cameras'), paper('article-huff-katz-hedberg-2022')] },
    { query: 'can we visit another department', oneOf: [assistance('peer-to-peer-exchanges'), assistance('past/charleston-visits-fort-myers')] },
    { query: 'how do I work with a university researcher', oneOf: [topic('research-partnerships'), paper('guide-iacp-researcher-partnerships'), paper('guide-iacp-researcher-model-policy-2017')] },
    { query: 'getting officers on board', oneOf: [topic('organizational-change')] },
    { query: 'what happens after I send a request', oneOf: ['/how-requests-are-handled/', '/technical-assistance/', '/technical-assistance/request/'] },
    { query: 'does more police presence make residents afraid', oneOf: [profile('brooklyn-park-minnesota-2013'), paper('article-ratcliffe-2015'), paper('article-weisburd-2021'), paper('report-las-vegas-perceptions'), paper('report-brooklyn-park-2018')] },
    { query: 'how to apply for the grant', oneOf: [topic('funding'), webinar('spi-2021-competitive-grant-program-webinar'), webinar('spi-2020-competitive-grant-program-webinar'), webinar('spi-2019-competitive-grant-program-webinar'), paper('report-solicitation-fy2021')] },
    { query: 'is my information private', oneOf: ['/privacy/'] },
    { query: 'what is smart policing', oneOf: ['/about/', paper('report-smart-policing-white-paper'), paper('article-smart-policing-paradigm'), paper('article-coldren-huntoon-medaris-2013')] },
  ],
  'kinds of thing': [
    { query: 'webinar on social network analysis', oneOf: [webinar('social-network-analysis')] },
    { query: 'newsletter winter 2017', oneOf: [paper('newsletter-xxii-winter-2017')] },
    { query: 'podcast', oneOf: ['/podcasts/', '/podcasts/cna-talks-policing/', '/podcasts/bja-episode-46-phoenix-spi-spotlight/'] },
    { query: 'guide hot spots', oneOf: [paper('pop-guide-hot-spots-2019')] },
    { query: 'solicitation 2020', oneOf: [paper('report-solicitation-fy2020'), webinar('spi-2020-competitive-grant-program-webinar')] },
    { query: 'new site orientation', oneOf: [webinar('spi-new-site-orientation-2019'), webinar('spi-101-april-2014'), webinar('spi-101-february-2013')] },
    { query: 'national meeting 2022', oneOf: ['/meetings/march-2022-spi-national-meeting/'] },
  ],
};

export const golden: (Golden & { kind: string })[] = Object.entries(kinds).flatMap(([kind, queries]) =>
  queries.map((query) => ({ ...query, kind })),
);
