import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { AgreementView } from '#capabilities/agreements/schemas'
import { Empty } from '#ui/empty/empty'
import { TextField } from '#ui/field/field'
import { FilterRow } from '#ui/field/filter-row'
import { Pager } from '#ui/pager/pager'
import { Select } from '#ui/select/select'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag, Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { write } from '../plans/api.ts'
import { useScreenClock } from '../plans/clock.tsx'
import { FormDialog, orNull } from '../plans/form-dialog.tsx'
import { To } from '../plans/parts.tsx'
import { RegisterPage, useRegister } from '../plans/register.tsx'
import { planTexts } from '../plans/texts.ts'
import { agreementTexts } from './texts.ts'

/** 협약 대장: agreements by the day on which they run out. */
export default function AgreementsScreen() {
  const texts = useTexts(agreementTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const clock = useScreenClock()
  const mayWrite = useRole('administrator', 'head', 'officer') && !clock.past
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const { asked, narrow, list, items, pager } = useRegister<AgreementView>('agreements', clock)
  return (
    <RegisterPage register="agreements" clock={clock} texts={texts} onAdd={mayWrite ? () => setAdding(true) : undefined}>
      <FilterRow className="pl-tools">
        <TextField label={plan.search} optional value={asked.q ?? ''} onChange={(q) => narrow({ q })} />
        <Select
          label={texts.validity}
          value={asked.state ?? ''}
          none={texts.any}
          options={Object.entries(texts.states).map(([value, label]) => ({ value, label }))}
          onChange={(state) => narrow({ state })}
        />
      </FilterRow>
      <ProblemNote error={list.error} />
      {list.isPending ? <Waiting label={texts.title} rows={5} /> : null}
      {list.isSuccess && items.length === 0 ? <Empty title={texts.empty}>{texts.emptyLead}</Empty> : null}
      {items.length > 0 ? (
        <>
          <table className="tb tb--cards">
            <thead>
              <tr>
                <th scope="col">{plan.name}</th>
                <th scope="col">{texts.parties}</th>
                <th scope="col">{texts.signed}</th>
                <th scope="col">{texts.until}</th>
                <th scope="col">{texts.validity}</th>
                <th scope="col">{texts.obligations}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <span className="pl-name">
                      <To to={`/agreements/${one.id}`} search={clock.search}>
                        {nameIn(locale, one)}
                      </To>{' '}
                      {one.illustrative ? <IllustrativeTag /> : null}
                    </span>
                  </th>
                  <td data-l={texts.parties}>
                    {one.parties.length === 0 ? (
                      <span className="mut">{plan.unknown}</span>
                    ) : (
                      one.parties.map((row) => nameIn(locale, row)).join(', ')
                    )}
                  </td>
                  <td data-l={texts.signed}>{one.signedOn ?? <span className="mut">{plan.unknown}</span>}</td>
                  <td data-l={texts.until}>
                    {one.validUntil ?? <span className="mut">{plan.notStated}</span>}
                    {one.validity.endsBy === 'usual' ? <span className="pl-sub">{one.validity.endsOn}</span> : null}
                  </td>
                  <td data-l={texts.validity}>
                    <Validity one={one} />
                  </td>
                  <td data-l={texts.obligations}>{owedWords(one, texts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pager {...pager} />
        </>
      ) : null}
      {adding ? (
        <FormDialog
          title={texts.add}
          lines={[
            { name: 'nameKo', label: plan.name, kind: 'text' },
            { name: 'nameEn', label: plan.nameEn, kind: 'text', optional: true },
            { name: 'signedOn', label: texts.signed, kind: 'day', optional: true },
            { name: 'validUntil', label: texts.until, kind: 'day', optional: true },
            { name: 'confidential', label: plan.confidential, kind: 'check' },
          ]}
          onSend={async (typed) => {
            const made = await write<{ id: string }>('POST', office, '/agreements', {
              nameKo: typed.nameKo,
              nameEn: orNull(typed.nameEn),
              signedOn: orNull(typed.signedOn),
              validUntil: orNull(typed.validUntil),
              confidential: typed.confidential === 'yes',
              parties: [{ ours: true }],
            })
            void navigate({ to: `/agreements/${made.id}` as '/' })
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </RegisterPage>
  )
}

const tones = { ended: 'plain', expired: 'bad', past_usual: 'warn', ends_soon: 'warn', in_force: 'ok', not_yet: 'plain', unknown: 'plain' } as const

/** Whether it holds, in a word. */
export function Validity({ one }: { one: AgreementView }) {
  const texts = useTexts(agreementTexts)
  return <Tag tone={tones[one.validity.state]}>{texts.states[one.validity.state]}</Tag>
}

function owedWords(one: AgreementView, texts: { counts: (met: number, all: number, late: number) => string; noneOwed: string }) {
  const of = (state: string) => one.obligations.filter((row) => row.state === state).length
  return one.obligations.length === 0 ? <span className="mut">{texts.noneOwed}</span> : texts.counts(of('met'), one.obligations.length, of('late'))
}
