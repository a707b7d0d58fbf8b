import { ToastStack, type ToastView } from '#ui/toast/toast'
import { useSharedValue } from '#web/ui/kit/value'
import { frameTexts } from './frame-texts.ts'
import { ProblemError } from './problem.ts'
import { useShortcuts } from './shortcuts.ts'
import { useTexts } from './texts.ts'
import { dismissToast, toast, toastsValue } from './toasts.ts'

/** The toasts of the console; U takes back the last one, unless the screen has a U of its own. */
export function Toaster() {
  const texts = useTexts(frameTexts)
  const toasts = useSharedValue(toastsValue)
  const last = toasts.findLast((one) => one.undo)
  const takeBack = async (one: ToastView) => {
    dismissToast(one.id)
    try {
      await one.undo?.()
    } catch (error) {
      toast(`${texts.undoFailed}. ${error instanceof ProblemError ? error.message : ''}`.trim(), { tone: 'bad' })
    }
  }
  useShortcuts([{ key: 'u', label: texts.undo, off: !last, run: () => last && void takeBack(last) }])
  return (
    <ToastStack
      toasts={toasts}
      undoLabel={texts.undo}
      undoKey="U"
      closeLabel={texts.close}
      onUndo={(one) => void takeBack(one)}
      onLeave={dismissToast}
    />
  )
}
