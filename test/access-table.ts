/**
 * Who may call every route, written by hand. `access.test.ts` sends every request as every one of these and fails on a difference, on a route
 * that is missing here and on a row without a route. A capability adds its rows under its name: the route, and the group that is let in.
 */
export const askers = [
  'anonymous',
  /** Signed in, in no office. */
  'stranger',
  /** Administrator of another office. */
  'elsewhere',
  'partner',
  'viewer',
  'reviewer',
  'officer',
  'head',
  'administrator',
  /** Administrator of the installation, in no office. */
  'installation',
  /** API tokens of somebody who is administrator of the office and of the installation: what they are refused, their scope refuses. */
  'readToken',
  'writeToken',
] as const
export type Asker = (typeof askers)[number]

const anybody: readonly Asker[] = askers
const signedIn = anybody.filter((one) => one !== 'anonymous')
const inBrowser = signedIn.filter((one) => one !== 'readToken' && one !== 'writeToken')
const signedInWriting = signedIn.filter((one) => one !== 'readToken')
const installation: readonly Asker[] = ['installation']
const members: readonly Asker[] = ['partner', 'viewer', 'reviewer', 'officer', 'head', 'administrator', 'readToken', 'writeToken']
const staff: readonly Asker[] = ['viewer', 'reviewer', 'officer', 'head', 'administrator', 'readToken', 'writeToken']
const reviewers: readonly Asker[] = ['reviewer', 'officer', 'head', 'administrator', 'writeToken']
const officers: readonly Asker[] = ['officer', 'head', 'administrator', 'writeToken']
const heads: readonly Asker[] = ['head', 'administrator', 'writeToken']
/** Those who may read the history: heads, and a token of one that only reads. */
const auditors: readonly Asker[] = ['head', 'administrator', 'readToken', 'writeToken']
const administrators: readonly Asker[] = ['administrator']
const nobody: readonly Asker[] = []

/** The groups, so that rows read as words. */
export const groups = {
  anybody,
  signedIn,
  inBrowser,
  signedInWriting,
  installation,
  members,
  /** Everybody of the office but partners. */
  staff,
  reviewers,
  officers,
  heads,
  administrators,
  nobody,
} as const

/** Who is let in; with `body` where an empty one would be refused before the question is decided. */
export type Row = readonly Asker[] | { let: readonly Asker[]; body: unknown }

const accounts: Record<string, Row> = {
  'GET /session': anybody,
  'POST /session': anybody,
  'DELETE /session': anybody,
  'PUT /session/office': inBrowser,
  'POST /session/password-link': anybody,
  'PATCH /me': signedInWriting,
  'POST /me/password': inBrowser,
  'GET /me/sessions': inBrowser,
  'DELETE /me/sessions': inBrowser,
  'DELETE /me/sessions/{session}': inBrowser,
  'GET /me/tokens': inBrowser,
  'POST /me/tokens': inBrowser,
  'DELETE /me/tokens/{token}': inBrowser,
  'GET /links/{token}': anybody,
  'POST /links/{token}': anybody,
  'GET /offices': signedIn,
  'POST /offices': installation,
  'GET /offices/{office}': members,
  'PATCH /offices/{office}': installation,
  'POST /offices/{office}/administrators': installation,
  'GET /offices/{office}/people': staff,
  'GET /offices/{office}/members': administrators,
  'PATCH /offices/{office}/members/{user}': administrators,
  'DELETE /offices/{office}/members/{user}': administrators,
  'GET /offices/{office}/invitations': administrators,
  'POST /offices/{office}/invitations': administrators,
  'DELETE /offices/{office}/invitations/{invitation}': administrators,
  'GET /installation/users': installation,
  'PATCH /installation/users/{user}': installation,
  'POST /installation/users/{user}/deactivate': installation,
  'POST /installation/users/{user}/reactivate': installation,
  'POST /installation/users/{user}/password-link': installation,
  // the command line of the server alone, which none of these is
  'POST /installation/users/{user}/tokens': { let: nobody, body: { name: 'x', scopes: ['admin'] } },
  'GET /installation/mail': installation,
  'PUT /installation/mail': installation,
  'DELETE /installation/mail': installation,
  'POST /installation/mail/test': installation,
}

