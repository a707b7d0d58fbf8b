import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { rollUpRoutes } from '#capabilities/rollup/routes'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { Waiting } from '#ui/skeleton/skeleton'
import { createClient, json } from '#web/shell/api'
import { countIn, instantOf, useFormats } from '#web/shell/formats'
import { defineTexts, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useScreenClock } from '../plans/clock.tsx'
import { clocksOf } from '../portfolio/clock-control.tsx'
import { Value } from '../portfolio/value.tsx'
import { Page } from '../shell/page.tsx'
import '../ui/data-table/data-table.css'
import './roll-up.css'

const client = createClient<typeof rollUpRoutes>()
const read = (clocks: { asOf?: string; knownOn?: string }) => json(client.installation['roll-up'].$get({ query: clocks }))
const refresh = () => json(client.installation['roll-up'].$post())
type Office = Awaited<ReturnType<typeof read>>['offices'][number]

const texts = defineTexts({
  ko: {
    title: '모든 기관',
    lead: '설치된 모든 기관의 협약을 국면별로 모았습니다. 비공개는 들어 있지 않고, 하루에 한 번 다시 셉니다.',
    leadThen: '고른 날의 값과 그때 알던 것으로 모든 기관을 다시 셌습니다. 비공개는 들어 있지 않습니다.',
    again: '다시 세기',
    asked: (n: number) => `${n}개 기관을 다시 셉니다. 잠시 뒤 새로 열어 보세요.`,
    waiting: (n: number) => `${n}개 기관은 아직 세지 않았거나 하루가 지났습니다. 차례를 기다립니다.`,
    phase: '국면',
    phases: {
      before: '발굴·의향',
      announced: '협약·발표',
      committed: '계약·허가',
      building: '공사·진행',
      realised: '가동·이행',
      lost: '이루어지지 않음',
      unknown: '단계 모름',
    } as Record<string, string>,
    commitments: '협약',
    announced: '발표된 투자',
    actual: '실제 투자',
    jobs: '약속한 고용',
    undisclosed: '금액 미공개',
    office: '기관',
    realised: '이루어짐',
    lost: '이루어지지 않음',
    computed: '센 때',
    never: '아직',
    unknown: '모름',
    none: '아직 센 것이 없습니다',
    perOffice: '기관별',
  },
  en: {
    title: 'All offices',
    lead: 'Commitments of all offices of this installation by phase. Nothing confidential is in it; it is worked out once a day.',
    leadThen: 'All offices worked out as of the day you chose and as known then. Nothing confidential is in it.',
    again: 'Work out anew',
    asked: (n) => `${n} offices are worked out anew. Look again in a moment.`,
    waiting: (n) => `${n} offices were never worked out or are older than a day. They wait for their turn.`,
    phase: 'Phase',
    phases: {
      before: 'Lead or intent',
      announced: 'Agreed or announced',
      committed: 'Contract or permit',
      building: 'Under way',
      realised: 'Operating or done',
      lost: 'Not realised',
      unknown: 'Not known',
    },
    commitments: 'Commitments',
    announced: 'Announced',
    actual: 'Actual',
    jobs: 'Jobs promised',
    undisclosed: 'Not disclosed',
    office: 'Office',
    realised: 'Realised',
    lost: 'Not realised',
    computed: 'Worked out',
    never: 'not yet',
    unknown: 'not known',
    none: 'Nothing worked out yet',
    perOffice: 'By office',
  },
})

const keys = ['name', 'commitments', 'realised', 'announced', 'actual'] as const
type Key = (typeof keys)[number]
const weight = (one: Office, key: Key): number => (key === 'name' ? 0 : Number(one[key] ?? -1))

