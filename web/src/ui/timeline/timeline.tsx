import type { ReactNode } from 'react'
import { Bead, type BeadKind } from '#ui/bead/bead'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'
import './timeline.css'

export interface TimelineEvent {
  id: string
  kind: BeadKind
  /** When it happened: a date, or the source's own words where they are no date yet. */
  when: ReactNode
  title: ReactNode
  detail?: ReactNode
  /** When we learnt it. */
  known?: ReactNode
  of?: string
  onOpen?: () => void
}

/** 내력: what happened, newest first, with two clocks: left when it happened, right when we learnt it. */
export function Timeline({ events, heads }: { events: readonly TimelineEvent[] /** Show the names of the two clocks above. */; heads?: boolean }) {
  const texts = useTexts(uiTexts)
  return (
    <>
      {heads ? (
        <div className="clk" aria-hidden="true">
          <span>{texts.happened}</span>
          <span />
          <span>{texts.learnt}</span>
        </div>
      ) : null}
      <ol className="tl">
        {events.map((event) => (
          <li key={event.id}>
            <Bead kind={event.kind} onOpen={event.onOpen} of={event.of} />
            <span className="when">{event.when}</span>
            <div>
              <b>{event.title}</b>
              {event.detail ? <div className="mut">{event.detail}</div> : null}
            </div>
            {event.known ? (
              <span className="known">
                <span className="vh">{texts.learnt} </span>
                {event.known}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  )
}