const publishing: Record<string, Row> = {
  'GET /offices/{office}/publications': staff,
  'POST /offices/{office}/publications': { let: heads, body: { kind: 'figure', formula: 'no_such_formula' } },
  'GET /offices/{office}/publications/{series}': staff,
  'POST /offices/{office}/publications/{series}/withdrawal': { let: heads, body: { reason: '시험' } },
  'GET /offices/{office}/publication-choices': staff,
  'GET /offices/{office}/publication-changes': staff,
  'POST /offices/{office}/publication-previews': { let: heads, body: { kind: 'figure', formula: 'no_such_formula' } },
  'GET /offices/{office}/headlines': staff,
  'PUT /offices/{office}/headlines': { let: heads, body: { series: [] } },
  'GET /public/offices': anybody,
  'GET /public/offices/{office}/publications': anybody,
  'GET /public/offices/{office}/publications/{series}': anybody,
  'GET /public/offices/{office}/publications/{series}/csv': anybody,
  'GET /public/offices/{office}/csv': anybody,
}

const intake: Record<string, Row> = {
  'GET /offices/{office}/documents': staff,
  'GET /offices/{office}/documents/outlets': staff,
  'POST /offices/{office}/documents': officers,
  'POST /offices/{office}/documents/files': officers,
  'GET /offices/{office}/documents/{document}': staff,
  'PATCH /offices/{office}/documents/{document}': officers,
  'POST /offices/{office}/documents/{document}/reading': officers,
  'DELETE /offices/{office}/documents/{document}/reading': officers,
  'GET /offices/{office}/documents/{document}/original': staff,
  'GET /offices/{office}/documents/{document}/review': staff,
  'GET /offices/{office}/identity/suggestions': staff,
  'GET /offices/{office}/extractor': administrators,
  'PUT /offices/{office}/extractor': administrators,
  'DELETE /offices/{office}/extractor': administrators,
  'POST /offices/{office}/documents/{document}/extraction': officers,
  'GET /offices/{office}/documents/{document}/extraction': staff,
  'GET /offices/{office}/watches': staff,
  'POST /offices/{office}/watches': administrators,
  'PATCH /offices/{office}/watches/{watch}': administrators,
  'GET /offices/{office}/watches/{watch}/items': staff,
  'POST /offices/{office}/watches/{watch}/look': officers,
  'DELETE /offices/{office}/watches/{watch}': administrators,
  'GET /offices/{office}/rereading': staff,
  'POST /offices/{office}/rereading': officers,
  'DELETE /offices/{office}/rereading': officers,
  'POST /offices/{office}/rereading/apply': officers,
  'GET /offices/{office}/documents/{document}/rereading': staff,
  'DELETE /offices/{office}/documents/{document}/rereading': officers,
  'POST /offices/{office}/identity/not-same': officers,
  'GET /offices/{office}/review/queue': staff,
  'GET /offices/{office}/review/counts': staff,
  'GET /offices/{office}/claims/{claim}/suggestions': staff,
  'GET /offices/{office}/claims/{claim}/subjects': staff,
  'POST /offices/{office}/claims/{claim}/accept': reviewers,
  'POST /offices/{office}/claims/{claim}/correct': reviewers,
  'POST /offices/{office}/claims/{claim}/reject': reviewers,
  'POST /offices/{office}/claims/{claim}/merge': reviewers,
  'POST /offices/{office}/claims/{claim}/not-same': reviewers,
  'POST /offices/{office}/claims/decisions': reviewers,
  'GET /offices/{office}/judgements': staff,
  'POST /offices/{office}/judgements/{judgement}/undo': reviewers,
  'POST /offices/{office}/judgement-batches/{batch}/undo': reviewers,
}