/** 모든 기관: the accounts of the whole installation. */
export default function RollUpScreen() {
  const t = useTexts(texts)
  const { locale } = useFormats()
  const clock = useScreenClock()
  const asked = clocksOf(clock.search)
  const found = useQuery({
    queryKey: ['roll-up', asked],
    queryFn: () => read(asked),
    // offices that wait for their turn come in by themselves
    refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? 3000 : false),
  })
  const again = useMutation({ mutationFn: refresh, onSuccess: ({ asked }) => toast(t.asked(asked)) })
  const [key, setKey] = useState<Key>('announced')
  const name = (one: Office) => (locale === 'en' ? one.nameEn : one.nameKo)
  const offices = [...(found.data?.offices ?? [])].sort((a, b) => weight(b, key) - weight(a, key) || name(a).localeCompare(name(b), locale))
  const money = (value: string | null, of: string, approximate = false) => (
    <Value held={{ value, unit: 'KRW', approximate }} of={of} unknown={t.unknown} exact />
  )
  // an office that was never worked out has no known count: that is not none
  const known = (one: Office) => clock.past || one.computedAt !== null
  const labels: Record<Key, string> = { name: t.office, commitments: t.commitments, realised: t.realised, announced: t.announced, actual: t.actual }
  return (
    <Page
      title={t.title}
      lead={clock.past ? t.leadThen : t.lead}
      tools={clock.control}
      actions={
        <Button busy={again.isPending} disabled={clock.past} onClick={() => again.mutate()}>
          {t.again}
        </Button>
      }
    >
      {clock.banner}
      <ProblemNote error={found.error ?? again.error} />
      {found.isPending ? <Waiting label={t.title} rows={6} /> : null}
      {found.data && found.data.waiting > 0 ? <Note tone="info">{t.waiting(found.data.waiting)}</Note> : null}
      {found.data && found.data.phases.length === 0 ? <Empty title={t.none} /> : null}
      {found.data && found.data.phases.length > 0 ? (
        <table className="tb tb--cards">
          <thead>
            <tr>
              <th>{t.phase}</th>
              <th className="num">{t.commitments}</th>
              <th className="num">{t.announced}</th>
              <th className="num">{t.actual}</th>
              <th className="num">{t.jobs}</th>
              <th className="num">{t.undisclosed}</th>
            </tr>
          </thead>
          <tbody>
            {found.data.phases.map((row) => (
              <tr key={row.phase}>
                <th scope="row">{t.phases[row.phase] ?? row.phase}</th>
                <td className="num" data-l={t.commitments}>
                  {countIn(row.commitments, locale)}
                </td>
                <td className="num" data-l={t.announced}>
                  {money(row.announced, t.announced, row.approximate)}
                </td>
                <td className="num" data-l={t.actual}>
                  {money(row.actual, t.actual, row.approximate)}
                </td>
                <td className="num" data-l={t.jobs}>
                  <Value held={{ value: row.announcedJobs, unit: 'persons', approximate: row.approximate }} of={t.jobs} unknown={t.unknown} />
                </td>
                <td className="num" data-l={t.undisclosed}>
                  {countIn(row.undisclosed, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {offices.length > 0 ? (
        <section className="ru-offices" aria-labelledby="ru-offices">
          <h2 id="ru-offices">{t.perOffice}</h2>
          <table className="tb tb--cards">
            <thead>
              <tr>
                {keys.map((one) => (
                  <th
                    key={one}
                    className={one === 'name' ? undefined : 'num'}
                    aria-sort={one === key ? (one === 'name' ? 'ascending' : 'descending') : 'none'}
                  >
                    <button type="button" className="dt-sort" onClick={() => setKey(one)}>
                      {labels[one]}
                    </button>
                  </th>
                ))}
                {clock.past ? null : <th>{t.computed}</th>}
              </tr>
            </thead>
            <tbody>
              {offices.map((one) => (
                <tr key={one.slug}>
                  <th scope="row">
                    <a className="quiet" href={`/o/${one.slug}`}>
                      {name(one)}
                    </a>
                  </th>
                  <td className="num" data-l={t.commitments}>
                    {known(one) ? countIn(one.commitments, locale) : <span className="dim">{t.unknown}</span>}
                  </td>
                  <td className="num" data-l={t.realised}>
                    {known(one) ? countIn(one.realised, locale) : <span className="dim">{t.unknown}</span>}
                  </td>
                  <td className="num" data-l={t.announced}>
                    {money(one.announced, t.announced, one.approximate)}
                  </td>
                  <td className="num" data-l={t.actual}>
                    {money(one.actual, t.actual, one.approximate)}
                  </td>
                  {clock.past ? null : (
                    <td data-l={t.computed} className="mut">
                      {one.computedAt ? instantOf(one.computedAt) : t.never}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </Page>
  )
}
