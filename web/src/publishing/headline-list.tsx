import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '#ui/button/button'
import { Select } from '#ui/select/select'
import { ifMatch, jsonWithTag } from '#web/shell/api'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { client, readPublications, titleIn } from './api.ts'
import { Value } from './payload-view.tsx'
import { ProblemBanner } from './problem.tsx'
import { publishingTexts } from './texts.ts'

/** 머리 숫자: which figures hang on the thread of the public page, and in which order. Every move is saved at once, under the list's ETag. */
export function HeadlineList({ mayChange, onOpen }: { mayChange: boolean; onOpen: (series: string) => void }) {
  const texts = useTexts(publishingTexts)
  const locale = useLocale()
  const office = useOffice()
  const cache = useQueryClient()
  const queryKey = ['publishing', office.slug, 'headlines']
  const list = useQuery({
    queryKey,
    queryFn: () => jsonWithTag(client.offices[':office'].headlines.$get({ param: { office: office.slug } })),
  })
  const order = useMutation({
    mutationFn: async (series: string[]) => {
      await client.offices[':office'].headlines.$put({ param: { office: office.slug }, json: { series } }, ifMatch(list.data?.etag ?? null))
      toast(texts.saved)
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['publishing', office.slug] }),
  })
  const items = list.data?.body.items ?? []
  const series = items.map((one) => one.series)
  // asked for by itself: what the screen lists may be filtered
  const standing = useQuery({
    queryKey: ['publishing', office.slug, 'list', 'standing', ''],
    queryFn: () => readPublications(office.slug, { state: 'standing' }),
    enabled: mayChange,
  })
  const rest = (standing.data?.items ?? []).filter((one) => one.kind === 'figure' && !series.includes(one.series))
  const moved = (at: number, by: number) => {
    const next = [...series]
    const [one] = next.splice(at, 1)
    if (one !== undefined) next.splice(at + by, 0, one)
    order.mutate(next)
  }
  return (
    <section className="pub-sec" aria-labelledby="pub-headlines">
      <h2 id="pub-headlines">{texts.headlines}</h2>
      <p className="mut sm">{texts.headlinesLead}</p>
      <ProblemBanner error={list.error ?? order.error} />
      {items.length === 0 && !list.isPending ? <p className="mut">{texts.noHeadlines}</p> : null}
      <ol className="pub-heads">
        {items.map((one, at) => {
          const name = titleIn(locale, one)
          return (
            <li key={one.series}>
              <span>{name}</span>
              <Value of={one} kind="public" name={name} onOpen={() => onOpen(one.series)} />
              {mayChange ? (
                <span className="pub-moves">
                  <Button small aria-label={texts.up(name)} disabled={at === 0} busy={order.isPending} onClick={() => moved(at, -1)}>
                    ↑
                  </Button>
                  <Button small aria-label={texts.down(name)} disabled={at === items.length - 1} busy={order.isPending} onClick={() => moved(at, 1)}>
                    ↓
                  </Button>
                  <Button
                    small
                    aria-label={texts.remove(name)}
                    busy={order.isPending}
                    onClick={() => order.mutate(series.filter((other) => other !== one.series))}
                  >
                    ×
                  </Button>
                </span>
              ) : null}
            </li>
          )
        })}
      </ol>
      {mayChange && rest.length > 0 ? (
        <div className="pub-add">
          <Select
            label={texts.add}
            optional
            value=""
            none={texts.choose}
            disabled={order.isPending}
            options={rest.map((one) => ({ value: one.series, label: titleIn(locale, one) }))}
            onChange={(value) => value !== '' && order.mutate([...series, value])}
          />
        </div>
      ) : null}
    </section>
  )
}
