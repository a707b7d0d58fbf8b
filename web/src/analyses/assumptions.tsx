import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { TextField } from '#ui/field/field'
import { Tag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import type { Shown } from './analysis-frame.tsx'
import { type CaseOf, changeCase } from './api.ts'
import { type AssumptionDraft, assumptionWrong, draftOfAssumption, typedAssumption } from './assumption-form.ts'
import { percent, plain } from './numbers.ts'
import { analysesTexts } from './texts.ts'
import { forecastTexts } from './texts-forecast.ts'

type Chances = NonNullable<NonNullable<CaseOf<'forecast'>['pipeline']>['chances']>

/** 단계별 가정: how likely, how late and how slow promises come true, by phase, with where that is from; an office that knows better writes its own. */
export function Assumptions({ office, id, view, writes }: Shown<'forecast'>) {
  const texts = useTexts(forecastTexts)
  const common = useTexts(analysesTexts)
  const locale = useLocale()
  const cache = useQueryClient()
  const [draft, setDraft] = useState<AssumptionDraft | null>(null)
  const [tried, setTried] = useState(false)
  const put = useAction(async (change: (now: Chances) => Chances) => {
    await changeCase(office, id, 'forecast', (now) => ({ ...now, pipeline: { ...now.pipeline!, chances: change(now.pipeline?.chances ?? []) } }))
    await cache.invalidateQueries({ queryKey: ['analyses', office] })
    toast(texts.assumptionKept)
    setDraft(null)
  })
  const wrong = draft ? assumptionWrong(draft) : []
  const save = () => {
    setTried(true)
    const typed = draft && wrong.length === 0 ? typedAssumption(draft) : null
    if (typed) void put.run((now) => [...now.filter((one) => one.phase !== typed.phase), typed])
  }
  if (view.assumptions.length === 0) return null
  return (
    <section className="an-blk" aria-labelledby="an-assumed">
      <header>
        <h2 id="an-assumed">{texts.stageAssumptions}</h2>
        <p>{texts.assumedLead}</p>
      </header>
      <ProblemNote error={put.error} />
      <table className="tb tb--cards">
        <thead>
          <tr>
            <th>{texts.phase}</th>
            <th className="num">{texts.stageChance}</th>
            <th className="num">{texts.slip}</th>
            <th className="num">{texts.ramp}</th>
            <th>{common.source}</th>
            {writes ? (
              <th>
                <span className="vh">{texts.changeAssumption}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {view.assumptions.map((one) => (
            <tr key={one.phase}>
              <th scope="row">
                {texts.phases[one.phase]} {one.own ? <Tag>{texts.own}</Tag> : null}
              </th>
              <td className="num" data-l={texts.stageChance}>
                {percent(one.probability, locale, 0)}
                {one.own ? <span className="sub">{texts.standard(percent(one.standard.probability, locale, 0)!)}</span> : null}
              </td>
              <td className="num" data-l={texts.slip}>
                {texts.years(plain(one.meanSlipYears, locale, 1))}
                {one.own ? <span className="sub">{texts.standard(texts.years(plain(one.standard.meanSlipYears, locale, 1)))}</span> : null}
              </td>
              <td className="num" data-l={texts.ramp}>
                {texts.years(plain(one.rampYears, locale, 1))}
                {one.own ? <span className="sub">{texts.standard(texts.years(plain(one.standard.rampYears, locale, 1)))}</span> : null}
              </td>
              <td data-l={common.source} className="sm">
                {one.own ? one.source : texts.standardSource}
              </td>
              {writes ? (
                <td className="ec-acts">
                  <Button
                    tone="text"
                    small
                    aria-label={`${texts.phases[one.phase]}: ${texts.changeAssumption}`}
                    onClick={() => {
                      setTried(false)
                      setDraft(draftOfAssumption(one))
                    }}
                  >
                    {texts.changeAssumption}
                  </Button>
                  {one.own ? (
                    <Button tone="text" small busy={put.busy} onClick={() => void put.run((now) => now.filter((own) => own.phase !== one.phase))}>
                      {texts.toStandard}
                    </Button>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {draft ? (
        <form
          className="an-assume"
          aria-label={`${texts.phases[draft.phase]}: ${texts.changeAssumption}`}
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <b>{texts.phases[draft.phase]}</b>
          {(['probability', 'meanSlipYears', 'rampYears', 'source'] as const).map((name) => (
            <TextField
              key={name}
              label={{ probability: `${texts.stageChance} (%)`, meanSlipYears: texts.slip, rampYears: texts.ramp, source: common.source }[name]}
              inputMode={name === 'source' ? undefined : 'decimal'}
              value={draft[name]}
              error={tried && wrong.includes(name) ? texts.assumptionWrong[name] : undefined}
              onChange={(value) => setDraft({ ...draft, [name]: value })}
            />
          ))}
          <div className="act">
            <Button small onClick={() => setDraft(null)}>
              {common.cancel}
            </Button>
            <Button small tone="primary" type="submit" busy={put.busy}>
              {common.save}
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  )
}