const viewKeepers = staff.filter((one) => one !== 'readToken')
const portfolio: Record<string, Row> = {
  'GET /offices/{office}/projects': staff,
  'POST /offices/{office}/projects': officers,
  'GET /offices/{office}/project-options': staff,
  'GET /offices/{office}/projects/{subject}': staff,
  'PATCH /offices/{office}/projects/{subject}': officers,
  'POST /offices/{office}/projects/{subject}/archive': officers,
  'POST /offices/{office}/portfolio/judgements/{judgement}/undo': officers,
  'GET /offices/{office}/stage-rules': staff,
  'GET /offices/{office}/projects/{subject}/next-stages': staff,
  'POST /offices/{office}/projects/{subject}/stages': officers,
  'POST /offices/{office}/projects/{subject}/stages/{event}/void': officers,
  'GET /offices/{office}/milestones': staff,
  'POST /offices/{office}/projects/{subject}/milestones': officers,
  'GET /offices/{office}/milestones/{milestone}': staff,
  'PATCH /offices/{office}/milestones/{milestone}': officers,
  'DELETE /offices/{office}/milestones/{milestone}': officers,
  'GET /offices/{office}/projects/{subject}/similar': staff,
  'GET /offices/{office}/projects/{subject}/join-preview/{other}': staff,
  'POST /offices/{office}/projects/{subject}/join': officers,
  'POST /offices/{office}/projects/{subject}/part': officers,
  'PUT /offices/{office}/projects/{subject}/aliases': officers,
  'POST /offices/{office}/projects/{subject}/relations': officers,
  'DELETE /offices/{office}/projects/{subject}/relations/{relation}': officers,
  'GET /offices/{office}/formulas': staff,
  'GET /offices/{office}/figures': staff,
  'GET /offices/{office}/figures/{formula}': staff,
  'GET /offices/{office}/facts/{fact}': staff,
  'GET /offices/{office}/views': staff,
  'POST /offices/{office}/views': viewKeepers,
  'PUT /offices/{office}/views/{view}': viewKeepers,
  'DELETE /offices/{office}/views/{view}': viewKeepers,
  'GET /offices/{office}/timeline': staff,
  'GET /offices/{office}/search': staff,
  'GET /offices/{office}/exports/projects.csv': staff,
  'GET /offices/{office}/exports/projects.xlsx': staff,
}

const interchange: Record<string, Row> = {
  'GET /offices/{office}/export': staff,
  'GET /offices/{office}/export/count': staff,
  'GET /offices/{office}/interchange-settings': staff,
  'PUT /offices/{office}/interchange-settings': { let: administrators, body: { oc4idsPrefix: 'bu3kcz' } },
  'POST /offices/{office}/imports': officers,
  'GET /offices/{office}/imports': officers,
  'GET /offices/{office}/imports/{import}': officers,
  'GET /offices/{office}/imports/{import}/changes': officers,
  'GET /offices/{office}/imports/{import}/file': officers,
  'POST /offices/{office}/imports/{import}/apply': officers,
  'POST /offices/{office}/imports/{import}/undo': officers,
  'POST /offices/{office}/imports/{import}/cancel': officers,
  'GET /public/offices/{office}/exports/{format}': anybody,
}

const checks: Record<string, Row> = {
  'GET /offices/{office}/checks': staff,
  'GET /offices/{office}/checks/counts': staff,
  'GET /offices/{office}/checks/rules': staff,
  'GET /offices/{office}/checks/{item}': staff,
  'POST /offices/{office}/checks/{item}/close': { let: reviewers, body: { resolution: 'different_scope', reason: '범위가 다르다' } },
  'POST /offices/{office}/checks/{item}/reopen': { let: reviewers, body: { reason: '다시 본다' } },
  'POST /offices/{office}/checks/{item}/undo': reviewers,
  'POST /offices/{office}/documents/{document}/checks': reviewers,
}

