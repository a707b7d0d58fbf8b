import { Figure } from '#ui/figure/figure'
import { StageGauge } from '#ui/stage/stage'
import type { Examples } from '#web/ui/kit/example'
import { Board, BoardColumn, Slip } from './board.tsx'

export const examples: Examples = {
  title: { ko: '보드', en: 'Board' },
  examples: [
    {
      name: { ko: '두 단계', en: 'Two stages' },
      draw: () => (
        <Board label="단계별 사업">
          <BoardColumn title={<StageGauge level="1" />} sum="2건">
            <Slip title="디지털 허브" lines={[{ id: 'a', left: '왕숙', right: '미공개' }]} late="8일 지남" />
            <Slip title="설계 센터" lines={[{ id: 'a', left: '왕숙', right: <Figure value="64000000000" unit="KRW" kind="claim" /> }]} />
          </BoardColumn>
          <BoardColumn title={<StageGauge level="4" />} sum="없음" />
        </Board>
      ),
    },
  ],
}
