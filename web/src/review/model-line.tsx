import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { Button } from '#ui/button/button'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { askModel, readExtraction } from '../intake/sources-api.ts'
import { sourcesTexts } from '../intake/sources-texts.ts'
import { useWork } from '../intake/use-work.ts'
import { modelFailure } from './model-failure.ts'

/** 언어 모델: asking it about the document in hand; what it took and what of it the text bears out. Absent where the office uses none. */
export function ModelLine({ office, document, mayAsk, onDone }: { office: string; document: string; mayAsk: boolean; onDone: () => unknown }) {
  const texts = useTexts(sourcesTexts)
  const locale = useLocale()
  const work = useWork()
  const asked = useQuery({
    queryKey: ['intake', office, 'extraction', document],
    queryFn: () => readExtraction(office, document),
    refetchInterval: (query) => (isRunning(query.state.data?.job?.state) ? 700 : false),
  })
  const running = isRunning(asked.data?.job?.state)
  const before = useRef(running)
  useEffect(() => {
    if (before.current && !running) onDone()
    before.current = running
  }, [running, onDone])
  const last = asked.data?.items[0]
  const refused = Object.entries(last?.refused ?? {}).map(([why, count]) => `${texts.refusals[why] ?? why} ${count}`)
  if (!asked.data || (!asked.data.enabled && !last)) return null
  return (
    <div className="dochead">
      <ProblemNote error={work.error} />
      {running ? (
        <span role="status">{texts.asking}</span>
      ) : last ? (
        <span>
          {last.state === 'done'
            ? texts.asked(last.model, last.kept, last.proposed)
            : [texts.askFailed(last.model), modelFailure(last.error, locale)].filter(Boolean).join(': ')}
          {refused.length > 0 ? ` (${refused.join(', ')})` : ''} ·{' '}
          <span className="mut">
            {texts.spent((last.milliseconds / 1000).toFixed(1), last.cost === null ? texts.noCost : `${last.cost} ${last.currency ?? ''}`.trim())}
          </span>
        </span>
      ) : null}
      {mayAsk && asked.data.enabled && !running ? (
        <Button
          small
          busy={work.busy}
          onClick={() =>
            void work.run(async () => {
              await askModel(office, document)
              await asked.refetch()
            })
          }
        >
          {texts.ask}
        </Button>
      ) : null}
    </div>
  )
}

const isRunning = (state: string | undefined): boolean => state === 'waiting' || state === 'running'