const custody: Record<string, Row> = {
  'GET /offices/{office}/audit': auditors,
  'GET /offices/{office}/audit/words': auditors,
  'GET /offices/{office}/audit/verification': auditors,
  'GET /installation/backup': installation,
  'GET /offices/{office}/documents/{document}/erasure': heads,
  'POST /offices/{office}/documents/{document}/erasure': { let: heads, body: { reason: '저작권자의 요청', confirm: '나래시 소식' } },
}

const rates: Record<string, Row> = {
  'GET /offices/{office}/rates': staff,
  'GET /offices/{office}/rates/vintage': staff,
}

const worklist: Record<string, Row> = {
  'GET /offices/{office}/worklist': staff,
  'PUT /offices/{office}/worklist/settings': administrators,
  'GET /offices/{office}/worklist/digest': staff,
  'PUT /offices/{office}/worklist/digest': {
    let: staff.filter((one) => one !== 'readToken'),
    body: { active: true, weekdays: [1], hour: 8, scope: 'mine' },
  },
  'POST /offices/{office}/worklist/digest/send': staff.filter((one) => one !== 'readToken'),
  'GET /offices/{office}/worklist/feeds': staff,
  'POST /offices/{office}/worklist/feeds': staff.filter((one) => one !== 'readToken'),
  'DELETE /offices/{office}/worklist/feeds/{feed}': staff.filter((one) => one !== 'readToken'),
  'GET /offices/{office}/calendar/{file}': anybody,
}

const tinyChain = {
  kind: 'chain',
  name: '시험',
  source: { name: '시험' },
  unit: 'KRW',
  parts: [
    { id: 'a', name: '가', inputs: { b: 0.5 } },
    { id: 'b', name: '나' },
  ],
  core: { a: 1 },
  firms: [],
}
const analyses: Record<string, Row> = {
  'GET /offices/{office}/analyses': staff,
  'POST /offices/{office}/analyses': { let: officers, body: { case: tinyChain } },
  'POST /offices/{office}/analyses/answer': { let: staff, body: tinyChain },
  'POST /offices/{office}/analyses/from-tables': {
    let: officers,
    body: { kind: 'chain', table: '0b9f3a52-0000-4000-8000-000000000000', core: [{ sector: '가', amount: 1 }] },
  },
  'GET /offices/{office}/analyses/{analysis}': staff,
  'PUT /offices/{office}/analyses/{analysis}': { let: officers, body: { case: tinyChain } },
  'POST /offices/{office}/analyses/{analysis}/archive': { let: officers, body: {} },
  'GET /offices/{office}/analyses/{analysis}/editions': staff,
  'GET /offices/{office}/analyses/{analysis}/report': staff,
  'POST /offices/{office}/analyses/{analysis}/kept': officers,
  'POST /offices/{office}/analyses/{analysis}/notes': {
    let: officers,
    body: { series: 'a', month: '2026-01', verdict: 'watching', reason: '지켜본다' },
  },
}

const twins: Record<string, Row> = {
  'GET /offices/{office}/twins': staff,
  'PUT /offices/{office}/twins/sharing': { let: heads, body: { sharing: false } },
  'POST /offices/{office}/twins/refresh': officers,
  'POST /offices/{office}/twins/judgements': officers,
  'POST /offices/{office}/twins/judgements/{twin}/undo': officers,
}

const compare: Record<string, Row> = {
  'GET /offices/{office}/compare': staff,
  'GET /offices/{office}/exports/compare.csv': staff,
}

const rollUp: Record<string, Row> = {
  'GET /installation/roll-up': installation,
  'POST /installation/roll-up': installation,
}

const citizens: Record<string, Row> = {
  'POST /public/offices/{office}/corrections': { let: anybody, body: { series: 'no-such-series', edition: 1, words: '없는 쪽입니다' } },
  'GET /offices/{office}/corrections': staff,
  'POST /offices/{office}/corrections/{request}/answer': { let: heads, body: { state: 'stands', answer: '확인했습니다' } },
  'POST /public/offices/{office}/comments': { let: anybody, body: { series: 'no-such-series', name: '시민', words: '잘 보았습니다' } },
  'GET /offices/{office}/comments': staff,
  'PUT /offices/{office}/comments': { let: heads, body: { open: true } },
  'PUT /offices/{office}/comments/{comment}': { let: heads, body: { shown: true } },
  'GET /offices/{office}/followers': staff,
  'GET /offices/{office}/places': staff,
  'PUT /offices/{office}/places': { let: heads, body: { name: '송내읍', north: '37.6', east: '127.2', source: '시험' } },
  'DELETE /offices/{office}/places': heads,
}

const pledges: Record<string, Row> = {
  'GET /offices/{office}/pledges': staff,
  'POST /offices/{office}/pledges': { let: officers, body: { nameKo: '시험 공약' } },
  'GET /offices/{office}/pledges/summary': staff,
  'GET /offices/{office}/pledges/rubrics': staff,
  'GET /offices/{office}/pledges/{subject}': staff,
  'PATCH /offices/{office}/pledges/{subject}': officers,
  'POST /offices/{office}/pledges/{subject}/gradings': {
    let: officers,
    body: { rubric: 'manifesto-plan', gradedOn: '2023-05-01', assessor: '시험', scores: {}, gates: {} },
  },
  'POST /offices/{office}/pledges/{subject}/gradings/{grading}/withdrawal': { let: officers, body: { reason: '시험' } },
  'GET /offices/{office}/exports/pledges.csv': staff,
}

const firms: Record<string, Row> = {
  'GET /offices/{office}/firms': staff,
  'POST /offices/{office}/firms': { let: officers, body: { name: '가나다', source: '시험' } },
  'POST /offices/{office}/firms/check': officers,
  'POST /offices/{office}/firms/import': officers,
  'GET /offices/{office}/firms/file': staff,
  'GET /offices/{office}/firms/{firm}': staff,
  'PATCH /offices/{office}/firms/{firm}': { let: officers, body: { employees: 3 } },
}

const economy: Record<string, Row> = {
  'GET /offices/{office}/economy/tables': staff,
  'POST /offices/{office}/economy/tables/check': officers,
  'POST /offices/{office}/economy/tables': officers,
  'GET /offices/{office}/economy/tables/{table}': staff,
  'PATCH /offices/{office}/economy/tables/{table}': officers,
  'GET /offices/{office}/economy/tables/{table}/data': staff,
  'POST /offices/{office}/economy/impact': { let: staff, body: { spending: [{ kind: 'building', amount: '1000000000' }] } },
  'GET /offices/{office}/economy/studies': staff,
  'POST /offices/{office}/economy/studies': { let: officers, body: { question: { spending: [{ kind: 'building', amount: '1000000000' }] } } },
  'GET /offices/{office}/economy/studies/{study}': staff,
  'PATCH /offices/{office}/economy/studies/{study}': { let: officers, body: { archived: true } },
  'POST /offices/{office}/economy/studies/{study}/portfolio': officers,
  'GET /offices/{office}/economy/claims': staff,
  'POST /offices/{office}/economy/claim-check': { let: staff, body: { jobs: 1 } },
  'GET /offices/{office}/economy/coefficients': staff,
}

const strategy: Record<string, Row> = {
  'GET /offices/{office}/strategy': staff,
  'POST /offices/{office}/strategy': { let: officers, body: { level: 'vision', nameKo: '시험 비전' } },
  'GET /offices/{office}/strategy/{subject}': staff,
  'PATCH /offices/{office}/strategy/{subject}': officers,
  'POST /offices/{office}/strategy/{subject}/measures': { let: officers, body: { indicator: 'jobs' } },
  'GET /offices/{office}/strategy-measures/{measure}': staff,
  'PATCH /offices/{office}/strategy-measures/{measure}': officers,
  'DELETE /offices/{office}/strategy-measures/{measure}': officers,
  'PUT /offices/{office}/strategy-measures/{measure}/years': { let: officers, body: { year: 2025, facet: 'actual', value: '1' } },
  'GET /offices/{office}/exports/strategy.csv': staff,
}

const agreements: Record<string, Row> = {
  'GET /offices/{office}/agreements': staff,
  'POST /offices/{office}/agreements': { let: officers, body: { nameKo: '시험 협약' } },
  'GET /offices/{office}/agreements/{subject}': staff,
  'PATCH /offices/{office}/agreements/{subject}': officers,
  'POST /offices/{office}/agreements/{subject}/parties': { let: officers, body: { name: '시험 기관' } },
  'POST /offices/{office}/agreements/{subject}/renewals': { let: officers, body: { renewedOn: '2026-01-01', validUntil: '2028-01-01' } },
  'POST /offices/{office}/agreements/{subject}/end': { let: officers, body: { on: '2026-01-01', how: 'terminated', reason: '시험' } },
  'GET /offices/{office}/obligations': staff,
  'POST /offices/{office}/subjects/{subject}/obligations': { let: officers, body: { title: '시험 의무' } },
  'GET /offices/{office}/obligations/{obligation}': staff,
  'PATCH /offices/{office}/obligations/{obligation}': officers,
  'DELETE /offices/{office}/obligations/{obligation}': officers,
  'GET /offices/{office}/exports/agreements.csv': staff,
}

const awards: Record<string, Row> = {
  'GET /offices/{office}/awards': staff,
  'POST /offices/{office}/awards': { let: officers, body: { nameKo: '시험 교부' } },
  'GET /offices/{office}/awards/clawback-rules': staff,
  'POST /offices/{office}/awards/clawback-rules': {
    let: heads,
    body: { id: 'test', version: 1, ko: '시험', en: 'test', validFrom: '2026-01-01', tolerance: '0', combine: 'largest', source: '시험' },
  },
  'GET /offices/{office}/awards/{subject}': staff,
  'PATCH /offices/{office}/awards/{subject}': officers,
  'POST /offices/{office}/awards/{subject}/conditions': { let: officers, body: { indicator: 'jobs', target: '80' } },
  'DELETE /offices/{office}/awards/{subject}/conditions/{indicator}': officers,
  'POST /offices/{office}/awards/{subject}/checks': { let: officers, body: { year: 1, checkedOn: '2026-01-01' } },
  'POST /offices/{office}/awards/{subject}/assessment-previews': {
    let: officers,
    body: { ruleId: 'shortfall-pro-rata', assessedOn: '2026-01-01' },
  },
  'POST /offices/{office}/awards/{subject}/assessments': { let: heads, body: { ruleId: 'shortfall-pro-rata', assessedOn: '2026-01-01' } },
  'POST /offices/{office}/awards/{subject}/assessments/{assessment}/withdrawal': { let: heads, body: { reason: '시험' } },
  'GET /offices/{office}/exports/awards.csv': staff,
}

const partnersAlone: readonly Asker[] = ['partner']
const partners: Record<string, Row> = {
  'GET /offices/{office}/partner': partnersAlone,
  'POST /offices/{office}/partner/obligations/{obligation}/evidence': partnersAlone,
  'POST /offices/{office}/partner/awards/{award}/evidence': partnersAlone,
  'GET /offices/{office}/partner/evidence/{evidence}': partnersAlone,
  'GET /offices/{office}/evidence': staff,
  'GET /offices/{office}/evidence/{evidence}/file': staff,
  'POST /offices/{office}/evidence/{evidence}/decision': { let: officers, body: { state: 'accepted' } },
  'GET /offices/{office}/partners': staff,
  'PUT /offices/{office}/partners/{user}': { let: administrators, body: { organisationId: null } },
}

/** Every row of every capability. */
export const accessTable: Readonly<Record<string, Row>> = {
  ...accounts,
  ...portfolio,
  ...intake,
  ...publishing,
  ...checks,
  ...rates,
  ...analyses,
  ...interchange,
  ...compare,
  ...worklist,
  ...twins,
  ...custody,
  ...citizens,
  ...rollUp,
  ...pledges,
  ...strategy,
  ...agreements,
  ...awards,
  ...partners,
  ...economy,
  ...firms,
}
